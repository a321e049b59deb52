import { fail, ok, type Result } from "#core/result.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type { GoldInput, GoldItem, GoldOfArticle } from "#lib/contracts/calibration.ts";
import { type ArticleRecord, findArticle } from "#lib/db/articles.ts";
import * as db from "#lib/db/gold.ts";
import { findProject } from "#lib/db/projects.ts";
import { articleObject } from "../articles/access.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { projectObject } from "../projects/access.ts";
import { command, type Inside, query } from "../workspace.ts";
import { scoreEverybody } from "./score.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** The gold articles of a project. */
export function list(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
): Outcome<{ items: GoldItem[] }> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const project = await findProject(tx, permit, projectIdOrSlug);
    if (!project || !authorize("gold:manage", actor, projectObject(actor, project)).ok) {
      return fail(notFound("project"));
    }
    return ok({ items: (await db.goldItemsOf(tx, permit, project.id)).map(present) });
  });
}

/** What one article is, and could be. */
export function read(caller: Caller, workspace: string, articleId: string): Outcome<GoldOfArticle> {
  return query(caller, workspace, async (inside) => {
    const managed = await managedArticle(inside, articleId);
    if (!managed.ok) return managed;
    const { tx, permit } = inside;
    const item = await db.goldItemOf(tx, permit, articleId);
    const found = await db.goldCandidates(tx, permit, [articleId]);
    const candidates = found.map(({ articleId: _, ...candidate }) => candidate);
    return ok({ item: item && present(item), candidates });
  });
}

/** Names an article gold by one of the layers its namer may see, and scores who had finished it already. */
export function put(
  caller: Caller,
  workspace: string,
  articleId: string,
  { purpose, layerId }: GoldInput,
): Outcome<GoldItem> {
  return command(caller, workspace, async (inside) => {
    const managed = await managedArticle(inside, articleId, { lock: true });
    if (!managed.ok) return managed;
    const { tx, permit, at, journal } = inside;
    const { article, granted } = managed.value;
    if (article.project.mode !== "blind") {
      return fail(
        invalid("/layerId", "In a shared project all work in one layer, so there is nothing to compare."),
      );
    }
    const candidates = await db.goldCandidates(tx, permit, [articleId]);
    if (!candidates.some((candidate) => candidate.layerId === layerId)) {
      return fail(invalid("/layerId", "There is no such layer with claims in it that you may see."));
    }
    await db.putGoldItem(tx, granted, { articleId, projectId: article.projectId, purpose, layerId, at });
    const item = await db.goldItemOf(tx, permit, articleId);
    if (!item) return fail(notFound("article"));
    journal.audit({
      action: "gold.named",
      objectType: "article",
      objectId: articleId,
      detail: { purpose, layerId },
    });
    await scoreEverybody(inside, item);
    const after = await db.goldItemOf(tx, permit, articleId);
    return after ? ok(present(after)) : fail(notFound("article"));
  });
}

/** Makes an article like any other again. */
export function remove(caller: Caller, workspace: string, articleId: string): Outcome<null> {
  return command(caller, workspace, async (inside) => {
    const managed = await managedArticle(inside, articleId, { lock: true });
    if (!managed.ok) return managed;
    await db.dropGoldItem(inside.tx, managed.value.granted, articleId);
    inside.journal.audit({
      action: "gold.dropped",
      objectType: "article",
      objectId: articleId,
      detail: {},
    });
    return ok(null);
  });
}

async function managedArticle(
  { tx, permit, actor }: Inside,
  articleId: string,
  { lock = false } = {},
): Outcome<{ article: ArticleRecord; granted: Permit<"gold:manage"> }> {
  const article = await findArticle(tx, permit, articleId, { lock });
  if (!article || article.trashedAt) return fail(notFound("article"));
  const granted = authorize("gold:manage", actor, articleObject(actor, article));
  return granted.ok ? ok({ article, granted: granted.value }) : fail(notFound("article"));
}

function present({
  layer,
  createdAt,
  projectId: _project,
  versionId: _version,
  ...item
}: db.StoredGoldItem): GoldItem {
  return {
    ...item,
    layerKind: layer.kind,
    layerOwnerId: layer.ownerId,
    createdAt: createdAt.toISOString(),
  };
}
