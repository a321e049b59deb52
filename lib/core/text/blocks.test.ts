import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { blocksOfPlainText, joinBlocks, type Piece } from "./blocks.ts";
import { CodePointIndex } from "./code-point-index.ts";

describe("blocksOfPlainText", () => {
  test.each([
    "[One]\n\n[two\nlines]\n",
    "\n\n[  indented 👩‍👩‍👧 ]\n \t \n[last]",
    "[a]\n\n\n\n[b]\n\u00a0\n[c]",
    "[שלום]\n\n[他说下雨了。]",
  ])("finds the paragraphs of %j", (source) => {
    const { text, spans } = marked(source);
    expect(blocksOfPlainText(text)).toEqual(spans.map((span) => ({ kind: "paragraph", ...span })));
  });

  test.each(["", "\n \n\t"])("finds none in %j", (text) => {
    expect(blocksOfPlainText(text)).toEqual([]);
  });

  test("law: blocks ascend and hold everything that is not white space", () => {
    const text = fc
      .array(fc.constantFrom("a", "😀", " ", "\n", "\t", "\u2028"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(text, (source) => {
        const index = new CodePointIndex(source);
        let reached = 0;
        for (const block of blocksOfPlainText(source)) {
          expect(index.slice({ start: reached, end: block.start }).trim()).toBe("");
          expect(index.slice(block)).not.toMatch(/\n[^\S\n]*\n|\n$/);
          reached = block.end;
        }
        expect(index.slice({ start: reached, end: index.length }).trim()).toBe("");
      }),
    );
  });
});

describe("joinBlocks", () => {
  test("puts one blank line between pieces and says where each stands", () => {
    const { text, spans } = marked("[A heading 😀]\n\n[It rained.]\n\n[one\n\n  two]");
    const pieces: Piece[] = [
      { kind: "heading", level: 2, text: "A heading 😀" },
      { kind: "paragraph", text: " \n" },
      { kind: "quote", text: "It rained." },
      { kind: "preformatted", text: "one\n\n  two" },
    ];
    expect(joinBlocks(pieces)).toEqual({
      text,
      blocks: [
        { kind: "heading", level: 2, ...spans[0] },
        { kind: "quote", ...spans[1] },
        { kind: "preformatted", ...spans[2] },
      ],
    });
  });

  test("makes an empty text of no pieces", () => {
    expect(joinBlocks([])).toEqual({ text: "", blocks: [] });
  });

  const paragraphs = fc
    .array(fc.constantFrom("It rained.", "שלום", "👩‍👩‍👧", "two\nlines", "  indented", "下雨", " ", ""), {
      maxLength: 8,
    })
    .map((list) => list.map((text): Piece => ({ kind: "paragraph", text })));

  test("law: each block is its piece's text, whole, and pieces of nothing have none", () => {
    fc.assert(
      fc.property(paragraphs, (pieces) => {
        const { text, blocks } = joinBlocks(pieces);
        const index = new CodePointIndex(text);
        const shown = pieces.map((piece) => piece.text).filter((piece) => piece.trim() !== "");
        expect(blocks.map((block) => index.slice(block))).toEqual(shown);
        expect(text).toBe(shown.join("\n\n"));
      }),
    );
  });

  test("law: paragraphs that were joined are found again as the paragraphs of the plain text", () => {
    fc.assert(
      fc.property(paragraphs, (pieces) => {
        const { text, blocks } = joinBlocks(pieces);
        expect(blocksOfPlainText(text)).toEqual(blocks);
      }),
    );
  });
});
