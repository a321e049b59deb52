/** A queue is kept as the reader found it: nothing moves under their eyes but what they decided on themselves. */
type Named = { readonly id: string };

/** The one `step` places on from `current`; stops at the ends. The first when nothing is open. */
export function stepFrom<T extends Named>(
  rows: readonly T[],
  current: string | null,
  step: 1 | -1,
): T | null {
  const at = rows.findIndex(({ id }) => id === current);
  if (at === -1) return rows[0] ?? null;
  return rows[at + step] ?? rows[at] ?? null;
}

/** What comes by itself once these are decided on: the next below that stays, else the nearest above, else none. */
export function nextAfter<T extends Named>(
  rows: readonly T[],
  current: string | null,
  gone: ReadonlySet<string>,
): T | null {
  const at = Math.max(
    0,
    rows.findIndex(({ id }) => id === current),
  );
  const stays = ({ id }: T) => !gone.has(id) && id !== current;
  return rows.slice(at).find(stays) ?? rows.slice(0, at).findLast(stays) ?? null;
}

/** The rows with one put back where it was taken from; not twice. */
export function putBack<T extends Named>(rows: readonly T[], row: T, place: number): readonly T[] {
  if (rows.some(({ id }) => id === row.id)) return rows.map((one) => (one.id === row.id ? row : one));
  return rows.toSpliced(Math.min(Math.max(0, place), rows.length), 0, row);
}
