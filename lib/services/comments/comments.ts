import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type { Comment, CommentInput, CommentPatch } from "#lib/contracts/claims.ts";
import { touchArticle } from "#lib/db/claim-places.ts";
import { commentsOn, insertComment, type StoredComment, saveComment } from "#lib/db/comments.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type LoadedClaim, readClaim } from "../claims/loaded.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };

/** The comments on a claim, oldest first. */
export function list(
  caller: Caller,
  workspace: string,
  claimId: string,
): Outcome<{ items: Comment[]; next: null }> {
  return query(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    return ok({ items: await commentsOn(inside.tx, inside.permit, claimId), next: null });
  });
}

/** Says something about a claim, or answers what was said. */
export function add(
  caller: Caller,
  workspace: string,
  claimId: string,
  body: CommentInput,
): Outcome<Comment> {
  return command(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, claimId);
    if (!loaded.ok) return loaded;
    const permit = authorize("comment:write", inside.actor, loaded.value.object);
    if (!permit.ok) return fail(notFound("claim"));
    return addTo(inside, loaded.value, permit.value, body);
  });
}

async function addTo(
  inside: Writing,
  loaded: LoadedClaim,
  permit: Permit<"comment:write">,
  { id = newId(), parentId, body }: CommentInput,
): Outcome<Comment> {
  const { id: claimId, articleId } = loaded.claim;
  const before = await commentsOn(inside.tx, permit, claimId);
  const repeated = before.find((one) => one.id === id);
  if (repeated) return isRepeat(repeated, inside, { parentId, body }) ? ok(repeated) : fail(idTaken);
  if (parentId !== null && !before.some((one) => one.id === parentId)) {
    return fail(invalid("/parentId", "There is no such comment on this claim to answer."));
  }
  const comment = { id, articleId, claimId, parentId, body };
  if (!(await insertComment(inside.tx, permit, comment, inside.at))) return fail(idTaken);
  await tell(inside, loaded, id, "add", "added");
  return answer(inside, claimId, id);
}

/** Changes one's own words; whoever may comment may also close a thread, or open it again. */
export function edit(
  caller: Caller,
  workspace: string,
  claimId: string,
  id: string,
  { body, resolved }: CommentPatch,
): Outcome<Comment> {
  return command(caller, workspace, async (inside) => {
    const found = await find(inside, claimId, id, body === undefined ? "comment:write" : "comment:edit");
    if (!found.ok) return found;
    const { loaded, permit } = found.value;
    await saveComment(inside.tx, permit, id, { body, isResolved: resolved }, inside.at);
    const [action, kind] =
      body === undefined ? (["resolve", "resolved"] as const) : (["edit", "edited"] as const);
    await tell(inside, loaded, id, action, kind);
    return answer(inside, claimId, id);
  });
}

/** Takes one's own words back. */
export function remove(caller: Caller, workspace: string, claimId: string, id: string): Outcome<null> {
  return command(caller, workspace, async (inside) => {
    const found = await find(inside, claimId, id, "comment:edit");
    if (!found.ok) return found;
    await saveComment(inside.tx, found.value.permit, id, { isRemoved: true }, inside.at);
    await tell(inside, found.value.loaded, id, "remove", "removed");
    return ok(null);
  });
}

const idTaken = conflict("id-taken", "This id names another comment already. Make a new one.");

function isRepeat(comment: StoredComment, { actor }: Inside, { body, parentId }: CommentInput): boolean {
  return comment.createdBy === actor.userId && comment.body === body && comment.parentId === parentId;
}

type Found = { loaded: LoadedClaim; permit: Permit<"comment:write" | "comment:edit"> };

async function find(
  inside: Inside,
  claimId: string,
  id: string,
  action: "comment:write" | "comment:edit",
): Outcome<Found> {
  const loaded = await readClaim(inside, claimId);
  if (!loaded.ok) return loaded;
  const comment = (await commentsOn(inside.tx, inside.permit, claimId)).find((one) => one.id === id);
  if (!comment || comment.removedAt !== null) return fail(notFound("comment"));
  const { workspaceId, project, layer } = loaded.value.object;
  const object = { workspaceId, project, layer, comment: { createdBy: comment.createdBy } };
  const permit = authorize(action, inside.actor, object);
  return permit.ok ? ok({ loaded: loaded.value, permit: permit.value }) : fail(notFound("comment"));
}

async function answer({ tx, permit }: Inside, claimId: string, id: string): Outcome<Comment> {
  const comment = (await commentsOn(tx, permit, claimId)).find((one) => one.id === id);
  return comment ? ok(comment) : fail(notFound("comment"));
}

async function tell(
  { tx, permit, at, journal }: Writing,
  { claim }: LoadedClaim,
  id: string,
  action: string,
  kind: string,
): Promise<void> {
  const { articleId } = claim;
  await touchArticle(tx, permit, articleId, at);
  journal.audit({
    action: `comment.${action}`,
    objectType: "comment",
    objectId: id,
    detail: { claimId: claim.id },
  });
  journal.announce({ kind: `comment.${kind}`, articleId, objectId: id, payload: { id, claimId: claim.id } });
}
