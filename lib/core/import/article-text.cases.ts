import type { InputUnit } from "./article-text.ts";

/** A text, fragments as a file gives them, and the words that must come out: or the code of the problem. */
export type SpanCase = {
  readonly name: string;
  readonly text: string;
  readonly unit: InputUnit;
  readonly given: readonly (readonly [unknown, unknown])[];
  readonly words?: readonly string[];
  readonly notes?: readonly string[];
  readonly code?: string;
  readonly says?: string;
};

const points = "code points" as const;
const units = "UTF-16 units" as const;

export const spanCases: readonly SpanCase[] = [
  { name: "plain words", text: "It rained.", unit: points, given: [[3, 9]], words: ["rained"] },
  {
    name: "words after an emoji, counted in characters",
    text: "🚢 sank",
    unit: points,
    given: [[2, 6]],
    words: ["sank"],
  },
  {
    name: "words after an emoji, counted in units",
    text: "🚢 sank",
    unit: units,
    given: [[3, 7]],
    words: ["sank"],
  },
  { name: "an emoji itself in units", text: "a🚢b", unit: units, given: [[1, 3]], words: ["🚢"] },
  { name: "half an emoji in units, grown to it", text: "a🚢b", unit: units, given: [[1, 2]], words: ["🚢"] },
  { name: "the other half, grown to it", text: "a🚢b", unit: units, given: [[2, 3]], words: ["🚢"] },
  { name: "right-to-left words", text: "אמר כי", unit: points, given: [[4, 6]], words: ["כי"] },
  {
    name: "fragments",
    text: "It has rained",
    unit: points,
    given: [
      [0, 2],
      [7, 13],
    ],
    words: ["It", "rained"],
  },
  {
    name: "fragments out of order",
    text: "It has rained",
    unit: points,
    given: [
      [7, 13],
      [0, 2],
    ],
    words: ["It", "rained"],
  },
  {
    name: "fragments that touch",
    text: "rained",
    unit: points,
    given: [
      [0, 2],
      [2, 6],
    ],
    words: ["rained"],
  },
  {
    name: "fragments that overlap",
    text: "rained",
    unit: points,
    given: [
      [0, 4],
      [2, 6],
    ],
    words: ["rained"],
    notes: ["fragments-overlap"],
  },
  { name: "words after a line end of two", text: "a\r\nb c", unit: points, given: [[3, 4]], words: ["b"] },
  {
    name: "words across a line end of two",
    text: "a\r\nb c",
    unit: points,
    given: [[0, 4]],
    words: ["a\nb"],
  },
  {
    name: "an end inside a line end of two",
    text: "a\r\nb",
    unit: points,
    given: [[0, 2]],
    words: ["a\n"],
    notes: ["span-grown"],
  },
  {
    name: "a letter without its mark",
    text: "cafe\u0301 b",
    unit: points,
    given: [[0, 4]],
    words: ["café"],
    notes: ["span-grown"],
  },
  { name: "a letter with its mark", text: "cafe\u0301 b", unit: points, given: [[0, 5]], words: ["café"] },
  { name: "words after a byte order mark", text: "\uFEFFIt", unit: points, given: [[1, 3]], words: ["It"] },
  { name: "words with a byte order mark", text: "\uFEFFIt", unit: points, given: [[0, 3]], words: ["It"] },
  { name: "the whole text", text: "🚢", unit: units, given: [[0, 2]], words: ["🚢"] },
  { name: "nothing given", text: "a", unit: points, given: [], code: "span-missing", says: "nowhere" },
  {
    name: "a negative start",
    text: "a",
    unit: points,
    given: [[-1, 1]],
    code: "span-not-offsets",
    says: "-1 to 1",
  },
  {
    name: "half a number",
    text: "ab",
    unit: points,
    given: [[0.5, 1]],
    code: "span-not-offsets",
    says: "0.5",
  },
  {
    name: "no number",
    text: "ab",
    unit: points,
    given: [[0, Number.NaN]],
    code: "span-not-offsets",
    says: "NaN",
  },
  {
    name: "a number beyond counting",
    text: "ab",
    unit: points,
    given: [[0, 1e300]],
    code: "span-not-offsets",
    says: "1e+300",
  },
  {
    name: "a number in quotes",
    text: "ab",
    unit: points,
    given: [["0", 1]],
    code: "span-not-offsets",
    says: '"0"',
  },
  {
    name: "an object for a number",
    text: "ab",
    unit: points,
    given: [[{}, 1]],
    code: "span-not-offsets",
    says: "an object",
  },
  {
    name: "null for a number",
    text: "ab",
    unit: points,
    given: [[0, null]],
    code: "span-not-offsets",
    says: "null",
  },
  {
    name: "nothing for a number",
    text: "ab",
    unit: points,
    given: [[0, undefined]],
    code: "span-not-offsets",
    says: "undefined",
  },
  {
    name: "ends swapped",
    text: "ab",
    unit: points,
    given: [[2, 1]],
    code: "span-swapped",
    says: "starts at 2, after its end at 1",
  },
  { name: "an empty span", text: "ab", unit: points, given: [[1, 1]], code: "span-empty", says: "at 1" },
  {
    name: "an end beyond the text",
    text: "🚢",
    unit: points,
    given: [[0, 2]],
    code: "span-outside-text",
    says: "the text has 1 code points",
  },
  {
    name: "an end beyond the units",
    text: "🚢",
    unit: units,
    given: [[0, 3]],
    code: "span-outside-text",
    says: "the text has 2 UTF-16 units",
  },
  {
    name: "a second fragment with a fault",
    text: "ab",
    unit: points,
    given: [
      [0, 1],
      [1, 9],
    ],
    code: "span-outside-text",
    says: "ends at 9",
  },
];

