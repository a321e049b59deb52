import { describe, expect, test } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { CodePointIndex } from "./code-point-index.ts";
import { sentenceAt } from "./sentences.ts";

/** The outer brackets are the sentence, the inner ones the place asked about. */
const sentences: readonly { name: string; source: string }[] = [
  { name: "the first of two", source: "[It ra[i]ned.] He left." },
  { name: "the second of two", source: "It rained. [He [l]eft.]" },
  { name: "a title before a name", source: "It rained. [Then Mr. [S]mith left.] So did I" },
  { name: "an initial", source: "It rained. [George W. B[u]sh left.] He did." },
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
});
