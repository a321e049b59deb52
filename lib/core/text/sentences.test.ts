import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { texts } from "../../../tests/support/laws/texts.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { cutsGrapheme } from "./graphemes.ts";
import { sentenceAt } from "./sentences.ts";
import { contains, overlaps } from "./spans.ts";

/** The outer brackets are the sentence, the inner ones the place asked about. */
const sentences: readonly { name: string; source: string }[] = [
  { name: "the first of two", source: "[It ra[i]ned.] He left." },
  { name: "the second of two", source: "It rained. [He [l]eft.]" },
  { name: "a title before a name", source: "It rained. [Then Mr. [S]mith left.] So did I" },
  { name: "an initial", source: "It rained. [George W. B[u]sh left.] He did." },
  { name: "a title at the very start", source: "[Dr. [S]mith left.] He did." },
  { name: "a title in quotation marks", source: "He left. [“Mrs. B[r]own knew.”] So did I." },
  { name: "two initials", source: "[T. S. E[l]iot wrote.] He did." },
  { name: "an acronym before an indented line", source: `We left NATO.\n${" ".repeat(29)}[He s[a]id so.]` },
  { name: "a letter as an answer, read as an initial", source: "[Take plan B. T[h]en leave.]" },
  { name: "a decimal", source: "It fell. [Rates rose 2.5 p[e]r cent.] He left." },
  { name: "a quotation with a stop inside", source: "[“It rained.” [s]he said.] He left." },
  { name: "a question and a shout", source: "Rain? [N[o]!] Snow." },
  { name: "Hebrew", source: "[ירד [ג]שם.] הוא הלך." },
  { name: "a wrapped line", source: "[It rained\nall d[a]y.] He left." },
  { name: "a paragraph before and after", source: "A heading\n\n[It [r]ained]\n \nHe left." },
  { name: "emoji", source: "👩‍👩‍👧 It rained. [He 😀 l[e]ft!] 🇺🇦" },
  { name: "Chinese", source: "他走了。[今天[下]雨了。]他说。" },
  { name: "Arabic", source: "[هل [ن]زل المطر؟] نعم." },
];

describe("sentenceAt", () => {
  test.each(sentences)("finds the sentence: $name", ({ source }) => {
    const { text, spans } = marked(source);
    expect(sentenceAt(text, spans[1]?.start ?? -1)).toEqual(spans[0]);
  });

  test("counts the space after a sentence to it", () => {
    const { text, span } = marked("[It rained.] He left.");
    expect(sentenceAt(text, span.end)).toEqual(span);
  });

  test.each(["It rained.\n[\n]He left.", "It rained.[\n]\nHe left.", "[ ]  "])(
    "finds none in %j",
    (source) => {
      const { text, span } = marked(source);
      expect(sentenceAt(text, span.start)).toBeNull();
    },
  );

  test("finds none at the end of the text", () => {
    expect(sentenceAt("It rained.", 10)).toBeNull();
  });

  test("looks at a window only, which starts at a whole code point", () => {
    const text = `${"😀".repeat(9000)} It rained. He left.${" x".repeat(9000)}`;
    const index = new CodePointIndex(text);
    const left = sentenceAt(index, 9014);
    expect(left?.start).toBe(9012);
    const cut = `${"😀".repeat(5000)}a${"😀".repeat(5000)}`;
    expect(sentenceAt(cut, 7000)).toEqual({ start: 2904, end: 10001 });
  });

  test("law: every letter is in the sentence found there, and any letter of it finds the same", () => {
    fc.assert(
      fc.property(texts(), (text) => {
        const index = new CodePointIndex(text);
        const found = Array.from({ length: index.length }, (_, offset) => sentenceAt(index, offset));
        for (const [offset, sentence] of found.entries()) {
          const here = { start: offset, end: offset + 1 };
          if (sentence === null) {
            expect(index.slice(here).trim()).toBe("");
            continue;
          }
          expect(index.slice(sentence)).not.toMatch(/\n[^\S\n]*\n/u);
          expect(cutsGrapheme(index, sentence)).toBe(false);
          if (!contains(sentence, here)) expect(index.slice(here).trim()).toBe("");
          else expect(found[sentence.start]).toEqual(sentence);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("law: two sentences are the same or apart, and come in the order of the text", () => {
    fc.assert(
      fc.property(texts(), (text) => {
        const index = new CodePointIndex(text);
        const found = Array.from({ length: index.length }, (_, offset) => sentenceAt(index, offset));
        const all = found.filter((sentence) => sentence !== null);
        for (const [place, sentence] of all.entries()) {
          const next = all[place + 1];
          if (!next) continue;
          expect(next.start).toBeGreaterThanOrEqual(sentence.start);
          if (next.start !== sentence.start) expect(overlaps(sentence, next)).toBe(false);
        }
      }),
      { numRuns: 200 },
    );
  });

  test("law: a paragraph's sentences do not depend on the paragraphs around it", () => {
    fc.assert(
      fc.property(texts(8), texts(12), texts(8), (before, text, after) => {
        const alone = new CodePointIndex(text);
        const lead = new CodePointIndex(`${before}\n\n`).length;
        const whole = new CodePointIndex(`${before}\n\n${text}\n\n${after}`);
        for (let offset = 0; offset < alone.length; offset += 1) {
          const expected = sentenceAt(alone, offset);
          if (alone.slice({ start: offset, end: offset + 1 }).trim() === "") continue;
          const moved = expected && { start: expected.start + lead, end: expected.end + lead };
          expect(sentenceAt(whole, lead + offset)).toEqual(moved);
        }
      }),
      { numRuns: 200 },
    );
  });
});
