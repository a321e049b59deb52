import { IntervalIndex } from "../text/interval-index.ts";
import { compareSpans, normaliseFragments } from "../text/spans.ts";
import { spanJaccard } from "./characters.ts";
import type { CodedClaim, CodedLayer } from "./coded.ts";
import { cheapestAssignment } from "./hungarian.ts";

/** Two claims of two coders that speak of the same words; one side is null where the other found something alone. */
export type AlignedPair = {
  readonly a: CodedClaim | null;
  readonly b: CodedClaim | null;
  /** Jaccard of the characters both cover, 0 to 1; 0 where a side is null. */
  readonly overlap: number;
};

/** The claims of several coders that speak of the same words: at most one of each layer, by layer id. */
export type AlignedUnit = { readonly claims: ReadonlyMap<string, CodedClaim> };

/** Claims that share less of their characters than this do not speak of the same words. */
export const alignmentThreshold = 0.3;

/**
 * Which claims of two coders speak of the same words: the one-to-one pairs with the greatest sum of overlaps, none below
 * `alignmentThreshold`, and what either found alone. Exact: an assignment within each group of claims that could be
 * paired with one another. Every claim stands in one pair, in the order of the text; of equally good alignments always
 * the same one, whichever layer comes first. Claims of one layer may nest, overlap and cover the same words.
 */
export function alignPair(a: CodedLayer, b: CodedLayer): readonly AlignedPair[] {
  if (a.layerId > b.layerId) {
    return alignPair(b, a).map((pair) => ({ a: pair.b, b: pair.a, overlap: pair.overlap }));
  }
  const left = inReadingOrder(a.claims);
  const right = inReadingOrder(b.claims);
  const pairs = groupsOf(candidatesOf(left, right)).flatMap(bestPairs);
  const paired = new Set<CodedClaim>(pairs.flatMap((pair) => [pair.a, pair.b]));
  const alone = (claims: readonly CodedClaim[]) => claims.filter((claim) => !paired.has(claim));
  const all: AlignedPair[] = [
    ...pairs,
    ...alone(left).map((claim) => ({ a: claim, b: null, overlap: 0 })),
    ...alone(right).map((claim) => ({ a: null, b: claim, overlap: 0 })),
  ];
  return all.sort((one, other) => compareClaims(firstOf([one.a, one.b]), firstOf([other.a, other.b])));
}

/**
 * Which claims of any number of coders speak of the same words: the pairs of every two layers, the best overlap first,
 * made one unit as long as it holds at most one claim of each layer. Every claim stands in one unit, alone ones too; in
 * the order of the text. Layers of one id are misuse.
 */
export function alignUnits(layers: readonly CodedLayer[]): readonly AlignedUnit[] {
  const ordered = layers.toSorted((one, other) => (one.layerId < other.layerId ? -1 : 1));
  const unitOf = new Map<CodedClaim, Map<string, CodedClaim>>();
  for (const { layerId, claims } of ordered) {
    for (const claim of claims) unitOf.set(claim, new Map([[layerId, claim]]));
  }
  for (const { a, b } of pairsOfAll(ordered)) {
    const into = unitOf.get(a) as Map<string, CodedClaim>; // `as`: every claim has been put in
    const from = unitOf.get(b) as Map<string, CodedClaim>; // `as`: the same
    if ([...from.keys()].some((layerId) => into.has(layerId))) continue;
    for (const [layerId, claim] of from) {
      into.set(layerId, claim);
      unitOf.set(claim, into);
    }
  }
  return [...new Set(unitOf.values())]
    .map((claims) => ({ claims, first: firstOf([...claims.values()]) }))
    .sort((one, other) => compareClaims(one.first, other.first))
    .map(({ claims }) => ({ claims }));
}

/** Two claims that could be paired. */
type Candidate = { readonly a: CodedClaim; readonly b: CodedClaim; readonly overlap: number };

