import { environment } from "#lib/platform/environment.ts";

/** A cookie-authenticated write must come from our own pages: same-origin `Origin`, or the browser's word for it. */
export function isSameOrigin(request: Request): boolean {
  const origin = request.headers.get("origin");
  if (origin !== null) return origin === new URL(environment().publicUrl).origin;
  return request.headers.get("sec-fetch-site") === "same-origin";
}
