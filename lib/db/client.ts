import { PrismaPg } from "@prisma/adapter-pg";
import { environment } from "#lib/platform/environment.ts";
import { type Prisma, PrismaClient } from "./generated/client.ts";
import { statementNames } from "./statement-names.ts";

/** What a query runs on inside a transaction: the typed client plus raw SQL. */
export type Tx = Prisma.TransactionClient;

// One client a process: Next evaluates modules once per bundle, so the instance hangs on the global object.
const held = globalThis as typeof globalThis & { sourcelineDatabase?: PrismaClient };

const nameOf = statementNames();

/** The process's database client. Only lib/db/transaction.ts and lib/db/identity use it directly. */
export function database(): PrismaClient {
  held.sourcelineDatabase ??= new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: databaseUrl(), max: 20 },
      // The driver plans a statement without a name every time; that there may be none, its types do not say.
      { statementNameGenerator: ({ sql }) => nameOf(sql) as string },
    ),
    transactionOptions: { maxWait: 10_000, timeout: 60_000 },
  });
  return held.sourcelineDatabase;
}

function databaseUrl(): string {
  const url = environment().DATABASE_URL;
  if (!url) throw new Error("DATABASE_URL is not set: start the program with `npm start`, which sees to it");
  return url;
}

/** Closes the pool; for scripts and tests. */
export async function disconnect(): Promise<void> {
  await held.sourcelineDatabase?.$disconnect();
  delete held.sourcelineDatabase;
}
