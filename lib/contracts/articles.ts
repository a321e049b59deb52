import { z } from "zod";
import { workStates } from "#core/review/state.ts";
import { claim } from "./claims.ts";
import { id, line, page, pageQuery, required, timestamp } from "./common.ts";
import { codingNumbers } from "./layers.ts";
import type { ShortClaims } from "./short-claims.ts";
import { source } from "./sources.ts";

const details = {
  title: required(500),
  outlet: line(200).nullable(),
  byline: line(300).nullable(),
  url: z
    .url({ protocol: /^https?$/ })
    .max(2_000)
    .nullable(),
  // PostgreSQL knows no year 0.
  publishedAt: timestamp.refine((time) => !time.startsWith("0000"), "has no such year").nullable(),
  /** BCP 47 tag. */
  language: z
    .string()
    .regex(/^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*$/)
    .max(35)
    .nullable(),
  direction: z.enum(["ltr", "rtl"]).nullable(),
  notes: line(10_000),
};

/** `text` or `html`, exactly one. Without a title the first heading or line is taken. */
export const articleCreate = z
  .strictObject({
    id: id.optional(),
    text: z.string().optional(),
    html: z.string().optional(),
    ...z.object(details).partial().shape,
  })
  .refine(
    (article) => (article.text === undefined) !== (article.html === undefined),
    "give text or html, one of them",
  )
  .meta({ id: "ArticleCreate" });
export type ArticleCreate = z.infer<typeof articleCreate>;

/** `projectId` moves it, `archived` archives or brings it back. */
export const articlePatch = z
  .strictObject({
    ...z.object(details).partial().shape,
    projectId: id.optional(),
    archived: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .meta({ id: "ArticlePatch" });
export type ArticlePatch = z.infer<typeof articlePatch>;

export const block = z.object({
  kind: z.enum(["heading", "paragraph", "list_item", "quote", "preformatted"]),
  level: z.literal([1, 2, 3, 4, 5, 6]).optional(),
  start: z.int(),
  end: z.int(),
});

export const version = z.object({
  id,
  ordinal: z.int(),
  length: z.int(),
  sha256: z.string(),
  createdAt: timestamp,
});

const articleFields = {
  id,
  projectId: id,
  title: z.string(),
  outlet: z.string().nullable(),
  byline: z.string().nullable(),
  url: z.string().nullable(),
  publishedAt: timestamp.nullable(),
  language: z.string().nullable(),
  direction: z.enum(["ltr", "rtl"]).nullable(),
  revision: z.int(),
  importedBy: id,
  createdAt: timestamp,
  lastActivityAt: timestamp,
  archivedAt: timestamp.nullable(),
  trashedAt: timestamp.nullable(),
};
/** Where one editor stands on a layer of an article. */
export const work = z
  .object({ userId: id, layerId: id, state: z.enum(workStates), updatedAt: timestamp })
  .meta({ id: "Work" });
export type Work = z.infer<typeof work>;

/** Somebody who works on an article now: an open assignment, in short. */
export const assignee = z
  .object({
    assignmentId: id,
    userId: id,
    name: z.string(),
    kind: z.enum(["annotate", "review"]),
    dueAt: timestamp.nullable(),
  })
  .meta({ id: "Assignee" });
export type Assignee = z.infer<typeof assignee>;

/** A row of the list: never the text. Counts are of claims that are not removed. */
export const articleRow = z
  .object({
    ...articleFields,
    claimCount: z.int(),
    states: z.record(z.string(), z.int()),
    provenances: z.record(z.string(), z.int()),
    length: z.int(),
    work: z.array(work),
    assignees: z.array(assignee),
    isReleased: z.boolean().meta({
      description:
        "What each editor of a blind project marked alone is everybody’s to see, and stays as it is",
    }),
    coding: codingNumbers.nullable().meta({
      description: "How far the coders of a blind project’s article are, for admins; else null",
    }),
    actions: z.array(z.string()),
  })
  .meta({ id: "ArticleRow" });
export type ArticleRow = z.infer<typeof articleRow>;

export const article = z
  .object({
    ...articleFields,
    notes: z.string(),
    version: version.extend({ text: z.string(), blocks: z.array(block) }),
    layers: z.array(
      z.object({
        id,
        kind: z.enum(["shared", "editor", "adjudicated"]),
        ownerId: id.nullable(),
        isReleased: z.boolean(),
      }),
    ),
    work: z.array(work),
    assignees: z.array(assignee),
    actions: z.array(z.string()),
    /** With `?include=claims`. */
    claims: z.array(claim).optional(),
    sources: z.array(source).optional(),
    eventNumber: z
      .int()
      .optional()
      .meta({ description: "Of the newest event this answer knows; follow the stream from here" }),
  })
  .meta({ id: "Article" });
export type Article = z.infer<typeof article>;

/** What its page reads of an article once the text is there. */
export const articleReading = z
  .object({
    lastActivityAt: timestamp,
    eventNumber: z.int(),
    claims: z
      .custom<ShortClaims>((value) => typeof value === "object")
      .meta({
        type: "object",
        description: "In short, for this program's own pages; others ask for `?include=claims`",
      }),
    sources: z.array(source),
  })
  .meta({ id: "ArticleReading" });
export type ArticleReading = z.infer<typeof articleReading>;

export const articlesQuery = z.strictObject({
  ...pageQuery,
  q: line(200).optional(),
  outlet: z.string().max(200).optional(),
  assignee: z
    .union([z.enum(["me", "nobody"]), id])
    .optional()
    .meta({ description: "Who works on it now: `me`, `nobody`, or the id of a member" }),
  show: z.enum(["active", "archived", "trash"]).default("active"),
  sort: z.enum(["activity", "published", "title"]).default("activity"),
});
export type ArticlesQuery = z.infer<typeof articlesQuery>;
export const articlesPage = page(articleRow);
export type ArticlesPage = z.infer<typeof articlesPage>;

export const articleQuery = z.strictObject({ include: z.enum(["claims"]).optional() });
export const workInput = z.strictObject({ state: z.enum(workStates) });

/** What an import of files answers: one row a file, stored or with its reason. */
export const importRow = z.object({
  name: z.string(),
  status: z.enum(["stored", "duplicate", "failed"]),
  articleId: id.nullable(),
  title: z.string().nullable(),
  problem: z.string().nullable(),
  /** What to look at though it was stored: a guessed encoding. */
  note: z.string().nullable(),
});
export const importAnswer = z.object({ rows: z.array(importRow) }).meta({ id: "ImportAnswer" });
export type ImportAnswer = z.infer<typeof importAnswer>;

/** The text as it would be stored: nothing is. */
export const previewInput = z
  .strictObject({ text: z.string().optional(), html: z.string().optional() })
  .refine(
    (input) => (input.text === undefined) !== (input.html === undefined),
    "give text or html, one of them",
  );
/** What the page says of itself; offered, and taken where an import leaves the field out. */
const suggested = z.object({
  title: z.string().optional(),
  outlet: z.string().optional(),
  byline: z.string().optional(),
  url: z.string().optional(),
  publishedAt: z.string().optional(),
  language: z.string().optional(),
  direction: z.enum(["ltr", "rtl"]).optional(),
});
export const importPreview = z
  .object({
    title: z.string(),
    text: z.string(),
    blocks: z.array(block),
    length: z.int(),
    sha256: z.string(),
    suggested,
    /** What to look at before storing it, such as a guessed encoding. */
    note: z.string().nullable(),
    duplicateOf: z.object({ id, title: z.string() }).nullable(),
  })
  .meta({ id: "ImportPreview" });
export type ImportPreview = z.infer<typeof importPreview>;
