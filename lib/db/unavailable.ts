import { kindOf } from "./collision.ts";
import { Prisma } from "./generated/client.ts";

/** As the driver names them: it is not there, or lets nobody in any more. */
const KINDS: ReadonlySet<string> = new Set(["DatabaseNotReachable", "TooManyConnections"]);

/** What the pool says when none of its connections came free in time. */
const POOL = "timeout exceeded when trying to connect";

/** Whether something failed before it began, because no connection to the database was to be had: it may work later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) {
    return error instanceof Error && error.message === POOL;
  }
  // A transaction that ran out of time has the same code, but had begun.
  const didNotBegin = error.code === "P2028" && error.message.includes("Unable to start a transaction");
  return didNotBegin || KINDS.has(kindOf(error.meta));
}
