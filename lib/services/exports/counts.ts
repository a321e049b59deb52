import { fail, ok, type Result } from "#core/result.ts";
import { claimStates } from "#core/review/state.ts";
import { authorize, isAllowed } from "#lib/authz/authorize.ts";
import { openSnapshot } from "#lib/db/export-snapshot.ts";
import { claimCount } from "#lib/db/exports.ts";
import { findProject } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import { query } from "../workspace.ts";
import { viewerOf } from "./viewer.ts";

/** Claims an export of each kind would hold; kinds that the caller may not ask for are left out. */
export type ExportCounts = Readonly<Record<string, number>>;

export async function exportCounts(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
): Promise<Result<ExportCounts, Failure>> {
  const found = await query(caller, workspace, async ({ tx, permit, actor }) => {
    const project = await findProject(tx, permit, projectIdOrSlug);
    if (!project) return fail(notFound("project"));
    const object = projectObject(actor, project);
    const granted = authorize("export:approved", actor, object);
    if (!granted.ok) return fail(notFound("project"));
    const kinds = isAllowed("export:drafts", actor, object) ? ["approved", ...others] : ["approved"];
    return ok({ permit: granted.value, projectId: project.id, ...viewerOf(actor), kinds });
  });
  if (!found.ok) return found;
  const { permit, kinds, ...of } = found.value;
  const snapshot = await openSnapshot(permit);
  try {
    const counts: [string, number][] = [];
    const whole = { ...of, ...noFilter, workspaceId: permit.workspaceId };
    for (const state of kinds) {
      for await (const number of snapshot.rows(claimCount({ ...whole, state })))
        counts.push([state, Number(number)]);
    }
    return ok(Object.fromEntries(counts));
  } finally {
    await snapshot.close();
  }
}

const others = [...claimStates.filter((state) => state !== "approved"), "all"];

const noFilter = {
  layer: null,
  articles: null,
  claims: null,
  provenance: null,
  originProvenance: null,
  source: null,
  author: null,
  reviewer: null,
  updatedSince: null,
  q: null,
  asOf: null,
  since: null,
} as const;
