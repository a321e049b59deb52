import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { link } from "#core/attribution/link.ts";
import { markedRuns, marksOf } from "./passage-marks.ts";

const text = "🚨 Officials said the dam held, perhaps.";
const spanOf = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
};
const at = (from: number) => ({ start: from, end: from + Array.from(text).length, text });

describe("a marked passage", () => {
  const marks = marksOf({
    spans: [spanOf("the dam held, perhaps")],
    chain: [link({ category: "anonymous_described", mention: [spanOf("Officials")], cue: [spanOf("said")] })],
    hedges: [{ span: spanOf("perhaps") }],
  });

  it("is cut where marks begin and end, by code points", () => {
    expect(markedRuns(at(0), marks).map(({ text: words, marks: kinds }) => [words, kinds.join("+")])).toEqual(
      [
        ["🚨 ", ""],
        ["Officials", "mention"],
        [" ", ""],
        ["said", "cue"],
        [" ", ""],
        ["the dam held, ", "claim"],
        ["perhaps", "claim+hedge"],
        [".", ""],
      ],
    );
  });

  it("keeps a mark that runs over its edge to itself", () => {
    const part = { start: 100, end: 105, text: "fghij" };
    const beyond = [{ mark: "claim" as const, span: { start: 90, end: 102 } }];
    expect(markedRuns(part, beyond).map((run) => [run.text, run.marks])).toEqual([
      ["fg", ["claim"]],
      ["hij", []],
    ]);
  });

  it("is its text to the letter, whatever is marked", () => {
    const span = fc
      .tuple(fc.nat(40), fc.integer({ min: 1, max: 20 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 6 }), fc.nat(10), (spans, from) => {
        const given = spans.map((one) => ({ mark: "claim" as const, span: one }));
        expect(
          markedRuns(at(from), given)
            .map((run) => run.text)
            .join(""),
        ).toBe(text);
      }),
    );
  });
});
