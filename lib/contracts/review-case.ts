import { z } from "zod";
import { article } from "./articles.ts";
import { assessment, claimDetail, review, revision } from "./claims.ts";
import { comment } from "./comments.ts";
import { id } from "./common.ts";
import { source } from "./sources.ts";

/** A stretch of the article; offsets are code points of the claim's version. */
const passagePart = z.object({
  kind: z.enum(["heading", "paragraph", "list_item", "quote", "preformatted"]),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  /** Text was left out before this part. */
  isAfterGap: z.boolean(),
  /** Holds words of the claim itself. */
  isOfClaim: z.boolean(),
});

/** Everything a reviewer reads to decide on one claim, as of one moment. */
export const reviewCase = z
  .object({
    claim: claimDetail,
    article: article.pick({
      id: true,
      title: true,
      outlet: true,
      byline: true,
      publishedAt: true,
      language: true,
      direction: true,
    }),
    passage: z.array(passagePart),
    /** Words of spans named by the claim, its last reviewed revision or a proposal: key `start-end`. */
    words: z.record(z.string(), z.string()),
    /** The revision last decided on before this one; null while nobody has decided. */
    reviewed: revision.nullable(),
    /** Who wrote the revision on the table, which need not be who made the claim. */
    revisedBy: id,
    parent: z.object({ id, statement: z.string() }).nullable(),
    reviews: z.array(review),
    assessments: z.array(assessment),
    comments: z.array(comment),
    /** Sources named by any of the chains above. */
    sources: z.array(source),
    approvalsNeeded: z.int(),
  })
  .meta({ id: "ReviewCase" });
export type ReviewCase = z.infer<typeof reviewCase>;
