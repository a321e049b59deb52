import { z } from "zod";
import { unitFields } from "#core/adjudication/compare.ts";
import { claim, claimPatch, linkInput } from "./claims.ts";
import { id, line, required, spanInput, timestamp } from "./common.ts";

const outcome = z.enum(["taken", "combined", "anew", "none"]).meta({
  description:
    "`taken`: one coder's claim as it is · `combined`: parts of several · `anew`: nobody's · `none`: all were wrong",
});

export const adjudicationDecision = z
  .object({
    id,
    claimIds: z.array(id),
    outcome,
    takenFrom: id.nullable(),
    result: claim.nullable().meta({ description: "The adjudicated claim; null where all were wrong" }),
    reason: z.string(),
    decidedBy: id,
    decidedAt: timestamp,
    isChangedSince: z.boolean().meta({ description: "A coder's claim has changed, come or gone since" }),
    mayUndo: z.boolean(),
  })
  .meta({ id: "AdjudicationDecision" });
export type AdjudicationDecision = z.infer<typeof adjudicationDecision>;

const unit = z.object({
  claimIds: z.array(id).meta({ description: "What the unit is known by" }),
  claims: z.array(claim),
  differs: z.array(z.enum(unitFields)).meta({ description: "Empty where all marked it and say the same" }),
  decision: adjudicationDecision.nullable(),
});
export type AdjudicationUnit = z.infer<typeof unit>;

export const adjudication = z
  .object({
    articleId: id,
    articleTitle: z.string(),
    projectId: id,
    versionId: id,
    language: z.string().nullable(),
    direction: z.enum(["ltr", "rtl"]).nullable(),
    layers: z.array(z.object({ layerId: id, ownerId: id })),
    units: z.array(unit),
    earlier: z.array(adjudicationDecision).meta({ description: "Decisions on what is no unit any more" }),
    progress: z.object({ units: z.int(), decided: z.int(), agreed: z.int() }).meta({
      description: "`agreed`: units without a difference that are not decided yet",
    }),
    words: z.record(z.string(), z.string()).meta({ description: "Words of spans: key `start-end`" }),
    passages: z
      .array(z.object({ start: z.int(), before: z.string(), text: z.string(), after: z.string() }))
      .meta({ description: "The surroundings of each unit, in the same order" }),
    sources: z.array(z.object({ id, name: z.string() })),
  })
  .meta({ id: "Adjudication", description: "What several coders marked in one article, side by side" });
export type Adjudication = z.infer<typeof adjudication>;

const reason = line(2_000).default("");
const content = z.strictObject({
  spans: z.array(spanInput).min(1).max(200),
  statement: line(5_000).default(""),
  kind: claimPatch.shape.kind,
  provenance: claimPatch.shape.provenance,
  chain: z.array(linkInput).max(20).optional(),
  hedges: claimPatch.shape.hedges,
  flags: claimPatch.shape.flags,
});
const unitIds = z.array(id).min(1).max(20);

export const decisionCreate = z
  .discriminatedUnion("outcome", [
    z.strictObject({ outcome: z.literal("taken"), claimIds: unitIds, takenFrom: id, reason }),
    z.strictObject({ outcome: z.literal("combined"), claimIds: unitIds, content, reason }),
    z.strictObject({ outcome: z.literal("anew"), claimIds: unitIds, content, reason }),
    z.strictObject({ outcome: z.literal("none"), claimIds: unitIds, reason: required(2_000) }),
  ])
  .meta({ id: "DecisionCreate" });
export type DecisionCreate = z.infer<typeof decisionCreate>;

export const agreedInput = z
  .strictObject({
    expected: z.int().min(1).meta({ description: "How many agreed units were shown to whoever asks" }),
  })
  .meta({ id: "AgreedInput" });
export type AgreedInput = z.infer<typeof agreedInput>;

export const toAdjudicate = z.object({
  items: z.array(
    z
      .object({
        articleId: id,
        title: z.string(),
        coders: z.array(id),
        claims: z.int(),
        decided: z.int(),
        lastAt: timestamp.nullable(),
      })
      .meta({
        id: "ToAdjudicate",
        description: "An article with layers to compare; counts are of coders' claims",
      }),
  ),
});
export type ToAdjudicate = z.infer<typeof toAdjudicate>["items"][number];
