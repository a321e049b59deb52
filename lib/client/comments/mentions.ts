/** Somebody who can be spoken to. */
export type Named = { readonly userId: string; readonly name: string };

/** The name being typed after an `@`, and where its `@` stands; in UTF-16 units, as a text field counts. */
export type Typing = { readonly at: number; readonly words: string };

const MOST_WORDS = 3;
const beforeAt = /[\s([«“"'—–-]/u;

/** What is being typed at the caret after an `@`; null where nothing is. An address such as a@b is none. */
export function typingAt(text: string, caret: number): Typing | null {
  const at = text.lastIndexOf("@", caret - 1);
  if (at < 0 || (at > 0 && !beforeAt.test(text.charAt(at - 1)))) return null;
  const words = text.slice(at + 1, caret);
  if (words.includes("\n") || words.startsWith(" ") || words.split(" ").length > MOST_WORDS) return null;
  return { at, words };
}

/** People any of whose names begins like what is typed; those whose whole name does come first. */
export function peopleLike<T extends Named>(people: readonly T[], words: string): T[] {
  const wanted = plain(words);
  const rank = ({ name }: Named) => {
    const whole = plain(name);
    if (whole.startsWith(wanted)) return 0;
    return whole.split(" ").some((part) => part.startsWith(wanted)) ? 1 : 2;
  };
  return people
    .map((one) => ({ one, rank: rank(one) }))
    .filter((found) => found.rank < 2)
    .toSorted((a, b) => a.rank - b.rank || a.one.name.localeCompare(b.one.name))
    .map(({ one }) => one);
}

/** The text with the name in place of what was typed, and where the caret then stands. */
export function withName(text: string, { at, words }: Typing, name: string): { text: string; caret: number } {
  const before = `${text.slice(0, at)}@${name}`;
  const after = text.slice(at + 1 + words.length);
  const gap = after.startsWith(" ") ? "" : " ";
  return { text: before + gap + after, caret: before.length + 1 };
}

/** Those whose names stand in the text after an `@`: the longest name that fits there is meant. */
export function mentionedIn<T extends Named>(text: string, people: readonly T[]): T[] {
  const found = partsOf(text, people).flatMap(({ person }) => (person ? [person] : []));
  return [...new Set(found)];
}

export type Part<T> = { readonly text: string; readonly person: T | null };

/** The text cut where somebody is named. */
export function partsOf<T extends Named>(text: string, people: readonly T[]): Part<T>[] {
  const byLength = people.toSorted((a, b) => b.name.length - a.name.length);
  const parts: Part<T>[] = [];
  let plainFrom = 0;
  for (let at = text.indexOf("@"); at >= 0; at = text.indexOf("@", at + 1)) {
    const person = byLength.find(({ name }) => isNameAt(text, at + 1, name));
    if (!person || at < plainFrom) continue;
    if (at > plainFrom) parts.push({ text: text.slice(plainFrom, at), person: null });
    plainFrom = at + 1 + person.name.length;
    parts.push({ text: text.slice(at, plainFrom), person });
  }
  if (plainFrom < text.length) parts.push({ text: text.slice(plainFrom), person: null });
  return parts;
}

function isNameAt(text: string, at: number, name: string): boolean {
  return text.startsWith(name, at) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length));
}

function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
