import { compareWithGold, type GoldUnit } from "#core/calibration/compare.ts";
import { scoreOf } from "#core/calibration/score.ts";
import { codedLayersOf } from "#lib/db/agreement.ts";
import * as db from "#lib/db/gold.ts";
import type { Writing } from "../workspace.ts";

/** Whose layer was finished, and where. */
type Finished = { readonly articleId: string; readonly userId: string; readonly layerId: string };

/**
 * Scores a layer that has just been finished, where its article is gold and nobody's score on it is there yet. Nothing
 * is announced: that an article is a check is for admins to know.
 */
export async function scoreFinished(inside: Writing, finished: Finished): Promise<void> {
  const item = await db.goldItemOf(inside.tx, inside.permit, finished.articleId);
  if (item && item.layerId !== finished.layerId) await score(inside, item, finished);
}

/** Scores everybody who had finished an article before it became gold. */
export async function scoreEverybody(inside: Writing, item: db.StoredGoldItem): Promise<void> {
  const { articleId, layerId } = item;
  for (const coder of await db.finishedCoders(inside.tx, inside.permit, articleId, layerId)) {
    await score(inside, item, { articleId, ...coder });
  }
}

async function score(inside: Writing, item: db.StoredGoldItem, finished: Finished): Promise<void> {
  const { tx, permit, at, journal } = inside;
  const { projectId, purpose } = item;
  const { articleId, userId } = finished;
  const counts = scoreOf(await unitsAgainst(inside, item, finished.layerId));
  const isKept = await db.keepScore(tx, permit, { articleId, userId, projectId, purpose, score: counts, at });
  if (!isKept) return;
  journal.audit({ action: "gold.scored", objectType: "article", objectId: articleId, detail: { userId } });
}

/** A layer beside the gold one, as both stand in the article's current text. */
export async function unitsAgainst(
  { tx, permit }: Pick<Writing, "tx" | "permit">,
  { articleId, versionId, layerId }: db.StoredGoldItem,
  own: string,
): Promise<readonly GoldUnit[]> {
  const layers = [layerId, own].map((id) => ({ layerId: id, coderId: id }));
  const [gold, other] = await codedLayersOf(tx, permit, { articleId, versionId, layers });
  return gold && other ? compareWithGold(gold, other) : [];
}
