/** Rows of a CSV text (RFC 4180): quoted cells may hold commas, quotes and line ends. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, bare, end] of text.matchAll(CELL)) {
    rows.at(-1)?.push(quoted === undefined ? (bare ?? "") : quoted.replaceAll('""', '"'));
    if (end !== ",") rows.push([]);
  }
  // What stands after the last line end is no row, nor is the cell that the end of the text makes.
  return rows.filter((row) => row.length > 1 || (row[0] ?? "") !== "");
}

const CELL = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n|\n|$)/gu;
