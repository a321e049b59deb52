import { type NextRequest, NextResponse } from "next/server";
import { environment } from "#lib/platform/environment.ts";
import { sessionCookieName } from "#lib/web/auth-cookies.ts";
import { isOwnOrigin } from "#lib/web/origin.ts";
import { commonHeaders, contentPolicy, newNonce } from "#lib/web/security-headers.ts";
import { unreadableAddress } from "#lib/web/unreadable-address.ts";

const OPEN_TO_ALL =
  /^\/(?:\.well-known|sign-in|setup|join|forgot|reset|link|email-link|unsubscribe|docs|verify|schemas|api|healthz|readyz|metrics|icon\.svg|favicon\.ico|_next)(?:\/|$)/u;

/** Security headers, and a courtesy for the signed-out. It guards nothing: services decide who may (rules.md 6). */
export function proxy(request: NextRequest): Response {
  const { pathname, search } = request.nextUrl;
  const unreadable = unreadableAddress(pathname);
  if (unreadable || pathname.startsWith("/api/v1/")) return unreadable ?? NextResponse.next();
  const { isSecure } = environment();
  const nonce = newNonce();
  const policy = contentPolicy(nonce, { isSecure, isDevelopment: process.env.NODE_ENV === "development" });
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("x-path", pathname + search);
  // Next reads the nonce for its own scripts from here.
  headers.set("content-security-policy", policy);
  const response = isSignedOut(request) ? toSignIn(request) : NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  for (const [name, value] of commonHeaders({ isSecure })) response.headers.set(name, value);
  return response;
}

function isSignedOut(request: NextRequest): boolean {
  return !OPEN_TO_ALL.test(request.nextUrl.pathname) && !request.cookies.has(sessionCookieName());
}

function toSignIn({ nextUrl }: NextRequest): NextResponse {
  // A made-up Host header must not decide where people are sent.
  const address = new URL("/sign-in", isOwnOrigin(nextUrl.origin) ? nextUrl.origin : environment().publicUrl);
  const here = nextUrl.pathname + nextUrl.search;
  if (here !== "/") address.searchParams.set("next", here);
  return NextResponse.redirect(address, 307);
}

// Answers of the API carry their own headers (`asData`); of its addresses only those with a percent sign come here.
export const config = { matcher: ["/((?!_next/static/|api/v1/|healthz$).*)", "/api/v1/(.*%.*)"] };
