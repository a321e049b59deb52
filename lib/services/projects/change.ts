import { categoryOf } from "#core/provenance/codebook.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { Project, ProjectPatch } from "#lib/contracts/workspaces.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { membersAmong } from "#lib/db/identity/members.ts";
import * as db from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, type FieldError, notFound } from "../failure.ts";
import { command, type Inside } from "../workspace.ts";
import { projectObject } from "./access.ts";
import { projectAnswer } from "./answer.ts";

/** Changes a project's name, rules or members. `revision` is the one the caller has read. */
export function changeProject(
  caller: Caller,
  workspace: string,
  idOrSlug: string,
  revision: number,
  patch: ProjectPatch,
): Promise<Result<Project, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, permit, actor, at, journal } = inside;
    const before = await db.findProject(tx, permit, idOrSlug, { lock: true });
    if (!before) return fail(notFound("project"));
    const granted = authorize("project:edit", actor, projectObject(actor, before));
    if (!granted.ok) return fail(notFound("project"));
    if (before.revision !== revision) return fail({ kind: "stale", current: projectAnswer(actor, before) });
    const errors = await problemsOf(inside, before, patch);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    await db.updateProject(tx, granted.value, before.id, changeOf(before, patch, actor.userId, at), at);
    const after = await db.findProject(tx, permit, before.id);
    if (!after) return fail(notFound("project"));
    const payload = { projectId: before.id, revision: after.revision };
    journal.audit({
      action: "project.changed",
      objectType: "project",
      objectId: before.id,
      detail: { before: facts(before), after: facts(after) },
    });
    journal.announce({ kind: "project.changed", articleId: null, objectId: before.id, payload });
    return ok(projectAnswer(actor, after));
  });
}

async function problemsOf(
  { tx, permit }: Inside,
  project: db.ProjectRecord,
  patch: ProjectPatch,
): Promise<FieldError[]> {
  const { disabledCategories = [], memberIds = [] } = patch;
  const codebook = await findCodebook(tx, permit, project.codebookId, project.codebookVersion);
  const members = new Set((await membersAmong(tx, permit, memberIds)).map(({ userId }) => userId));
  return [
    ...disabledCategories.flatMap((category, index) =>
      codebook && categoryOf(codebook, category)
        ? []
        : [{ pointer: `/disabledCategories/${index}`, message: `“${category}” is not in the codebook` }],
    ),
    ...memberIds.flatMap((id, index) =>
      members.has(id)
        ? []
        : [{ pointer: `/memberIds/${index}`, message: "is not a member of this workspace" }],
    ),
  ];
}

function changeOf(
  before: db.ProjectRecord,
  { archived, ...patch }: ProjectPatch,
  actorId: string,
  at: Date,
): db.ProjectChange {
  const archive = archived === undefined ? {} : { archivedAt: archived ? (before.archivedAt ?? at) : null };
  const lists = {
    ...(patch.disabledCategories && { disabledCategories: [...new Set(patch.disabledCategories)] }),
    ...(patch.memberIds && { memberIds: [...new Set(patch.memberIds)] }),
  };
  // Whoever restricts a project without naming anybody would lock themselves out of it.
  const isLockedOut = patch.restricted && !patch.memberIds && before.memberIds.length === 0;
  return { ...patch, ...lists, ...archive, ...(isLockedOut && { memberIds: [actorId] }) };
}

/** What of a project is worth keeping on record. */
function facts(project: db.ProjectRecord) {
  const { name, description, approvalsNeeded, layersPerArticle } = project;
  const { restricted, memberIds, disabledCategories } = project;
  return {
    ...{ name, description, approvalsNeeded, layersPerArticle, restricted, memberIds, disabledCategories },
    isArchived: project.archivedAt !== null,
  };
}
