/** The parts of a keyboard event that a chord is made of. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">;

const modifiers = new Set([
  "Control",
  "Shift",
  "Alt",
  "Meta",
  "AltGraph",
  "CapsLock",
  "Fn",
  "Dead",
  "Process",
]);

/**
 * "Ctrl-Shift-Z", "j", "?", "Enter"; null for a modifier alone. Ctrl stands for Command too. Shift counts only with
 * letters and named keys, since on a digit or sign it has already made another character. On keyboards of other
 * scripts the Latin letter of the key's place is meant.
 */
export function chordOf(press: KeyPress): string | null {
  if (modifiers.has(press.key)) return null;
  const key = nameOf(press);
  const letterOrNamed = key.length > 1 || /^[a-z]$/i.test(key);
  const withCtrl = press.ctrlKey || press.metaKey;
  const parts = [
    withCtrl ? "Ctrl" : "",
    press.altKey ? "Alt" : "",
    press.shiftKey && letterOrNamed ? "Shift" : "",
    withCtrl ? key.toUpperCase().replace(/^(.)(.+)$/, (_, a: string, b: string) => a + b.toLowerCase()) : key,
  ];
  return parts.filter(Boolean).join("-");
}

function nameOf({ key, code }: KeyPress): string {
  if (key === " ") return "Space";
  if (key === "Escape") return "Esc";
  if (key.length > 1) return key;
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const foreign = key.charCodeAt(0) > 127;
  return (foreign && letter ? letter : key).toLowerCase();
}

/** Whether two written chords or sequences mean the same presses. */
export function sameKeys(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
