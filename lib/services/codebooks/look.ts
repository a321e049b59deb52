import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { ClaimToLookAtAnswer, Looked, LookQuery } from "#lib/contracts/codebooks.ts";
import { standingClaims } from "#lib/db/claims.ts";
import * as db from "#lib/db/codebook-claims.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { findProject } from "#lib/db/projects.ts";
import type { Caller } from "../caller.ts";
import { detailOf, type LoadedClaim, objectOf, readClaim } from "../claims/loaded.ts";
import { refused } from "../claims/refusals.ts";
import { pageOf, readCursor } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { readableProject } from "../projects/access.ts";
import { command, type Inside, query, type Writing } from "../workspace.ts";
import { type Needs, needsOf } from "./needs.ts";
import { labelIn, presentReason } from "./read.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** Claims of a project that its version of the codebook puts in question, as far as the caller may see them. */
export function list(
  caller: Caller,
  workspace: string,
  idOrSlug: string,
  { limit, after: cursor, category, looked }: LookQuery,
): Outcome<{ items: ClaimToLookAtAnswer[]; next: string | null }> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit } = inside;
    const project = await readableProject(inside, idOrSlug);
    if (!project.ok) return project;
    const after = readCursor("made", cursor);
    if (!after.ok) return after;
    const { id, codebookId, codebookVersion } = project.value;
    const pinned = await findCodebook(tx, permit, codebookId, codebookVersion);
    if (!pinned) throw new Error("a project pins a codebook version that is not there");
    const needs = await needsOf(inside, project.value, pinned);
    const page = { category, looked, limit: limit + 1, after: after.value?.id ?? null };
    const found = await db.claimsToLookAtIn(tx, permit, id, needs.pairs, page);
    const { rows, next } = pageOf(
      found.map((row) => ({ ...row, sortKey: "" })),
      limit,
      "made",
    );
    const lookable = await lookableAmong(
      inside,
      rows.map((row) => row.id),
    );
    return ok({ items: rows.map((row) => present(row, needs, labelIn(pinned), lookable.has(row.id))), next });
  });
}

async function lookableAmong({ tx, permit, actor }: Inside, ids: readonly string[]) {
  const standing = await standingClaims(tx, permit, ids);
  return new Set(
    [...standing].flatMap(([id, one]) =>
      isAllowed("assessment:write", actor, objectOf(actor.workspaceId, one.standing)) ? [id] : [],
    ),
  );
}

function present(
  row: db.ClaimToLookAt,
  { reasonsFor }: Needs,
  labelOf: (id: string) => string,
  mayLook: boolean,
): ClaimToLookAtAnswer {
  const { basis, categories, lookedBy, lookedAt, ...claim } = row;
  return {
    id: claim.id,
    articleId: claim.articleId,
    articleTitle: claim.articleTitle,
    state: claim.state,
    revision: claim.revision,
    statement: claim.statement,
    exact: claim.exact,
    categories: categories.map((category) => ({
      category,
      label: labelOf(category),
      reasons: reasonsFor(basis, category).map(presentReason),
    })),
    looked: lookedBy && lookedAt ? { by: lookedBy, at: lookedAt.toISOString() } : null,
    mayLook,
  };
}

/**
 * Somebody looked at a claim under its project's codebook and found that it stays as it is. No content, as an
 * assessment is none: whoever may assess it may say so. `ifMatch` is the revision that was looked at.
 */
export function put(caller: Caller, workspace: string, claimId: string, ifMatch: number): Outcome<Looked> {
  return command(caller, workspace, async (inside) => {
    const lookable = await lookableClaim(inside, claimId);
    if (!lookable.ok) return lookable;
    const { loaded, permit, version } = lookable.value;
    const { revision, removedAt } = loaded.claim;
    if (removedAt !== null) return fail(refused({ kind: "is-removed" }));
    if (revision !== ifMatch) return fail({ kind: "stale", current: detailOf(inside.actor, loaded) });
    await db.keepLook(inside.tx, permit, { claimId, revision, version, at: inside.at });
    tell(inside, loaded, "claim.looked_at", version);
    return ok({ claimId, revision, version });
  });
}

/** Takes it back: the claim is among those to look at again. */
export function remove(caller: Caller, workspace: string, claimId: string): Outcome<null> {
  return command(caller, workspace, async (inside) => {
    const lookable = await lookableClaim(inside, claimId);
    if (!lookable.ok) return lookable;
    const { loaded, permit, version } = lookable.value;
    await db.dropLook(inside.tx, permit, { claimId, revision: loaded.claim.revision, version });
    tell(inside, loaded, "claim.look_taken_back", version);
    return ok(null);
  });
}

async function lookableClaim(
  inside: Inside,
  claimId: string,
): Outcome<{ loaded: LoadedClaim; permit: Permit<"assessment:write">; version: number }> {
  const loaded = await readClaim(inside, claimId);
  if (!loaded.ok) return loaded;
  const granted = authorize("assessment:write", inside.actor, loaded.value.object);
  const project = await findProject(inside.tx, inside.permit, loaded.value.standing.projectId);
  if (!granted.ok || !project) return fail(notFound("claim"));
  return ok({ loaded: loaded.value, permit: granted.value, version: project.codebookVersion });
}

function tell({ journal, actor }: Writing, { claim }: LoadedClaim, kind: string, version: number): void {
  const { id, articleId, revision, state } = claim;
  journal.audit({
    action: kind,
    objectType: "claim",
    objectId: id,
    detail: { revision, codebookVersion: version },
  });
  const payload = { id, revision, state, userId: actor.userId };
  journal.announce({ kind, articleId, objectId: id, payload });
}
