import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { withoutSpan } from "./span-difference.ts";
import { normaliseFragments, overlaps } from "./spans.ts";

/** The fragments of a claim, the words cut out of it, and what is left. */
const cuts: readonly { name: string; from: string; cut: string; left: string | null }[] = [
  {
    name: "words in the middle",
    from: "He [said it rained] today",
    cut: "He said [it] rained today",
    left: "He [said] it [rained] today",
  },
  {
    name: "words at the start",
    from: "He [said it] today",
    cut: "He [said] it today",
    left: "He said [it] today",
  },
  {
    name: "words at the end",
    from: "He [said it] today",
    cut: "He said [it] today",
    left: "He [said] it today",
  },
  { name: "everything", from: "He [said it] today", cut: "[He said it today]", left: null },
  {
    name: "nothing of it",
    from: "He [said] it today",
    cut: "He said it [today]",
    left: "He [said] it today",
  },
  { name: "a touching word", from: "He[ said] it", cut: "[He] said it", left: "He[ said] it" },
  {
    name: "one of two fragments",
    from: "[He] said [it] today",
    cut: "He said [it] today",
    left: "[He] said it today",
  },
  {
    name: "the ends of two fragments",
    from: "[He said] it [rained today]",
    cut: "He [said it rained] today",
    left: "[He] said it rained [today]",
  },
  { name: "all but a space", from: "He[ said] it", cut: "He [said] it", left: null },
  { name: "an emoji between", from: "[a 👩‍👩‍👧 b]", cut: "a [👩‍👩‍👧] b", left: "[a] 👩‍👩‍👧 [b]" },
  { name: "a paragraph's end", from: "[one\n\ntwo]", cut: "[one]\n\ntwo", left: "one\n\n[two]" },
];

describe("withoutSpan", () => {
  test.each(cuts)("takes out $name", ({ from, cut, left }) => {
    const { text, spans } = marked(from);
    expect(withoutSpan(spans, marked(cut).span, text)).toEqual(left === null ? [] : marked(left).spans);
  });

  test("leaves no code point of the cut, and none that was not there", () => {
    const span = fc
      .tuple(fc.nat(30), fc.nat(30))
      .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 4 }), span, (fragments, cut) => {
        const whole = normaliseFragments(fragments);
        const left = withoutSpan(whole, cut, "x".repeat(31));
        expect(left.some((rest) => overlaps(rest, cut))).toBe(false);
        for (let offset = 0; offset < 30; offset += 1) {
          const at = { start: offset, end: offset + 1 };
          const isLeft = left.some((rest) => overlaps(rest, at));
          const shouldBe = whole.some((old) => overlaps(old, at)) && !overlaps(cut, at);
          expect(isLeft).toBe(shouldBe);
        }
      }),
    );
  });
});
