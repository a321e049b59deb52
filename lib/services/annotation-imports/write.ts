import type { Permit } from "#lib/authz/authorize.ts";
import type { ImportResult } from "#lib/contracts/annotation-imports.ts";
import type { Made } from "#lib/db/annotation-imports.ts";
import { duplicatesOf } from "#lib/db/articles.ts";
import { insertClaims, type NewClaim } from "#lib/db/claim-writes.ts";
import {
  type ArticleWrite,
  beginWork,
  holdArticles,
  insertArticles,
  insertSources,
  type LayerWanted,
  layerKey,
  layersFor,
} from "#lib/db/import-writes.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import type { Inside, Journal } from "../workspace.ts";
import type { PlacedArticle } from "./place-articles.ts";
import type { Plan, PlannedClaim } from "./plan.ts";

/** Others did something meanwhile that the plan did not know of: it is made anew. */
export class PlanMoved extends Error {}

type Writing = Inside & { readonly journal: Journal };

export type WriteGround = {
  readonly project: ProjectRecord;
  readonly permit: Permit<"article:import">;
  readonly sourcePermit: Permit<"source:edit">;
  readonly importId: string;
  readonly submit: boolean;
  /** Told after every so many claims, outside of the transaction. */
  readonly onProgress: (claims: number) => Promise<void>;
};

export type Written = Made & { readonly result: ImportResult };

/** Claims of one statement: more would hold a large text of JSON, fewer would ask more often. */
const CHUNK = 2_000;
/** Characters of article text in one statement. */
const TEXT_CHUNK = 4_000_000;
const MOST_SHOWN = 1_000;

/** Stores a plan whole, in the transaction it is called in. Throws `PlanMoved` where the ground moved. */
export async function write(inside: Writing, ground: WriteGround, plan: Plan): Promise<Written> {
  const { tx, at } = inside;
  const claims = plan.claims.filter(({ isAlready }) => !isAlready);
  const placed = [...new Set(plan.articles.values())];
  const fresh = placed.flatMap(({ write: article }) => article ?? []);
  await hold(inside, ground, placed, fresh);
  for (const some of inTexts(fresh)) {
    expectAll(await insertArticles(tx, ground.permit, ground.project.id, at, some), some.length);
  }
  const layers = await layersOf(inside, ground, placed, claims);
  const sources = [...plan.sources.writes.values()].filter(({ id }) => plan.usedSources.has(id));
  for (const some of chunks(sources, CHUNK)) {
    expectAll(await insertSources(tx, ground.sourcePermit, at, some), some.length);
  }
  let done = 0;
  for (const some of chunks(claims, CHUNK)) {
    const rows = some.map((claim) => rowOf(inside, ground, claim, layers));
    expectAll(await insertClaims(tx, ground.permit, rows), rows.length);
    done += some.length;
    await ground.onProgress(done);
  }
  await began(inside, claims, layers);
  tell(inside, ground, { fresh, claims, layers });
  return {
    claimIds: claims.map(({ id }) => id),
    articleIds: fresh.map(({ id }) => id),
    sourceIds: sources.map(({ id }) => id),
    result: resultOf(plan, ground, { placed, claims, sourceCount: sources.length }),
  };
}

function expectAll(stored: number, wanted: number): void {
  if (stored !== wanted) throw new PlanMoved("an id was taken meanwhile");
}

/** The project is held, so no text comes in twice; articles that were there must be as they were. */
async function hold(
  { tx, permit }: Writing,
  { project }: WriteGround,
  placed: readonly PlacedArticle[],
  fresh: readonly ArticleWrite[],
): Promise<void> {
  const hashes = fresh.map(({ sha256 }) => sha256);
  if ((await duplicatesOf(tx, permit, project.id, hashes)).length > 0) {
    throw new PlanMoved("a text came in meanwhile");
  }
  const there = placed.filter(({ write: article }) => article === null);
  const held = await holdArticles(
    tx,
    permit,
    there.map(({ id, versionId }) => ({ id, versionId })),
  );
  if (held !== there.length) throw new PlanMoved("an article changed meanwhile");
}

function layersOf(
  { tx, actor }: Writing,
  { project, permit }: WriteGround,
  placed: readonly PlacedArticle[],
  claims: readonly PlannedClaim[],
): Promise<Map<string, string>> {
  const usual = project.mode === "shared" ? null : actor.userId;
  const own = placed.filter(({ write: article }) => article !== null).map(({ id }) => wanted(id, usual));
  const named = claims.map(({ article, owner }) => wanted(article.id, owner));
  const each = new Map([...own, ...named].map((layer) => [layerKey(layer), layer]));
  return layersFor(tx, permit, [...each.values()]);
}

