import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { clusterTexts, snappingCases } from "./graphemes.cases.ts";
import { cutsGrapheme, isGraphemeBoundary, snapToGraphemes } from "./graphemes.ts";

/** Text of the code points in which the rules differ. */
const tricky = fc
  .array(
    fc.constantFrom(
      ..."ab 1.\n",
      "\u0301",
      "\u200d",
      "👩",
      "👧",
      "🏽",
      "🇺",
      "🇦",
      "ᄒ",
      "ᅡ",
      "ᆫ",
      "한",
      "क",
      "्",
      "©",
      "\ufe0f",
      "\u0600",
      "\uff9e",
    ),
    { maxLength: 40 },
  )
  .map((points) => points.join(""));

/** The whole text through the segmenter: slow and certain. */
function boundaries(text: string): Set<number> {
  const segmenter = new Intl.Segmenter("en", { granularity: "grapheme" });
  const index = new CodePointIndex(text);
  const starts = Array.from(segmenter.segment(text), (part) => index.fromUtf16(part.index));
  return new Set([...starts, index.length]);
}

function expectSameBoundaries(text: string): void {
  const index = new CodePointIndex(text);
  const expected = boundaries(text);
  for (let offset = 0; offset <= index.length; offset += 1) {
    expect([offset, isGraphemeBoundary(index, offset)]).toEqual([offset, expected.has(offset)]);
  }
}

describe("snapToGraphemes", () => {
  test.each(snappingCases)("keeps whole: $name", ({ given, snapped }) => {
    const { text, span } = marked(given);
    expect(snapToGraphemes(text, span)).toEqual(marked(snapped).span);
    expect(cutsGrapheme(text, span)).toBe(given !== snapped);
    expect(cutsGrapheme(text, marked(snapped).span)).toBe(false);
  });

  test("leaves an empty span at a boundary empty and grows one inside a cluster", () => {
    expect(snapToGraphemes("ab", { start: 1, end: 1 })).toEqual({ start: 1, end: 1 });
    expect(snapToGraphemes("ab", { start: 2, end: 2 })).toEqual({ start: 2, end: 2 });
    expect(snapToGraphemes("xq\u0303y", { start: 2, end: 2 })).toEqual({ start: 1, end: 3 });
  });

  test("sees both ends of a span", () => {
    expect(cutsGrapheme("q\u0303a", { start: 1, end: 3 })).toBe(true);
    expect(cutsGrapheme("aq\u0303", { start: 0, end: 2 })).toBe(true);
  });

  test("law: it holds the span, cuts nothing, and a second time changes nothing", () => {
    fc.assert(
      fc.property(tricky, fc.nat(), fc.nat(), (text, one, other) => {
        const index = new CodePointIndex(text);
        const [a, b] = [one % (index.length + 1), other % (index.length + 1)];
        const span = { start: Math.min(a, b), end: Math.max(a, b) };
        const snapped = snapToGraphemes(index, span);
        expect(snapped.start).toBeLessThanOrEqual(span.start);
        expect(snapped.end).toBeGreaterThanOrEqual(span.end);
        expect(cutsGrapheme(index, snapped)).toBe(false);
        expect(snapToGraphemes(index, snapped)).toEqual(snapped);
      }),
      { numRuns: 500 },
    );
  });
});

describe("isGraphemeBoundary", () => {
  test.each(clusterTexts)("agrees with the whole text segmented: %j", expectSameBoundaries);

  test("law: it agrees with the whole text segmented", () => {
    fc.assert(fc.property(tricky, expectSameBoundaries), { numRuns: 500 });
  });

  test("refuses offsets outside the text", () => {
    expect(() => isGraphemeBoundary("ab", 3)).toThrow(RangeError);
    expect(() => isGraphemeBoundary("ab", -1)).toThrow(RangeError);
  });
});
