import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { annotationsIn, collectionOf, pagesOf } from "../export/annotation-files.cases.ts";
import { annotationLines } from "../export/annotations.ts";
import { facts } from "../export/carried.ts";
import { header } from "../export/export.cases.ts";
import { formats } from "../export/formats.ts";
import { withoutWords } from "../export/own-files.cases.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import type { ImportedDataset } from "./dataset.ts";
import { annotationFiles, ferryText, foreignAnnotations, withoutTexts } from "./web-annotation.cases.ts";
import { readWebAnnotations } from "./web-annotation.ts";

const codes = ({ problems }: ImportedDataset) => problems.map(({ code }) => code);
const lines = (documents = hardDocuments) =>
  documents.map((document, place) => annotationLines.write(header, document, place === 0)).join("");
const json = (value: unknown) => [{ name: "notes.jsonld", text: JSON.stringify(value) }];
const withFerry = (value: unknown) => [...json(value), { name: "texts/ferry.txt", text: ferryText }];

describe("our own annotations", () => {
  const forms = [
    { name: "a collection", files: () => [{ name: "all.jsonld", text: collectionOf(hardDocuments) }] },
    { name: "lines", files: () => [{ name: "all.jsonl", text: lines() }] },
    { name: "pages", files: () => pagesOf(hardDocuments, 4) },
    { name: "pages in another order", files: async () => (await pagesOf(hardDocuments, 3)).toReversed() },
  ];

  it.each(forms)("lose of $name exactly what the format says", async ({ files }) => {
    const dataset = readWebAnnotations(await files());
    expect(dataset.problems).toEqual([]);
    const inOrder = {
      ...dataset,
      claims: dataset.claims.toSorted(byKey),
      articles: dataset.articles.toSorted(byKey),
    };
    const kept = cameBack(hardDocuments, inOrder);
    expect(facts.filter((fact) => !kept.includes(fact))).toEqual(formats.webannotation.loses);
  });

  it("come back without words where the export left them out", () => {
    const silent = hardDocuments.map(withoutWords);
    const dataset = readWebAnnotations([{ name: "all.jsonl", text: lines(silent) }]);
    expect(dataset.problems).toEqual([]);
    expect(dataset.articles.map(({ text }) => text)).toEqual([null, null]);
    expect(dataset.claims.map(({ spans }) => spans)).toEqual(
      hardDocuments.flatMap(({ claims }) =>
        claims.map(({ spans }) => spans.map(({ start, end }) => ({ start, end }))),
      ),
    );
  });

  it("are read one by one: the article is what the target says of it", () => {
    const [, annotation] = annotationsIn(hardDocuments);
    const dataset = readWebAnnotations(json(annotation));
    expect(dataset.articles).toMatchObject([
      { id: "a1", url: "https://example.org/a1", language: "en", sha256: "00", text: null, title: null },
    ]);
    expect(dataset.claims).toHaveLength(1);
    const nameless = { ...annotation, target: [{ source: { id: "urn:uuid:a1" } }] };
    expect(readWebAnnotations(json(nameless)).articles).toMatchObject([{ url: null, sha256: null }]);
    const targetless = { ...annotation, target: undefined };
    expect(readWebAnnotations(json([targetless])).claims).toHaveLength(1);
  });

  it("are left out with their problem where the record is of no claim", () => {
    const body = (value: unknown) => [{ type: ["Dataset"], value: JSON.stringify(value) }];
    const dataset = readWebAnnotations(
      json([
        { body: body({ claim: { id: 7 } }) },
        { body: body({ article: { id: 7 } }) },
        { body: body({ claim: { id: "c1", versionId: 3 }, sources: { s1: null } }) },
      ]),
    );
    expect(codes(dataset).toSorted()).toEqual(["not-a-claim", "not-an-article", "unknown-article"]);
  });

  it("law: never throw, wherever a file is cut", () => {
    const whole = collectionOf(hardDocuments);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 2 }), (end) => {
        expect(
          codes(readWebAnnotations([{ name: "all.jsonld", text: whole.slice(0, end) }])).length,
        ).toBeGreaterThan(0);
      }),
      { numRuns: 50 },
    );
  });
});

const byKey = (one: { readonly key: string }, other: { readonly key: string }) =>
  one.key < other.key ? -1 : 1;

