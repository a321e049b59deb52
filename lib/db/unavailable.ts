import { kindOf } from "./collision.ts";
import { Prisma } from "./generated/client.ts";

/** As the driver names them: it is not there, or lets nobody in any more. */
const KINDS: ReadonlySet<string> = new Set(["DatabaseNotReachable", "TooManyConnections"]);

/** What the pool says when none of its connections came free in time, or a new one did not come about. */
const POOL: ReadonlySet<string> = new Set([
  "timeout exceeded when trying to connect",
  "Connection terminated due to connection timeout",
]);

/** The server is starting (57P03), or stopping (57P01, 57P02): https://www.postgresql.org/docs/current/errcodes-appendix.html */
const STATES: ReadonlySet<unknown> = new Set(["57P01", "57P02", "57P03", "ECONNREFUSED"]);

/** Whether something failed before it began, because no connection to the database was to be had: it may work later. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) {
    return error instanceof Error && (POOL.has(error.message) || STATES.has(codeOf(error)));
  }
  // A transaction that ran out of time has the same code, but had begun.
  const didNotBegin = error.code === "P2028" && error.message.includes("Unable to start a transaction");
  return didNotBegin || KINDS.has(kindOf(error.meta));
}

/** A host of several addresses fails with all of its errors at once; a driver's own error names the server's code. */
function codeOf(error: Error): unknown {
  const cause = error.cause ?? error;
  return (cause as { originalCode?: unknown }).originalCode ?? (cause as { code?: unknown }).code;
}
