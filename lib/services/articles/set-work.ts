import { fail, ok, type Result } from "#core/result.ts";
import type { WorkState } from "#core/review/state.ts";
import type { Work } from "#lib/contracts/articles.ts";
import { touchArticle } from "#lib/db/articles.ts";
import * as db from "#lib/db/work.ts";
import { finishOwn } from "../assignments/return.ts";
import { scoreFinished } from "../calibration/score.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { openLayer } from "../layers/open.ts";
import { command } from "../workspace.ts";
import { articleFor } from "./access.ts";

/** Says where the caller stands on an article, on the layer they write in. */
export function setWork(
  caller: Caller,
  workspace: string,
  id: string,
  state: WorkState,
): Promise<Result<Work, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const found = await articleFor("article:work", inside, id);
    if (!found.ok) return found;
    const { article, permit } = found.value;
    if (article.trashedAt) return fail(inTrash);
    const opened = await openLayer(inside, permit, { articleId: id, mode: article.project.mode });
    if (!opened.ok) return opened;
    const layerId = opened.value;
    const work = await db.setWork(tx, permit, { articleId: id, layerId }, state, at);
    await touchArticle(tx, permit, id, at);
    if (state === "finished") {
      await finishOwn(inside, id);
      await scoreFinished(inside, { articleId: id, userId: work.userId, layerId });
    }
    const detail = { layerId, state };
    journal.audit({ action: "article.work", objectType: "article", objectId: id, detail });
    const payload = { projectId: article.projectId, userId: work.userId, ...detail };
    journal.announce({ kind: "article.work", articleId: id, objectId: id, payload });
    return ok({ ...work, updatedAt: work.updatedAt.toISOString() });
  });
}

const inTrash: Failure = {
  kind: "conflict",
  code: "in-trash",
  detail: "The article is in the trash. Restore it before working on it.",
};
