import { z } from "zod";
import { claim } from "./claims.ts";
import { comment } from "./comments.ts";
import { id, timestamp } from "./common.ts";

const purpose = z.enum(["training", "check"]).meta({
  description:
    "`training`: whoever codes it is shown the gold layer after finishing. `check`: it looks like any other article",
});
const layerKind = z.enum(["shared", "editor", "adjudicated"]);

export const goldItem = z
  .object({
    articleId: id,
    articleTitle: z.string(),
    purpose,
    layerId: id,
    layerKind,
    layerOwnerId: id.nullable(),
    claims: z.int().meta({ description: "Claims of the gold layer" }),
    scored: z.int().meta({ description: "People who have been scored on it" }),
    createdBy: id,
    createdAt: timestamp,
  })
  .meta({ id: "GoldItem", description: "An article whose right answer is known" });
export type GoldItem = z.infer<typeof goldItem>;
export const goldItems = z.object({ items: z.array(goldItem) });

const goldCandidate = z.object({
  layerId: id,
  kind: layerKind,
  ownerId: id.nullable(),
  claims: z.int(),
});
export const goldOfArticle = z
  .object({ item: goldItem.nullable(), candidates: z.array(goldCandidate) })
  .meta({
    id: "GoldOfArticle",
    description: "Whether an article is gold, and the layers that it could be by",
  });
export type GoldOfArticle = z.infer<typeof goldOfArticle>;

export const goldInput = z.strictObject({ purpose, layerId: id }).meta({ id: "GoldInput" });
export type GoldInput = z.infer<typeof goldInput>;

const count = z.int().min(0);
const goldScore = z
  .object({
    gold: count,
    own: count,
    found: count,
    boundaries: count,
    provenance: count,
    firstSource: count,
    chain: count,
  })
  .meta({
    id: "GoldScore",
    description: "Claims of both, those found in both, and of these how many are alike",
  });

const share = z.number().min(0).max(1).nullable();
const quality = z
  .object({
    articles: count,
    precision: share,
    recall: share,
    f1: share,
    boundaries: share,
    provenance: share,
    firstSource: share,
    chain: share,
  })
  .meta({
    id: "Quality",
    description: "Shares over several articles, each claim counting the same; null of nothing",
  });
export type QualityAnswer = z.infer<typeof quality>;

const scored = z.object({ articleId: id, articleTitle: z.string(), score: goldScore, scoredAt: timestamp });

export const coderQuality = z
  .object({
    userId: id,
    training: z.object({ quality, articles: z.array(scored) }),
    checks: z.object({
      quality: quality.nullable().meta({
        description: "Null where there are too few to be shown to their own coder: a known check is none",
      }),
      articles: z
        .array(scored)
        .nullable()
        .meta({ description: "Null for the coder: which they were stays unsaid" }),
    }),
  })
  .meta({ id: "CoderQuality", description: "How somebody's first finished layers stood against gold ones" });
export type CoderQuality = z.infer<typeof coderQuality>;

export const qualityAnswer = z
  .object({
    coders: z.array(coderQuality),
    training: z.array(z.object({ articleId: id, articleTitle: z.string(), isScored: z.boolean() })).meta({
      description: "The project's training articles, and whether the caller has been scored on each",
    }),
    fewestChecks: z.int(),
  })
  .meta({ id: "ProjectQuality" });
export type ProjectQuality = z.infer<typeof qualityAnswer>;

const goldUnit = z.object({
  verdict: z.enum(["same", "differs", "missed", "extra"]),
  differences: z.array(z.enum(["boundaries", "provenance", "first_source", "chain"])),
  gold: claim.nullable(),
  own: claim.nullable(),
  notes: z.array(comment).meta({ description: "What was said of the gold claim" }),
});
export const goldComparison = z
  .object({
    articleId: id,
    articleTitle: z.string(),
    score: goldScore,
    scoredAt: timestamp,
    units: z.array(goldUnit),
    words: z
      .record(z.string(), z.string())
      .meta({ description: "Words of the claims' spans: key `start-end`" }),
    sources: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: "GoldComparison", description: "One's own layer of a training article beside the gold one" });
export type GoldComparison = z.infer<typeof goldComparison>;
