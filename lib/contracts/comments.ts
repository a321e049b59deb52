import { z } from "zod";
import { LONGEST_COMMENT } from "./comment-limit.ts";
import { id, page, required, spanInput, timestamp } from "./common.ts";

const body = required(LONGEST_COMMENT);
const mentions = z.array(id).max(50).meta({ description: "Ids of those who are spoken to; they are told" });

export const commentInput = z
  .strictObject({
    id: id.optional(),
    body,
    parentId: id.nullable().default(null),
    mentions: mentions.default([]),
  })
  .meta({ id: "CommentInput" });
export type CommentInput = z.infer<typeof commentInput>;

/** About the article as a whole, or about some of its words. An answer stands where its thread does. */
export const articleCommentInput = z
  .strictObject({ ...commentInput.shape, versionId: id.optional(), span: spanInput.optional() })
  .refine(({ span, versionId }) => (span === undefined) === (versionId === undefined), {
    message: "span and versionId go together",
    path: ["span"],
  })
  .refine(({ span, parentId }) => span === undefined || parentId === null, {
    message: "an answer stands where its thread does",
    path: ["span"],
  })
  .meta({ id: "ArticleCommentInput" });
export type ArticleCommentInput = z.infer<typeof articleCommentInput>;

/** `resolved` closes the thread or opens it again. */
export const commentPatch = z
  .strictObject({ body: body.optional(), mentions: mentions.optional(), resolved: z.boolean().optional() })
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change")
  .refine((patch) => patch.mentions === undefined || patch.body !== undefined, {
    message: "those spoken to are named together with the words",
    path: ["mentions"],
  })
  .meta({ id: "CommentPatch" });
export type CommentPatch = z.infer<typeof commentPatch>;

export const comment = z
  .object({
    id,
    articleId: id,
    claimId: id.nullable(),
    parentId: id.nullable(),
    span: z.object({ versionId: id, start: z.int(), end: z.int() }).nullable(),
    body: z.string(),
    mentions: z.array(id),
    createdBy: id,
    createdAt: timestamp,
    updatedAt: timestamp,
    editedAt: timestamp.nullable(),
    resolvedAt: timestamp.nullable(),
    resolvedBy: id.nullable(),
    /** A removed comment stays, without its words, while answers hang on it. */
    removedAt: timestamp.nullable(),
  })
  .meta({ id: "Comment" });
export type Comment = z.infer<typeof comment>;
export const commentsPage = page(comment);

export const commentRevision = z
  .object({ body: z.string(), replacedAt: timestamp, replacedBy: id })
  .meta({ id: "CommentRevision" });
export const commentHistory = z.object({ items: z.array(commentRevision) }).meta({ id: "CommentHistory" });
export type CommentHistory = z.infer<typeof commentHistory>;
