import type { Span } from "#core/text/span.ts";
import { contains } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";
import { compareClaims } from "./order.ts";

/** Claims this one may be nested in: their range holds all its words, and they do not hang below it. Outermost first. */
export function possibleParents(claim: ClaimView, claims: ReadonlyMap<string, ClaimView>): ClaimView[] {
  return [...claims.values()]
    .filter(
      (other) =>
        other.id !== claim.id &&
        claim.spans.every((span) => contains(rangeOf(other.spans), span)) &&
        !isBelow(other, claim.id, claims),
    )
    .sort(compareClaims);
}

function rangeOf(spans: readonly Span[]): Span {
  return {
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

function isBelow(claim: ClaimView, id: string, claims: ReadonlyMap<string, ClaimView>): boolean {
  const seen = new Set<string>();
  for (
    let at: ClaimView | undefined = claim;
    at?.parentId && !seen.has(at.id);
    at = claims.get(at.parentId)
  ) {
    if (at.parentId === id) return true;
    seen.add(at.id);
  }
  return false;
}
