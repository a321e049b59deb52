import { type APIRequestContext, expect } from "@playwright/test";
import type { Installation } from "../../support/installation.ts";

export const olga = { email: "olga@example.org", password: "seven wet herons wait" };

/** Takes the installation for Olga, and signs the request context in as her. */
export async function setUpOwner(request: APIRequestContext, { address, setupLink }: Installation) {
  const token = new URL(setupLink).hash.slice(1);
  const owner = { ...olga, token, name: "Olga Owner", workspaceName: "Harbour desk" };
  const headers = { origin: address };
  const made = await request.post(`${address}/api/v1/identity/first-owner`, { headers, data: owner });
  expect(made.ok(), await made.text()).toBe(true);
  const csrf: { csrfToken: string } = await (await request.get(`${address}/api/auth/csrf`)).json();
  await request.post(`${address}/api/auth/callback/password`, {
    headers,
    form: { ...olga, csrfToken: csrf.csrfToken, json: "true" },
  });
}

/** Invites an address, as an editor unless said otherwise; answers the link. */
export async function invite(
  request: APIRequestContext,
  { address }: Installation,
  email: string,
  role: "editor" | "reviewer" = "editor",
): Promise<string> {
  const made = await request.post(`${address}/api/v1/workspaces/harbour-desk/invitations`, {
    headers: { origin: address },
    data: { email, role },
  });
  expect(made.ok(), await made.text()).toBe(true);
  return ((await made.json()) as { link: string }).link;
}