describe("annotations of other programs", () => {
  it.each(foreignAnnotations)(
    "are claims where they stand: $name",
    ({ annotation, found, codes: expected = [] }) => {
      const dataset = readWebAnnotations(withFerry([annotation]));
      const index = new CodePointIndex(dataset.articles[0]?.text ?? "");
      const words = dataset.claims.map(({ spans, label, statement }) => ({
        words: spans.map((span) => index.slice(span)).join(" … "),
        label,
        statement,
      }));
      expect(words).toMatchObject(found);
      expect(words).toHaveLength(found.length);
      expect(codes(dataset)).toEqual(expected);
    },
  );

  it("say who made them, and keep their own names", () => {
    const [first, second] = foreignAnnotations;
    const dataset = readWebAnnotations(withFerry([first?.annotation, second?.annotation]));
    expect(dataset.claims).toMatchObject([
      { key: "https://notes.example/1", id: null, annotator: "Ada", exact: ["crew"] },
      { key: "notes.jsonld#2", annotator: "acct:ada@notes.example", exact: [null] },
    ]);
    expect(dataset.articles).toMatchObject([
      { key: "https://example.org/ferry.html", url: "https://example.org/ferry.html", title: "ferry" },
      { key: "https://example.org/ferry" },
    ]);
  });

  it.each([
    [{ nickname: "ada" }, "ada"],
    [{ id: "acct:ada" }, "acct:ada"],
    [[{ name: "Ada" }, { name: "Rosa" }], "Ada"],
    [7, null],
  ])("name %j as %j", (creator, annotator) => {
    const target = { source: "x:/ferry", selector: { type: "TextQuoteSelector", exact: "sank" } };
    expect(readWebAnnotations(withFerry([{ creator, target }])).claims[0]?.annotator).toBe(annotator);
  });

  it("keep two of one name, and several targets of one, apart", () => {
    const target = (exact: string) => ({
      source: "x:/ferry",
      selector: { type: "TextQuoteSelector", exact },
    });
    const { claims } = readWebAnnotations(
      withFerry([
        { id: "n1", target: [target("sank"), target("were")] },
        { id: "n1", target: target("off") },
      ]),
    );
    expect(claims.map(({ key }) => key)).toEqual(["n1", "n1 2", "n1 #3"]);
  });

  it.each(withoutTexts)("need no text for $name, or say so", ({ target, code }) => {
    const dataset = readWebAnnotations(json({ type: "Annotation", target }));
    expect(codes(dataset)).toEqual(code === null ? [] : [code]);
    expect(dataset.claims).toHaveLength(code === null ? 1 : 0);
  });

  it("find their text by its name, or where there is but one", () => {
    const annotation = (source: string) => ({
      target: { source, selector: { type: "TextQuoteSelector", exact: "rain" } },
    });
    const texts = [
      { name: "a.txt", text: "No snow." },
      { name: "b.TXT", text: "Some rain." },
    ];
    const two = readWebAnnotations([
      ...json([annotation("x:/news/b/?page=1#top"), annotation("x:/c")]),
      ...texts,
    ]);
    expect(two.claims).toHaveLength(1);
    expect(codes(two)).toEqual(["text-missing"]);
    const bad = readWebAnnotations([...json([annotation("x:/a")]), { name: "a.txt", text: "  " }]);
    expect(codes(bad)).toEqual(["blank", "text-missing"]);
  });

  it("are nowhere where canonical text leaves nothing of their place", () => {
    const target = { source: "x:/a", selector: { type: "TextPositionSelector", start: 0, end: 1 } };
    const dataset = readWebAnnotations([...json([{ target }]), { name: "a.txt", text: "\uFEFFrain" }]);
    expect(codes(dataset)).toEqual(["no-selector"]);
  });

  it.each(annotationFiles)("are found in $name", ({ text, claims, problem }) => {
    const one = JSON.stringify({
      target: { source: "x:/ferry", selector: { type: "TextPositionSelector", start: 0, end: 1 } },
    });
    const dataset = readWebAnnotations([{ name: "notes", text: text.replaceAll("{}", one) }]);
    expect(dataset.claims).toHaveLength(claims);
    expect(dataset.problems).toMatchObject(problem ? [problem] : []);
  });
});