/** The pairs of every two layers, the best overlap first, of equals the first in the text. */
function pairsOfAll(layers: readonly CodedLayer[]): readonly Candidate[] {
  return layers
    .flatMap((one, at) => layers.slice(at + 1).flatMap((other) => alignPair(one, other)))
    .flatMap(({ a, b, overlap }) => (a && b ? [{ a, b, overlap }] : []))
    .sort((one, other) => other.overlap - one.overlap || compareClaims(one.a, other.a));
}

/** Every two claims that share enough. */
function candidatesOf(left: readonly CodedClaim[], right: readonly CodedClaim[]): readonly Candidate[] {
  const fragments = right.flatMap((claim) =>
    normaliseFragments(claim.spans).map((span) => ({ claim, span })),
  );
  const index = new IntervalIndex(fragments.map(({ span }) => span));
  return left.flatMap((a) => {
    const met = normaliseFragments(a.spans).flatMap(({ start, end }) => index.overlapping(start, end));
    // `as`: the index was built from these fragments
    const claims = new Set(met.map((at) => (fragments[at] as (typeof fragments)[number]).claim));
    return [...claims]
      .map((b) => ({ a, b, overlap: spanJaccard(a.spans, b.spans) }))
      .filter(({ overlap }) => overlap >= alignmentThreshold);
  });
}

/** Candidates that hang together by a claim in common; an assignment in one group does not touch another. */
function groupsOf(candidates: readonly Candidate[]): readonly (readonly Candidate[])[] {
  const groupOf = new Map<CodedClaim, Candidate[]>();
  for (const candidate of candidates) {
    const [one = [], other = []] = [groupOf.get(candidate.a), groupOf.get(candidate.b)];
    const group = one === other ? one : [...one, ...other];
    group.push(candidate);
    for (const { a, b } of group) groupOf.set(a, group).set(b, group);
  }
  return [...new Set(groupOf.values())];
}

/** The one-to-one pairs of a group with the greatest sum of overlaps. */
function bestPairs(group: readonly Candidate[]): readonly Candidate[] {
  if (group.length === 1) return group;
  const left = [...new Set(group.map(({ a }) => a))].sort(compareClaims);
  const right = [...new Set(group.map(({ b }) => b))].sort(compareClaims);
  const byPair = new Map<CodedClaim, Map<CodedClaim, Candidate>>(left.map((a) => [a, new Map()]));
  for (const candidate of group) byPair.get(candidate.a)?.set(candidate.b, candidate);
  const cost = left.map((a) => right.map((b) => -(byPair.get(a)?.get(b)?.overlap ?? 0)));
  const columns = cheapestAssignment(cost);
  return left.flatMap((a, row) => {
    const b = right[columns[row] ?? -1];
    const candidate = b && byPair.get(a)?.get(b);
    return candidate ? [candidate] : [];
  });
}

function inReadingOrder(claims: readonly CodedClaim[]): readonly CodedClaim[] {
  return claims.toSorted(compareClaims);
}

/** By place; of those with one beginning the nesting one last, then by what they say, so that ids decide nothing else. */
function compareClaims(one: CodedClaim, other: CodedClaim): number {
  return (
    compareSpans(one.spans[0] ?? NOWHERE, other.spans[0] ?? NOWHERE) ||
    one.chain.length - other.chain.length ||
    compareTexts(one.provenance, other.provenance) ||
    compareTexts(one.statement, other.statement) ||
    compareTexts(one.id, other.id)
  );
}

const NOWHERE = { start: 0, end: 0 };

/** By code units, whatever the locale. */
function compareTexts(one: string, other: string): number {
  return one === other ? 0 : one < other ? -1 : 1;
}

function firstOf(claims: readonly (CodedClaim | null)[]): CodedClaim {
  const [first] = claims.filter((claim) => claim !== null).sort(compareClaims);
  return first as CodedClaim; // `as`: a pair or unit holds at least one claim
}
