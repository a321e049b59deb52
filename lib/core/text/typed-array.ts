/**
 * Reads an element that the caller knows to be there.
 * One place for the assertion that `noUncheckedIndexedAccess` would otherwise ask for at every read.
 */
export function at(array: Uint32Array, index: number): number {
  // Reason for `as`: callers stay within the array; a fallback value would hide a mistake.
  return array[index] as number;
}

/**
 * Index of the last element `<= value` in an ascending array, or -1 when every element is greater.
 * Of equal elements the last one answers. O(log n).
 */
export function lastAtOrBelow(ascending: Uint32Array, value: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (at(ascending, middle) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
