import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { problemsOf, summaryOf } from "../../../tests/support/laws/summary.ts";
import { closedDocuments, toolDocuments } from "../../../tests/support/laws/tool-documents.ts";
import { writtenFolder } from "../../../tests/support/laws/written.ts";
import { facts } from "../export/carried.ts";
import { formats } from "../export/formats.ts";
import { labelStudio } from "../export/label-studio.ts";
import { badJson, oddJson } from "./json-readers.cases.ts";
import {
  badResults,
  choice,
  goodResults,
  type ResultCase,
  region,
  relation,
  said,
  taskText,
} from "./label-studio.cases.ts";
import { readLabelStudio } from "./label-studio.ts";

const read = (value: unknown, options?: Parameters<typeof readLabelStudio>[1]) =>
  readLabelStudio([{ name: "tasks.json", text: JSON.stringify(value) }], options);

const taskOf = (result: unknown, more: object = {}) => ({
  data: { text: taskText },
  annotations: [{ result, ...more }],
});

function readCase({ result, roles }: ResultCase) {
  return read([taskOf(result)], roles ? { roles } : undefined);
}

describe("reading Label Studio", () => {
  it.each(goodResults)("takes in $name", (given) => {
    const dataset = readCase(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual([]);
  });

  it.each(badResults)("says what is wrong with $name", (given) => {
    const dataset = readCase(given);
    expect(summaryOf(dataset)).toEqual(given.claims);
    expect(problemsOf(dataset)).toEqual(given.problems);
  });

  it.each(badJson)("takes nothing from $name", ({ text, problems }) => {
    const dataset = readLabelStudio([{ name: "tasks.json", text }]);
    expect(problemsOf(dataset)).toEqual(problems);
    expect(dataset.articles).toEqual([]);
  });

  it.each(oddJson)("finds no text in $name", ({ text }) => {
    const dataset = readLabelStudio([{ name: "tasks.json", text }]);
    expect(dataset.articles).toEqual([]);
    expect(dataset.problems.map(({ code }) => code)).toEqual(["text-missing"]);
  });

  it("takes all that is said of a claim and of a link", () => {
    const result = [
      region("a", "rained", "Claim"),
      region("b", "said", "Attribution"),
      region("c", "that", "Claim"),
      region("d", "ship", "Hedge"),
      relation("a", "b", ["chain_1"]),
      relation("a", "d", ["hedge"]),
      relation("c", "a", ["nested_in"]),
      relation("c", "a", ["same_claim_as"]),
      relation("c", "a", ["group"]),
      said("a", "Statement", ["It rained."]),
      said("a", "ClaimId", ["c1"]),
      choice("a", "Kind", ["event"]),
      choice("a", "Flags", ["figure", "negated"]),
      choice("b", "Provenance", ["hearsay"]),
      choice("b", "Act", ["denial"]),
      choice("b", "Implicit", ["true"]),
      choice("b", "Basis", ["carried_over"]),
      said("b", "Sources", ["s1", "s2"]),
      choice("d", "HedgeType", ["modal"]),
    ];
    const sources = [{ id: "s1", name: "A ministry" }];
    const dataset = read([{ ...taskOf(result), data: { text: taskText, sources } }]);
    expect(problemsOf(dataset)).toEqual(["/0/annotations/0/result/17 unknown-source (note)"]);
    const group = "tasks.json#1/0/a";
    expect(dataset.claims).toMatchObject([
      {
        key: group,
        id: "c1",
        statement: "It rained.",
        kind: "event",
        flags: ["figure", "negated"],
        hedges: [{ type: "modal", span: { start: 0, end: 1 } }],
        chain: [
          {
            category: "hearsay",
            act: "denial",
            explicit: false,
            basis: "carried_over",
            sources: ["s1"],
          },
        ],
        group,
        parent: null,
      },
      { parent: group, sameClaimAs: group, group, chain: [], id: null },
    ]);
  });

  it("takes an article's particulars and sources from the data", () => {
    const data = {
      text: taskText,
      article_id: "a1",
      title: "Rain",
      outlet: "Courier",
      byline: "B",
      url: "https://example.org",
      published_at: "2026-01-01T00:00:00.000Z",
      language: "en",
      direction: "ltr",
      version_sha256: "00",
      sources: [{ id: "s1", name: "Ministry" }, { id: "s2" }, 7],
    };
    const dataset = read({ data });
    const { article_id, published_at, version_sha256, sources, ...same } = data;
    const renamed = { id: article_id, publishedAt: published_at, sha256: version_sha256, blocks: null };
    expect(dataset.articles).toMatchObject([{ ...same, ...renamed }]);
    expect(dataset.sources).toMatchObject([{ key: "s1", name: "Ministry" }]);
    expect(sources).toHaveLength(3);
  });

  it.each([
    ["the longest text, whatever it is called", { id: "x", article: taskText, note: "short" }, taskText],
    ["the one called text, though another is longer", { text: "It rained", other: taskText }, "It rained"],
  ])("reads %s", (_name, data, text) => {
    expect(read({ data }).articles.map((article) => article.text)).toEqual([text]);
  });

  it.each([
    ["a list", [taskText]],
    ["an object of numbers", { text: 7 }],
    ["a text", "It rained"],
  ])("finds no text in data that is %s", (_name, data) => {
    expect(problemsOf(read({ data }))).toEqual(["text-missing (row)"]);
  });

  it("refuses a text that no article may have", () => {
    expect(problemsOf(read([{ data: { text: "a\0" } }, { data: { text: " " } }]))).toEqual([
      "/0 nul (row)",
      "/1 blank (row)",
    ]);
  });

  it("names annotators by address, number or place, and nobody where there is one", () => {
    const result = [region("a", "rained", "Claim")];
    const annotations = [
      { result, completed_by: { id: 3, email: "ada@example.org" } },
      { result, completed_by: { id: 4 } },
      { result, completed_by: 5 },
      { result },
    ];
    const named = read({ data: { text: taskText }, annotations }).claims.map(({ annotator }) => annotator);
    expect(named).toEqual(["ada@example.org", "4", "5", "4"]);
    expect(read(taskOf(result)).claims.map(({ annotator }) => annotator)).toEqual([null]);
    expect(new Set(read({ data: { text: taskText }, annotations }).claims.map(({ key }) => key)).size).toBe(
      4,
    );
  });

  it("leaves out what was skipped or predicted, and says so", () => {
    const result = [region("a", "rained", "Claim")];
    const task = {
      data: { text: taskText },
      annotations: [{ result, was_cancelled: true }],
      predictions: [{ result }],
    };
    expect(problemsOf(read([task]))).toEqual([
      "/0/annotations/0 annotation-skipped (note)",
      "/0 predictions-left-out (note)",
    ]);
  });

  it("reads a task a line, the older name of annotations, and no file that is not JSON", () => {
    const result = [region("a", "rained", "Claim")];
    const line = JSON.stringify({ data: { text: taskText }, completions: [{ result }] });
    const dataset = readLabelStudio([
      { name: "tasks.jsonl", text: `${line}\n${line}\n` },
      { name: "config.xml", text: "<View/>" },
    ]);
    expect(dataset.articles.map(({ key }) => key)).toEqual(["tasks.jsonl#1", "tasks.jsonl#2"]);
    expect(dataset.claims.map(({ place }) => [place.line, place.at])).toEqual([
      [1, "/annotations/0/result/0"],
      [2, "/annotations/0/result/0"],
    ]);
  });
});

describe("Label Studio there and back", () => {
  it("brings back exactly what it does not say it loses", () => {
    const dataset = readLabelStudio(writtenFolder(labelStudio, hardDocuments));
    expect(dataset.problems).toEqual([]);
    const lost = new Set<string>(formats.labelstudio.loses);
    expect(cameBack(hardDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("brings back nesting three deep, crossings and bare articles, less what is not among them", () => {
    const dataset = readLabelStudio(writtenFolder(labelStudio, toolDocuments));
    expect(dataset.problems.map(({ code }) => code)).toEqual(["unknown-source", "unknown-source"]);
    const lost = new Set<string>(formats.labelstudio.loses);
    expect(cameBack(closedDocuments, dataset)).toEqual(facts.filter((fact) => !lost.has(fact)));
  });

  it("law: whatever the results are, it answers", () => {
    const id = fc.constantFrom("a", "b", 1, null);
    const offset = fc.oneof(fc.integer({ min: -1, max: 50 }), fc.constant(1e300), fc.constant("3"));
    const label = fc.constantFrom("Claim", "Source", "Attribution", "Hedge", "x");
    const span = fc.record({ start: offset, end: offset, labels: fc.array(label, { maxLength: 2 }) });
    const one = fc.oneof(
      fc.record({ id, type: fc.constant("labels"), value: span }),
      fc.record({
        type: fc.constant("relation"),
        from_id: id,
        to_id: id,
        labels: fc.array(fc.constantFrom("chain_1", "nested_in", "fragment", "group", "hedge", "x"), {
          maxLength: 2,
        }),
      }),
      fc.anything(),
    );
    fc.assert(
      fc.property(fc.array(one, { maxLength: 12 }), (result) => {
        const text = JSON.stringify([taskOf(result)], (_key, value) =>
          typeof value === "bigint" ? 0 : value,
        );
        for (const { spans } of readLabelStudio([{ name: "t.json", text }]).claims)
          expect(spans).not.toEqual([]);
      }),
    );
  });
});
