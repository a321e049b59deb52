import { describe, expect, it } from "vitest";
import { documentOf, hop } from "../../../tests/support/laws/documents.ts";
import { annotationsIn } from "./annotation-files.cases.ts";
import { header } from "./export.cases.ts";
import {
  goldenAnnotations,
  goldenArticle,
  goldenBundle,
  goldenClaim,
  goldenHead,
  goldenRows,
  goldenSource,
} from "./golden.cases.ts";
import { csvOf, jsonlOf } from "./own-files.cases.ts";
import { provFile } from "./prov.ts";

const chainOf = (quote: (...places: number[]) => ReturnType<typeof hop>["mention"]) => [
  hop("media_report", ["s1"], { mention: quote(0), cue: quote(1) }),
  hop("official_statement", ["s3"], {
    mention: quote(2),
    cue: quote(3),
    act: "evidence",
    channel: "briefing",
  }),
];

/** One claim nested in another, each at the end of a chain of two. */
const document = documentOf({
  id: "a7",
  title: "Storm at the port",
  source: "🌧️ [The Courier] [reported] that [the port] [told] it [the gate [was shut]].",
  claims: ({ quote }) => [
    {
      id: "c1",
      spans: quote(4),
      statement: "The gate was shut.",
      kind: "event",
      flags: ["figure"],
      chain: chainOf(quote),
      hedges: quote(5).map((span) => ({ type: "approximator" as const, span })),
    },
    {
      id: "c2",
      spans: quote(5),
      parentId: "c1",
      sameClaimAs: "c1",
      provenance: "media_report",
      chain: chainOf(quote),
      inheritedLinks: 2,
    },
  ],
});

const lines = jsonlOf([document])
  .trimEnd()
  .split("\n")
  .map((line) => JSON.parse(line));
const line = (type: string) => lines.find((one) => one.type === type);

describe("a file of version 1", () => {
  it.each([
    ["article", goldenArticle],
    ["source", goldenSource],
    ["claim", goldenClaim],
  ])("has a line of this shape for each %s, key by key in this order", (type, golden) => {
    expect(JSON.stringify(line(type))).toBe(JSON.stringify(golden));
  });

  it("begins with this head", () => {
    const { codebook, ...head } = line("header");
    expect(head).toMatchObject(goldenHead);
    expect(codebook).toEqual(header.codebook);
  });

  it.each(["claims", "links", "articles"] as const)("has these rows of %s", (table) => {
    const rows = csvOf([document], table).split("\r\n");
    expect(rows.slice(0, goldenRows[table].length)).toEqual(goldenRows[table]);
  });

  it("is these annotations", () => {
    const isRecord = (body: { type: unknown }) => Array.isArray(body.type);
    const plain = annotationsIn([document]).map(({ body, ...rest }) => ({
      ...rest,
      body: Array.isArray(body) ? body.filter((one) => !isRecord(one)) : body,
    }));
    expect(plain).toEqual(goldenAnnotations);
  });

  it("is this bundle of provenance", () => {
    const text =
      provFile.open(header, 1) + provFile.write(header, document, true) + provFile.close(header, 1);
    expect(JSON.parse(text).bundle).toEqual({ "version:v-a7/bundle": goldenBundle });
  });
});
