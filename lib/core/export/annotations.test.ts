import jsonld from "jsonld";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { type AnyAnnotation, annotationsIn, collectionOf, pagesOf } from "./annotation-files.cases.ts";
import {
  annotationRules,
  brokenRules,
  brokenThings,
  bundledContext,
  collectionRules,
  pageRules,
} from "./annotation-model.cases.ts";
import { annotationLines } from "./annotations.ts";
import type { ExportedDocument } from "./document.ts";
import { header, nastyRecords } from "./export.cases.ts";
import { withoutWords } from "./own-files.cases.ts";

const nasty: readonly ExportedDocument[] = nastyRecords.map((draft) => {
  const { record, index } = recordOf(draft);
  return { ...record, claims: [record.claim], index };
});
const all = [...hardDocuments, ...nasty];
const ofMotivation = (name: string, documents = hardDocuments) =>
  annotationsIn(documents).filter(({ motivation }) => motivation === name);

describe("the rules of the model", () => {
  it.each(brokenThings)("notice what breaks them (%#)", (rules, section, thing) => {
    expect(brokenRules(rules, thing).some((rule) => rule.startsWith(`${section}:`))).toBe(true);
  });

  it.each([
    { name: "with words", documents: all },
    { name: "without words", documents: all.map(withoutWords) },
  ])("are kept by every annotation, $name", ({ documents }) => {
    for (const annotation of annotationsIn(documents))
      expect(brokenRules(annotationRules, annotation)).toEqual([]);
  });

  it("are kept by the collection and its page", () => {
    const collection = JSON.parse(collectionOf(hardDocuments));
    expect(brokenRules(collectionRules, collection)).toEqual([]);
    expect(brokenRules(pageRules, collection.first)).toEqual([]);
    expect(collection.first).not.toHaveProperty("@context");
    expect(collection).toMatchObject({ total: collection.first.items.length, last: collection.first.id });
  });

  it("are kept by a collection of nothing", () => {
    expect(brokenRules(collectionRules, JSON.parse(collectionOf([])))).toEqual([]);
  });

  it.each([1, 3, 7, 20, 1_000])("are kept by pages of %i", async (size) => {
    const files = await pagesOf(hardDocuments, size);
    const collection = JSON.parse(files.at(-1)?.text ?? "");
    const pages = files.slice(0, -1).map(({ text }) => JSON.parse(text));
    expect(brokenRules(collectionRules, collection)).toEqual([]);
    for (const page of pages) {
      expect(brokenRules(pageRules, page)).toEqual([]);
      expect(page["@context"]).toContain("http://www.w3.org/ns/anno.jsonld");
    }
    expect(pages.map(({ id }) => id)).toEqual(pages.map((_, place) => `${collection.id}/page-${place + 1}`));
    expect(pages.map(({ next }) => next)).toEqual([...pages.slice(1).map(({ id }) => id), undefined]);
    expect(pages.map(({ prev }) => prev)).toEqual([undefined, ...pages.slice(0, -1).map(({ id }) => id)]);
    expect(pages.map(({ startIndex }) => startIndex)).toEqual(pages.map((_, place) => place * size));
    expect(pages.flatMap(({ items }) => items)).toEqual(annotationsIn(hardDocuments));
    expect(collection).toMatchObject({ total: annotationsIn(hardDocuments).length, last: pages.at(-1).id });
  });

  it("are kept by the files of nothing: a collection without pages", async () => {
    const files = await pagesOf([], 10);
    expect(files.map(({ name }) => name)).toEqual(["collection.jsonld"]);
    expect(JSON.parse(files[0]?.text ?? "")).toMatchObject({ total: 0 });
  });
});

describe("lines of annotations", () => {
  it("stand alone: each has its own context, and no other difference", () => {
    const text = hardDocuments.map((document) => annotationLines.write(header, document, false)).join("");
    const lines = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line));
    for (const line of lines) expect(line["@context"]).toContain("http://www.w3.org/ns/anno.jsonld");
    expect(lines.map(({ "@context": _, ...annotation }) => annotation)).toEqual(annotationsIn(hardDocuments));
    expect(annotationLines.open(header, 2) + annotationLines.close(header, 2)).toBe("");
  });
});

