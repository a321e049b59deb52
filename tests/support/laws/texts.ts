import fc from "fast-check";

/**
 * What texts are made of where counting, composing, cutting and direction differ: astral characters, ZWJ families,
 * flags, a letter with a mark that composes and one with a mark that does not, Hangul whole and in jamo, scripts that
 * run from right to left or have no spaces, and white space of every kind. All of it canonical by itself.
 */
const parts = [
  "a",
  "it ",
  "rained",
  ". ",
  " ",
  "\t",
  "\n",
  "\n\n",
  "é",
  "q\u0303",
  "שלום ",
  "قالَ",
  "下雨",
  "한글",
  "ᄒ",
  "😀",
  "👩‍👩‍👧",
  "👍🏽",
  "🇺🇦",
  "🇩",
  "1️⃣",
  "co\u00adop",
  "\u0301",
  "“",
  "1,200",
] as const;

/** Any text of those parts, `maxParts` of them at most; it may be empty. */
export const texts = (maxParts = 40): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...parts), { maxLength: maxParts }).map((list) => list.join(""));

/** A span in code points that lies in a text of `length`, not empty unless the text is. */
export const spanIn = (length: number): fc.Arbitrary<{ start: number; end: number }> =>
  length === 0
    ? fc.constant({ start: 0, end: 0 })
    : fc
        .integer({ min: 0, max: length - 1 })
        .chain((start) => fc.integer({ min: start + 1, max: length }).map((end) => ({ start, end })));

/** A text that is not empty, and a span of it that is not either. */
export const textWithSpan: fc.Arbitrary<{ text: string; span: { start: number; end: number } }> = texts()
  .filter((text) => text !== "")
  .chain((text) => spanIn([...text].length).map((span) => ({ text, span })));
