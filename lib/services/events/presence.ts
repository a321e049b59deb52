import { fail, ok, type Result } from "#core/result.ts";
import type { PresenceInput, Present, PresentList } from "#lib/contracts/presence.ts";
import { findArticle } from "#lib/db/articles.ts";
import { eventBus } from "#lib/platform/event-bus.ts";
import { isArticleReadable } from "../articles/access.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { query } from "../workspace.ts";
import { presenceRooms } from "./presence-rooms.ts";

/**
 * Tells those in an article where the caller is in it, and answers who they are. In a blind project nobody is told
 * of anybody: where an editor stops and selects is part of their work.
 */
export function say(
  caller: Caller,
  workspace: string,
  articleId: string,
  input: PresenceInput,
): Promise<Result<PresentList, Failure>> {
  return query(caller, workspace, async ({ tx, permit, actor }) => {
    const article = await findArticle(tx, permit, articleId);
    if (!article || !isArticleReadable(actor, article)) return fail(notFound("article"));
    if (article.project.mode === "blind") return ok({ items: [] });
    const { userId, workspaceId } = actor;
    const presence: Present = { ...input, userId, articleId: article.id };
    eventBus().publish({ kind: "presence", workspaceId, presence });
    const others = presenceRooms().in(workspaceId, article.id);
    return ok({ items: others.filter(({ tab, userId: by }) => tab !== input.tab || by !== userId) });
  });
}
