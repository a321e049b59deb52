import { call } from "#lib/client/api.ts";
import type { SignedManifest } from "#lib/contracts/exports.ts";

/** Paths under `/api/v1`; `w` and `p` are slugs. */
export const exportsPath = (w: string, p: string) => `/workspaces/${w}/projects/${p}/exports`;
export const exportPath = (w: string, id: string) => `/workspaces/${w}/exports/${id}`;

/** What `since` takes to ask for what changed after a kept export; null when its manifest could not be read. */
export async function cursorOf(workspace: string, id: string): Promise<string | null> {
  const answer = await call<SignedManifest>("GET", `${exportPath(workspace, id)}/manifest`);
  return answer.ok ? answer.value.manifest.cursor : null;
}
