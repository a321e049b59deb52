import { keySetHere } from "#lib/services/exports/signing.ts";
import { asData } from "#lib/web/security-headers.ts";

export const dynamic = "force-dynamic";

/** The public keys of signed manifests, as a JWK Set; open to all. */
export async function GET(): Promise<Response> {
  return asData(Response.json(await keySetHere(), { headers: { "cache-control": "public, max-age=300" } }));
}