/** Texts that become no article. */
export const refusedTexts: readonly {
  readonly name: string;
  readonly text: string;
  readonly code: string;
  readonly says: string;
}[] = [
  { name: "nothing", text: "", code: "blank", says: "nothing to read" },
  { name: "white space", text: " \n\t", code: "blank", says: "nothing to read" },
  { name: "a NUL", text: "a🚢\0", code: "nul", says: "character 2" },
  { name: "half a character", text: "ab\uD800", code: "lone-surrogate", says: "character 2" },
  {
    name: "a tower of marks",
    text: `a${"\u0301".repeat(300)}`,
    code: "mark-run",
    says: "256 combining marks",
  },
  {
    name: "a text beyond the limit",
    text: "ab ".repeat(1_700_000),
    code: "too-long",
    says: "5100000 characters",
  },
];

/** Fragments by their words in the text, and what is left of them once line ends are no gap. */
export const joinCases: readonly {
  readonly name: string;
  readonly source: string;
  readonly words: readonly string[];
}[] = [
  { name: "one fragment", source: "[a]", words: ["a"] },
  { name: "fragments with words between", source: "[a] b [c]", words: ["a", "c"] },
  { name: "fragments with a space between", source: "[a] [c]", words: ["a", "c"] },
  { name: "fragments with a line end between", source: "[a]\n[c]", words: ["a\nc"] },
  { name: "fragments with a blank line between", source: "[a]\n\n[c]", words: ["a\n\nc"] },
  { name: "fragments on three lines and one apart", source: "[a]\n[b]\n[c] d [e]", words: ["a\nb\nc", "e"] },
  { name: "a fragment that begins with the indent", source: "[a 🚢]\n[ c]", words: ["a 🚢\n c"] },
];

/** What a file quotes for the words in brackets, and whether they are the same. */
export const quoteCases: readonly {
  readonly name: string;
  readonly source: string;
  readonly quoted: string;
  readonly isSame: boolean;
}[] = [
  { name: "the same words", source: "[it rained]", quoted: "it rained", isSame: true },
  { name: "fragments joined by a space", source: "[it] has [rained]", quoted: "it rained", isSame: true },
  { name: "a line end for a space", source: "[it\nrained]", quoted: "it rained", isSame: true },
  { name: "more white space", source: "[it rained]", quoted: " it \t\n rained ", isSame: true },
  { name: "a letter in two pieces", source: "[café]", quoted: "cafe\u0301", isSame: true },
  { name: "other words", source: "[it rained]", quoted: "it snowed", isSame: false },
  { name: "fewer words", source: "[it rained]", quoted: "it", isSame: false },
];
