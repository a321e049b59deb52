import { exportSchema } from "#lib/contracts/export-schema.ts";
import { environment } from "#lib/platform/environment.ts";
import { problemResponse } from "./problem.ts";
import { asData } from "./security-headers.ts";

/** A JSON Schema of the export at this installation's own address; open to all, as what it describes is no secret. */
export function publishedSchema(name: string): Response {
  const schema = exportSchema(name, environment().publicUrl);
  if (!schema) return asData(problemResponse({ kind: "not-found", what: "schema" }));
  const headers = {
    "content-type": "application/schema+json",
    "cache-control": "public, max-age=3600",
    // A validator in somebody's browser may fetch it, too.
    "access-control-allow-origin": "*",
  };
  const response = asData(new Response(JSON.stringify(schema), { headers }));
  response.headers.set("cross-origin-resource-policy", "cross-origin");
  return response;
}
