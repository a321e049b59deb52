/**
 * The cheapest assignment of rows to columns: for each row its column, or null where there are fewer columns than rows;
 * no column twice, as many pairs as the shorter side has. `cost[row][column]` must be finite. Of equally cheap ones
 * always the same. O(rows² · columns). Kuhn 1955, Munkres 1957, as shortest augmenting paths with potentials
 * (Jonker & Volgenant 1987).
 */
export function cheapestAssignment(cost: readonly (readonly number[])[]): (number | null)[] {
  const columns = cost[0]?.length ?? 0;
  if (cost.length <= columns) return assignRows(cost, columns);
  const turned = Array.from({ length: columns }, (_, column) => cost.map((row) => value(row, column)));
  const columnOfRow: (number | null)[] = cost.map(() => null);
  for (const [column, row] of assignRows(turned, cost.length).entries()) columnOfRow[row] = column;
  return columnOfRow;
}

/** Rows are at most as many as columns. Rows and columns count from 1; 0 is where a path begins. */
function assignRows(cost: readonly (readonly number[])[], columns: number): number[] {
  const state: State = {
    rowPrice: new Float64Array(cost.length + 1),
    columnPrice: new Float64Array(columns + 1),
    rowOf: new Int32Array(columns + 1),
    cameFrom: new Int32Array(columns + 1),
  };
  for (let row = 1; row <= cost.length; row += 1) {
    state.rowOf[0] = row;
    let column = shortestPath(cost, state);
    while (column !== 0) {
      const before = value(state.cameFrom, column);
      state.rowOf[column] = value(state.rowOf, before);
      column = before;
    }
  }
  const columnOfRow: number[] = cost.map(() => 0);
  for (let column = 1; column <= columns; column += 1) {
    const row = value(state.rowOf, column);
    if (row > 0) columnOfRow[row - 1] = column - 1;
  }
  return columnOfRow;
}

type State = {
  readonly rowPrice: Float64Array;
  readonly columnPrice: Float64Array;
  /** Row assigned to each column; 0 for none. */
  readonly rowOf: Int32Array;
  /** Column before each one on the shortest path. */
  readonly cameFrom: Int32Array;
};

/** The free column that is cheapest to reach from the row at column 0. */
function shortestPath(cost: readonly (readonly number[])[], state: State): number {
  const { rowPrice, columnPrice, rowOf, cameFrom } = state;
  const length = columnPrice.length;
  const distance = new Float64Array(length).fill(Number.POSITIVE_INFINITY);
  const isDone = new Uint8Array(length);
  let column = 0;
  do {
    isDone[column] = 1;
    const row = value(rowOf, column);
    const prices = value(cost, row - 1);
    let least = Number.POSITIVE_INFINITY;
    let next = 0;
    for (let other = 1; other < length; other += 1) {
      if (isDone[other] === 1) continue;
      const reduced = value(prices, other - 1) - value(rowPrice, row) - value(columnPrice, other);
      if (reduced < value(distance, other)) {
        distance[other] = reduced;
        cameFrom[other] = column;
      }
      if (value(distance, other) < least) {
        least = value(distance, other);
        next = other;
      }
    }
    for (let other = 0; other < length; other += 1) {
      if (isDone[other] === 1) {
        const paid = value(rowOf, other);
        rowPrice[paid] = value(rowPrice, paid) + least;
        columnPrice[other] = value(columnPrice, other) - least;
      } else distance[other] = value(distance, other) - least;
    }
    column = next;
  } while (value(rowOf, column) !== 0);
  return column;
}

/** The element at a place that is known to be within the list. */
function value<T>(list: { readonly [place: number]: T }, place: number): T {
  return list[place] as T; // `as`: every place asked for comes from a loop over this list
}
