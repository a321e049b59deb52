import { fail, ok, type Result } from "#core/result.ts";
import { isAtLeast } from "#core/review/refusal.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import { membershipOf, membershipsOf } from "#lib/db/identity/memberships.ts";
import { listProjects } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { isProjectVisible } from "../projects/access.ts";
import { query } from "../workspace.ts";

type Place = { readonly id: string; readonly slug: string; readonly name: string };
export type Desk = {
  readonly workspace: Place & { readonly isSample: boolean };
  readonly workspaces: Place[];
  readonly projects: Place[];
  readonly canMakeProject: boolean;
  /** Annotates or reviews: has work of their own to see. */
  readonly hasWork: boolean;
  readonly canReview: boolean;
};

/** As many as a switcher can show; the rest are found in the list of projects. */
const MOST_PROJECTS = 500;

/** What stands around every page of a workspace: where one is, and where else one could go. */
export async function desk(caller: Caller, workspace: string): Promise<Result<Desk, Failure>> {
  const here = await membershipOf(caller.principal.userId, workspace);
  if (!here) return fail(notFound("workspace"));
  const elsewhere = await membershipsOf(caller.principal.userId);
  return query(caller, here.workspaceId, async ({ tx, permit, actor }) => {
    const projects = await listProjects(tx, permit, { limit: MOST_PROJECTS, after: null });
    return ok({
      workspace: { id: here.workspaceId, slug: here.slug, name: here.name, isSample: here.isSample },
      workspaces: elsewhere.map(({ workspaceId, slug, name }) => ({ id: workspaceId, slug, name })),
      projects: projects
        .filter((project) => !project.archivedAt && isProjectVisible(actor, project))
        .map(({ id, slug, name }) => ({ id, slug, name })),
      canMakeProject: isAllowed("project:create", actor, { workspaceId: actor.workspaceId }),
      hasWork: isAtLeast(actor.role, "editor"),
      canReview: isAtLeast(actor.role, "reviewer"),
    });
  });
}
