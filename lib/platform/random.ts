import { randomBytes } from "node:crypto";

const TOKEN_BYTES = 32;

/** A URL-safe secret; 32 bytes are 43 characters and out of reach of guessing. */
export function randomToken(bytes = TOKEN_BYTES): string {
  return randomBytes(bytes).toString("base64url");
}

/** As many bytes as `randomToken`, in base64 as signatures of webhooks want it. */
export function randomKey(bytes = TOKEN_BYTES): string {
  return randomBytes(bytes).toString("base64");
}
