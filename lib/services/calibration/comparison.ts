import type { GoldUnit } from "#core/calibration/compare.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { GoldComparison } from "#lib/contracts/calibration.ts";
import { findArticle } from "#lib/db/articles.ts";
import { type ChainedClaim, claimsById } from "#lib/db/claims.ts";
import { commentsOn } from "#lib/db/comments.ts";
import * as db from "#lib/db/gold.ts";
import { readingOf } from "#lib/db/review-queue.ts";
import { sourceNames } from "#lib/db/sources.ts";
import { isArticleReadable } from "../articles/access.ts";
import type { Caller } from "../caller.ts";
import { presentClaim } from "../claims/present.ts";
import { presentComment } from "../comments/present.ts";
import { type Failure, notFound } from "../failure.ts";
import { type Inside, query } from "../workspace.ts";
import { unitsAgainst } from "./score.ts";

/**
 * A training article's gold layer beside the caller's own. Their first finished layer has been scored by then, so that
 * seeing the answer can change no score; before that, and for a check, there is nothing to see.
 */
export function comparison(
  caller: Caller,
  workspace: string,
  articleId: string,
): Promise<Result<GoldComparison, Failure>> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const article = await findArticle(tx, permit, articleId);
    if (!article || article.trashedAt || !isArticleReadable(actor, article)) return fail(notFound("article"));
    const item = await db.goldItemOf(tx, permit, articleId);
    const scores = await db.scoresIn(tx, permit, article.projectId, actor.userId);
    const score = scores.find((one) => one.articleId === articleId);
    const layerId = await db.ownLayerOf(tx, permit, articleId);
    if (item?.purpose !== "training" || score?.purpose !== "training" || !layerId) {
      return fail(notFound("comparison"));
    }
    const units = await unitsAgainst(inside, item, layerId);
    const ids = units.flatMap(({ gold, own }) => [gold, own].flatMap((claim) => claim?.id ?? []));
    const claims = await claimsById(tx, permit, ids);
    const byId = new Map(claims.map((claim) => [claim.id, claim]));
    return ok({
      articleId,
      articleTitle: article.title,
      score: score.score,
      scoredAt: score.scoredAt.toISOString(),
      units: await Promise.all(units.map((unit) => presentUnit(inside, unit, byId))),
      words: await wordsOf(inside, claims),
      sources: await sourceNames(tx, permit, sourcesOf(claims)),
    });
  });
}

async function presentUnit(
  { tx, permit }: Inside,
  { verdict, differences, gold, own }: GoldUnit,
  claims: ReadonlyMap<string, ChainedClaim>,
): Promise<GoldComparison["units"][number]> {
  const whole = (id: string | undefined) => {
    const claim = id === undefined ? undefined : claims.get(id);
    return claim ? presentClaim(claim) : null;
  };
  const notes = gold ? await commentsOn(tx, permit, gold.id) : [];
  return {
    verdict,
    differences: [...differences],
    gold: whole(gold?.id),
    own: whole(own?.id),
    notes: notes.map(presentComment),
  };
}

async function wordsOf({ tx, permit }: Inside, claims: readonly ChainedClaim[]) {
  const reading = claims[0] ? await readingOf(tx, permit, claims[0].id) : null;
  const index = new CodePointIndex(reading?.text ?? "");
  const spans = claims.flatMap(({ content }) => content.spans);
  return Object.fromEntries(spans.map((span) => [`${span.start}-${span.end}`, index.slice(span)]));
}

const sourcesOf = (claims: readonly ChainedClaim[]) => [
  ...new Set(claims.flatMap(({ wholeChain }) => wholeChain.flatMap(({ sources }) => sources))),
];
