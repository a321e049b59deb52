import { describe, expect, it } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { blocksOfMarkdown } from "./markdown.ts";

const cases = [
  {
    name: "a heading right above its text",
    source: "[# Rain 🌧]\n[It rained.\nA lot.]",
    kinds: ["heading", "paragraph"],
  },
  {
    name: "headings of several levels",
    source: "[## a]\n\n[###### b]\n[#hashtag]",
    kinds: ["heading", "heading", "paragraph"],
  },
  { name: "quotes", source: "[> a\n> b\nstill it]\n\n[c]", kinds: ["quote", "paragraph"] },
  { name: "lists", source: "[- a\n  more]\n[- b]\n[12. c]", kinds: ["list_item", "list_item", "list_item"] },
  {
    name: "code, whatever is in it",
    source: "[a]\n[```js\n# b\n\n- c\n```]\n[d]",
    kinds: ["paragraph", "preformatted", "paragraph"],
  },
  {
    name: "code that a shorter fence does not close",
    source: "[~~~~\na\n~~~\nb\n~~~~]\n[# c]",
    kinds: ["preformatted", "heading"],
  },
  { name: "code that is not closed", source: "[```\na\n\nb]", kinds: ["preformatted"] },
] as const;

describe("blocksOfMarkdown", () => {
  it.each(cases)("finds $name and keeps the marks in the text", ({ source, kinds }) => {
    const { text, spans } = marked(source);
    const blocks = blocksOfMarkdown(text);
    expect(blocks.map(({ start, end }) => ({ start, end }))).toEqual(spans);
    expect(blocks.map(({ kind }) => kind)).toEqual(kinds);
  });

  it("knows the level of a heading", () => {
    expect(blocksOfMarkdown("### a")).toEqual([{ kind: "heading", level: 3, start: 0, end: 5 }]);
  });
});
