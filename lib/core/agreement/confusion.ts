import { compareTexts } from "./order.ts";
import type { Confusion, ConfusionCell, Passage } from "./report.ts";

/** What two coders made of one unit: their claims and what they say, null where not marked. */
export type ConfusedUnit = Passage & { readonly row: string | null; readonly column: string | null };

/**
 * How often the first coder's value met the second's, the margin of what was not marked included; by row, then column,
 * the margin last. Each cell names its first `most` passages. A unit that neither marked does not count.
 */
export function confusionOf(units: readonly ConfusedUnit[], most: number): Confusion {
  const cells = new Map<string, ConfusedUnit[]>();
  for (const unit of units) {
    if (unit.a === null && unit.b === null) continue;
    const key = JSON.stringify([unit.row, unit.column]);
    const cell = cells.get(key);
    if (cell) cell.push(unit);
    else cells.set(key, [unit]);
  }
  return { cells: [...cells.values()].map((cell) => cellOf(cell, most)).sort(compareCells) };
}

function cellOf(units: readonly ConfusedUnit[], most: number): ConfusionCell {
  const { row, column } = units[0] as ConfusedUnit; // `as`: a cell is made with its first unit
  const passages = units.slice(0, most).map(({ articleId, a, b }) => ({ articleId, a, b }));
  return { row, column, count: units.length, passages };
}

function compareCells(one: ConfusionCell, other: ConfusionCell): number {
  return compareValues(one.row, other.row) || compareValues(one.column, other.column);
}

function compareValues(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return compareTexts(one, other);
}

/** F1 of each value: twice the units where both gave it, by how often either did; margins included. */
export function valueF1(confusions: readonly Confusion[]): ReadonlyMap<string, number> {
  const counts = new Map<string, { both: number; either: number }>();
  for (const { row, column, count } of confusions.flatMap(({ cells }) => cells)) {
    for (const value of [row, column].filter((side) => side !== null)) {
      const before = counts.get(value) ?? { both: 0, either: 0 };
      const both = before.both + (row === column ? count : 0);
      counts.set(value, { both, either: before.either + count });
    }
  }
  return new Map([...counts].map(([value, { both, either }]) => [value, both / either]));
}
