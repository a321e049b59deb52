import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { cutsGrapheme } from "../text/graphemes.ts";
import { describe as describeSpan } from "./describe.ts";
import { passageBetween } from "./passage-between.ts";
import { changedTexts } from "./resolve.cases.ts";
import { resolve } from "./resolve.ts";

const notFound = { ok: false, failure: { kind: "quote-not-found" } };
const texts = fc
  .array(
    fc.constantFrom(
      "it ",
      "rained ",
      "he said ",
      "\n\n",
      "👩‍👩‍👧",
      "🇺🇦🇩🇪",
      "q\u0303",
      "שלום ",
      "下雨",
      "한글",
      "\t",
      "a",
    ),
    { minLength: 1, maxLength: 60 },
  )
  .map((parts) => parts.join(""));
const textAndSpan = fc.tuple(texts, fc.nat(), fc.nat()).map(([text, one, other]) => {
  const length = [...text].length;
  const start = one % length;
  return { text, span: { start, end: start + 1 + (other % (length - start)) } };
});

describe("describe", () => {
  test("says where the span is, what stands there, and 32 code points around it", () => {
    const { text, span } = marked(`${"x".repeat(40)}👩 said [it rained] today${"y".repeat(40)}`);
    expect(describeSpan(text, span)).toEqual({
      position: span,
      quote: {
        exact: "it rained",
        prefix: `${"x".repeat(25)}👩 said `,
        suffix: ` today${"y".repeat(26)}`,
      },
    });
  });

  test("has no context at the ends of the text", () => {
    expect(describeSpan("it", { start: 0, end: 2 }).quote).toEqual({ exact: "it", prefix: "", suffix: "" });
  });

  test("cuts no cluster at the far ends of the context", () => {
    const { text, span } = marked(`👩‍👩‍👧${"x".repeat(30)}[it]${"y".repeat(31)}🇺🇦`);
    const { prefix, suffix } = describeSpan(text, span).quote;
    expect([prefix, suffix]).toEqual(["x".repeat(30), "y".repeat(31)]);
  });

  test("has no context where a cluster is longer than it", () => {
    const { text, span } = marked(`q${"\u0303".repeat(40)}[a]q${"\u0303".repeat(40)}`);
    expect(describeSpan(text, span).quote).toEqual({ exact: "a", prefix: "", suffix: "" });
  });

  test("keeps to its side of a span that cuts a cluster itself", () => {
    const { text, span } = marked(`q${"\u0303".repeat(40)}[\u0303]${"\u0303".repeat(40)}`);
    expect(describeSpan(text, span).quote).toEqual({ exact: "\u0303", prefix: "", suffix: "" });
  });

  test("refuses a span outside the text", () => {
    expect(() => describeSpan("it", { start: 0, end: 3 })).toThrow(RangeError);
  });
});

