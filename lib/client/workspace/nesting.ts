import { contains } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";
import { type ClaimPlaces, rangeOf } from "./claim-places.ts";
import { compareClaims } from "./order.ts";

type Placed = Pick<ClaimView, "id" | "spans">;

/** Claims this one may be nested in: their range holds all its words, and they do not hang below it. Outermost first. */
export function possibleParents(claim: Placed, places: ClaimPlaces): ClaimView[] {
  const range = rangeOf(claim.spans);
  if (!range) return [];
  const holds = (other: Placed) => {
    const theirs = rangeOf(other.spans);
    return theirs !== null && contains(theirs, range);
  };
  return places
    .around({ start: range.start, end: range.start + 1 })
    .filter((other) => other.id !== claim.id && holds(other) && !isBelow(other, claim.id, places))
    .sort(compareClaims);
}

/**
 * The claim this one lies in, for nesting by one key: the smallest that is larger than it. Claims of the same words
 * are routes to the same thing, not one inside the other (rules.md 1).
 */
export function surroundingClaim(claim: Placed, places: ClaimPlaces): ClaimView | null {
  const larger = possibleParents(claim, places).filter((other) => size(other) > size(claim));
  return larger.toSorted((one, other) => size(one) - size(other))[0] ?? null;
}

function size({ spans }: Placed): number {
  const range = rangeOf(spans);
  return range ? range.end - range.start : 0;
}

function isBelow(claim: ClaimView, id: string, { get }: ClaimPlaces): boolean {
  const seen = new Set<string>();
  for (let at: ClaimView | null = claim; at?.parentId && !seen.has(at.id); at = get(at.parentId)) {
    if (at.parentId === id) return true;
    seen.add(at.id);
  }
  return false;
}
