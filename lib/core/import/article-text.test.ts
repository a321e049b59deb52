import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { texts, textWithSpan } from "../../../tests/support/laws/texts.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { joinCases, quoteCases, refusedTexts, spanCases } from "./article-text.cases.ts";
import { carrySpans, joinLines, quotes, readArticleText, textDiffers } from "./article-text.ts";

const place = { file: "a.txt", line: 3, at: "T1" };

function article(text: string) {
  const read = readArticleText(text, place);
  if (!read.ok) throw new Error(read.problem.message);
  return read.article;
}

describe("a text of a file", () => {
  it("is made canonical and not trimmed", () => {
    expect(article("\uFEFF cafe\u0301\r\n ").index.text).toBe(" café\n ");
  });

  it("is kept as it is where it is canonical", () => {
    const read = article("🚢 it rained");
    expect(read.index).toBe(read.raw);
  });

  it.each(refusedTexts)("is refused when it is $name", ({ text, code, says }) => {
    const read = readArticleText(text, place);
    expect(read).toMatchObject({ ok: false, problem: { ...place, code, severity: "row" } });
    expect(read.ok || read.problem.message).toContain(says);
  });
});

describe("spans of a file", () => {
  it.each(spanCases)("carries or refuses $name", ({ text, unit, given, words, notes, code, says }) => {
    const read = article(text);
    const spans = given.map(([start, end]) => ({ start, end }));
    const carried = carrySpans(read, spans, unit, place);
    if (carried.ok) {
      expect(carried.spans.map((span) => read.index.slice(span))).toEqual(words);
      expect(carried.notes.map((note) => note.code)).toEqual(notes ?? []);
      for (const note of carried.notes) expect(note).toMatchObject({ ...place, severity: "note" });
    } else {
      expect(carried.problem).toMatchObject({ ...place, code, severity: "row" });
      expect(carried.problem.message).toContain(says);
    }
  });

  it("law: a span of a canonical text comes through unchanged, in either unit", () => {
    fc.assert(
      fc.property(textWithSpan, ({ text, span }) => {
        const read = readArticleText(text, place);
        fc.pre(read.ok && read.article.raw === read.article.index);
        if (!read.ok) return;
        const { raw } = read.article;
        const inUnits = { start: raw.toUtf16(span.start), end: raw.toUtf16(span.end) };
        const expected = { ok: true, spans: [span], fragments: [span], notes: [] };
        expect(carrySpans(read.article, [span], "code points", place)).toEqual(expected);
        expect(carrySpans(read.article, [inUnits], "UTF-16 units", place)).toEqual(expected);
      }),
    );
  });

  it("law: whatever two values are given, it answers a sound span or a problem", () => {
    const value = fc.oneof(fc.anything(), fc.integer({ min: -2, max: 12 }));
    fc.assert(
      fc.property(texts(6), value, value, (text, start, end) => {
        const read = readArticleText(`x${text}`, place);
        if (!read.ok) return;
        const carried = carrySpans(read.article, [{ start, end }], "UTF-16 units", place);
        if (!carried.ok) return;
        for (const span of carried.spans) expect(read.article.index.slice(span)).not.toBe("");
      }),
    );
  });
});

describe("fragments that a format split at line ends", () => {
  it.each(joinCases)("become one again: $name", ({ source, words }) => {
    const { text, spans } = marked(source);
    const index = new CodePointIndex(text);
    expect(joinLines(index, spans).map((span) => index.slice(span))).toEqual(words);
  });
});

describe("the words a file quotes", () => {
  it.each(quoteCases)("are a checksum: $name", ({ source, quoted, isSame }) => {
    const { text, spans } = marked(source);
    expect(quotes(new CodePointIndex(text), spans, quoted)).toBe(isSame);
  });

  it("are named beside those that stand there, shortened", () => {
    const { text, spans } = marked("[it rained] a lot");
    const problem = textDiffers(new CodePointIndex(text), spans, "🚢".repeat(50), place);
    expect(problem).toEqual({
      ...place,
      code: "text-differs",
      message: `The file quotes “${"🚢".repeat(40)}…”, but “it rained” stands there.`,
      severity: "row",
    });
  });
});
