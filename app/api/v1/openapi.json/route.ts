import { openApi } from "#lib/contracts/openapi.ts";
import { programVersion } from "#lib/web/program.ts";
import { asData } from "#lib/web/security-headers.ts";

/** The API's description; open to all, as what it describes is no secret. */
export function GET(): Response {
  const headers = { "cache-control": "public, max-age=300" };
  return asData(Response.json(openApi(programVersion), { headers }));
}
