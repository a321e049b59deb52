import { methodsAt } from "#lib/contracts/all-routes.ts";
import { problem } from "./problem.ts";
import { asData } from "./security-headers.ts";

// Every file of routes passes these on: what it answers itself comes before what it passes on, by the rules of modules.
// Left to itself, Next would answer them without a word.

const allowedAt = (request: Request) => ["OPTIONS", ...methodsAt(new URL(request.url).pathname)].join(", ");

/** Stands for every method that an address does not have. */
export function refuseMethod(request: Request): Response {
  const allow = allowedAt(request);
  const detail = `Here are: ${allow}.`;
  return asData(problem(405, "method-not-allowed", "This address has no such method", detail, {}, { allow }));
}

/** What an address has. Nobody else's pages may ask for more: there is nothing for them here. */
export function OPTIONS(request: Request): Response {
  return asData(new Response(null, { status: 204, headers: { allow: allowedAt(request) } }));
}

export {
  refuseMethod as DELETE,
  refuseMethod as GET,
  refuseMethod as PATCH,
  refuseMethod as POST,
  refuseMethod as PUT,
};
