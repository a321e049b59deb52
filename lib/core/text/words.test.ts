import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { cutsGrapheme } from "./graphemes.ts";
import { noWord, wordCases } from "./words.cases.ts";
import { snapToWords, wordAt } from "./words.ts";

const phrases = fc
  .array(
    fc.constantFrom(
      "rain",
      "don't",
      " ",
      ". ",
      "\n",
      "下雨",
      "שלום",
      "q\u0303",
      "👩‍👩‍👧",
      "1,200",
      "co\u00adop",
      "🇺🇦",
      "한글",
      "\u0301",
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

describe("snapToWords", () => {
  test.each(wordCases)("grows to whole words: $name", ({ given, whole }) => {
    const { text, span } = marked(given);
    expect(snapToWords(text, span)).toEqual(marked(whole).span);
    expect(snapToWords(text, marked(whole).span)).toEqual(marked(whole).span);
  });

  test("leaves an empty span empty", () => {
    expect(snapToWords("rained", { start: 3, end: 3 })).toEqual({ start: 3, end: 3 });
  });

  test("law: it holds the span, cuts no cluster, and a second time changes nothing", () => {
    fc.assert(
      fc.property(phrases, fc.nat(), fc.nat(), (text, one, other) => {
        const index = new CodePointIndex(text);
        const [a, b] = [one % (index.length + 1), other % (index.length + 1)];
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const snapped = snapToWords(index, span);
        expect(snapped.start).toBeLessThanOrEqual(span.start);
        expect(snapped.end).toBeGreaterThanOrEqual(span.end);
        expect(cutsGrapheme(index, snapped)).toBe(false);
        expect(snapToWords(index, snapped)).toEqual(snapped);
      }),
      { numRuns: 500 },
    );
  });
});

describe("wordAt", () => {
  test.each(noWord)("finds no word in %j", (source) => {
    const { text, span } = marked(source);
    expect(wordAt(text, span.start)).toBeNull();
  });

  test("finds none at the end of the text", () => {
    expect(wordAt("rain", 4)).toBeNull();
    expect(wordAt("", 0)).toBeNull();
  });

  test("stays near its place in a text without any edge", () => {
    const text = "x".repeat(5000);
    expect(wordAt(text, 2500)).toEqual({ start: 1476, end: 3524 });
  });

  test("law: it agrees with the whole text segmented", () => {
    const segmenter = new Intl.Segmenter("en", { granularity: "word" });
    const plain = fc
      .array(
        fc.constantFrom("rain", "don't", " ", ". ", "\n", "下雨了", "，", "שלום", "1,200", "한글", "😀"),
        { maxLength: 30 },
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(plain, (text) => {
        const index = new CodePointIndex(text);
        for (const part of segmenter.segment(text)) {
          const start = index.fromUtf16(part.index);
          const word = { start, end: index.fromUtf16(part.index + part.segment.length) };
          expect(wordAt(index, start)).toEqual(part.isWordLike ? word : null);
        }
      }),
    );
  });
});
