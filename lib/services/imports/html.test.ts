import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pages } from "./html.cases.ts";
import { readHtml } from "./html.ts";

const words = (html: string) => readHtml(html).pieces.map((piece) => piece.text);

describe("readHtml", () => {
  it.each(pages)("reads $name", ({ html, pieces }) => {
    expect(readHtml(html).pieces).toEqual(pieces);
  });

  it("survives a million elements inside one another, at an even pace", () => {
    const deep = 1_000_000;
    const started = performance.now();
    expect(words(`${"<div>".repeat(deep)}It rained.${"</div>".repeat(deep)}`)).toEqual(["It rained."]);
    expect(words(`${"<ul><li>".repeat(deep / 2)}It rained.`)).toEqual(["It rained."]);
    expect(words(`${"<b>".repeat(deep)}It rained.`)).toEqual(["It rained."]);
    // A tree builder takes hours for this: minutes are the failure looked for, not milliseconds.
    expect(performance.now() - started).toBeLessThan(60_000);
  }, 90_000);

  it("keeps every word that stands between block tags, in order", () => {
    const tag = fc.constantFrom("p", "div", "li", "ul", "blockquote", "h2", "section", "td", "tr", "table");
    const part = fc.oneof(
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.stringMatching(/^[a-z]{1,6}$/u).map((word) => ` ${word} `),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 60 }), (parts) => {
        const written = parts.filter((one) => one.startsWith(" ")).map((word) => word.trim());
        expect(words(parts.join("")).flatMap((text) => text.split(/\s+/u))).toEqual(written);
      }),
    );
  });

  it("suggests what the head says", () => {
    const { suggested } = readHtml(`<html lang="ar" dir="rtl"><head>
      <title>Rain | The Courier</title><meta property="og:title" content=" Rain &amp; wind ">
      <meta name="author" content="A. Writer"><meta property="og:site_name" content="The Courier">
      <meta property="article:published_time" content="2024-05-01T10:00:00+02:00">
      <link rel="canonical" href="https://courier.example/rain"></head>`);
    expect(suggested).toEqual({
      title: "Rain & wind",
      outlet: "The Courier",
      byline: "A. Writer",
      publishedAt: "2024-05-01T08:00:00.000Z",
      language: "ar",
      direction: "rtl",
      url: "https://courier.example/rain",
    });
  });

  it("suggests nothing that could not be stored", () => {
    const { suggested } =
      readHtml(`<html lang="not a tag" dir="auto"><title> </title><meta name=author content="">
      <meta property="article:author" content="https://social.example/writer">
      <meta property="article:published_time" content="yesterday"><link rel=canonical href="javascript:alert(1)">`);
    expect(suggested).toEqual({});
  });
});
