import { canonicalJson, type Json } from "#core/audit/canonical.ts";
import type { Manifest, ManifestSignature, SignedManifest, Verification } from "#lib/contracts/exports.ts";
import { keepPublicKey, publicKeys } from "#lib/db/signing-keys.ts";
import { environment } from "#lib/platform/environment.ts";
import { authSecret } from "#lib/platform/secrets.ts";
import { keyFor } from "#lib/platform/signature.ts";
import {
  isSignedWith,
  type PublicKey,
  type SigningPair,
  signingPair,
  thumbprint,
} from "#lib/platform/signing.ts";

/** All processes of an installation share one secret, and so one key; its public half stays known for good. */
function ownPair(): SigningPair {
  const { NEXTAUTH_SECRET: given, dataDir } = environment();
  return signingPair(keyFor(authSecret({ given, dataDir }), "sourceline manifest"));
}

/** Ed25519 over the manifest's canonical JSON (RFC 8785). */
export async function signManifest(manifest: Manifest): Promise<ManifestSignature> {
  const pair = ownPair();
  await keepPublicKey(pair);
  return { algorithm: "Ed25519", keyId: pair.id, value: pair.sign(signedText(manifest)) };
}

// The schema's own type says `unknown` of the request's values, which came out of JSON.
const signedText = (manifest: Manifest) => canonicalJson(manifest as unknown as Json);

/** Every key this installation has signed with, as a JWK Set. */
export async function keySetHere() {
  const { id, x } = ownPair();
  const known = await publicKeys();
  const all = known.some((key) => key.id === id) ? known : [...known, { id, x }];
  return {
    keys: all.map((key) => ({
      kty: "OKP" as const,
      crv: "Ed25519" as const,
      x: key.x,
      kid: key.id,
      use: "sig" as const,
      alg: "EdDSA" as const,
    })),
  };
}

/** What a file and the manifest that came with it say, by the keys given: nothing but hashes leaves the reader. */
export function judge(
  { manifest, signature }: SignedManifest,
  sha256: string,
  keys: readonly PublicKey[],
): Verification {
  const key = keys.find(({ id, x }) => id === signature.keyId && id === thumbprint(x));
  const said = { manifest, keyId: signature.keyId };
  if (!key) {
    const detail = `The manifest is signed with the key ${signature.keyId}, which is none of these.`;
    return { verdict: "unknown-key", detail, ...said };
  }
  if (!isSignedWith(key.x, signedText(manifest), signature.value)) {
    const detail = "The manifest was changed after it was signed, or was never signed here.";
    return { verdict: "forged", detail, ...said };
  }
  const found = manifest.files.find((file) => file.sha256 === sha256);
  const detail = found
    ? `The bytes are those of ${found.name}, as it was exported on ${manifest.createdAt}.`
    : `The manifest is genuine, but the file is not the one it speaks of: it was changed, or it is another one.`;
  return { verdict: found ? "genuine" : "altered", detail, ...said };
}
