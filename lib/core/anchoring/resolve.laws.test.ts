import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts, textWithSpan } from "../../../tests/support/laws/texts.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import { describe as describeSpan } from "./describe.ts";
import { resolve } from "./resolve.ts";

/** More context on either side than a selector keeps, so that what is put around the sentence is none of it. */
const sentence = marked(
  "Then the minister told the reporters that [it surely snowed 🌨] all day long in the far north of it.",
);
const length = [...sentence.text].length;
const size = (text: string) => [...text].length;

/** The span of the quote in a text in which the sentence begins at `lead`. */
const moved = (lead: number) => ({ start: lead + sentence.span.start, end: lead + sentence.span.end });

describe("a sentence with all of its context", () => {
  test("law: is found wherever it went, whatever now stands around it", () => {
    fc.assert(
      fc.property(texts(), texts(), texts(), texts(), (before, after, newBefore, newAfter) => {
        const selector = describeSpan(before + sentence.text + after, moved(size(before)));
        const result = resolve(newBefore + sentence.text + newAfter, selector);
        expect(result).toEqual({ ok: true, value: moved(size(newBefore)) });
      }),
      { numRuns: 300 },
    );
  });

  test("law: carried there and back is where it was", () => {
    fc.assert(
      fc.property(texts(), texts(), texts(), (before, after, inserted) => {
        const old = before + sentence.text + after;
        const changed = inserted + old;
        const there = resolve(changed, describeSpan(old, moved(size(before))));
        if (!there.ok) throw new Error(there.failure.kind);
        expect(resolve(old, describeSpan(changed, there.value))).toEqual({
          ok: true,
          value: moved(size(before)),
        });
      }),
    );
  });

  test("law: taken out is not found, whatever is left", () => {
    fc.assert(
      fc.property(texts(), texts(), (before, after) => {
        const selector = describeSpan(before + sentence.text + after, moved(size(before)));
        expect(resolve(before + after, selector)).toEqual({
          ok: false,
          failure: { kind: "quote-not-found" },
        });
      }),
    );
  });

  test("law: reworded between the same surroundings, the place is named and the words are not taken", () => {
    const words = texts(10).filter((text) => size(text) > 0 && !/^\p{M}/u.test(text));
    fc.assert(
      fc.property(texts(), words, (before, reworded) => {
        const selector = describeSpan(before + sentence.text, moved(size(before)));
        const head = before + sentence.text.slice(0, sentence.text.indexOf("it surely"));
        const tail = sentence.text.slice(sentence.text.indexOf(" all day"));
        const at = { start: size(head), end: size(head) + size(reworded) };
        expect(resolve(head + reworded + tail, selector)).toEqual({
          ok: false,
          failure: { kind: "text-changed", kept: "context", at },
        });
      }),
    );
  });

  test("law: standing twice, the answer is one of the two or says that both fit", () => {
    fc.assert(
      fc.property(texts(), texts(), fc.nat(300), (before, gap, start) => {
        const text = `${before}${sentence.text}${gap}${sentence.text}`;
        const places = [moved(size(before)), moved(size(before) + length + size(gap))];
        const { quote } = describeSpan(sentence.text, sentence.span);
        const result = resolve(text, { position: { start, end: start + 1 }, quote });
        if (result.ok) expect(places).toContainEqual(result.value);
        else expect(result.failure).toEqual({ kind: "ambiguous", candidates: places });
        const unplaced = resolve(text, { quote });
        expect(unplaced).toEqual({ ok: false, failure: { kind: "ambiguous", candidates: places } });
      }),
      { numRuns: 200 },
    );
  });
});

/** The places at which an answer says that the quote's own words stand. */
function quotedAt(result: ReturnType<typeof resolve>): readonly Span[] {
  if (result.ok) return [result.value];
  if (result.failure.kind === "ambiguous") return result.failure.candidates;
  return result.failure.kind === "text-changed" && result.failure.kept === "quote" ? [result.failure.at] : [];
}

describe("any span of any text", () => {
  test("law: is described by what stands there, and the description joins up to the text", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const index = new CodePointIndex(text);
        const { position, quote } = describeSpan(index, span);
        expect(position).toEqual(span);
        expect(index.slice(span)).toBe(quote.exact);
        const from = span.start - size(quote.prefix);
        const to = span.end + size(quote.suffix);
        expect(index.slice({ start: from, end: to })).toBe(quote.prefix + quote.exact + quote.suffix);
        expect(Math.max(size(quote.prefix), size(quote.suffix))).toBeLessThanOrEqual(32);
      }),
    );
  });

  test("law: searched in any other text, every place named for the quote holds the quote", () => {
    fc.assert(
      fc.property(textWithSpan, texts(), ({ text, span }, other) => {
        const index = new CodePointIndex(other);
        const selector = describeSpan(text, span);
        const places = quotedAt(resolve(index, selector));
        for (const place of places) expect(index.slice(place)).toBe(selector.quote.exact);
        expect(new Set(places.map(({ start }) => start)).size).toBe(places.length);
        expect(places.length).toBeLessThanOrEqual(20);
      }),
      { numRuns: 500 },
    );
  });

  test("law: the text as a string and the text as an index answer the same", () => {
    fc.assert(
      fc.property(textWithSpan, texts(), ({ text, span }, other) => {
        const selector = describeSpan(text, span);
        expect(resolve(other, selector)).toEqual(resolve(new CodePointIndex(other), selector));
      }),
    );
  });
});
