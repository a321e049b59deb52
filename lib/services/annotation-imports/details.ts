import type { ImportedArticle } from "#core/import/dataset.ts";
import { articlePatch } from "#lib/contracts/articles.ts";
import type { ArticleDetails } from "#lib/db/articles.ts";
import { asLine } from "../imports/title.ts";
import type { Problems } from "./problems.ts";

const fields = ["outlet", "byline", "url", "publishedAt", "language", "direction"] as const;

/** What the file says of an article, as far as it may be stored; the rest is said and left empty. */
export function detailsIn(article: ImportedArticle, title: string, problems: Problems): ArticleDetails {
  const taken = Object.fromEntries(fields.map((field) => [field, takenOf(article, field, problems)]));
  const { outlet = null, byline = null, url = null, publishedAt = null, language = null, direction } = taken;
  return {
    title: asLine(article.title?.replaceAll("\0", "") ?? "") || title,
    ...{ outlet, byline, url, language },
    publishedAt: publishedAt === null ? null : new Date(publishedAt),
    direction: direction === "ltr" || direction === "rtl" ? direction : null,
    notes: "",
  };
}

function takenOf(
  article: ImportedArticle,
  field: (typeof fields)[number],
  problems: Problems,
): string | null {
  const value = article[field];
  if (value === null) return null;
  // What may stand in an article's details is said once, for everyone who writes them.
  const parsed = articlePatch.safeParse({ [field]: value });
  if (parsed.success) return parsed.data[field] ?? null;
  const message = `Its ${words[field]} “${value.slice(0, 60)}” cannot be stored and is left empty.`;
  problems.note(article.place, "bad-detail", message);
  return null;
}

const words: Readonly<Record<(typeof fields)[number], string>> = {
  outlet: "outlet",
  byline: "byline",
  url: "address",
  publishedAt: "date",
  language: "language",
  direction: "direction",
};
