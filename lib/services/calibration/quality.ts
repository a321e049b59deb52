import { FEWEST_CHECKS, qualityOf } from "#core/calibration/score.ts";
import { ok, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { CoderQuality, ProjectQuality } from "#lib/contracts/calibration.ts";
import * as db from "#lib/db/gold.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { projectObject, readableProject } from "../projects/access.ts";
import { query } from "../workspace.ts";

/** How people stand against gold: to admins everybody with every article, to a coder themselves without naming checks. */
export function quality(
  caller: Caller,
  workspace: string,
  projectIdOrSlug: string,
): Promise<Result<ProjectQuality, Failure>> {
  return query(caller, workspace, async (inside) => {
    const { tx, permit, actor } = inside;
    const project = await readableProject(inside, projectIdOrSlug);
    if (!project.ok) return project;
    const seesAll = isAllowed("gold:manage", actor, projectObject(actor, project.value));
    const scores = await db.scoresIn(tx, permit, project.value.id, seesAll ? null : actor.userId);
    const own = new Set(
      scores.filter(({ userId }) => userId === actor.userId).map(({ articleId }) => articleId),
    );
    const items = await db.goldItemsOf(tx, permit, project.value.id);
    return ok({
      coders: [...new Set(scores.map(({ userId }) => userId))].map((userId) =>
        coderQuality(
          userId,
          scores.filter((one) => one.userId === userId),
          seesAll,
        ),
      ),
      training: items
        .filter(({ purpose, layer }) => purpose === "training" && layer.ownerId !== actor.userId)
        .map(({ articleId, articleTitle }) => ({ articleId, articleTitle, isScored: own.has(articleId) })),
      fewestChecks: FEWEST_CHECKS,
    });
  });
}

function coderQuality(userId: string, scores: readonly db.StoredScore[], seesAll: boolean): CoderQuality {
  const training = scores.filter(({ purpose }) => purpose === "training");
  const checks = scores.filter(({ purpose }) => purpose === "check");
  const isShown = seesAll || checks.length >= FEWEST_CHECKS;
  return {
    userId,
    training: { quality: qualityOf(training.map(({ score }) => score)), articles: training.map(present) },
    checks: {
      quality: isShown ? qualityOf(checks.map(({ score }) => score)) : null,
      articles: seesAll ? checks.map(present) : null,
    },
  };
}

function present({ articleId, articleTitle, score, scoredAt }: db.StoredScore) {
  return { articleId, articleTitle, score, scoredAt: scoredAt.toISOString() };
}
