import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { Project, ProjectCreate } from "#lib/contracts/workspaces.ts";
import { newestCodebook } from "#lib/db/codebooks.ts";
import * as db from "#lib/db/projects.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { freeSlug, slugOf } from "../slug.ts";
import { command, type Inside, type Journal } from "../workspace.ts";
import { projectAnswer } from "./answer.ts";

/** Makes a project under the newest codebook. The same `id` again answers the project that is there. */
export function createProject(
  caller: Caller,
  workspace: string,
  input: ProjectCreate,
): Promise<Result<Project, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const granted = authorize("project:create", actor, { workspaceId: actor.workspaceId });
    if (!granted.ok) return fail(notFound("workspace"));
    const existing = input.id === undefined ? null : await db.findProject(tx, permit, input.id);
    if (existing) return ok(projectAnswer(actor, existing));
    const slug = await chooseSlug(inside, input);
    if (!slug.ok) return slug;
    const codebook = await newestCodebook(tx, permit);
    if (!codebook) throw new Error("the workspace has no codebook");
    const id = input.id ?? newId();
    await db.insertProject(tx, granted.value, {
      ...{ id, slug: slug.value, name: input.name, description: input.description, mode: input.mode },
      ...{
        approvalsNeeded: input.approvalsNeeded,
        layersPerArticle: input.layersPerArticle,
        codebookId: codebook.id,
        codebookVersion: codebook.version,
      },
      ...{ createdBy: actor.userId, at: inside.at },
    });
    record(inside.journal, id, input.name);
    const project = await db.findProject(tx, permit, id);
    return project ? ok(projectAnswer(actor, project)) : fail(notFound("project"));
  });
}

async function chooseSlug({ tx, permit }: Inside, input: ProjectCreate): Promise<Result<string, Failure>> {
  const base = input.slug ?? slugOf(input.name, "project");
  const taken = await db.slugsLike(tx, permit, base);
  if (input.slug === undefined) return ok(freeSlug(base, taken));
  if (!taken.has(base)) return ok(base);
  return fail({
    kind: "conflict",
    code: "slug-taken",
    detail: `Another project of this workspace has the address “${base}”. Choose another.`,
  });
}

function record(journal: Journal, id: string, name: string): void {
  journal.audit({ action: "project.created", objectType: "project", objectId: id, detail: { name } });
  journal.announce({ kind: "project.created", articleId: null, objectId: id, payload: { projectId: id } });
}
