/** `[…]` marks the same passage before and after. */
export const canonicalCases: readonly { name: string; input: string; canonical: string }[] = [
  { name: "nothing to do", input: "He said [it rained] today", canonical: "He said [it rained] today" },
  { name: "a byte order mark", input: "\ufeff[One] two", canonical: "[One] two" },
  { name: "two byte order marks", input: "\ufeff\ufeff[One] two", canonical: "[One] two" },
  { name: "a mark inside the text, which stays", input: "a\ufeff[b]", canonical: "a\ufeff[b]" },
  { name: "CR LF", input: "One\r\n[two]\r\nthree", canonical: "One\n[two]\nthree" },
  { name: "CR", input: "One\r[two]\rthree", canonical: "One\n[two]\nthree" },
  { name: "a mix of line ends", input: "a\r\n\r\r\n\n[b]\r", canonical: "a\n\n\n\n[b]\n" },
  { name: "a byte order mark before CR LF", input: "\ufeff\r\n[b]", canonical: "\n[b]" },
  {
    name: "a decomposed letter before",
    input: "Rene\u0301 said [it] twice",
    canonical: "René said [it] twice",
  },
  { name: "a decomposed letter inside", input: "to [Rene\u0301] it", canonical: "to [René] it" },
  { name: "marks in another order", input: "[q\u0307\u0323] x", canonical: "[q\u0323\u0307] x" },
  { name: "a letter with another canonical form", input: "5 k[\u212a] x", canonical: "5 k[K] x" },
  { name: "a letter that NFC takes apart", input: "\u0958[a]", canonical: "\u0915\u093c[a]" },
  { name: "Hangul jamo", input: "\u1112\u1161\u11ab[글]", canonical: "한[글]" },
  { name: "a mark after a line end", input: "a\r\n\u0301[b]", canonical: "a\n\u0301[b]" },
  { name: "emoji beside decomposed letters", input: "👩‍👧e\u0301[🇩🇪]", canonical: "👩‍👧é[🇩🇪]" },
  { name: "right-to-left", input: "שלום\r\n[עולם]", canonical: "שלום\n[עולם]" },
  { name: "Chinese", input: "他说\r\n[下雨]了。", canonical: "他说\n[下雨]了。" },
  { name: "white space, which stays", input: "  [a]\t \n\n\n", canonical: "  [a]\t \n\n\n" },
];

export const refusedCases = [
  { name: "NUL", input: "ab\0c", failure: { kind: "nul", offset: 2 } },
  { name: "NUL behind an emoji", input: "😀\0", failure: { kind: "nul", offset: 1 } },
  { name: "a lone high surrogate", input: "😀a\ud83d b", failure: { kind: "lone_surrogate", offset: 2 } },
  { name: "a lone low surrogate", input: "\ude00", failure: { kind: "lone_surrogate", offset: 0 } },
  { name: "the first of two, NUL", input: "\0\ud83d", failure: { kind: "nul", offset: 0 } },
  {
    name: "the first of two, a surrogate",
    input: "\ud83d\0",
    failure: { kind: "lone_surrogate", offset: 0 },
  },
  {
    name: "marks without end",
    input: `😀e${"\u0301\u0316".repeat(200)}`,
    failure: { kind: "mark_run", offset: 2 },
  },
] as const;

/**
 * Letters that lie across the edge between two pieces that are looked at together, and what they become. `LEAD` units
 * stand before each, so that the edge falls into it at every place.
 */
export const acrossPieces: readonly { name: string; letter: string; canonical: string }[] = [
  { name: "a letter and its mark", letter: "e\u0301", canonical: "é" },
  { name: "two marks to be put in order", letter: "q\u0307\u0323", canonical: "q\u0323\u0307" },
  { name: "Hangul jamo", letter: "\u1112\u1161\u11ab", canonical: "한" },
  { name: "an astral letter and its mark", letter: "\u{1d157}\u{1d165}", canonical: "\u{1d157}\u{1d165}" },
  { name: "an emoji", letter: "😀", canonical: "😀" },
  { name: "a line end of two", letter: "\r\n", canonical: "\n" },
];
