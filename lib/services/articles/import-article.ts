import { fail, ok, type Result } from "#core/result.ts";
import type { Article, ArticleCreate, ImportPreview } from "#lib/contracts/articles.ts";
import { type ArticleDetails, duplicatesOf, findArticle } from "#lib/db/articles.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { readText } from "../imports/read-text.ts";
import type { Reading } from "../imports/reading.ts";
import { importableProject } from "../projects/access.ts";
import { command, type Inside, query } from "../workspace.ts";
import { articleAnswerOf } from "./read.ts";
import { storeArticle } from "./store-article.ts";

/**
 * Stores a text or a page as an article. A text that the project holds already is refused with the article it is;
 * the same `id` again answers the article that is there.
 */
export function importArticle(
  caller: Caller,
  workspace: string,
  project: string,
  input: ArticleCreate,
): Promise<Result<Article, Failure>> {
  return command(caller, workspace, async (inside) => {
    const into = await importableProject(inside, project);
    if (!into.ok) return into;
    const reading = readInput(input);
    if (!reading.ok) return reading;
    if (input.id !== undefined && (await findArticle(inside.tx, inside.permit, input.id))) {
      return sameArticle(inside, input.id, reading.value);
    }
    const [duplicate] = await duplicatesOf(inside.tx, inside.permit, into.value.project.id, [
      reading.value.sha256,
    ]);
    if (duplicate) return fail(duplicateText({ id: duplicate.id, title: duplicate.title }));
    const id = await storeArticle(
      inside,
      into.value,
      reading.value,
      detailsOf(input, reading.value),
      input.id,
    );
    return articleAnswerOf(inside, id);
  });
}

/** The text as it would be stored; nothing is. */
export function previewImport(
  caller: Caller,
  workspace: string,
  project: string,
  input: { readonly text?: string | undefined; readonly html?: string | undefined },
): Promise<Result<ImportPreview, Failure>> {
  return query(caller, workspace, async (inside) => {
    const into = await importableProject(inside, project, { lock: false });
    if (!into.ok) return into;
    const reading = readInput(input);
    if (!reading.ok) return reading;
    const { title, text, blocks, length, sha256, suggested, note } = reading.value;
    const [found] = await duplicatesOf(inside.tx, inside.permit, into.value.project.id, [sha256]);
    const duplicateOf = found ? { id: found.id, title: found.title } : null;
    return ok({ title, text, blocks: [...blocks], length, sha256, suggested, note, duplicateOf });
  });
}

function readInput(input: {
  readonly text?: string | undefined;
  readonly html?: string | undefined;
}): Result<Reading, Failure> {
  if (input.html !== undefined) return readText({ kind: "html", content: input.html }, "/html");
  return readText({ kind: "text", content: input.text ?? "" }, "/text");
}

/** What is given counts, `null` too; what is left out is taken from what the page says of itself. */
export function detailsOf(
  input: Partial<Omit<ArticleDetails, "publishedAt">> & { readonly publishedAt?: string | null | undefined },
  { title, suggested }: Pick<Reading, "title" | "suggested">,
): ArticleDetails {
  const publishedAt = chosen(input.publishedAt, suggested.publishedAt);
  return {
    title: input.title ?? title,
    outlet: chosen(input.outlet, suggested.outlet),
    byline: chosen(input.byline, suggested.byline),
    url: chosen(input.url, suggested.url),
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    language: chosen(input.language, suggested.language),
    direction: chosen(input.direction, suggested.direction),
    notes: input.notes ?? "",
  };
}

function chosen<T>(given: T | null | undefined, suggested: T | undefined): T | null {
  return given === undefined ? (suggested ?? null) : given;
}

/** Creation repeated with the client's own id (rules.md 6): the same text answers what was made then. */
async function sameArticle(inside: Inside, id: string, reading: Reading): Promise<Result<Article, Failure>> {
  const article = await articleAnswerOf(inside, id);
  if (!article.ok) return fail(notFound("article"));
  const isSame =
    article.value.version.sha256 === reading.sha256 && article.value.importedBy === inside.actor.userId;
  if (isSame) return article;
  return fail({
    kind: "conflict",
    code: "id-taken",
    detail: "Another article has this id. Nothing was stored.",
  });
}

function duplicateText(current: { id: string; title: string }): Failure {
  return {
    kind: "conflict",
    code: "duplicate-article",
    detail: `The project already holds this text as “${current.title}”. It was not stored twice.`,
    current,
  };
}
