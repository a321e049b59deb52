/**
 * What some programs end a line at: LF, VT, FF, the information separators, NEL, and the separators of Unicode. These
 * are the ends that Python's `splitlines` knows, with which brat and its scripts read files.
 */
const lineEnds = new Set("\n\v\f\r\u001c\u001d\u001e\u0085\u2028\u2029");

/** True for a character that ends a line somewhere. */
export function isLineEnd(character: string): boolean {
  return lineEnds.has(character);
}

/** The text with every line end a space, one for one: it stays on one line wherever it is read. */
export function onOneLine(text: string): string {
  return Array.from(text, (character) => (isLineEnd(character) ? " " : character)).join("");
}
