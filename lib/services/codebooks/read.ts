import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import { claimsToLookAt, codebookDiff, type LookReason } from "#core/provenance/codebook-diff.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type {
  CodebookAnswer,
  CodebookChanges,
  Codebooks,
  LookReasonAnswer,
  WholeVersion,
} from "#lib/contracts/codebooks.ts";
import { usesOfCategories } from "#lib/db/codebook-claims.ts";
import * as db from "#lib/db/codebooks.ts";
import { listProjects } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { isProjectVisible } from "../projects/access.ts";
import { type Inside, query } from "../workspace.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** More projects than a page shows; the list of projects has the rest. */
const MOST_PROJECTS = 500;

export function list(caller: Caller, workspace: string): Outcome<Codebooks> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const heads = await db.listCodebooks(tx, permit);
    return ok({ items: heads.map((head) => ({ ...head, createdAt: head.createdAt.toISOString() })) });
  });
}

/** A codebook as it is now, with its versions and where it is used, as far as the caller may see. */
export function read(caller: Caller, workspace: string, id: string): Outcome<CodebookAnswer> {
  return query(caller, workspace, (inside) => answerOf(inside, id));
}

/** The codebook of a workspace; there is one. */
export function readOnly(caller: Caller, workspace: string): Outcome<CodebookAnswer> {
  return query(caller, workspace, async (inside) => {
    const [only] = await db.listCodebooks(inside.tx, inside.permit);
    return only ? answerOf(inside, only.id) : fail(notFound("codebook"));
  });
}

export async function answerOf(inside: Inside, id: string): Outcome<CodebookAnswer> {
  const { tx, permit, actor } = inside;
  const versions = await db.codebookVersions(tx, permit, id);
  const newest = versions[0] && (await db.findCodebook(tx, permit, id, versions[0].version));
  if (!newest) return fail(notFound("codebook"));
  const projects = await listProjects(tx, permit, { limit: MOST_PROJECTS, after: null });
  return ok({
    codebook: contentOf(newest),
    versions: versions.map((version) => ({ ...version, createdAt: version.createdAt.toISOString() })),
    uses: await usesOfCategories(tx, permit),
    projects: projects
      .filter((project) => project.codebookId === id && isProjectVisible(actor, project))
      .map(({ id: projectId, slug, name, codebookVersion, archivedAt }) => ({
        ...{ id: projectId, slug, name, version: codebookVersion, archived: archivedAt !== null },
      })),
    mayEdit: isAllowed("codebook:edit", actor, { workspaceId: actor.workspaceId }),
  });
}

export function readVersion(
  caller: Caller,
  workspace: string,
  id: string,
  version: number,
): Outcome<WholeVersion> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const versions = await db.codebookVersions(tx, permit, id);
    const head = versions.find((one) => one.version === version);
    const codebook = head && (await db.findCodebook(tx, permit, id, version));
    if (!head || !codebook) return fail(notFound("version"));
    return ok({ ...head, createdAt: head.createdAt.toISOString(), codebook: contentOf(codebook) });
  });
}

/** What differs between two versions, in either direction. */
export function changes(
  caller: Caller,
  workspace: string,
  id: string,
  { from, to }: { readonly from: number; readonly to: number },
): Outcome<CodebookChanges> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const before = await db.findCodebook(tx, permit, id, from);
    const after = await db.findCodebook(tx, permit, id, to);
    return before && after ? ok(changesBetween(before, after)) : fail(notFound("version"));
  });
}

export function changesBetween(before: Codebook, after: Codebook): CodebookChanges {
  const diff = codebookDiff(before, after);
  return {
    from: before.version,
    to: after.version,
    categories: diff.map(({ fields, ...one }) => ({ ...one, fields: [...fields] })),
    look: [...claimsToLookAt(diff)].map(([category, reasons]) => ({
      category,
      reasons: reasons.map(presentReason),
    })),
  };
}

export function presentReason(reason: LookReason): LookReasonAnswer {
  if (reason.kind === "merged") return { kind: reason.kind, into: [reason.into] };
  return { kind: reason.kind, into: reason.kind === "split" ? [...reason.into] : [] };
}

/** The label of a category, for words about it; its id where the codebook does not know it. */
export const labelIn = (codebook: Codebook) => (id: string) => categoryOf(codebook, id)?.label ?? id;

const contentOf = ({ families, categories, ...head }: Codebook) => ({
  ...head,
  families: [...families],
  categories: [...categories],
});
