import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts } from "../../../tests/support/laws/texts.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { tokensOf } from "./tokens.ts";

const read = (text: string) => {
  const index = new CodePointIndex(text);
  return tokensOf(index).map((sentence) => sentence.map((span) => index.slice(span)));
};

describe("tokens", () => {
  it.each([
    ["words and marks", "It rained, he said.", [["It", "rained", ",", "he", "said", "."]]],
    [
      "two sentences",
      "It rained. It stopped.",
      [
        ["It", "rained", "."],
        ["It", "stopped", "."],
      ],
    ],
    [
      "paragraphs",
      "A title\n\nIt rained",
      [
        ["A", "title"],
        ["It", "rained"],
      ],
    ],
    ["a line that goes on", "It\nrained", [["It", "rained"]]],
    ["an emoji", "🚢 sank 👩‍👩‍👧", [["🚢", "sank", "👩‍👩‍👧"]]],
    ["right-to-left words", "אמר כי", [["אמר", "כי"]]],
    ["a number", "1,200 left", [["1,200", "left"]]],
    ["nothing", "", []],
    ["white space", " \n\n ", []],
  ])("are %s", (_name, text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("law: hold every character that is not white space once, in order", () => {
    fc.assert(
      fc.property(texts(), (text) => {
        const index = new CodePointIndex(text);
        const tokens = tokensOf(index).flat();
        const words = tokens.map((span) => index.slice(span)).join("");
        expect(words.replace(/\s/gu, "")).toBe(text.replace(/\s/gu, ""));
        for (const [at, span] of tokens.entries()) {
          expect(span.start).toBeLessThan(span.end);
          expect(span.start).toBeGreaterThanOrEqual(tokens[at - 1]?.end ?? 0);
        }
      }),
    );
  });
});
