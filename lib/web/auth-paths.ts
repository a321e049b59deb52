const BASE = "http://own.invalid";

/**
 * A path of this site to go on to, or "/" for anything else: other origins, `//host`, `/\host`, control characters,
 * other schemes, and the pages of signing in themselves.
 */
export function safePath(raw: string | null | undefined, ownOrigin = BASE): string {
  if (!raw?.isWellFormed() || /[\p{Cc}\\]/u.test(raw)) return "/";
  const relative = raw.startsWith(`${ownOrigin}/`) ? raw.slice(ownOrigin.length) : raw;
  if (!relative.startsWith("/") || relative.startsWith("//")) return "/";
  const url = URL.canParse(relative, BASE) ? new URL(relative, BASE) : null;
  // Resolving `/..//host` leaves a path that would itself be read as a host.
  if (url?.origin !== BASE || url.pathname.startsWith("//") || isSignInPage(url.pathname)) return "/";
  return url.pathname + url.search + url.hash;
}

function isSignInPage(pathname: string): boolean {
  return /^\/(?:sign-in|setup|join|forgot|reset|link|email-link|api)(?:\/|$)/u.test(pathname);
}
