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
  held.sourcelineDatabase ??= open({ connections: 20, patience: 10_000 });
  return held.sourcelineDatabase;
}

/** `patience`: milliseconds that whatever is asked waits for one of the connections; then it fails (unavailable.ts). */
type Limits = { readonly connections: number; readonly patience: number; readonly url?: string };

function open({ connections, patience, url = databaseUrl() }: Limits): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg(
      { connectionString: url, max: connections, connectionTimeoutMillis: patience },
      // The driver plans a statement without a name every time; that there may be none, its types do not say.
      { statementNameGenerator: ({ sql }) => nameOf(sql) as string },
    ),
    transactionOptions: { maxWait: patience, timeout: 60_000 },
  });
}

/** Puts the process on other connections; for tests. */
export async function reopen(limits: Limits): Promise<void> {
  await disconnect();
  held.sourcelineDatabase = open(limits);
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
