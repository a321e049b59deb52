import { apiDocument } from "#lib/web/api-document.ts";
import { asData } from "#lib/web/security-headers.ts";

/** The API's description; open to all, as what it describes is no secret. */
export function GET(): Response {
  const headers = { "cache-control": "public, max-age=300" };
  return asData(Response.json(apiDocument(), { headers }));
}

export * from "#lib/web/other-methods.ts";
