import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { textWithSpan } from "../../../tests/support/laws/texts.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { fullAgreement, occurrences, weigh } from "./candidates.ts";
import { describe as describeSpan } from "./describe.ts";
import { passageBetween } from "./passage-between.ts";

const letters = fc.array(fc.constantFrom("a", "b", "😀"), { maxLength: 12 }).map((list) => list.join(""));

describe("occurrences", () => {
  test.each([
    ["one that overlaps itself", "aaaa", "aa", 9, [0, 1, 2]],
    ["as many as the limit", "aaaa", "a", 2, [0, 1]],
    ["none", "abc", "x", 9, []],
    ["one at the very end", "abc", "c", 9, [2]],
    ["one longer than the text", "ab", "abc", 9, []],
    ["one as long as the text", "ab", "ab", 9, [0]],
  ])("finds %s", (_name, text, needle, limit, expected) => {
    expect(occurrences(text, needle, limit)).toEqual(expected);
  });

  test("law: they are all the places where the text goes on with it, the first ones up to the limit", () => {
    const needle = letters.filter((text) => text !== "");
    fc.assert(
      fc.property(letters, needle, fc.integer({ min: 1, max: 5 }), (text, wanted, limit) => {
        const all = Array.from({ length: text.length }, (_, start) => start);
        const places = all.filter((start) => text.startsWith(wanted, start));
        expect(occurrences(text, wanted, limit)).toEqual(places.slice(0, limit));
      }),
    );
  });
});

describe("weigh", () => {
  const quote = { prefix: "one ", exact: "two", suffix: " three" };

  test.each([
    ["whole", "one two three", 4, 13],
    ["the quote alone", "two", 0, 3],
    ["half of what stands before", "xne two", 4, 6],
    ["a gap ends the agreement", "onextwo three", 4, 9],
    ["half of what stands behind", "xtwo thxee", 1, 6],
  ])("counts what agrees without a gap: %s", (_name, text, start, agreement) => {
    expect(weigh(text, quote, start)).toEqual({ start, agreement });
  });

  test("law: a quote agrees in full where it was taken, and nowhere with more than there is", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const described = describeSpan(text, span).quote;
        const full = fullAgreement(described);
        const own = new CodePointIndex(text).toUtf16(span.start);
        expect(weigh(text, described, own).agreement).toBe(full);
        for (const start of occurrences(text, described.exact, 50)) {
          const { agreement } = weigh(text, described, start);
          expect(agreement).toBeGreaterThanOrEqual(described.exact.length);
          expect(agreement).toBeLessThanOrEqual(full);
        }
      }),
    );
  });
});

describe("passageBetween", () => {
  const quote = { exact: "it rained", prefix: "the minister said ", suffix: " in the north" };
  const between = (words: string) => `${quote.prefix}${words}${quote.suffix}`;

  test.each([
    ["as long as it may be", 2 * quote.exact.length + 200, true],
    ["a letter longer", 2 * quote.exact.length + 201, false],
    ["nothing at all", 0, true],
  ])("takes a passage: %s", (_name, length, isTaken) => {
    const passage = { start: quote.prefix.length, end: quote.prefix.length + length };
    expect(passageBetween(between("x".repeat(length)), quote)).toEqual(isTaken ? passage : null);
  });

  test.each([
    ["eight letters tell", "abcdefgh", true],
    ["seven do not", "abcdefg", false],
    ["white space at the ends does not count", "  abcdefg \n", false],
  ])("asks for telling surroundings: %s", (_name, context, tells) => {
    const sided = { exact: "x", prefix: context, suffix: context };
    const passage = { start: context.length, end: context.length + 1 };
    expect(passageBetween(`${context}y${context}`, sided)).toEqual(tells ? passage : null);
  });

  test("ends at the nearest suffix, not at a later one", () => {
    const text = `${between("it snowed")}. And then${quote.suffix}`;
    expect(passageBetween(text, quote)).toEqual({ start: 18, end: 27 });
  });

  test("caps what a very long quote may have become", () => {
    const long = { ...quote, exact: "x".repeat(9000) };
    expect(passageBetween(between("y".repeat(8192)), long)).not.toBeNull();
    expect(passageBetween(between("y".repeat(8193)), long)).toBeNull();
  });
});
