import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { problemsOf, summaryOf } from "../../../tests/support/laws/summary.ts";
import { closedDocuments, toolDocuments } from "../../../tests/support/laws/tool-documents.ts";
import { writtenFile } from "../../../tests/support/laws/written.ts";
import { facts } from "../export/carried.ts";
import { doccano } from "../export/doccano.ts";
import { formats } from "../export/formats.ts";
import { badLines, entity, goodLines, type LineCase, lineText, relation } from "./doccano.cases.ts";
import { readDoccano } from "./doccano.ts";
import { badJson, oddJson } from "./json-readers.cases.ts";

/** Two lines, so that it is JSON Lines: the second has an article and nothing else. */
function read(line: object, options?: Parameters<typeof readDoccano>[1]) {
  const text = [line, { text: "Other." }].map((one) => JSON.stringify(one)).join("\n");
  return readDoccano([{ name: "a.jsonl", text }], options);
}

function readCase({ line, roles }: LineCase) {
  return read({ text: lineText, ...line }, roles ? { roles } : undefined);
}

describe("reading doccano", () => {
  it.each(goodLines)("takes in $name", (given) => {
    const dataset = readCase(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual([]);
  });

  it.each(badLines)("says what is wrong with $name", (given) => {
    const dataset = readCase(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual(given.problems);
    expect(dataset.articles).toHaveLength(2);
  });

  it.each(badJson)("takes nothing from $name", ({ text, problems }) => {
    const dataset = readDoccano([{ name: "a.jsonl", text }]);
    expect(problemsOf(dataset)).toEqual(problems);
    expect(dataset.articles).toEqual([]);
  });

  it.each(oddJson)("finds no text in $name", ({ text }) => {
    const dataset = readDoccano([{ name: "a.jsonl", text }]);
    expect(dataset.articles).toEqual([]);
    expect(dataset.problems.map(({ code }) => code)).toEqual(["text-missing"]);
  });

  it("takes an article's particulars from the metadata", () => {
    const dataset = read({
      text: "It rained",
      article_id: "a1",
      title: "Rain",
      outlet: "Courier",
      byline: "B",
      url: "https://example.org",
      published_at: "2026-01-01T00:00:00.000Z",
      language: "he",
      direction: "rtl",
      version_sha256: "00",
    });
    expect(dataset.articles[0]).toMatchObject({
      key: "a.jsonl#1",
      id: "a1",
      title: "Rain",
      outlet: "Courier",
      byline: "B",
      url: "https://example.org",
      publishedAt: "2026-01-01T00:00:00.000Z",
      language: "he",
      direction: "rtl",
      text: "It rained",
      sha256: "00",
      blocks: null,
    });
    expect(dataset.articles[1]).toMatchObject({ key: "a.jsonl#2", id: null, title: null, direction: null });
  });

  it("takes a statement, its group and its hedges", () => {
    const dataset = read({
      text: lineText,
      entities: [
        entity(1, 16, 25, "Claim"),
        entity(2, 37, 41, "Claim"),
        entity(3, 0, 1, "hedge_modal"),
        entity(4, 27, 29, "hedge_modal"),
      ],
      relations: [
        relation(2, 1, "group"),
        relation(1, 3, "hedge"),
        relation(1, 4, "hedge"),
        relation(2, 1, "same_claim_as"),
      ],
      Comments: ["#1: It rained:\nthere."],
    });
    expect(problemsOf(dataset)).toEqual([]);
    const key = "a.jsonl#1/1";
    expect(dataset.claims).toMatchObject([
      {
        key,
        group: key,
        statement: "It rained:\nthere.",
        hedges: [
          { type: "modal", span: { start: 0, end: 1 } },
          { type: "modal", span: { start: 27, end: 29 } },
        ],
      },
      { group: key, sameClaimAs: key, statement: "", hedges: [] },
    ]);
  });

  it.each([
    ["under data, as older versions have it", { data: "It rained" }, []],
    ["that no article may have", { text: "a\0" }, ["1: nul (row)"]],
    ["of nothing", { text: "" }, ["1: blank (row)"]],
  ])("reads or refuses a text %s", (_name, line, problems) => {
    expect(problemsOf(read(line))).toEqual(problems);
  });

  it("reads a list, and several files", () => {
    const text = JSON.stringify([{ text: lineText, label: [[16, 25, "Claim"]] }]);
    const dataset = readDoccano([
      { name: "a.json", text },
      { name: "b.json", text },
    ]);
    expect(dataset.claims.map(({ key, place }) => [key, place.at])).toEqual([
      ["a.json#1/label/0", "/0/label/0"],
      ["b.json#1/label/0", "/0/label/0"],
    ]);
  });

  it("takes a text of many million characters no worse than its length", () => {
    const dataset = read({ text: "rain ".repeat(2_000_000), label: [[0, 4, "Claim"]] });
    expect(problemsOf(dataset)).toEqual(["1: too-long (row)"]);
  });
});

describe("doccano there and back", () => {
  const text = writtenFile(doccano, hardDocuments);

  it("brings back exactly what it does not say it loses", () => {
    const dataset = readDoccano([{ name: "all.jsonl", text }]);
    expect(dataset.problems).toEqual([]);
    const lost = new Set<string>(formats.doccano.loses);
    expect(cameBack(hardDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("brings back nesting three deep, crossings and bare articles, less what is not among them", () => {
    const dataset = readDoccano([{ name: "all.jsonl", text: writtenFile(doccano, toolDocuments) }]);
    expect(dataset.problems).toEqual([]);
    const lost = new Set<string>(formats.doccano.loses);
    expect(cameBack(closedDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("law: cut off anywhere, it keeps the lines before", () => {
    const first = text.indexOf("\n");
    fc.assert(
      fc.property(fc.integer({ min: first + 1, max: text.length - 2 }), (cut) => {
        const dataset = readDoccano([{ name: "all.jsonl", text: text.slice(0, cut) }]);
        expect(dataset.articles.map(({ title }) => title)).toEqual([hardDocuments[0]?.article.title]);
        expect(dataset.problems).toHaveLength(cut === first + 1 ? 0 : 1);
      }),
    );
  });
});
