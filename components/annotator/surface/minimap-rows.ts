import { type FamilyId, familyIds } from "#core/provenance/codebook.ts";
import type { ClaimState } from "#core/review/state.ts";
import type { Span } from "#core/text/span.ts";
import type { ArticleClaim } from "./article-types.ts";

/** Whose turn it is, in one row: what was sent back before what was turned down before what is done. */
export type RowState = Extract<ClaimState, "changes_requested" | "rejected" | "approved"> | null;

/** In a row of at least so many characters stand several claims: how much of it is covered is worth showing. */
const SUMMED = 68;

/** A row of the minimap: how much of its width each family takes, the whole row being 1. */
export type MinimapRow = {
  readonly shares: readonly { readonly family: FamilyId; readonly share: number }[];
  readonly state: RowState;
};

const WEIGHT: Readonly<Record<ClaimState, number>> = {
  changes_requested: 3,
  rejected: 2,
  approved: 1,
  draft: 0,
  submitted: 0,
};

/** How a text of so many characters is parted into rows. */
type Grid = { readonly length: number; readonly rows: number };
/** Rows from one to before another. */
export type RowRange = { readonly from: number; readonly past: number };

/** The rows that show some of the span. */
export function rowsOver({ start, end }: Span, grid: Grid): RowRange {
  const perRow = charactersIn(grid);
  return {
    from: Math.floor(start / perRow),
    past: Math.min(grid.rows, Math.floor((end - 1) / perRow) + 1),
  };
}

/** All of the text that these rows show. */
export function spanUnder({ from, past }: RowRange, grid: Grid): Span {
  const perRow = charactersIn(grid);
  return { start: Math.floor(from * perRow), end: Math.ceil(past * perRow) };
}

function charactersIn({ length, rows }: Grid): number {
  return Math.max(1, length / rows);
}

/**
 * Text and claims summed up row by row; where claims overlap, families share the row instead of hiding one another.
 * Rows of less than a line are filled, so that a claim is a block with straight edges. Of some rows alone only the
 * claims over them need be given.
 */
export function minimapRows(
  claims: Iterable<ArticleClaim>,
  grid: Grid,
  { from, past }: RowRange = { from: 0, past: grid.rows },
): MinimapRow[] {
  const perRow = charactersIn(grid);
  const sums = new Float64Array((past - from) * familyIds.length);
  const states = new Array<ClaimState>(past - from).fill("draft");
  for (const { spans, family, state } of claims) {
    const column = familyIds.indexOf(family);
    for (const span of spans) {
      const over = rowsOver(span, grid);
      for (let row = Math.max(from, over.from); row < Math.min(past, over.past); row += 1) {
        const covered = Math.min(span.end, (row + 1) * perRow) - Math.max(span.start, row * perRow);
        const cell = (row - from) * familyIds.length + column;
        sums[cell] = (sums[cell] ?? 0) + covered / perRow;
        if (WEIGHT[state] > WEIGHT[states[row - from] ?? "draft"]) states[row - from] = state;
      }
    }
  }
  const least = perRow < SUMMED ? 0 : 1;
  return states.map((state, row) => rowOf(sums, row, state, least));
}

function rowOf(sums: Float64Array, row: number, state: ClaimState, least: number): MinimapRow {
  const first = row * familyIds.length;
  const total = sums.subarray(first, first + familyIds.length).reduce((sum, one) => sum + one, 0);
  const shares = familyIds.flatMap((family, column) => {
    const share = (sums[first + column] ?? 0) / Math.max(least, total);
    return share > 0 ? [{ family, share }] : [];
  });
  const isTold = state === "changes_requested" || state === "rejected" || state === "approved";
  return { shares, state: isTold ? state : null };
}
