import type { AgreementField, Metric } from "./fields.ts";
import type { Estimate, Figure } from "./figure.ts";

/**
 * Agreement of a study, as a screen or the interface shows it: plain JSON. Unitizing (did they mark the same words?) and
 * labelling (did they say the same of them?) are never made one figure.
 */
export type AgreementReport = {
  readonly seed: number;
  readonly resamples: number;
  readonly coders: readonly CoderCount[];
  readonly counts: StudyCounts;
  readonly unitizing: Unitizing;
  readonly fields: readonly FieldAgreement[];
  readonly chains: ChainAgreement;
  readonly categories: readonly CategoryAgreement[];
  /** Every two coders who coded an article in common. */
  readonly pairs: readonly PairAgreement[];
  readonly articles: readonly ArticleAgreement[];
  /** By month or week in which the last coder finished, the earliest first. */
  readonly time: readonly TimeAgreement[];
};

export type CoderCount = { readonly coderId: string; readonly articles: number; readonly claims: number };

/** `pairable`: values of provenance in units that two coders or more marked. */
export type StudyCounts = {
  readonly articles: number;
  readonly claims: number;
  readonly units: number;
  readonly sharedUnits: number;
  readonly pairable: number;
};

/** Whether coders mark the same words. F1 and shares are summed over every two coders, never averaged over articles. */
export type Unitizing = {
  /** Share of the first coder's claims that the second marked too, by any overlap (agr), the way back, and their mean. */
  readonly agrForth: Figure;
  readonly agrBack: Figure;
  readonly agrMean: Estimate;
  /** F1 of claims that cover the same characters exactly. */
  readonly exactF1: Estimate;
  /** F1 of claims whose characters have a Jaccard of a half or more. */
  readonly halfF1: Estimate;
  readonly overlapF1: Estimate;
  readonly characterF1: Estimate;
  /** α_U of Krippendorff 1995/2004, a level of nesting a category; texts with overlapping claims in it are left out. */
  readonly alphaU: Figure & { readonly leftOut: number };
  /** γ of Mathet, Widlöcher & Métivier 2015: mean over texts and pairs of coders for which it was worked out. */
  readonly gamma: Figure & { readonly texts: number };
};

/** How far coders say the same in one field of the units they share. */
export type FieldAgreement = {
  readonly field: AgreementField;
  readonly metric: Metric;
  readonly alpha: Estimate;
  /** Units with two values or more, and the values in them. */
  readonly units: number;
  readonly pairable: number;
  /** Where every coder has a value; nominal, whatever the field's measure. */
  readonly fleissKappa: Figure;
};

/** How far chains are the same, over every two coders' claims in shared units. */
export type ChainAgreement = {
  readonly comparisons: number;
  /** Share with the same categories and sources at every hop. */
  readonly exact: Estimate;
  /** Share whose link 1 names the same first source, or none on both sides. */
  readonly firstSource: Estimate;
  /** Mean difference of the chains' lengths, in hops. */
  readonly lengthDifference: Figure;
  /** α with the edit distance of the sequences of sources, as a share of the longer one. */
  readonly sourceAlpha: Estimate;
  /** Share with the same category at hop 1, 2, …, of those where both chains are that long. */
  readonly hops: readonly { readonly hop: number; readonly comparisons: number; readonly category: Figure }[];
};

/** One provenance category against all others. */
export type CategoryAgreement = {
  readonly category: string;
  /** Values of it in shared units. */
  readonly values: number;
  readonly alpha: Figure;
  /** F1 over every two coders' claims: marked by both and given this category by both. */
  readonly f1: Figure;
};

/** Two coders, the first by id before the second. */
export type PairAgreement = {
  readonly a: string;
  readonly b: string;
  readonly articles: number;
  readonly unitizing: Unitizing;
  readonly fields: readonly PairField[];
  readonly chains: ChainAgreement;
  readonly confusion: Confusion;
};

export type PairField = {
  readonly field: AgreementField;
  readonly units: number;
  readonly alpha: Figure;
  /** Cohen's κ, nominal whatever the field's measure. */
  readonly cohenKappa: Figure;
};

/** Provenance as coder a gave it (`row`) against coder b (`column`); only cells that are not empty. */
export type Confusion = { readonly cells: readonly ConfusionCell[] };

export type ConfusionCell = {
  /** Category id, or null where the coder did not mark the words. */
  readonly row: string | null;
  readonly column: string | null;
  readonly count: number;
  /** The first of the passages behind the cell; `passagesBehind` has all of them. */
  readonly passages: readonly Passage[];
};

export type Passage = {
  readonly articleId: string;
  readonly a: string | null;
  readonly b: string | null;
};

/** A few figures of one article. */
export type ArticleAgreement = {
  readonly articleId: string;
  readonly versionId: string;
  readonly finishedAt: string;
  readonly coders: readonly string[];
  readonly units: number;
  readonly sharedUnits: number;
  readonly overlapF1: Figure;
  readonly characterF1: Figure;
  readonly provenanceAlpha: Figure;
  readonly exactChains: Figure;
};

/** A few figures of the articles finished in one month ("2026-03") or ISO week ("2026-W09"), in UTC. */
export type TimeAgreement = {
  readonly bucket: string;
  readonly articles: number;
  readonly overlapF1: Figure;
  readonly provenanceAlpha: Figure;
  readonly exactChains: Figure;
};
