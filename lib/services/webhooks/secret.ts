import { environment } from "#lib/platform/environment.ts";
import { randomKey } from "#lib/platform/random.ts";
import { seal, unseal } from "#lib/platform/sealed.ts";
import { authSecret } from "#lib/platform/secrets.ts";
import { keyFor } from "#lib/platform/signature.ts";

/** Where a secret belongs: sealed for one webhook, it opens for no other. */
type Place = { readonly workspaceId: string; readonly webhookId: string };

const PREFIX = "whsec_";

/** A new secret as Standard Webhooks writes it. */
export const newSecret = (): string => `${PREFIX}${randomKey()}`;

/** The bytes that sign: what follows the prefix, decoded. */
export function signingKey(secret: string): Uint8Array {
  return Buffer.from(secret.slice(PREFIX.length), "base64");
}

export function sealSecret(place: Place, secret: string): string {
  return seal(key(), placeName(place), secret);
}

/** Null where the installation's own secret is another than the one it was sealed with. */
export function openSecret(place: Place, sealed: string): string | null {
  return unseal(key(), placeName(place), sealed);
}

const placeName = ({ workspaceId, webhookId }: Place) => `${workspaceId} ${webhookId}`;

function key(): Uint8Array {
  const { NEXTAUTH_SECRET: given, dataDir } = environment();
  return keyFor(authSecret({ given, dataDir }), "sourceline webhook secrets");
}
