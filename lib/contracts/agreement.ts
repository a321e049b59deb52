import { z } from "zod";
import { agreementFields } from "#core/agreement/fields.ts";
import { id, timestamp } from "./common.ts";

const whys = [
  ...(["nothing_to_compare", "one_value_only", "nothing_marked", "not_rated_by_all"] as const),
  ...(["overlapping_units", "too_many_units", "not_asked"] as const),
] as const;
const why = z.enum(whys).meta({ description: "Why there is no value" });
const count = z.int().min(0);

const figure = z
  .union([z.object({ value: z.number(), why: z.null() }), z.object({ value: z.null(), why })])
  .meta({ id: "AgreementFigure", description: "A coefficient or share, or why there is none" });
const interval = z
  .object({ low: z.number(), high: z.number(), over: z.enum(["articles", "units"]) })
  .meta({ id: "AgreementInterval", description: "Where 95 of 100 resamples lie, and what was resampled" });
const estimate = z
  .union([
    z.object({ value: z.number(), why: z.null(), interval: interval.nullable() }),
    z.object({ value: z.null(), why, interval: interval.nullable() }),
  ])
  .meta({ id: "AgreementEstimate" });

const unitizing = z
  .object({
    agrForth: figure,
    agrBack: figure,
    agrMean: figure,
    exactF1: estimate,
    halfF1: estimate,
    overlapF1: estimate,
    characterF1: estimate,
    alphaU: z.union([
      z.object({ value: z.number(), why: z.null(), leftOut: count }),
      z.object({ value: z.null(), why, leftOut: count }),
    ]),
    gamma: z.union([
      z.object({ value: z.number(), why: z.null(), texts: count }),
      z.object({ value: z.null(), why, texts: count }),
    ]),
  })
  .meta({ id: "Unitizing", description: "Whether coders mark the same words" });

const field = z.enum(agreementFields);
const metric = z.enum(["nominal", "ordinal", "interval", "ratio", "masi", "jaccard", "edit"]);
const chains = z
  .object({
    comparisons: count,
    exact: estimate,
    firstSource: estimate,
    lengthDifference: figure,
    sourceAlpha: estimate,
    hops: z.array(z.object({ hop: z.int(), comparisons: count, category: figure })),
  })
  .meta({ id: "ChainAgreement" });

const passage = z.object({ articleId: id, a: id.nullable(), b: id.nullable() });
const confusionCell = z.object({
  row: z.string().nullable(),
  column: z.string().nullable(),
  count,
  passages: z.array(passage),
});

const fewFigures = {
  overlapF1: figure,
  characterF1: figure,
  provenanceAlpha: figure,
  exactChains: figure,
};

export const agreementReport = z
  .object({
    seed: z.int(),
    resamples: z.int(),
    coders: z.array(z.object({ coderId: id, articles: count, claims: count })),
    counts: z.object({ articles: count, claims: count, units: count, sharedUnits: count, pairable: count }),
    unitizing,
    fields: z.array(
      z.object({ field, metric, alpha: estimate, units: count, pairable: count, fleissKappa: figure }),
    ),
    chains,
    categories: z.array(z.object({ category: z.string(), values: count, alpha: figure, f1: figure })),
    pairs: z.array(
      z.object({
        a: id,
        b: id,
        articles: count,
        unitizing,
        fields: z.array(z.object({ field, units: count, alpha: figure, cohenKappa: figure })),
        chains,
        confusion: z.object({ cells: z.array(confusionCell) }),
      }),
    ),
    articles: z.array(
      z.object({
        articleId: id,
        versionId: id,
        finishedAt: timestamp,
        coders: z.array(id),
        units: count,
        sharedUnits: count,
        ...fewFigures,
      }),
    ),
    time: z.array(z.object({ bucket: z.string(), articles: count, ...fewFigures })),
    at: timestamp.meta({ description: "When it was reckoned" }),
    gamma: z.boolean(),
    codebook: z.object({ id: z.string(), version: z.int() }),
    changed: count.meta({ description: "Articles that came, went or changed since" }),
    titles: z.record(z.string(), z.string()).meta({ description: "Titles by article id" }),
  })
  .meta({ id: "AgreementReport" });
export type ShownReport = z.infer<typeof agreementReport>;

export const agreementRun = z
  .object({
    id,
    state: z.enum(["queued", "running", "failed"]),
    articlesDone: count,
    articlesTotal: count.nullable(),
    error: z.string().nullable(),
    createdAt: timestamp,
  })
  .meta({ id: "AgreementRun", description: "A reckoning that is waited for, or did not come about" });
export type AgreementRun = z.infer<typeof agreementRun>;

export const agreement = z
  .object({
    articles: count.meta({ description: "Articles that the caller may compare now" }),
    report: agreementReport.nullable(),
    run: agreementRun.nullable(),
  })
  .meta({ id: "Agreement" });
export type Agreement = z.infer<typeof agreement>;

export const agreementStart = z
  .strictObject({
    seed: z.int().min(0).max(2_147_483_647).default(1),
    resamples: z.int().min(0).max(10_000).default(1_000),
    gamma: z
      .boolean()
      .default(false)
      .meta({ description: "γ too, for texts of up to 200 claims; takes long" }),
  })
  .meta({ id: "AgreementStart" });
export type AgreementStart = z.infer<typeof agreementStart>;

const category = z.string().min(1).max(100).optional();
export const passagesQuery = z.strictObject({
  a: id,
  b: id,
  row: category.meta({ description: "Category that `a` gave; left out: `a` did not mark it" }),
  column: category.meta({ description: "Category that `b` gave; left out: `b` did not mark it" }),
});
export type PassagesQuery = z.infer<typeof passagesQuery>;

const passageSide = z.object({ claimId: id, fragments: z.array(z.string()) }).nullable();
export const agreementPassages = z
  .object({
    count,
    items: z.array(z.object({ articleId: id, articleTitle: z.string(), a: passageSide, b: passageSide })),
  })
  .meta({ id: "AgreementPassages", description: "The first hundred, and how many there are" });
export type AgreementPassages = z.infer<typeof agreementPassages>;

export const agreementFileQuery = z.strictObject({
  what: z.enum(["numbers", "matrix"]).meta({
    description:
      "`numbers`: every figure of the newest report · `matrix`: the reliability data, a row a coder and unit",
  }),
  bom: z
    .enum(["true", "false"])
    .default("false")
    .meta({ description: "A byte order mark in front, for Excel" }),
  cells: z.enum(["guarded", "raw"]).default("guarded").meta({
    description: "`guarded`: text that a spreadsheet would take for a formula is made harmless",
  }),
});
export type AgreementFileQuery = z.infer<typeof agreementFileQuery>;
