import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { sentenceAt, sentencesIn } from "./sentences.ts";

/** Every bracket is one sentence, and none is missing. */
const stretches: readonly { name: string; source: string }[] = [
  { name: "two in a line", source: "[It rained.] [He left.]" },
  { name: "a title before a name", source: "[It rained.] [Then Mr. Smith and Dr. Wu left.] [So did I]" },
  { name: "an initial", source: "[George W. Bush left.] [He did.]" },
  { name: "an abbreviation in lower case", source: "[Fruit, e.g. pears, was sold.] [It was cheap.]" },
  { name: "a figure with a point", source: "[It rose by 3.5 points.] [Then it fell.]" },
  { name: "a quotation that ends its sentence", source: "[“It rained.”] [He left.]" },
  { name: "a question inside a quotation", source: "[“Did it rain?” she asked.] [He left.]" },
  { name: "wrapped lines", source: "[It rained\nall day.] [He\nleft.]" },
  { name: "blank lines inside", source: "[It rained]\n \n[He left.]\n\n[So did I.]" },
  { name: "blank lines before and after", source: "\n\n[It rained.]\n\n" },
  { name: "white space around", source: " [It rained.]  [He left.] " },
  { name: "emoji", source: "[👩‍👩‍👧 It rained.] [He 😀 left!]" },
  { name: "Chinese", source: "[他走了。][今天下雨了。]" },
  { name: "Arabic", source: "[هل نزل المطر؟] [نعم.]" },
];

describe("sentencesIn", () => {
  test.each(stretches)("finds each sentence once: $name", ({ source }) => {
    const { text, spans } = marked(source);
    expect(sentencesIn(text, { start: 0, end: [...text].length })).toEqual(spans);
  });

  test.each(stretches)("agrees with sentenceAt at every place: $name", ({ source }) => {
    const { text, spans } = marked(source);
    for (const span of spans) {
      for (let at = span.start; at < span.end; at += 1) expect(sentenceAt(text, at)).toEqual(span);
    }
  });

  test("keeps to the stretch it is given", () => {
    const { text, spans } = marked("It rained. [[He left.] [So did I.]] Nobody came.");
    const [stretch, ...inside] = spans;
    expect(sentencesIn(text, stretch ?? { start: 0, end: 0 })).toEqual(inside);
  });

  test("finds none in white space", () => {
    expect(sentencesIn(" \n\n ", { start: 0, end: 4 })).toEqual([]);
  });
});