describe("what joins annotations", () => {
  const relation = (name: string) =>
    ofMotivation("linking")
      .filter((one) => one["src:relation"] === name)
      .map(({ target, body }) => [target, body]);

  it("says which claim is nested in which, and which say the same", () => {
    expect(relation("nestedIn")).toEqual([
      ["https://desk.example/claims/c2", "https://desk.example/claims/c1"],
    ]);
    expect(relation("sameClaimAs")).toEqual([
      ["https://desk.example/claims/c3", "https://desk.example/claims/c1"],
    ]);
  });

  it("leads from a claim to each link of its own that is marked in the text", () => {
    const links = ofMotivation("identifying").map(({ id }) => id);
    expect(relation("attributedBy").map(([, body]) => body)).toEqual(links);
    expect(links).toEqual([
      "https://desk.example/claims/c1/links/1",
      "https://desk.example/claims/c1/links/2",
      "https://desk.example/claims/c3/links/1",
      "https://desk.example/claims/c6/links/1",
    ]);
  });

  it("never leads to what is not among the annotations, but for a parent that is elsewhere", () => {
    const ids = new Set(annotationsIn(hardDocuments).map(({ id }) => id));
    for (const { body, target } of ofMotivation("linking")) {
      expect(ids.has(body)).toBe(true);
      expect(ids.has(target)).toBe(true);
    }
    const nested = nasty.filter(({ claims }) => claims[0]?.parentId);
    expect(ofMotivation("linking", nested).map(({ body }) => body)).toContain(
      "https://desk.example/claims/c0",
    );
  });

  it("identifies the sources of a link by IRI and, where the registry shows it, by name", () => {
    const [first] = ofMotivation("identifying");
    expect(first).toMatchObject({
      body: [
        { type: "SpecificResource", purpose: "identifying", source: "https://desk.example/sources/s1" },
        { type: "TextualBody", purpose: "tagging", value: "The Daily Courier" },
      ],
    });
    expect(first?.target).toHaveLength(2);
    const [document] = hardDocuments;
    if (!document) throw new Error("the documents are gone");
    const [unnamed] = ofMotivation("identifying", [{ ...document, sources: new Map() }]);
    expect(unnamed?.body).toHaveLength(1);
  });

  it("tells of an article without an address by its id", () => {
    const article = (annotations: readonly AnyAnnotation[]) => annotations[0]?.target;
    expect(article(annotationsIn(hardDocuments))).toBe("https://example.org/a1");
    const nowhere = hardDocuments.map((one) => ({ ...one, article: { ...one.article, url: null } }));
    expect(article(annotationsIn(nowhere))).toBe("urn:uuid:a1");
  });

  it("carries the issuer of a document beside it", () => {
    const [document] = hardDocuments;
    const source = document?.sources.get("s1");
    if (!document || !source) throw new Error("the documents are gone");
    const issued = new Map([
      ...document.sources,
      ["s1", { ...source, issuedBy: "s9" }],
      ["s9", { ...source, id: "s9" }],
    ]);
    const [, claim] = annotationsIn([{ ...document, sources: issued }]);
    expect(JSON.stringify(claim)).toContain('\\"s9\\":{\\"id\\":\\"s9\\"');
  });
});

describe("as linked data", () => {
  const documentLoader = async (url: string) => {
    if (url !== "http://www.w3.org/ns/anno.jsonld") throw new Error(`nothing else is loaded: ${url}`);
    return { documentUrl: url, document: JSON.parse(JSON.stringify(bundledContext)) };
  };

  it("expands to the vocabulary's own terms, and drops nothing", async () => {
    const collection = JSON.parse(collectionOf(hardDocuments));
    const [expanded] = await jsonld.expand(collection, { documentLoader });
    const text = JSON.stringify(expanded);
    for (const term of [
      "oa#hasTarget",
      "oa#hasBody",
      "oa#hasSelector",
      "oa#exact",
      "oa#motivatedBy",
      "terms/created",
    ])
      expect(text).toContain(term);
    expect(text).toContain("https://desk.example/ns#relation");
    expect(text).toContain("https://desk.example/ns#sha256");
    const items = expanded?.["http://www.w3.org/ns/activitystreams#first"];
    expect(JSON.stringify(items)).toContain("oa#Annotation");
  });

  it("is a graph of one line: what is nested points to what holds it", async () => {
    const nested = ofMotivation("linking").find((one) => one["src:relation"] === "nestedIn");
    const line = { "@context": JSON.parse(collectionOf([]))["@context"], ...nested };
    const quads = await jsonld.toRDF(line, { documentLoader, format: "application/n-quads" });
    expect(String(quads)).toContain(
      "<https://desk.example/claims/c2#nested-in> <http://www.w3.org/ns/oa#hasBody> <https://desk.example/claims/c1>",
    );
  });
});
