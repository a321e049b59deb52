import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { Actor, ProjectObject } from "#lib/authz/objects.ts";
import { findProject, type ProjectRecord } from "#lib/db/projects.ts";
import { type Failure, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";

export function projectObject(
  actor: Actor,
  project: Pick<ProjectRecord, "restricted" | "memberIds">,
): ProjectObject {
  return {
    workspaceId: actor.workspaceId,
    project: { isRestricted: project.restricted, memberIds: project.memberIds },
  };
}

/** Who may read what is in a project sees it; who may edit it too, to be able to undo a restriction. */
export function isProjectVisible(actor: Actor, project: ProjectRecord): boolean {
  const object = projectObject(actor, project);
  return isAllowed("article:read", actor, object) || isAllowed("project:edit", actor, object);
}

/** A project whose articles the actor may read. */
export async function readableProject(
  { tx, permit, actor }: Inside,
  idOrSlug: string,
): Promise<Result<ProjectRecord, Failure>> {
  const project = await findProject(tx, permit, idOrSlug);
  const isReadable = project && isAllowed("article:read", actor, projectObject(actor, project));
  return isReadable ? ok(project) : fail(notFound("project"));
}

/** A project the actor may import into, held until the transaction ends so that no text comes in twice. */
export async function importableProject(
  { tx, permit, actor }: Inside,
  idOrSlug: string,
  { lock = true } = {},
): Promise<Result<{ project: ProjectRecord; permit: Permit<"article:import"> }, Failure>> {
  const project = await findProject(tx, permit, idOrSlug, { lock });
  if (!project) return fail(notFound("project"));
  const granted = authorize("article:import", actor, projectObject(actor, project));
  if (!granted.ok) return fail(notFound("project"));
  if (project.archivedAt) {
    return fail({
      kind: "conflict",
      code: "project-archived",
      detail: "The project is archived. Bring it back before adding articles to it.",
    });
  }
  return ok({ project, permit: granted.value });
}