describe("resolve", () => {
  test.each(changedTexts)("answers $outcome when $name", ({ before, after, outcome }) => {
    const old = marked(before);
    const { text, spans, span } = marked(after);
    const result = resolve(text, describeSpan(old.text, old.span));
    if (outcome === "found") expect(result).toEqual({ ok: true, value: span });
    else if (outcome === "ambiguous") {
      expect(result).toEqual({ ok: false, failure: { kind: "ambiguous", candidates: spans } });
    } else {
      const kept = outcome === "kept quote" ? "quote" : "context";
      expect(result).toEqual({ ok: false, failure: { kind: "text-changed", kept, at: span } });
    }
  });

  test("finds nothing where neither words nor surroundings are", () => {
    const { text, span } = marked("The minister said that [it rained] today.");
    expect(resolve("他走了。", describeSpan(text, span))).toEqual(notFound);
    expect(resolve("", describeSpan(text, span))).toEqual(notFound);
  });

  test("finds nothing for an empty quote", () => {
    const quote = { exact: "", prefix: "a", suffix: "b" };
    expect(resolve("ab", { position: { start: 1, end: 1 }, quote })).toEqual(notFound);
  });

  test("takes a quote without position or context where it stands once, and not where it stands twice", () => {
    const { text, spans, span } = marked("He said [it rained]. She said [it] snowed.");
    const once = { quote: { exact: "it rained", prefix: "", suffix: "" } };
    const twice = { quote: { exact: "it", prefix: "", suffix: "" } };
    const first = { start: span.start, end: span.start + 2 };
    expect(resolve(text, once)).toEqual({ ok: true, value: span });
    expect(resolve(text, twice)).toEqual({
      ok: false,
      failure: { kind: "ambiguous", candidates: [first, spans[1]] },
    });
  });

  test("does not take a part of a cluster for the quote", () => {
    const { text, span } = marked("👩‍👧 and [👩]");
    const quote = { exact: "👩", prefix: "", suffix: "" };
    expect(resolve(text, { quote })).toEqual({ ok: true, value: span });
    expect(resolve("👩‍👧", { quote })).toEqual(notFound);
  });

  test("keeps to its place when all around it is the same", () => {
    const text = "no ".repeat(100);
    const span = { start: 150, end: 152 };
    expect(resolve(text, describeSpan(text, span))).toEqual({ ok: true, value: span });
  });

  test("does with half of the agreement at the very place", () => {
    const old = marked("They all wrote: the minister [was right] about the rain that fell on the north.");
    const now = marked("They all wrote: the minister [was right] to leave? Of course he was, you see!!");
    const shifted = marked("Many had a word: our minister [was right] to leave? Of course he was!!");
    const selector = describeSpan(old.text, old.span);
    expect(resolve(now.text, selector)).toEqual({ ok: true, value: now.span });
    expect(resolve(shifted.text, selector)).toEqual({
      ok: false,
      failure: { kind: "text-changed", kept: "quote", at: shifted.span },
    });
  });

  test("takes a position past the end of the text for its end, and refuses one before the text", () => {
    const { text, span } = marked("He said [it rained]");
    const { quote } = describeSpan(text, span);
    expect(resolve(text, { position: { start: 900, end: 909 }, quote })).toEqual({ ok: true, value: span });
    expect(() => resolve(text, { position: { start: -1, end: 3 }, quote })).toThrow(RangeError);
  });

  test("does not choose among more places than it can compare", () => {
    const quote = { exact: "a", prefix: "", suffix: "" };
    const result = resolve("ab".repeat(20_000), { position: { start: 1, end: 2 }, quote });
    expect(result.ok ? null : result.failure).toMatchObject({
      kind: "ambiguous",
      candidates: { length: 20 },
    });
  });

  test("law: what was described is found where it was", () => {
    fc.assert(
      fc.property(textAndSpan, ({ text, span }) => {
        const selector = describeSpan(text, span);
        const { exact, prefix, suffix } = selector.quote;
        expect(text).toContain(prefix + exact + suffix);
        expect(resolve(new CodePointIndex(text), selector)).toEqual({ ok: true, value: span });
      }),
      { numRuns: 500 },
    );
  });

  test("law: after any insertion the answer is the same words, whole, or a failure", () => {
    fc.assert(
      fc.property(textAndSpan, texts, fc.nat(), ({ text, span }, inserted, place) => {
        const points = [...text];
        const cut = place % (points.length + 1);
        const changed = new CodePointIndex(
          points.slice(0, cut).join("") + inserted + points.slice(cut).join(""),
        );
        const selector = describeSpan(text, span);
        const result = resolve(changed, selector);
        if (!result.ok) return;
        expect(changed.slice(result.value)).toBe(selector.quote.exact);
        if (result.value.start !== span.start) expect(cutsGrapheme(changed, result.value)).toBe(false);
      }),
      { numRuns: 500 },
    );
  });
});

describe("passageBetween", () => {
  const quote = { exact: "it rained", prefix: "the minister said ", suffix: " in the north" };

  test("finds the only passage between the surroundings", () => {
    expect(passageBetween("so the minister said it snowed in the north", quote)).toEqual({
      start: 21,
      end: 30,
    });
  });

  test.each([
    ["two passages", "the minister said a in the north, the minister said b in the north"],
    ["a passage far too long", `the minister said ${"x".repeat(500)} in the north`],
    ["no prefix", "it snowed in the north"],
  ])("finds none for %s", (_name, text) => {
    expect(passageBetween(text, quote)).toBeNull();
  });

  test("finds none with little context on either side", () => {
    const text = "the minister said it snowed in the north";
    expect(passageBetween(text, { ...quote, prefix: "said " })).toBeNull();
    expect(passageBetween(text, { ...quote, suffix: " in" })).toBeNull();
  });
});
