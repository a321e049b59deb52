import { releaseStanding } from "#core/assignment/release.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize, isAllowed } from "#lib/authz/authorize.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type {
  ArticleLayers,
  ArticlesRelease,
  LayersRelease,
  ReleaseOutcomes,
} from "#lib/contracts/layers.ts";
import * as db from "#lib/db/layer-release.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { notify } from "../notifications/notify.ts";
import { readableProject } from "../projects/access.ts";
import { command, type Inside, query, type Writing } from "../workspace.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Coded = db.CodedArticle;
type ReleaseOutcome = ReleaseOutcomes["items"][number]["outcome"];

/** The layers of an article that one may see; whoever may release them knows of each how far it is, and no more. */
export function ofArticle(caller: Caller, workspace: string, articleId: string): Outcome<ArticleLayers> {
  return query(caller, workspace, async (inside) => {
    const [article] = await db.codedArticles(inside.tx, inside.permit, [articleId]);
    return article && isReadable(inside.actor, article)
      ? ok(present(inside.actor, article))
      : fail(notFound("article"));
  });
}

/** Shows the layers of one article to all who may read it. */
export function releaseOne(
  caller: Caller,
  workspace: string,
  articleId: string,
  input: LayersRelease,
): Outcome<ArticleLayers> {
  return command(caller, workspace, async (inside) => {
    const [article] = await held(inside, [articleId]);
    if (!article || !mayRelease(inside.actor, article)) return fail(notFound("article"));
    const reason = reasonOf(input);
    if (!reason.ok) return reason;
    const outcome = await release(inside, article, input.force, reason.value);
    if (outcome !== "released") return fail(refusals[outcome]);
    const [after] = await db.codedArticles(inside.tx, inside.permit, [articleId]);
    return after ? ok(present(inside.actor, after)) : fail(notFound("article"));
  });
}

/** Shows the layers of those of the articles whose coders have finished, or with force of all; says of each which. */
export function releaseSome(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
  { articleIds, ...input }: ArticlesRelease,
): Outcome<ReleaseOutcomes> {
  return command(caller, workspace, async (inside) => {
    const project = await readableProject(inside, projectIdOrSlug);
    if (!project.ok) return project;
    const { restricted: isRestricted, memberIds } = project.value;
    const object = { workspaceId: inside.actor.workspaceId, project: { isRestricted, memberIds } };
    if (!authorize("layer:release", inside.actor, object).ok) return fail(notFound("project"));
    const reason = reasonOf(input);
    if (!reason.ok) return reason;
    const articles = new Map((await held(inside, articleIds)).map((article) => [article.id, article]));
    const errors = articleIds.flatMap((id, at) =>
      articles.get(id)?.projectId === project.value.id ? [] : [missing(at)],
    );
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    const items: ReleaseOutcomes["items"] = [];
    for (const [articleId, article] of articles) {
      items.push({ articleId, outcome: await release(inside, article, input.force, reason.value) });
    }
    return ok({ items });
  });
}

const missing = (at: number) => ({
  pointer: `/articleIds/${at}`,
  message: "There is no such article in this project.",
});

async function held({ tx, permit }: Inside, ids: readonly string[]): Promise<Coded[]> {
  const found = await db.codedArticles(tx, permit, ids, { lock: true });
  return found.filter(({ isTrashed }) => !isTrashed);
}

/** Before its time it is released with a reason, which stays on record. */
function reasonOf({ force, reason }: LayersRelease): Result<string, Failure> {
  return force && reason === ""
    ? fail(invalid("/reason", "Say why it is released before everybody has finished."))
    : ok(force ? reason : "");
}

/** On the record, told to all who code the article. */
async function release(
  inside: Writing,
  article: Coded,
  force: boolean,
  reason: string,
): Promise<ReleaseOutcome> {
  const { tx, actor, at, journal } = inside;
  const standing = article.mode === "blind" ? releaseStanding(article.standing) : "empty";
  if (standing === "released") return "already";
  if (standing === "empty" || (standing === "unfinished" && !force)) return standing;
  const object = { workspaceId: actor.workspaceId, project: article.project };
  const granted = authorize("layer:release", actor, object);
  if (!granted.ok) return "empty";
  const isForced = standing === "unfinished";
  const why = isForced ? reason : "";
  const layerIds = await db.releaseLayers(tx, granted.value, article.id, why, at);
  const { id: articleId, projectId } = article;
  journal.audit({
    action: "layers.released",
    objectType: "article",
    objectId: articleId,
    detail: { projectId, layerIds, isForced, reason: why, standing: { ...article.standing } },
  });
  journal.announce({
    kind: "layers.released",
    articleId,
    objectId: articleId,
    payload: { projectId, layers: layerIds.length },
  });
  const owners = article.layers.flatMap(({ ownerId }) => ownerId ?? []);
  const coders = [...new Set([...owners, ...article.waiting.map(({ userId }) => userId)])];
  await notify(inside, { articleId, project: article.project, layer: null }, { released: coders });
  return "released";
}

function isReadable(actor: Actor, { project, isTrashed }: Coded): boolean {
  const object = { workspaceId: actor.workspaceId, project, article: { importedBy: "" } };
  return !isTrashed && isAllowed("article:read", actor, object);
}

const mayRelease = (actor: Actor, { project }: Coded): boolean =>
  isAllowed("layer:release", actor, { workspaceId: actor.workspaceId, project });

function present(actor: Actor, article: Coded): ArticleLayers {
  const { id: articleId, standing, waiting } = article;
  const seesAll = mayRelease(actor, article) && article.mode === "blind";
  const items = article.layers
    .map(({ isBegun, ...layer }) => ({ isBegun, ...layer, isVisible: isLayerVisible(actor, layer) }))
    .filter(({ isBegun, isVisible }) => isVisible || (seesAll && isBegun))
    .map(({ isBegun: _isBegun, ...layer }) => layer);
  if (!seesAll) return { articleId, items, coding: null };
  const coding = { ...standing, standing: releaseStanding(standing), waitingFor: [...waiting] };
  return { articleId, items, coding };
}

const conflict = (code: string, detail: string): Failure => ({ kind: "conflict", code, detail });
const refusals: Readonly<Record<Exclude<ReleaseOutcome, "released">, Failure>> = {
  unfinished: conflict(
    "layers-unfinished",
    "Not everybody who codes this article has finished. Wait for them, or release it now with a reason.",
  ),
  already: conflict("nothing-to-release", "The layers of this article are released already."),
  empty: conflict("nothing-to-release", "Nobody has marked anything in this article alone."),
};
