/**
 * True when the UTF-16 unit at `unit` is the second half of a code point, so that no code point starts there.
 * False at the ends of the text, and for a low surrogate that stands alone.
 */
export function isSecondHalf(text: string, unit: number): boolean {
  return (text.charCodeAt(unit) & 0xfc00) === 0xdc00 && (text.charCodeAt(unit - 1) & 0xfc00) === 0xd800;
}

/** Where the code point before `unit` starts (UTF-16 units). `unit` is itself a start and `> 0`. */
export function previousStart(text: string, unit: number): number {
  return isSecondHalf(text, unit - 1) ? unit - 2 : unit - 1;
}

/** Where the code point after the one at `unit` starts, or the length of the text. `unit < text.length`. */
export function nextStart(text: string, unit: number): number {
  return isSecondHalf(text, unit + 1) ? unit + 2 : unit + 1;
}

/** Number of code points. A lone surrogate counts as one. O(n), allocates nothing. */
export function countCodePoints(text: string): number {
  let count = 0;
  for (let unit = 0; unit < text.length; unit = nextStart(text, unit)) count += 1;
  return count;
}
