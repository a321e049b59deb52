import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";

/** A key for one purpose, so that what is signed for it means nothing for another (RFC 5869). */
export function keyFor(secret: string, purpose: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", secret, "", purpose, 32));
}

/** HMAC-SHA-256 as base64url. */
export function sign(key: Uint8Array, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64url");
}

/** HMAC-SHA-256 as base64, with its padding. */
export function signBase64(key: Uint8Array, text: string): string {
  return createHmac("sha256", key).update(text).digest("base64");
}

/** Takes as long for a wrong signature as for a right one. */
export function isSignedBy(key: Uint8Array, text: string, signature: string): boolean {
  const expected = Buffer.from(sign(key, text));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
