/** Ids between two, both with them, in the order shown; the second alone where the first is not shown. */
export function idsBetween(shown: readonly string[], anchor: string | null, id: string): string[] {
  const from = anchor === null ? -1 : shown.indexOf(anchor);
  const to = shown.indexOf(id);
  if (to < 0) return [];
  if (from < 0) return [id];
  return shown.slice(Math.min(from, to), Math.max(from, to) + 1);
}

/** Selected with the id, or without it where it was. */
export function withToggled(selected: readonly string[], id: string): readonly string[] {
  return selected.includes(id) ? selected.filter((one) => one !== id) : [...selected, id];
}

/**
 * What is selected once the range from the anchor ends at `id`: the range that was drawn before from the same anchor
 * gives way, anything else selected stays.
 */
export function withRange(
  selected: readonly string[],
  shown: readonly string[],
  anchor: string | null,
  drawn: string | null,
  id: string,
): readonly string[] {
  const before = new Set(drawn === null ? [] : idsBetween(shown, anchor, drawn));
  const kept = selected.filter((one) => !before.has(one));
  return [...new Set([...kept, ...idsBetween(shown, anchor, id)])];
}
