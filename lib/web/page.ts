import { notFound } from "next/navigation";
import type { Result } from "#core/result.ts";
import type { Workspace } from "#lib/contracts/workspaces.ts";
import type { Failure } from "#lib/services/failure.ts";
import { currentUser, requirePrincipal } from "./session.ts";

/** What a page shows: the value, or the not-found page. Any other failure ends in the error page. */
export function shown<T>(result: Result<T, Failure>): T {
  if (result.ok) return result.value;
  if (result.failure.kind === "not-found") notFound();
  throw new Error(`a page could not be read: ${result.failure.kind}`);
}

/** The first of each search parameter, without empty ones. */
export function plainSearch(search: Record<string, string | string[] | undefined>): Record<string, string> {
  const first = Object.entries(search).map(([name, value]) => [name, [value].flat()[0] ?? ""] as const);
  return Object.fromEntries(first.filter(([, value]) => value !== ""));
}

/** The reader and what they are in this workspace. */
export async function readerIn(w: string): Promise<{ userId: string; workspace: Workspace }> {
  await requirePrincipal();
  const user = await currentUser();
  const workspace = user?.workspaces.find(({ id, slug }) => slug === w || id === w);
  return user && workspace ? { userId: user.id, workspace } : notFound();
}
