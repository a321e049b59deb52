import { createHash, createPrivateKey, createPublicKey, sign as signWith, verify } from "node:crypto";

/** An Ed25519 public key as a JWK has it (RFC 8037): `x`, base64url. */
export type PublicKey = { readonly id: string; readonly x: string };
export type SigningPair = PublicKey & { sign(text: string): string };

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");

/** The pair that a seed of 32 bytes makes, always the same. Signatures are base64url. */
export function signingPair(seed: Uint8Array): SigningPair {
  const key = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: "der", type: "pkcs8" });
  const { x = "" } = createPublicKey(key).export({ format: "jwk" });
  return {
    id: thumbprint(x),
    x,
    sign: (text) => signWith(null, Buffer.from(text), key).toString("base64url"),
  };
}

/** False also for what is no key or no signature at all. */
export function isSignedWith(x: string, text: string, signature: string): boolean {
  try {
    const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
    return verify(null, Buffer.from(text), key, Buffer.from(signature, "base64url"));
  } catch {
    return false;
  }
}

/** The key's own name (RFC 7638): nobody can give it to another key. */
export function thumbprint(x: string): string {
  return createHash("sha256")
    .update(JSON.stringify({ crv: "Ed25519", kty: "OKP", x }))
    .digest("base64url");
}
