import { signBase64 } from "#lib/platform/signature.ts";
import { signingKey } from "./secret.ts";

type Message = { readonly id: string; readonly at: Date; readonly body: string };

/** The headers of Standard Webhooks: one signature a secret, so that a receiver may know either while one replaces the other. */
export function signedHeaders({ id, at, body }: Message, secrets: readonly string[]): Record<string, string> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map(
    (secret) => `v1,${signBase64(signingKey(secret), `${id}.${timestamp}.${body}`)}`,
  );
  return {
    "webhook-id": id,
    "webhook-timestamp": timestamp,
    "webhook-signature": signatures.join(" "),
  };
}
