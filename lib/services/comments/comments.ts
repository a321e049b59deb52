import { fail, ok, type Result } from "#core/result.ts";
import { isAtLeast } from "#core/review/refusal.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type {
  ArticleCommentInput,
  Comment,
  CommentHistory,
  CommentInput,
  CommentPatch,
} from "#lib/contracts/comments.ts";
import { touchArticle } from "#lib/db/claim-places.ts";
import * as db from "#lib/db/comments.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { notify, readersAmong } from "../notifications/notify.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { type Place, placeInArticle, placeOf, placeOnClaim } from "./places.ts";
import { presentComment } from "./present.ts";
import { checkedSpan } from "./span.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };
type Page = { items: Comment[]; next: null };

/** The comments on a claim, oldest first. */
export function list(caller: Caller, workspace: string, claimId: string): Outcome<Page> {
  return query(caller, workspace, async (inside) => {
    const place = await placeOnClaim(inside, claimId);
    if (!place.ok) return place;
    return ok(pageOf(await db.commentsOn(inside.tx, inside.permit, claimId)));
  });
}

/** Everything said in an article that the caller may see, oldest first. */
export function listInArticle(caller: Caller, workspace: string, articleId: string): Outcome<Page> {
  return query(caller, workspace, async (inside) => {
    const place = await placeInArticle(inside, articleId);
    if (!place.ok) return place;
    return ok(pageOf(await db.commentsIn(inside.tx, inside.permit, articleId)));
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
    const place = await placeOnClaim(inside, claimId);
    return place.ok ? addAt(inside, place.value, body) : place;
  });
}

/** Says something about an article or some of its words, or answers what was said. */
export function addInArticle(
  caller: Caller,
  workspace: string,
  articleId: string,
  body: ArticleCommentInput,
): Outcome<Comment> {
  return command(caller, workspace, async (inside) => {
    const place = await placeInArticle(inside, articleId);
    return place.ok ? addAt(inside, place.value, body) : place;
  });
}

async function addAt(
  inside: Writing,
  place: Place,
  { id = newId(), ...input }: CommentInput & Pick<ArticleCommentInput, "span" | "versionId">,
): Outcome<Comment> {
  const { tx, actor, at } = inside;
  const permit = authorize("comment:write", actor, place.object);
  if (!permit.ok) return fail(notFound(place.claimId === null ? "article" : "claim"));
  const repeated = await db.commentById(tx, permit.value, id);
  if (repeated) return isRepeat(repeated, inside, input) ? ok(presentComment(repeated)) : fail(idTaken);
  const thread = await threadOf(inside, place, input.parentId);
  if (!thread.ok) return thread;
  const span = await checkedSpan(inside, place.articleId, input);
  if (!span.ok) return span;
  const { articleId, claimId } = place;
  const { body, parentId } = input;
  const mentions = await mentionable(inside, place, input.mentions);
  if (!mentions.ok) return mentions;
  const comment = { id, articleId, claimId, parentId, body, mentions: mentions.value, span: span.value };
  if (!(await db.insertComment(tx, permit.value, comment, at))) return fail(idTaken);
  await tell(inside, place, id, "add", "added");
  const reply = thread.value.map(({ createdBy }) => createdBy);
  await notify(inside, subject(place, id), { mention: mentions.value, reply, comment: place.authors });
  return answer(inside, id);
}

/** Changes one's own words; whoever may comment may also close a thread, or open it again. */
export function edit(caller: Caller, workspace: string, id: string, patch: CommentPatch): Outcome<Comment> {
  const { body, mentions = [], resolved } = patch;
  return command(caller, workspace, async (inside) => {
    const found = await find(inside, id, body === undefined ? "comment:write" : "comment:edit");
    if (!found.ok) return found;
    const written = body === undefined ? ok(null) : await rewrite(inside, found.value, body, mentions);
    if (!written.ok) return written;
    if (resolved !== undefined) {
      await db.resolveComment(inside.tx, found.value.permit, id, resolved, inside.at);
      const [action, kind] = resolved
        ? (["resolve", "resolved"] as const)
        : (["reopen", "reopened"] as const);
      await tell(inside, found.value.place, id, action, kind);
    }
    return answer(inside, id);
  });
}

async function rewrite(
  inside: Writing,
  { comment, place, permit }: Found,
  body: string,
  mentions: readonly string[],
): Outcome<null> {
  const spoken = await mentionable(inside, place, mentions);
  if (!spoken.ok) return spoken;
  await db.rewriteComment(inside.tx, permit, comment, { body, mentions: spoken.value }, inside.at);
  await tell(inside, place, comment.id, "edit", "edited");
  const added = spoken.value.filter((userId) => !comment.mentions.includes(userId));
  await notify(inside, subject(place, comment.id), { mention: added });
  return ok(null);
}

