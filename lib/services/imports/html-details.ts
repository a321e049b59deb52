import type { SuggestedDetails } from "./reading.ts";
import { asLine } from "./title.ts";

/** What a page's head holds; the first of each counts. */
export type HeadFacts = {
  readonly metas: Map<string, string>;
  title?: string;
  language?: string | undefined;
  direction?: string | undefined;
  canonical?: string | undefined;
};

const LONGEST_OUTLET = 200;
const LONGEST_BYLINE = 300;

/** Details of the article, where the page states them in a form that can be stored. */
export function suggestedBy(head: HeadFacts): SuggestedDetails {
  const meta = (...names: string[]) =>
    names.map((name) => head.metas.get(name)).find((value) => value?.trim());
  return {
    ...stated("title", line(meta("og:title") ?? head.title)),
    ...stated("outlet", line(meta("og:site_name"), LONGEST_OUTLET)),
    ...stated("byline", line(authorOf(meta("author"), meta("article:author")), LONGEST_BYLINE)),
    ...stated("publishedAt", dateOf(meta("article:published_time", "date", "dc.date", "pubdate"))),
    ...stated("language", languageOf(head.language)),
    ...stated("direction", directionOf(head.direction)),
    ...stated("url", addressOf(head.canonical ?? meta("og:url"))),
  };
}

function stated<K extends string, T>(key: K, value: T | undefined): { [key in K]?: T } {
  // A computed key widens to `string`; K is the one key given.
  return value === undefined ? {} : ({ [key]: value } as { [key in K]: T });
}

function line(value: string | undefined, longest?: number): string | undefined {
  const text = value === undefined ? "" : asLine(value.normalize("NFC"), longest);
  return text === "" ? undefined : text;
}

/** `article:author` is by its definition an address of a profile; only a name is a byline. */
function authorOf(author: string | undefined, profile: string | undefined): string | undefined {
  return author ?? (profile && !/^https?:/iu.test(profile) ? profile : undefined);
}

function dateOf(value: string | undefined): string | undefined {
  // Without a year, a month and a day it would be a guess.
  if (value === undefined || !/^\d{4}-\d{2}-\d{2}/u.test(value.trim())) return undefined;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/iu.test(value.trim()) || value.trim().length === 10;
  const date = new Date(zoned ? value.trim() : `${value.trim()}Z`);
  return Number.isNaN(date.valueOf()) ? undefined : date.toISOString();
}

function languageOf(value: string | undefined): string | undefined {
  const tag = value?.trim() ?? "";
  return tag.length <= 35 && /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/u.test(tag) ? tag : undefined;
}

function directionOf(value: string | undefined): "ltr" | "rtl" | undefined {
  const direction = value?.trim().toLowerCase();
  return direction === "rtl" || direction === "ltr" ? direction : undefined;
}

function addressOf(value: string | undefined): string | undefined {
  if (value === undefined || value.length > 2_000 || !/^https?:\/\//iu.test(value)) return undefined;
  return URL.canParse(value) ? value : undefined;
}
