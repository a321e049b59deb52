import { environment } from "#lib/platform/environment.ts";

const LOOPBACK = /^(?:localhost|127\.0\.0\.1|\[::1\])$/u;

/** A cookie-authenticated write must come from our own pages: same-origin `Origin`, or the browser's word for it. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return isOwnOrigin(origin);
  return request.headers.get("sec-fetch-site") === "same-origin";
}

/** True for the public address, and for its other spellings on this machine: people type `localhost` too. */
export function isOwnOrigin(origin: string): boolean {
  const own = new URL(environment().publicUrl);
  if (origin === own.origin) return true;
  const other = URL.canParse(origin) ? new URL(origin) : null;
  if (other?.origin !== origin || !LOOPBACK.test(own.hostname)) return false;
  return LOOPBACK.test(other.hostname) && other.port === own.port && other.protocol === own.protocol;
}
