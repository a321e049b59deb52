import { problemResponse } from "#lib/web/problem.ts";
import { asData } from "#lib/web/security-headers.ts";

/** Addresses of no operation: an answer that a program can read, and no page. */
const nowhere = () => asData(problemResponse({ kind: "not-found", what: "operation" }));

export {
  nowhere as DELETE,
  nowhere as GET,
  nowhere as OPTIONS,
  nowhere as PATCH,
  nowhere as POST,
  nowhere as PUT,
};
