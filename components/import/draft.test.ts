import { describe, expect, it } from "vitest";
import { contentOf, emptyDraft, isPageSource, structureIn } from "./draft.ts";

describe("structureIn", () => {
  it("keeps markup with blocks and leaves mere styling", () => {
    expect(structureIn("<meta charset='utf-8'><h2>Rain</h2><p>It rained.</p>")).not.toBeNull();
    expect(structureIn('<span style="color:red">It rained.</span>')).toBeNull();
  });
});

describe("contentOf", () => {
  it("sends the markup only while it is to be kept", () => {
    const draft = { ...emptyDraft, text: "Rain", html: "<h1>Rain</h1>" };
    expect(contentOf(draft)).toEqual({ html: "<h1>Rain</h1>" });
    expect(contentOf({ ...draft, keepsMarkup: false })).toEqual({ text: "Rain" });
  });

  it("takes a page's source for the page, unless it is wanted as text", () => {
    const source = "<!DOCTYPE html><p>Rain";
    expect(isPageSource(source)).toBe(true);
    expect(contentOf({ ...emptyDraft, text: source })).toEqual({ html: source });
    expect(contentOf({ ...emptyDraft, text: source, keepsMarkup: false })).toEqual({ text: source });
    expect(isPageSource("5 < 6 and <p> is a tag")).toBe(false);
  });
});
