import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cheapestAssignment } from "./hungarian.ts";

/** Cost of an assignment; rows without a column cost nothing. */
function costOf(cost: readonly (readonly number[])[], columns: readonly (number | null)[]): number {
  return columns.reduce<number>(
    (sum, column, row) => sum + (column === null ? 0 : (cost[row]?.[column] ?? Number.NaN)),
    0,
  );
}

/** The least cost of all assignments of as many pairs as there can be, tried one by one. */
function leastByTrial(cost: readonly (readonly number[])[], columns: number): number {
  const most = Math.min(cost.length, columns);
  const tryFrom = (row: number, taken: ReadonlySet<number>): number => {
    if (row === cost.length) return taken.size === most ? 0 : Number.POSITIVE_INFINITY;
    const skipped = tryFrom(row + 1, taken);
    const paired = Array.from({ length: columns }, (_, column) =>
      taken.has(column)
        ? Number.POSITIVE_INFINITY
        : (cost[row]?.[column] ?? 0) + tryFrom(row + 1, new Set([...taken, column])),
    );
    return Math.min(skipped, ...paired);
  };
  return tryFrom(0, new Set());
}

const cases: readonly {
  readonly name: string;
  readonly cost: readonly (readonly number[])[];
  readonly columns: readonly (number | null)[];
}[] = [
  { name: "nothing", cost: [], columns: [] },
  { name: "rows without columns", cost: [[], []], columns: [null, null] },
  { name: "one by one", cost: [[7]], columns: [0] },
  {
    name: "the first of equals in order",
    cost: [
      [1, 1],
      [1, 1],
    ],
    columns: [0, 1],
  },
  {
    name: "a detour that pays",
    cost: [
      [1, 2],
      [1, 9],
    ],
    columns: [1, 0],
  },
  { name: "more columns than rows", cost: [[5, 3, 4]], columns: [1] },
  { name: "more rows than columns", cost: [[5], [3], [4]], columns: [null, 0, null] },
  {
    name: "what pays most, where costs are negative",
    cost: [
      [-0.5, -0.9],
      [0, -0.8],
    ],
    columns: [0, 1],
  },
  {
    name: "three by three",
    cost: [
      [4, 1, 3],
      [2, 0, 5],
      [3, 2, 2],
    ],
    columns: [1, 0, 2],
  },
];

describe("cheapestAssignment", () => {
  test.each(cases)("assigns $name", ({ cost, columns }) => {
    expect(cheapestAssignment(cost)).toEqual(columns);
  });

  const matrices = fc
    .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(fc.integer({ min: -9, max: 9 }), { minLength: columns, maxLength: columns }), {
        minLength: rows,
        maxLength: rows,
      }),
    );

  test("law: costs as little as the best of all assignments", () => {
    fc.assert(
      fc.property(matrices, (cost) => {
        expect(costOf(cost, cheapestAssignment(cost))).toBe(leastByTrial(cost, cost[0]?.length ?? 0));
      }),
    );
  });

  test("law: takes no column twice and as many as there can be", () => {
    fc.assert(
      fc.property(matrices, (cost) => {
        const columns = cheapestAssignment(cost).filter((column) => column !== null);
        expect(new Set(columns).size).toBe(columns.length);
        expect(columns).toHaveLength(Math.min(cost.length, cost[0]?.length ?? 0));
      }),
    );
  });

  test("law: costs the same with rows and columns exchanged", () => {
    fc.assert(
      fc.property(matrices, (cost) => {
        const turned = (cost[0] ?? []).map((_, column) => cost.map((row) => row[column] ?? 0));
        expect(costOf(turned, cheapestAssignment(turned))).toBe(costOf(cost, cheapestAssignment(cost)));
      }),
    );
  });

  test("law: what all of a row costs more changes nothing", () => {
    fc.assert(
      fc.property(matrices, fc.integer({ min: -5, max: 5 }), (cost, more) => {
        fc.pre(cost.length <= (cost[0]?.length ?? 0));
        const dearer = cost.map((row, at) => (at === 0 ? row.map((each) => each + more) : row));
        expect(costOf(dearer, cheapestAssignment(dearer))).toBe(
          costOf(cost, cheapestAssignment(cost)) + more,
        );
      }),
    );
  });
});
