import type { Codebook } from "../provenance/codebook.ts";
import type { CodedArticle } from "./coded.ts";
import type { AgreementReport, Passage } from "./report.ts";
import type { ArticleTally } from "./tally.ts";

/** What `tallyOf` works out beyond the cheap: γ, with the seed of its chance texts. */
export type TallyOptions = { readonly gamma: { readonly seed: number } | null };

export type ReportOptions = {
  readonly seed: number;
  /** Resamples of the bootstrap; 0 for no intervals. */
  readonly resamples: number;
  readonly bucket?: "month" | "week";
  /** Coders to compare; all where left out. */
  readonly coders?: readonly string[];
  /** Passages named for each cell of a confusion matrix; 20 where left out. */
  readonly passages?: number;
};

/** What one article gives to a study; to be worked out again only when the article changes. */
export function tallyOf(
  _article: CodedArticle,
  _codebook: Codebook,
  _options: TallyOptions = { gamma: null },
): ArticleTally {
  throw new Error("being written");
}

/** The agreement of a study. Pure: the same tallies and options give the same report. */
export function reportOf(_tallies: readonly ArticleTally[], _options: ReportOptions): AgreementReport {
  throw new Error("being written");
}

/** Every passage behind one cell of the confusion of coders `a` and `b`. */
export function passagesBehind(
  _tallies: readonly ArticleTally[],
  _pair: { readonly a: string; readonly b: string },
  _cell: { readonly row: string | null; readonly column: string | null },
): readonly Passage[] {
  throw new Error("being written");
}
