import { decode } from "next-auth/jwt";
import type { Principal } from "#lib/authz/principal.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { sessionCookieName } from "./auth-cookies.ts";
import { sessionSecret } from "./auth-secret.ts";

/**
 * Who sends a request: a token when there is an Authorization header, else the session of the cookie, looked up
 * anew every time. A header that is no valid token is nobody; it never falls back to the cookie.
 */
export async function authenticate(request: Request): Promise<Principal | null> {
  const found = await identify(request);
  return found === "expired" ? null : found;
}

/** As `authenticate`; of a token whose time is over it says so. */
export async function identify(request: Request): Promise<Principal | "expired" | null> {
  const authorization = request.headers.get("authorization");
  if (authorization === null) return principalOfCookie(cookieOf(request, sessionCookieName()));
  const token = /^Bearer +(sl_[\w-]{20,200})$/iu.exec(authorization)?.[1];
  return token ? tokens.find(token) : null;
}

/** Whom the value of the session cookie stands for. */
export async function principalOfCookie(value: string | null): Promise<Principal | null> {
  const id = value && (await sessionIdOf(value));
  return id ? sessions.find(id) : null;
}

async function sessionIdOf(value: string): Promise<string | null> {
  // Any cookie may be sent: one that cannot be decrypted, or is another of ours, names no session.
  const payload = await decode({ token: value, secret: sessionSecret() }).catch(() => null);
  return typeof payload?.sid === "string" ? payload.sid : null;
}

function cookieOf(request: Request, name: string): string | null {
  const pairs = (request.headers.get("cookie") ?? "").split(/;\s*/u);
  const found = pairs.filter((pair) => pair.startsWith(`${name}=`));
  // Two of one name: somebody planted one, and which is ours cannot be told.
  return found.length === 1 ? (found[0]?.slice(name.length + 1) ?? null) : null;
}