/** Takes one's own words back. */
export function remove(caller: Caller, workspace: string, id: string): Outcome<null> {
  return command(caller, workspace, async (inside) => {
    const found = await find(inside, id, "comment:edit");
    if (!found.ok) return found;
    const { comment, place, permit } = found.value;
    await db.removeComment(inside.tx, permit, comment, inside.at);
    await tell(inside, place, id, "remove", "removed");
    return ok(null);
  });
}

/** What a comment said before. Words that were taken back are shown to who wrote them and to admins only. */
export function history(caller: Caller, workspace: string, id: string): Outcome<CommentHistory> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const comment = await db.commentById(tx, permit, id);
    if (!comment || !(await placeOf(inside, comment)).ok) return fail(notFound("comment"));
    const mayRead =
      comment.removedAt === null || comment.createdBy === actor.userId || isAtLeast(actor.role, "admin");
    return mayRead ? ok({ items: await db.commentHistory(tx, permit, id) }) : fail(notFound("comment"));
  });
}

const idTaken = conflict("id-taken", "This id names another comment already. Make a new one.");

function isRepeat(
  comment: db.StoredComment,
  { actor }: Inside,
  { body, parentId }: Pick<CommentInput, "body" | "parentId">,
): boolean {
  return comment.createdBy === actor.userId && comment.body === body && comment.parentId === parentId;
}

/** The comments of the thread that is answered; none where a new one begins. */
async function threadOf(
  { tx, permit }: Inside,
  { articleId, claimId }: Place,
  parentId: string | null,
): Outcome<readonly db.StoredComment[]> {
  if (parentId === null) return ok([]);
  const all =
    claimId === null
      ? (await db.commentsIn(tx, permit, articleId)).filter((one) => one.claimId === null)
      : await db.commentsOn(tx, permit, claimId);
  const thread = all.filter((one) => one.id === parentId || one.parentId === parentId);
  if (thread.some(({ id, parentId: above }) => id === parentId && above === null)) return ok(thread);
  return fail(
    invalid("/parentId", "There is no such comment here to answer. Answer the first of its thread."),
  );
}

/** Only those who can see what is said are spoken to: whoever cannot would never hear of it. */
async function mentionable(
  inside: Inside,
  { object: { project, layer } }: Place,
  userIds: readonly string[],
): Outcome<string[]> {
  const wanted = [...new Set(userIds)];
  const readers = await readersAmong(inside, { project, layer }, wanted);
  const errors = wanted.flatMap((userId) =>
    readers.includes(userId)
      ? []
      : [
          {
            pointer: `/mentions/${userIds.indexOf(userId)}`,
            message: "This person cannot see what is said here.",
          },
        ],
  );
  return errors.length === 0 ? ok(readers) : fail({ kind: "invalid", errors });
}

type Found = {
  readonly comment: db.StoredComment;
  readonly place: Place;
  readonly permit: Permit<"comment:write" | "comment:edit">;
};

async function find(inside: Inside, id: string, action: "comment:write" | "comment:edit"): Outcome<Found> {
  const comment = await db.commentById(inside.tx, inside.permit, id);
  const place = comment && comment.removedAt === null ? await placeOf(inside, comment) : null;
  if (!comment || !place?.ok) return fail(notFound("comment"));
  const object = { ...place.value.object, comment: { createdBy: comment.createdBy } };
  const permit = authorize(action, inside.actor, object);
  return permit.ok ? ok({ comment, place: place.value, permit: permit.value }) : fail(notFound("comment"));
}

async function answer({ tx, permit }: Inside, id: string): Outcome<Comment> {
  const comment = await db.commentById(tx, permit, id);
  return comment ? ok(presentComment(comment)) : fail(notFound("comment"));
}

function subject({ articleId, claimId, object: { project, layer } }: Place, commentId: string) {
  return { articleId, claimId, commentId, project, layer };
}

async function tell(
  { tx, permit, at, journal }: Writing,
  { articleId, claimId }: Place,
  id: string,
  action: string,
  kind: string,
): Promise<void> {
  await touchArticle(tx, permit, articleId, at);
  const detail = { articleId, claimId };
  journal.audit({ action: `comment.${action}`, objectType: "comment", objectId: id, detail });
  journal.announce({
    kind: `comment.${kind}`,
    articleId,
    objectId: id,
    payload: { id, ...(claimId === null ? {} : { claimId }) },
  });
}

function pageOf(comments: readonly db.StoredComment[]): Page {
  return { items: comments.map(presentComment), next: null };
}
