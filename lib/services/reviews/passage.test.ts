import { describe, expect, it } from "vitest";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { passageOf } from "./passage.ts";

const text = ["One.", "Two 🚨.", "Three.", "Four.", "Five.", "Six."].join("\n\n");
const article = { text, blocks: blocksOfPlainText(text) };
const at = (words: string) => {
  const start = Array.from(text.slice(0, text.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
};

describe("what a reviewer reads", () => {
  it("is the claim's paragraph with one neighbour on either side", () => {
    const parts = passageOf(article, [at("Three")], []);
    expect(parts.map((part) => [part.text, part.isOfClaim])).toEqual([
      ["Two 🚨.", false],
      ["Three.", true],
      ["Four.", false],
    ]);
    expect(parts.some(({ isAfterGap }) => isAfterGap)).toBe(false);
  });

  it("holds the paragraph where the chain is named, and says where text is left out", () => {
    const parts = passageOf(article, [at("One")], [at("Six")]);
    expect(parts.map((part) => [part.text, part.isAfterGap])).toEqual([
      ["One.", false],
      ["Two 🚨.", false],
      ["Six.", true],
    ]);
  });

  it("shows the fragments of a claim that is apart, each with its neighbours", () => {
    const parts = passageOf(article, [at("One"), at("Six")], []);
    expect(parts.map((part) => part.text)).toEqual(["One.", "Two 🚨.", "Five.", "Six."]);
  });

  it("cuts a paragraph as long as a book around the claim, at whole words, and keeps its place", () => {
    const long = "word ".repeat(4_000);
    const [part] = passageOf(
      { text: long, blocks: blocksOfPlainText(long) },
      [{ start: 10_000, end: 10_004 }],
      [],
    );
    expect(part).toMatchObject({ isOfClaim: true, isAfterGap: true });
    expect((part?.end ?? 0) - (part?.start ?? 0)).toBeLessThan(2_000);
    expect(part?.text).toBe(long.slice(part?.start, part?.end));
    expect(part?.text.trim()).toMatch(/^word.*word$/u);
  });

  it("takes a text without blocks as one", () => {
    expect(passageOf({ text: "No blocks.", blocks: [] }, [{ start: 0, end: 2 }], [])).toHaveLength(1);
  });
});
