import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { acrossPieces, canonicalCases, refusedCases } from "./canonicalise.cases.ts";
import { type CanonicalText, canonicalise, checkArticleText, MAX_TEXT_LENGTH } from "./canonicalise.ts";
import { countCodePoints } from "./surrogates.ts";

const untidy = fc
  .array(
    fc.constantFrom(
      "a",
      "e",
      "\u0301",
      "\u0323",
      "\r",
      "\n",
      "\r\n",
      "\ufeff",
      "😀",
      "\u212a",
      "\u0958",
      "ᄒ",
      "ᅡ",
      "ᆫ",
      "中",
      "word ".repeat(60),
    ),
    { maxLength: 30 },
  )
  .map((parts) => parts.join(""));

function canonical(input: string): CanonicalText {
  const result = canonicalise(input);
  if (!result.ok) throw new Error(result.failure.kind);
  return result.value;
}

describe("canonicalise", () => {
  test.each(canonicalCases)("handles $name", ({ input, canonical: after }) => {
    const from = marked(input);
    const to = marked(after);
    const { text, map } = canonical(from.text);
    expect(text).toBe(to.text);
    expect(map.spanToCanonical(from.span)).toEqual(to.span);
    expect(map.spanToInput(to.span)).toEqual(from.span);
  });

  test.each(refusedCases)("refuses $name", ({ input, failure }) => {
    expect(canonicalise(input)).toEqual({ ok: false, failure });
    expect(checkArticleText(input)).toEqual({ ok: false, failure });
  });

  test("refuses a text above the limit and takes one at it", () => {
    const longest = "a".repeat(MAX_TEXT_LENGTH);
    expect(canonicalise(longest).ok).toBe(true);
    expect(canonicalise(`${longest}b`)).toEqual({
      ok: false,
      failure: { kind: "too_long", length: MAX_TEXT_LENGTH + 1, limit: MAX_TEXT_LENGTH },
    });
  });

  test("grows a span that cuts a rewritten passage, and puts a single offset at its start", () => {
    const { map } = canonical("ab\r\ncde\u0301f");
    expect(map.spanToCanonical({ start: 3, end: 7 })).toEqual({ start: 2, end: 6 });
    expect([3, 7].map(map.toCanonical)).toEqual([2, 5]);
    expect(map.spanToCanonical({ start: 7, end: 7 })).toEqual({ start: 5, end: 5 });
  });

  test("grows a canonical span inside what was one letter of the input", () => {
    const { map } = canonical("x\u0958y");
    expect(map.spanToInput({ start: 2, end: 3 })).toEqual({ start: 1, end: 2 });
    expect(map.spanToInput({ start: 1, end: 2 })).toEqual({ start: 1, end: 2 });
  });

  test.each(acrossPieces)(
    "keeps together what lies across two pieces: $name",
    ({ letter, canonical: after }) => {
      for (let lead = 250; lead <= 260; lead += 1) {
        const start = { start: lead, end: lead + [...letter].length };
        const { text, map } = canonical(`${"x".repeat(lead)}${letter}z`);
        expect(text).toBe(`${"x".repeat(lead)}${after}z`);
        expect(map.spanToCanonical(start)).toEqual({ start: lead, end: lead + [...after].length });
      }
    },
  );

  test("leaves a text that is canonical where it is, offset by offset", () => {
    const { map } = canonical("👩‍👩‍👧 שלום\n한글 é");
    for (let offset = 0; offset <= 15; offset += 1) {
      expect([map.toCanonical(offset), map.toInput(offset)]).toEqual([offset, offset]);
    }
  });

  test("refuses offsets outside the text", () => {
    const { map } = canonical("a\r\nb");
    expect(() => map.toCanonical(5)).toThrow(RangeError);
    expect(() => map.toInput(4)).toThrow(RangeError);
    expect(() => map.toInput(-1)).toThrow(RangeError);
    expect(() => map.toInput(0.5)).toThrow(RangeError);
  });

  test("law: the text is NFC with LF only, and canonicalising again changes nothing", () => {
    fc.assert(
      fc.property(fc.oneof(untidy, fc.string({ unit: "binary" })), (input) => {
        fc.pre(!input.includes("\0") && !/\p{Surrogate}/u.test(input));
        const { text } = canonical(input);
        expect(text).toBe(
          input
            .replace(/^\uFEFF+/, "")
            .replace(/\r\n?/g, "\n")
            .normalize("NFC"),
        );
        expect(canonical(text).text).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("law: the map is monotone, meets both ends, and goes there and back at every boundary", () => {
    fc.assert(
      fc.property(untidy, (input) => {
        const { text, map } = canonical(input);
        const [inputLength, length] = [countCodePoints(input), countCodePoints(text)];
        const there = Array.from({ length: inputLength + 1 }, (_, offset) => map.toCanonical(offset));
        const back = Array.from({ length: length + 1 }, (_, offset) => map.toInput(offset));
        expect(there).toEqual([...there].sort((one, other) => one - other));
        expect(back).toEqual([...back].sort((one, other) => one - other));
        expect([there[0], there.at(-1), back.at(-1)]).toEqual([0, length, inputLength]);
        for (const offset of back) expect(map.toInput(map.toCanonical(offset))).toBe(offset);
      }),
      { numRuns: 300 },
    );
  });

  test("law: a span made canonical is the canonical form of what it came from", () => {
    fc.assert(
      fc.property(untidy, fc.nat(), fc.nat(), (input, one, other) => {
        const { text, map } = canonical(input);
        const points = [...text];
        const [a, b] = [one % (points.length + 1), other % (points.length + 1)];
        const source = map.spanToInput({ start: Math.min(a, b), end: Math.max(a, b) });
        const span = map.spanToCanonical(source);
        const slice = [...input].slice(source.start, source.end).join("");
        const plain = slice.replace(/\r\n?/g, "\n").normalize("NFC");
        expect(points.slice(span.start, span.end).join("")).toBe(plain);
      }),
      { numRuns: 300 },
    );
  });

  test("knows every code point that can compose with the one before it", () => {
    const starters = /^[\p{M}\u1160-\u11FF\u{16D63}-\u{16D6A}]/u;
    const missed: string[] = [];
    for (let point = 0; point <= 0x10ffff; point += 1) {
      if (point >= 0xd800 && point <= 0xdfff) continue;
      const [, ...rest] = String.fromCodePoint(point).normalize("NFD");
      for (const second of rest) if (!starters.test(second)) missed.push(second);
    }
    expect(missed).toEqual([]);
  });
});

describe("checkArticleText", () => {
  test.each(["", " ", "\r\n\t\n", "\ufeff", "\u00a0\u200b\u00ad\u2060", "\u0085"])(
    "finds nothing to read in %j",
    (input) => {
      expect(checkArticleText(input)).toEqual({ ok: false, failure: { kind: "blank" } });
    },
  );

  test("takes a text with one letter and keeps the white space around it", () => {
    const result = checkArticleText(" \n中\r\n");
    expect(result.ok && result.value.text).toBe(" \n中\n");
  });
});
