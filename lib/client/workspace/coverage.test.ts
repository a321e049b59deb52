import { describe, expect, test } from "vitest";
import { type BlockKind, blocksOfPlainText } from "#core/text/blocks.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { coverageOf, sentencesOfBlock, uncoveredFrom } from "./coverage.ts";

function read(text: string, kinds: readonly BlockKind[] = []) {
  const index = new CodePointIndex(text);
  const sentences = blocksOfPlainText(text).flatMap((block, at) =>
    sentencesOfBlock(index, { ...block, kind: kinds[at] ?? block.kind }),
  );
  return { index, sentences };
}

/** Brackets are the fragments of claims; told are the sentences left over. */
const cases: readonly { name: string; source: string; left: readonly string[] }[] = [
  { name: "part of a sentence", source: "He said [it rained]. She left.", left: ["She left."] },
  { name: "all of them", source: "[It rained.] [She left.]", left: [] },
  {
    name: "a claim over two sentences",
    source: "He [left. She stayed] on. It rained.",
    left: ["It rained."],
  },
  {
    name: "a claim over two paragraphs",
    source: "One [stayed.\n\nTwo] left. Three sang.",
    left: ["Three sang."],
  },
  {
    name: "a discontinuous claim: what lies between is bare",
    source: "[He left.] She stayed. [It rained.]",
    left: ["She stayed."],
  },
  {
    name: "a quotation mark of the next sentence alone",
    source: "[He left. “]She stayed,” said Ann.",
    left: ["“She stayed,” said Ann."],
  },
  { name: "nested claims count once", source: "[He [left]] early. She stayed.", left: ["She stayed."] },
  {
    name: "an abbreviation does not end a sentence",
    source: "Then Mr. Ortiz [left]. She stayed.",
    left: ["She stayed."],
  },
  {
    name: "marks without a word are no sentence",
    source: "[He left.]\n\n* * *\n\nShe stayed.",
    left: ["She stayed."],
  },
  { name: "another script", source: "[نزل المطر.] ذهب الرجل.", left: ["ذهب الرجل."] },
];

describe("coverageOf", () => {
  test.each(cases)("$name", ({ source, left }) => {
    const { text, spans } = marked(source);
    const { index, sentences } = read(text);
    const found = coverageOf(index, sentences, [{ spans }]);
    expect(found.uncovered.map(({ span }) => index.slice(span))).toEqual(left);
    expect(found.sentences).toEqual({ covered: sentences.length - left.length, total: sentences.length });
  });

  test("counts headings apart", () => {
    const { text, spans } = marked("Rain comes\n\n[It rained.] He left.\n\n[What follows]");
    const { index, sentences } = read(text, ["heading", "paragraph", "heading"]);
    expect(coverageOf(index, sentences, [{ spans }])).toMatchObject({
      sentences: { covered: 1, total: 2 },
      headings: { covered: 1, total: 2 },
      uncovered: [{ isHeading: true }, { isHeading: false }],
    });
  });

  test("has nothing to say about an empty text", () => {
    const { index, sentences } = read("");
    expect(coverageOf(index, sentences, [])).toEqual({
      sentences: { covered: 0, total: 0 },
      headings: { covered: 0, total: 0 },
      uncovered: [],
    });
  });
});

describe("uncoveredFrom", () => {
  const { index, sentences } = read("One sat. Two sat. Three sat.");
  const [one, two, three] = sentences;
  const said = (place: (typeof sentences)[number]["span"] | null, step: 1 | -1) => {
    const found = uncoveredFrom(sentences, place, step);
    return found && index.slice(found.span);
  };

  test.each([
    { name: "forward from nowhere", place: null, step: 1 as const, found: "One sat." },
    { name: "back from nowhere", place: null, step: -1 as const, found: "Three sat." },
    { name: "forward", place: one?.span ?? null, step: 1 as const, found: "Two sat." },
    { name: "back", place: two?.span ?? null, step: -1 as const, found: "One sat." },
    { name: "forward around the end", place: three?.span ?? null, step: 1 as const, found: "One sat." },
    { name: "back around the start", place: one?.span ?? null, step: -1 as const, found: "Three sat." },
    { name: "forward from a caret", place: { start: 4, end: 4 }, step: 1 as const, found: "Two sat." },
    {
      name: "forward from a caret at a start",
      place: { start: 9, end: 9 },
      step: 1 as const,
      found: "Two sat.",
    },
  ])("steps $name", ({ place, step, found }) => {
    expect(said(place, step)).toBe(found);
  });

  test("finds none where all carry a claim", () => {
    expect(uncoveredFrom([], null, 1)).toBeNull();
  });
});
