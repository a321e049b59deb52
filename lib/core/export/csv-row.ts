/**
 * CSV by RFC 4180: CRLF, quotes doubled, a header row. Offsets are code points.
 * A text cell that a spreadsheet would run as a formula gets an apostrophe in front, and the row's column `escaped`
 * says so (ASVS 5.0, 1.2.10); numbers are written bare, so a negative one stays a number.
 * A reader gets every text back: it takes one apostrophe off a cell that begins with apostrophes and a formula sign,
 * in rows that say `escaped`.
 */
export type Cell = string | number | boolean | null;

/** How text cells are written. `raw` is for programs only: a spreadsheet would run what begins like a formula. */
export type CellGuard = "guarded" | "raw";

/**
 * What makes a cell a formula, by its first characters: the signs, also full-width, and the white space that some
 * programs skip before one (OWASP, CSV injection). Apostrophes before a sign count, too: left alone, such a cell
 * could not be told from one that was escaped.
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;

/** What Excel needs before it takes a file for UTF-8; programs need not expect it. */
export const byteOrderMark = "\uFEFF";

/** True for a text that a spreadsheet might run, and for one that could be taken for an escaped one. */
export function isFormula(text: string): boolean {
  return FORMULA.test(text);
}

/** One row with its CRLF; the last column, added here, tells whether any cell was escaped. Raw cells never are. */
export function csvRow(cells: readonly Cell[], guard: CellGuard): string {
  const isGuarded = guard === "guarded";
  const isEscaped = isGuarded && cells.some((cell) => typeof cell === "string" && isFormula(cell));
  return `${[...cells, isEscaped].map((cell) => csvCell(cell, isGuarded)).join(",")}\r\n`;
}

/** One cell: empty for null, bare for what is no text, quoted only where RFC 4180 2.6 asks for it. */
function csvCell(value: Cell, isGuarded: boolean): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const safe = isGuarded && isFormula(value) ? `'${value}` : value;
  return /[",\r\n]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
