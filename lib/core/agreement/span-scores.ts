import { IntervalIndex } from "../text/interval-index.ts";
import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";
import { alignPair } from "./align.ts";
import { sharedSize, sizeOf } from "./characters.ts";
import type { CodedLayer } from "./coded.ts";

/** Counts of what two coders marked, of which every span score is a ratio; they add up over articles. */
export type SpanCounts = {
  readonly claimsA: number;
  readonly claimsB: number;
  /** Claims that some claim of the other meets (agr of Wilson & Wiebe, any overlap). */
  readonly metA: number;
  readonly metB: number;
  /** One-to-one pairs that cover the same characters, and those with a Jaccard of a half or more. */
  readonly exact: number;
  readonly half: number;
  /** Code points that one marked, and that both did. */
  readonly charactersA: number;
  readonly charactersB: number;
  readonly charactersBoth: number;
};

/** Counts for two layers of one text. The other way round the counts are the same, a and b exchanged. */
export function spanCounts(a: CodedLayer, b: CodedLayer): SpanCounts {
  const coveredA = normaliseFragments(a.claims.flatMap(({ spans }) => spans));
  const coveredB = normaliseFragments(b.claims.flatMap(({ spans }) => spans));
  const overlaps = alignPair(a, b).map(({ overlap }) => overlap);
  return {
    claimsA: a.claims.length,
    claimsB: b.claims.length,
    metA: countMet(a, coveredB),
    metB: countMet(b, coveredA),
    exact: overlaps.filter((overlap) => overlap === 1).length,
    half: overlaps.filter((overlap) => overlap >= 0.5).length,
    charactersA: sizeOf(coveredA),
    charactersB: sizeOf(coveredB),
    charactersBoth: sharedSize(coveredA, coveredB),
  };
}

/** Claims that share a character with what the other covers. */
function countMet({ claims }: CodedLayer, covered: readonly Span[]): number {
  const index = new IntervalIndex(covered);
  const isMet = ({ start, end }: Span) => index.overlapping(start, end).length > 0;
  return claims.filter(({ spans }) => spans.some(isMet)).length;
}
