import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { cache } from "react";
import type { Principal } from "#lib/authz/principal.ts";
import type { Me } from "#lib/contracts/workspaces.ts";
import type { Caller } from "#lib/services/caller.ts";
import * as me from "#lib/services/identity/me.ts";
import { sessionCookieName } from "./auth-cookies.ts";
import { principalOfCookie } from "./authenticate.ts";

/** Who looks at this page; asked once a request. */
export const currentPrincipal = cache(async (): Promise<Principal | null> => {
  return principalOfCookie((await cookies()).get(sessionCookieName())?.value ?? null);
});

/** The same, where nobody else may look: the signed-out are sent to sign in, and back here after. */
export async function requirePrincipal(): Promise<Principal> {
  const principal = await currentPrincipal();
  if (principal) return principal;
  const here = (await headers()).get("x-path") ?? "/";
  return redirect(`/sign-in?next=${encodeURIComponent(here)}`);
}

/** What a page calls services with. */
export async function currentCaller(): Promise<Caller> {
  return { principal: await requirePrincipal() };
}

/** The person and their workspaces; `null` when signed out. */
export const currentUser = cache(async (): Promise<Me | null> => {
  const principal = await currentPrincipal();
  const found = principal && (await me.read({ principal }));
  return found?.ok ? found.value : null;
});
