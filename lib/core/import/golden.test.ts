import { describe, expect, it } from "vitest";
import { goldenDataset, goldenFile } from "./golden.cases.ts";
import { readSourcelineJson, readSourcelineJsonl } from "./sourceline.ts";

/** As a file of lines: the same records, each behind its type. */
function asLines(): string {
  const { articles, sources, claims, header } = goldenFile;
  const lines = [
    { type: "header", format: goldenFile.format, ...header },
    ...articles.map((article) => ({ type: "article", ...article })),
    ...sources.map(({ type, ...source }) => ({ type: "source", sourceType: type, ...source })),
    ...claims.map((claim) => ({ type: "claim", ...claim })),
    {
      type: "end",
      counts: { articles: articles.length, sources: sources.length, claims: claims.length, deleted: 0 },
    },
  ];
  return lines.map((line) => JSON.stringify(line)).join("\n");
}

const placeless = (records: readonly { readonly place?: unknown }[]) =>
  records.map(({ place: _, ...rest }) => rest);

describe("a file that somebody kept", () => {
  it("is read to the last fact", () => {
    const read = readSourcelineJson([{ name: "golden.json", text: JSON.stringify(goldenFile) }]);
    expect(read).toEqual(goldenDataset);
  });

  it("is read alike from lines", () => {
    const read = readSourcelineJsonl([{ name: "golden.jsonl", text: asLines() }]);
    expect(read.problems).toEqual([]);
    expect(placeless(read.articles)).toEqual(placeless(goldenDataset.articles));
    expect(read.sources).toEqual(goldenDataset.sources);
    expect(placeless(read.claims)).toEqual(placeless(goldenDataset.claims));
  });

  it("is read with keys that a later version may add", () => {
    const later = {
      ...goldenFile,
      later: 1,
      claims: goldenFile.claims.map((claim) => ({ ...claim, later: { a: [1] } })),
    };
    const read = readSourcelineJson([{ name: "golden.json", text: JSON.stringify(later) }]);
    expect(read).toEqual(goldenDataset);
  });
});
