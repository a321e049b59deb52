import type { AgreementField } from "./fields.ts";

/** What of a claim is kept as a word besides the fields: its chain's sources and categories, hop by hop. */
export type TallyColumn = AgreementField | "chainSources" | "chainCategories";

/**
 * What one article gives to a study: plain JSON, to be kept until the article changes. Words are kept once; a value is a
 * place in `words`, or null where the coder did not mark the unit or said nothing.
 */
export type ArticleTally = {
  readonly articleId: string;
  readonly versionId: string;
  readonly finishedAt: string;
  readonly length: number;
  /** By coder id. Of several layers of one coder the first by id counts. */
  readonly coders: readonly { readonly coderId: string; readonly claims: number }[];
  /** Claim ids: a row a unit, in the order of the text, a column a coder. */
  readonly units: readonly (readonly (string | null)[])[];
  readonly words: readonly string[];
  /** For each column a row a unit and a place a coder. */
  readonly values: Readonly<Record<TallyColumn, readonly (readonly (number | null)[])[]>>;
  readonly pairs: readonly PairTally[];
};

/** What two coders marked in one article, by their places in `coders`. */
export type PairTally = {
  readonly a: number;
  readonly b: number;
  readonly claimsA: number;
  readonly claimsB: number;
  /** Claims that some claim of the other meets. */
  readonly metA: number;
  readonly metB: number;
  /** One-to-one pairs that cover the same, and that cover half of the same or more. */
  readonly exact: number;
  readonly half: number;
  readonly charactersA: number;
  readonly charactersB: number;
  readonly charactersBoth: number;
  /** Disagreement of α_U, observed and expected; null where claims of a level overlap. */
  readonly unitizing: { readonly observed: number; readonly expected: number } | null;
  /** γ of this text; null where it was not asked for or the text has too many claims. */
  readonly gamma: number | null;
};
