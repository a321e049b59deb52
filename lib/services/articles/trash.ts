import type { Result } from "#core/result.ts";
import type { Article } from "#lib/contracts/articles.ts";
import { updateArticle } from "#lib/db/articles.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command } from "../workspace.ts";
import { articleFor } from "./access.ts";
import { articleAnswerOf } from "./read.ts";
import { recordArticle } from "./record.ts";

/** Puts an article into the trash. Nothing of it is deleted; what is there already stays as it is. */
export function trashArticle(
  caller: Caller,
  workspace: string,
  id: string,
): Promise<Result<Article, Failure>> {
  return command(caller, workspace, async (inside) => {
    const found = await articleFor("article:trash", inside, id);
    if (!found.ok) return found;
    const { article, permit } = found.value;
    if (article.trashedAt === null) {
      const trashed = { trashedAt: inside.at, trashedBy: inside.actor.userId };
      await updateArticle(inside.tx, permit, id, trashed, inside.at);
      recordArticle(inside, "article.trashed", article);
    }
    return articleAnswerOf(inside, id);
  });
}

/** Brings an article back from the trash, where it was. */
export function restoreArticle(
  caller: Caller,
  workspace: string,
  id: string,
): Promise<Result<Article, Failure>> {
  return command(caller, workspace, async (inside) => {
    const found = await articleFor("article:restore", inside, id);
    if (!found.ok) return found;
    const { article, permit } = found.value;
    if (article.trashedAt !== null) {
      await updateArticle(inside.tx, permit, id, { trashedAt: null, trashedBy: null }, inside.at);
      recordArticle(inside, "article.restored", article);
    }
    return articleAnswerOf(inside, id);
  });
}
