/** What of a claim coders are compared in, once they marked the same words. */
export const agreementFields = [
  "provenance",
  "family",
  "originProvenance",
  "kind",
  "directness",
  "act",
  "cueStance",
  "attributionStatus",
  "explicit",
  "sourceReliability",
  "infoCredibility",
  "hedges",
  "flags",
  "depth",
] as const;
export type AgreementField = (typeof agreementFields)[number];

/** How far apart two values are taken to be (`distances.ts`). */
export type Metric = "nominal" | "ordinal" | "interval" | "ratio" | "masi" | "jaccard" | "edit";

/**
 * The measure of each field. Facets from `directness` to `explicit` are link 1's and missing where there is no link; the
 * grades F and 6 say that nothing can be said, so they are missing, too.
 */
export const metricOf: Readonly<Record<AgreementField, Metric>> = {
  provenance: "nominal",
  family: "nominal",
  originProvenance: "nominal",
  kind: "nominal",
  directness: "nominal",
  act: "nominal",
  cueStance: "nominal",
  attributionStatus: "nominal",
  explicit: "nominal",
  sourceReliability: "ordinal",
  infoCredibility: "ordinal",
  hedges: "masi",
  flags: "masi",
  depth: "interval",
};
