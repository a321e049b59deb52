/** The person's own keys, by action id, kept on this device. */
export type KeyMap = Readonly<Record<string, string>>;

const place = "sl-keys";

export function loadKeyMap(): KeyMap {
  try {
    return readKeyMap(localStorage.getItem(place));
  } catch {
    // Storage may be denied altogether; the original keys then stand.
    return {};
  }
}

export function saveKeyMap(map: KeyMap): void {
  try {
    localStorage.setItem(place, JSON.stringify(map));
  } catch {
    // Kept for this page only.
  }
}

/** Anything that is not a flat record of strings is dropped, entry by entry. */
export function readKeyMap(stored: string | null): KeyMap {
  if (!stored) return {};
  try {
    const value: unknown = JSON.parse(stored);
    if (typeof value !== "object" || value === null) return {};
    const entries = Object.entries(value);
    return Object.fromEntries(
      entries.filter((entry): entry is [string, string] => typeof entry[1] === "string"),
    );
  } catch {
    return {};
  }
}
