import { compareSpans } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";

/** A claim in the list: how deep it is nested, and whether it is the last among its siblings. */
export type Row = { readonly claim: ClaimView; readonly level: number };

/** Order of the text; of two that start together the longer first, then the older. */
export function compareClaims(one: ClaimView, other: ClaimView): number {
  const [a, b] = [one.spans[0], other.spans[0]];
  if (!a || !b) return a ? -1 : b ? 1 : 0;
  return a.start - b.start || -compareSpans(a, b) || (one.id < other.id ? -1 : 1);
}

/** Claims in reading order, each followed by those nested in it. One whose parent is not here stands alone. */
export function rowsOf(claims: Iterable<ClaimView>): Row[] {
  const sorted = [...claims].sort(compareClaims);
  const known = new Set(sorted.map((claim) => claim.id));
  const children = new Map<string | null, ClaimView[]>();
  for (const claim of sorted) {
    const parentId = claim.parentId !== null && known.has(claim.parentId) ? claim.parentId : null;
    const siblings = children.get(parentId);
    if (siblings) siblings.push(claim);
    else children.set(parentId, [claim]);
  }
  const rows: Row[] = [];
  // Each has one parent, so none is met twice; what is nested in a circle is not met at all.
  const visit = (parentId: string | null, level: number) => {
    for (const claim of children.get(parentId) ?? []) {
      rows.push({ claim, level });
      visit(claim.id, level + 1);
    }
  };
  visit(null, 0);
  return rows;
}

/** The id before or after `current` in the rows; from nothing, the first or last. Stops at the ends. */
export function neighbour(rows: readonly Row[], current: string | null, step: 1 | -1): string | null {
  const at = rows.findIndex((row) => row.claim.id === current);
  if (at === -1) return (step === 1 ? rows[0] : rows.at(-1))?.claim.id ?? null;
  return (rows[at + step] ?? rows[at])?.claim.id ?? null;
}
