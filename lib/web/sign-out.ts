"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import * as sessions from "#lib/services/identity/sessions.ts";
import { cookieSettings, sessionCookieName } from "./auth-cookies.ts";
import { currentPrincipal } from "./session.ts";

/** Ends this browser's session, on the server first: the cookie is worth nothing after, whoever kept a copy. */
export async function signOut(): Promise<void> {
  const principal = await currentPrincipal();
  if (principal?.sessionId) await sessions.revoke({ principal }, principal.sessionId);
  // With its own attributes: a browser takes a `__Host-` cookie away only for one that could have set it.
  (await cookies()).set(sessionCookieName(), "", { ...cookieSettings(), maxAge: 0 });
  redirect("/sign-in");
}
