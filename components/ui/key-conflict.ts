import type { ShortcutRow } from "./keyboard-help.tsx";

/** Chords that stay with the browser and with those who move by keys alone. */
const kept = new Map([
  ["tab", "moves from one control to the next"],
  ["shift-tab", "moves from one control to the previous"],
  ["ctrl-n", "opens a window of the browser"],
  ["ctrl-t", "opens a tab of the browser"],
  ["ctrl-w", "closes the browser's tab"],
]);

/** Why these keys cannot be given to this action, in words for the person; null when they can. */
export function keyConflict(rows: readonly ShortcutRow[], id: string, keys: string): string | null {
  const presses = keys.toLowerCase().split(" ");
  const keptBy = presses.map((press) => kept.get(press)).find(Boolean);
  if (keptBy) return `${keys} ${keptBy}, so it cannot be used here.`;
  const row = rows.find((one) => one.id === id);
  if (row?.whileTyping && !/^(?:ctrl|alt)-/u.test(presses[0] ?? "")) {
    return `${row.label} also works while typing, so its keys must begin with Ctrl or Alt.`;
  }
  for (const other of rows) {
    if (other.id === id) continue;
    const reason = clash(presses, keys, other);
    if (reason) return reason;
  }
  return null;
}

function clash(presses: readonly string[], keys: string, other: ShortcutRow): string | null {
  const theirs = other.keys.toLowerCase().split(" ");
  const [short, long] = theirs.length < presses.length ? [theirs, presses] : [presses, theirs];
  if (!short.every((press, at) => press === long[at])) return null;
  if (short.length === long.length) {
    return `${keys} is “${other.label}”. Give that other keys first.`;
  }
  return `“${other.label}” is ${other.keys}, and one of the two would never be reached.`;
}
