import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts as mixedTexts } from "../../../tests/support/laws/texts.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { countedTexts } from "./code-point-index.cases.ts";
import { CodePointIndex, indexed } from "./code-point-index.ts";
import { countCodePoints } from "./surrogates.ts";

/** Long enough for several checkpoints, with surrogate pairs on them. */
const texts = fc
  .array(fc.constantFrom("a", "é", "👩", "中", "x".repeat(127), "😀".repeat(64)), { maxLength: 12 })
  .map((parts) => parts.join(""));

describe.each(countedTexts)("in a text with $name", ({ source, isAstral }) => {
  const { text, span } = marked(source);
  const index = new CodePointIndex(text);
  const passage = [...text].slice(span.start, span.end).join("");
  const units = { start: text.indexOf(passage), end: text.indexOf(passage) + passage.length };

  test("the passage is where the language finds it", () => {
    expect(text.lastIndexOf(passage)).toBe(units.start);
    expect({ start: index.toUtf16(span.start), end: index.toUtf16(span.end) }).toEqual(units);
    expect({ start: index.fromUtf16(units.start), end: index.fromUtf16(units.end) }).toEqual(span);
    expect(index.slice(span)).toBe(passage);
  });

  test("the two ways of counting differ only where there are astral characters", () => {
    expect(index.length === text.length).toBe(!isAstral);
    expect(index.toUtf16(index.length)).toBe(text.length);
  });
});

describe("CodePointIndex", () => {
  test("law: it does not matter how a text is cut: the offsets of its parts add up", () => {
    fc.assert(
      fc.property(mixedTexts(), mixedTexts(), (before, after) => {
        const [whole, one, other] = [before + after, before, after].map((text) => new CodePointIndex(text));
        if (!whole || !one || !other) throw new Error("three texts make three indexes");
        expect(whole.length).toBe(one.length + other.length);
        for (let offset = 0; offset <= other.length; offset += 1) {
          const unit = one.text.length + other.toUtf16(offset);
          expect(whole.toUtf16(one.length + offset)).toBe(unit);
          expect(whole.fromUtf16(unit)).toBe(one.length + offset);
        }
      }),
    );
  });

  test("slices by code points behind an emoji", () => {
    const { text, span } = marked("👩 said [it 🌧 rained] today");
    const index = new CodePointIndex(text);
    expect(index.slice(span)).toBe("it 🌧 rained");
    expect(index.length).toBe([...text].length);
  });

  test("is the identity on a text without astral characters", () => {
    const index = new CodePointIndex("שלום, 中文");
    expect([index.length, index.toUtf16(4), index.fromUtf16(8)]).toEqual([8, 4, 8]);
  });

  test("answers the code point a UTF-16 offset falls into", () => {
    expect(new CodePointIndex("a😀b").fromUtf16(2)).toBe(1);
  });

  test("counts a lone surrogate as one code point", () => {
    const index = new CodePointIndex("\ud800a\udc00😀");
    expect([index.length, index.toUtf16(3), index.toUtf16(4)]).toEqual([4, 3, 5]);
  });

  test.each([127, 128, 129, 255, 256, 257, 512])(
    "finds its way to the end of a text of %i units",
    (units) => {
      const text = `${"😀".repeat(Math.floor(units / 2))}${"x".repeat(units % 2)}`;
      const index = new CodePointIndex(text);
      const length = Math.ceil(units / 2);
      expect([index.length, index.toUtf16(length), index.fromUtf16(units)]).toEqual([length, units, length]);
      expect(index.slice({ start: length - 1, end: length })).toBe(units % 2 === 0 ? "😀" : "x");
    },
  );

  test.each([-1, 4, 0.5, Number.NaN])("refuses the offset %d", (offset) => {
    expect(() => new CodePointIndex("a😀b").toUtf16(offset)).toThrow(RangeError);
    expect(() => new CodePointIndex("abc").fromUtf16(offset)).toThrow(RangeError);
  });

  test("is made only for a bare text", () => {
    const index = new CodePointIndex("a");
    expect(indexed(index)).toBe(index);
    expect(indexed("a").text).toBe("a");
  });

  test("law: there and back is the same offset, and both directions agree with counting", () => {
    fc.assert(
      fc.property(texts, (text) => {
        const index = new CodePointIndex(text);
        const points = [...text];
        expect(index.length).toBe(points.length);
        expect(countCodePoints(text)).toBe(points.length);
        let unit = 0;
        for (const [offset, point] of points.entries()) {
          expect(index.toUtf16(offset)).toBe(unit);
          for (let half = 0; half < point.length; half += 1)
            expect(index.fromUtf16(unit + half)).toBe(offset);
          unit += point.length;
        }
        expect(index.toUtf16(points.length)).toBe(text.length);
        expect(index.fromUtf16(text.length)).toBe(points.length);
      }),
    );
  });
});
