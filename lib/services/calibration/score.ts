import { compareWithGold } from "#core/calibration/compare.ts";
import { scoreOf } from "#core/calibration/score.ts";
import * as db from "#lib/db/gold.ts";
import type { Writing } from "../workspace.ts";
import { codedLayers } from "./coded.ts";

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

async function score(
  { tx, permit, at, journal }: Writing,
  { projectId, purpose, layerId }: db.StoredGoldItem,
  finished: Finished,
): Promise<void> {
  const { articleId, userId } = finished;
  const { gold, own } = await codedLayers(tx, permit, articleId, [layerId, finished.layerId]);
  const counts = scoreOf(compareWithGold(gold, own));
  const isKept = await db.keepScore(tx, permit, { articleId, userId, projectId, purpose, score: counts, at });
  if (!isKept) return;
  journal.audit({ action: "gold.scored", objectType: "article", objectId: articleId, detail: { userId } });
}
