import type { AuthOptions } from "next-auth";
import { environment } from "#lib/platform/environment.ts";

type Cookies = NonNullable<AuthOptions["cookies"]>;

const names = {
  sessionToken: "session",
  callbackUrl: "callback",
  csrfToken: "csrf",
  pkceCodeVerifier: "pkce",
  state: "state",
  nonce: "nonce",
} as const;

const FIFTEEN_MINUTES = 900;

function cookieName(part: string): string {
  // `__Host-`: the browser itself sees to Secure, the path and that no other host set it.
  return `${environment().isSecure ? "__Host-" : ""}sourceline-${part}`;
}

export const sessionCookieName = () => cookieName(names.sessionToken);

export const cookieSettings = () =>
  ({ httpOnly: true, sameSite: "lax", path: "/", secure: environment().isSecure }) as const;

/** All of NextAuth's cookies, under our names and rules. */
export function authCookies(): Cookies {
  const short = { ...cookieSettings(), maxAge: FIFTEEN_MINUTES };
  const plain = cookieSettings();
  return {
    sessionToken: { name: cookieName(names.sessionToken), options: plain },
    callbackUrl: { name: cookieName(names.callbackUrl), options: plain },
    csrfToken: { name: cookieName(names.csrfToken), options: plain },
    pkceCodeVerifier: { name: cookieName(names.pkceCodeVerifier), options: short },
    state: { name: cookieName(names.state), options: short },
    nonce: { name: cookieName(names.nonce), options: short },
  };
}
