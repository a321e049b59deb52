import { Prisma } from "./generated/client.ts";

/** As the driver names them: a deadlock or a serialization failure, and a key somebody else took meanwhile. */
const KINDS: ReadonlySet<string> = new Set(["TransactionWriteConflict", "UniqueConstraintViolation"]);

/**
 * Whether a transaction failed for what somebody else did at the same moment: run again, it finds the other's work
 * done, and answers by what it then sees. A taken key is among them because whatever a client can name is looked for
 * before it is made: the second look finds it.
 */
export function isCollision(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return false;
  if (error.code === "P2034" || error.code === "P2002") return true;
  return KINDS.has(kindOf(error.meta));
}

/** Of a raw query, Prisma passes on what the driver said: its name for what went wrong, or nothing. */
export function kindOf(meta: unknown): string {
  const said = within(within(meta, "driverAdapterError"), "cause");
  const kind = within(said, "kind");
  return typeof kind === "string" ? kind : "";
}

function within(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Reflect.get(value, name);
}
