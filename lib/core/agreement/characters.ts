import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";

/** Code points that several fragments cover, each counted once. */
export function sizeOf(spans: readonly Span[]): number {
  return normaliseFragments(spans).reduce((sum, { start, end }) => sum + end - start, 0);
}

/** Code points that both cover. */
export function sharedSize(one: readonly Span[], other: readonly Span[]): number {
  const covered = normaliseFragments(other);
  let shared = 0;
  for (const { start, end } of normaliseFragments(one)) {
    for (const span of covered) shared += Math.max(0, Math.min(end, span.end) - Math.max(start, span.start));
  }
  return shared;
}

/** Jaccard of two sets of code points: the shared part of what either covers, 0 to 1; 0 where both are empty. */
export function spanJaccard(one: readonly Span[], other: readonly Span[]): number {
  const shared = sharedSize(one, other);
  return shared === 0 ? 0 : shared / (sizeOf(one) + sizeOf(other) - shared);
}
