"use server";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import * as sessions from "#lib/services/identity/sessions.ts";
import { cookieSettings, sessionCookieName } from "./auth-cookies.ts";
import { currentPrincipal } from "./session.ts";

/** Ends this session and forgets its cookie. Next refuses a server action from another origin. */
export async function signOut(): Promise<void> {
  const principal = await currentPrincipal();
  if (principal?.sessionId) await sessions.revoke({ principal }, principal.sessionId);
  (await cookies()).set(sessionCookieName(), "", { ...cookieSettings(), maxAge: 0 });
  redirect("/sign-in");
}
