import type { Span } from "#core/text/span.ts";
import { contains } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";
import { compareClaims } from "./order.ts";

/** Claims this one may be nested in: their range holds all its words, and they do not hang below it. Outermost first. */
export function possibleParents(
  claim: Pick<ClaimView, "id" | "spans">,
  claims: ReadonlyMap<string, ClaimView>,
): ClaimView[] {
  return [...claims.values()]
    .filter(
      (other) =>
        other.id !== claim.id &&
        claim.spans.every((span) => contains(rangeOf(other.spans), span)) &&
        !isBelow(other, claim.id, claims),
    )
    .sort(compareClaims);
}

/**
 * The claim this one lies in, for nesting by one key: the smallest that is larger than it. Claims of the same words
 * are routes to the same thing, not one inside the other (rules.md 1).
 */
export function surroundingClaim(
  claim: Pick<ClaimView, "id" | "spans">,
  claims: ReadonlyMap<string, ClaimView>,
): ClaimView | null {
  const size = ({ spans }: Pick<ClaimView, "spans">) => {
    const { start, end } = rangeOf(spans);
    return end - start;
  };
  return (
    possibleParents(claim, claims)
      .filter((other) => size(other) > size(claim))
      .toSorted((one, other) => size(one) - size(other))[0] ?? null
  );
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