function wanted(articleId: string, ownerId: string | null): LayerWanted {
  return { articleId, ownerId, kind: ownerId === null ? "shared" : "editor" };
}

const layerOf = ({ article, owner }: PlannedClaim, layers: ReadonlyMap<string, string>): string => {
  const layer = layers.get(layerKey({ articleId: article.id, ownerId: owner }));
  if (!layer) throw new Error("a layer just made is not there");
  return layer;
};

function rowOf(
  { actor, at }: Writing,
  { submit }: WriteGround,
  claim: PlannedClaim,
  layers: ReadonlyMap<string, string>,
): NewClaim & { readonly state: "draft" | "submitted" } {
  return {
    id: claim.id,
    articleId: claim.article.id,
    versionId: claim.article.versionId,
    layerId: layerOf(claim, layers),
    sameClaimAs: claim.sameClaimAs,
    groupId: claim.groupId,
    content: claim.content,
    wholeChain: claim.wholeChain,
    // What is put into somebody's own layer is theirs: four eyes counts it as their work.
    createdBy: claim.owner ?? actor.userId,
    at,
    state: submit ? "submitted" : "draft",
  };
}

async function began(
  { tx, permit, actor, at }: Writing,
  claims: readonly PlannedClaim[],
  layers: ReadonlyMap<string, string>,
): Promise<void> {
  const begun = new Map(
    claims.map((claim) => {
      const layerId = layerOf(claim, layers);
      return [layerId, { articleId: claim.article.id, layerId, userId: claim.owner ?? actor.userId }];
    }),
  );
  await beginWork(tx, permit, [...begun.values()], at);
}

type Came = {
  readonly fresh: readonly ArticleWrite[];
  readonly claims: readonly PlannedClaim[];
  readonly layers: ReadonlyMap<string, string>;
};

/** New articles as any import tells them; claims by one event an article and layer, not one a claim. */
function tell(
  { journal }: Writing,
  { project, importId }: WriteGround,
  { fresh, claims, layers }: Came,
): void {
  for (const { id, title, versionId, length, sha256, fileName } of fresh) {
    const original = { sha256, mediaType: "text/plain", fileName };
    journal.audit({
      action: "article.imported",
      objectType: "article",
      objectId: id,
      detail: { projectId: project.id, title, versionId, length, sha256, original, importId },
    });
    journal.announce({
      kind: "article.imported",
      articleId: id,
      objectId: id,
      payload: { projectId: project.id, revision: 1 },
    });
  }
  const told = new Map<string, { articleId: string; count: number }>();
  for (const claim of claims) {
    const layerId = layerOf(claim, layers);
    const before = told.get(layerId) ?? { articleId: claim.article.id, count: 0 };
    told.set(layerId, { ...before, count: before.count + 1 });
  }
  for (const [layerId, { articleId, count }] of told) {
    const payload = { layerId, count, importId };
    journal.announce({ kind: "claims.imported", articleId, objectId: null, payload });
  }
}

function resultOf(
  plan: Plan,
  { submit }: WriteGround,
  came: {
    readonly placed: readonly PlacedArticle[];
    readonly claims: readonly PlannedClaim[];
    readonly sourceCount: number;
  },
): ImportResult {
  const { placed, claims, sourceCount } = came;
  const counts = new Map<PlacedArticle, number>();
  for (const { article } of claims) counts.set(article, (counts.get(article) ?? 0) + 1);
  const created = placed.filter(({ write: article }) => article !== null).length;
  return {
    articles: { created, matched: placed.length - created },
    claims: {
      created: claims.length,
      submitted: submit ? claims.length : 0,
      already: plan.claims.length - claims.length,
      leftOut: plan.found - plan.claims.length,
    },
    sources: { created: sourceCount, matched: plan.sources.matched.size },
    idChangeCount: plan.idChanges.length,
    idChanges: plan.idChanges.slice(0, MOST_SHOWN),
    articleRows: placed.slice(0, MOST_SHOWN).map((article) => ({
      id: article.id,
      title: article.title,
      isNew: article.write !== null,
      claims: counts.get(article) ?? 0,
    })),
  };
}

function* chunks<T>(all: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += size) yield all.slice(from, from + size);
}

function* inTexts(articles: readonly ArticleWrite[]): Generator<readonly ArticleWrite[]> {
  let some: ArticleWrite[] = [];
  let length = 0;
  for (const article of articles) {
    if (some.length > 0 && length + article.length > TEXT_CHUNK) {
      yield some;
      [some, length] = [[], 0];
    }
    some.push(article);
    length += article.length;
  }
  if (some.length > 0) yield some;
}
