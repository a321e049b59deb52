import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed } from "#lib/authz/authorize.ts";
import type { ProjectCodebook, SwitchInput } from "#lib/contracts/codebooks.ts";
import type { Project } from "#lib/contracts/workspaces.ts";
import { categoriesBeyond, lookCounts, lookTotal } from "#lib/db/codebook-claims.ts";
import { codebookVersions, findCodebook } from "#lib/db/codebooks.ts";
import { findProject, type ProjectRecord, updateProject } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { isProjectVisible, projectObject } from "../projects/access.ts";
import { projectAnswer } from "../projects/answer.ts";
import { command, type Inside, query } from "../workspace.ts";
import { type Needs, needsOf } from "./needs.ts";
import { labelIn, presentReason } from "./read.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** The version a project has and, under it or another one, which claims are worth another look. */
export function read(
  caller: Caller,
  workspace: string,
  idOrSlug: string,
  asked: number | undefined,
): Outcome<ProjectCodebook> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const project = await findProject(tx, permit, idOrSlug);
    if (!project || !isProjectVisible(actor, project)) return fail(notFound("project"));
    const { codebookId, codebookVersion: pinned } = project;
    const target = await findCodebook(tx, permit, codebookId, asked ?? pinned);
    const [newest] = await codebookVersions(tx, permit, codebookId);
    if (!target || !newest) return fail(notFound("version"));
    const needs = await needsOf(inside, project, target);
    const counts = await lookCounts(tx, permit, project.id, needs.pairs);
    const labelOf = labelIn(target);
    return ok({
      ...{ codebookId, pinned, newest: newest.version, version: target.version },
      categories: counts.map((count) => ({
        ...count,
        label: labelOf(count.category),
        reasons: reasonsOf(needs, count.category),
      })),
      ...(await lookTotal(tx, permit, project.id, needs.pairs)),
      maySwitch: isAllowed("project:edit", actor, projectObject(actor, project)),
    });
  });
}

/** Every reason for a category, whichever version its claims were made by, each once. */
function reasonsOf({ pairs, reasonsFor }: Needs, category: string) {
  const reasons = pairs
    .filter((pair) => pair.category === category)
    .flatMap(({ basis }) => reasonsFor(basis, category).map(presentReason));
  return [...new Map(reasons.map((reason) => [JSON.stringify(reason), reason])).values()];
}

/**
 * Pins another version. No claim is changed: those that it puts in question are listed. It is undone by switching back,
 * unless claims were given a category meanwhile that the older version does not have.
 */
export function switchTo(
  caller: Caller,
  workspace: string,
  idOrSlug: string,
  revision: number,
  { version }: SwitchInput,
): Outcome<Project> {
  return command(caller, workspace, async (inside) => {
    const { tx, permit, actor, at, journal } = inside;
    const before = await findProject(tx, permit, idOrSlug, { lock: true });
    if (!before) return fail(notFound("project"));
    const granted = authorize("project:edit", actor, projectObject(actor, before));
    if (!granted.ok) return fail(notFound("project"));
    if (before.revision !== revision) return fail({ kind: "stale", current: projectAnswer(actor, before) });
    const fits = await fitsVersion(inside, before, version);
    if (!fits.ok) return fits;
    await updateProject(tx, granted.value, before.id, { codebookVersion: version }, at);
    const after = await findProject(tx, permit, before.id);
    if (!after) return fail(notFound("project"));
    journal.audit({
      action: "project.codebook_switched",
      objectType: "project",
      objectId: before.id,
      detail: { codebookId: before.codebookId, from: before.codebookVersion, to: version },
    });
    const payload = { projectId: before.id, revision: after.revision, codebookVersion: version };
    journal.announce({ kind: "project.codebook_switched", articleId: null, objectId: before.id, payload });
    return ok(projectAnswer(actor, after));
  });
}

async function fitsVersion(
  { tx, permit }: Inside,
  { id, codebookId, codebookVersion }: ProjectRecord,
  version: number,
): Outcome<true> {
  if (version === codebookVersion) return fail(invalid("/version", "The project has this version already."));
  const target = await findCodebook(tx, permit, codebookId, version);
  if (!target) return fail(invalid("/version", "The codebook has no such version."));
  const known = target.categories.map((category) => category.id);
  const beyond = await categoriesBeyond(tx, permit, { projectId: id }, known);
  if (beyond.length === 0) return ok(true);
  return fail({
    kind: "conflict",
    code: "category-in-use",
    detail: `Claims of the project name what version ${version} does not have: ${beyond.join(", ")}.`,
    current: { categories: beyond },
  });
}
