import { openApi } from "#lib/contracts/openapi.ts";
import { programVersion } from "#lib/web/program.ts";

/** The API's description; open to all, as what it describes is no secret. */
export function GET(): Response {
  return Response.json(openApi(programVersion), { headers: { "cache-control": "public, max-age=300" } });
}
