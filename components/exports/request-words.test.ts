import { describe, expect, it } from "vitest";
import { narrowingWords, sizeWords, titleOf } from "./request-words.ts";

const names = { person: (id: string) => `<${id}>`, category: (id: string) => id.replaceAll("_", " ") };

describe("a request in words", () => {
  it.each([
    [{ format: "json", state: "approved" }, "Approved claims as JSON"],
    [{ format: "csv", state: "all", rows: "links" }, "Claims in all states as CSV, one row a link"],
    [{ format: "csv", state: "draft", rows: "claims" }, "Draft claims as CSV"],
    [
      { format: "webannotation", state: "approved", shape: "pages" },
      "Approved claims as W3C Web Annotation, in pages",
    ],
    [{ format: "what was", state: "never" }, "Approved claims as JSON"],
  ])("says what it is: %j", (asked, words) => {
    expect(titleOf(asked)).toBe(words);
  });

  it("says nothing where nothing narrows it down", () => {
    expect(narrowingWords({ format: "json", state: "approved", text: "quoted", q: "" }, names)).toEqual([]);
  });

  it("says all that narrows it down", () => {
    const asked = {
      layer: "adjudicated",
      articles: ["a"],
      claims: ["c", "d"],
      provenance: "named_statement",
      originProvenance: "hearsay",
      source: "s",
      author: "ada",
      reviewer: "rosa",
      updatedSince: "2026-11-01T08:00:00.000Z",
      q: "ferry",
      asOf: "2026-11-02T09:30:00.000Z",
      since: "abcdefghijklmn",
      text: "positions",
    };
    expect(narrowingWords(asked, names)).toEqual([
      "the adjudicated layer",
      "one article",
      "2 claims",
      "provenance named statement",
      "origin hearsay",
      "one source",
      "by <ada>",
      "reviewed by <rosa>",
      "changed since 1 Nov 2026, 08:00 UTC",
      "with “ferry”",
      "as of 2 Nov 2026, 09:30 UTC",
      "only what changed since an earlier export",
      "positions only",
    ]);
    expect(narrowingWords({ layer: "ada" }, names)).toEqual(["layer of <ada>"]);
  });

  it.each([
    [0, "0 bytes"],
    [999, "999 bytes"],
    [1_440, "1.4 kB"],
    [38_200_000, "38 MB"],
    [5_000_000_000_000, "5,000 GB"],
  ])("says a size: %d", (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
