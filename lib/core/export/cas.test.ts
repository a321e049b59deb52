import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { documentOf, hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { closedDocuments, toolDocuments, withoutText } from "../../../tests/support/laws/tool-documents.ts";
import type { ImportedDataset } from "../import/dataset.ts";
import { facts } from "./carried.ts";
import { cas } from "./cas.ts";
import { type Cas, casSchema, datasetOf, featureNames, featuresOf } from "./cas-reader.cases.ts";
import { casTypes, relationType, slots, slotType, spanTypes } from "./cas-types.ts";
import type { ExportedDocument } from "./document.ts";
import { header } from "./export.cases.ts";
import { formats } from "./formats.ts";
import { markLabels } from "./marks.ts";

const isCas = new Ajv({ allErrors: true, strict: true }).compile<Cas>(casSchema);
const all = [...hardDocuments, ...toolDocuments];
const named = all.map((document) => [document.article.id, document] as const);

function casOf(document: ExportedDocument): Cas {
  const [file] = cas.files(header, document);
  const value: unknown = JSON.parse(file?.text ?? "null");
  if (!isCas(value)) throw new Error(JSON.stringify(isCas.errors));
  return value;
}

function readBack(documents: readonly ExportedDocument[]): ImportedDataset {
  const read = documents.map((document) => datasetOf(document.article.id, casOf(document)));
  return {
    articles: read.flatMap(({ articles }) => articles),
    sources: read.flatMap(({ sources }) => sources),
    claims: read.flatMap(({ claims }) => claims),
    problems: read.flatMap(({ problems }) => problems),
  };
}

describe("CAS JSON", () => {
  it.each(named)("holds the schema, one file an article: %s", (_id, document) => {
    expect(cas.files(header, document).map(({ name }) => name)).toEqual([
      expect.stringMatching(/^[\w.-]+\.json$/u),
    ]);
    expect(casOf(document)["%TYPES"]).toEqual(casTypes);
  });

  it.each(named)("gives each structure an id of its own and refers to what is there: %s", (_id, document) => {
    const written = casOf(document);
    const structures = written["%FEATURE_STRUCTURES"];
    const ids = new Set(structures.map((structure) => structure["%ID"]));
    expect(ids.size).toBe(structures.length);
    const features = structures.flatMap((structure) => Object.entries(structure));
    const references = features.filter(([key]) => key.startsWith("@")).map(([, id]) => id);
    const lists = structures.filter((structure) => structure["%TYPE"].endsWith("[]"));
    for (const id of [...references, ...lists.flatMap((list) => list["%ELEMENTS"])])
      expect(ids).toContain(id);
  });

  it.each(named)("uses no type and no feature that it does not declare: %s", (_id, document) => {
    const written = casOf(document);
    for (const structure of written["%FEATURE_STRUCTURES"]) {
      const type = structure["%TYPE"];
      if (type === "uima.cas.StringArray") continue;
      const declared = featuresOf(written, type.replace(/\[\]$/u, ""));
      if (!type.endsWith("[]"))
        expect(declared).toEqual(expect.arrayContaining([...featureNames(structure)]));
    }
  });

  it.each(named)("has every annotation in the view, and nothing else: %s", (_id, document) => {
    const written = casOf(document);
    const annotations = written["%FEATURE_STRUCTURES"].filter((structure) => "begin" in structure);
    expect(written["%VIEWS"]._InitialView["%MEMBERS"]).toEqual(
      annotations.map((structure) => structure["%ID"]),
    );
  });

  it.each(named)("counts UTF-16 units: %s", (_id, document) => {
    const written = casOf(document);
    const [sofa] = written["%FEATURE_STRUCTURES"];
    const text = String(sofa?.sofaString);
    expect(text).toBe(document.article.version.text);
    const claims = written["%FEATURE_STRUCTURES"].filter(
      (structure) => structure["%TYPE"] === "custom.Claim",
    );
    const words = claims.map(({ begin, end }) => text.slice(Number(begin), Number(end)));
    expect(words).toEqual(document.claims.flatMap(({ spans }) => spans.map(({ exact }) => exact)));
  });

  it.each(named)("covers the text with sentences and tokens that do not overlap: %s", (_id, document) => {
    const written = casOf(document);
    const [sofa] = written["%FEATURE_STRUCTURES"];
    for (const kind of ["Sentence", "Token"]) {
      const parts = written["%FEATURE_STRUCTURES"].filter((structure) =>
        structure["%TYPE"].endsWith(`.${kind}`),
      );
      const words = parts.map(({ begin, end }) => String(sofa?.sofaString).slice(Number(begin), Number(end)));
      expect(words.join("").replace(/\s/gu, "")).toBe(String(sofa?.sofaString).replace(/\s/gu, ""));
      for (const [at, part] of parts.entries()) {
        expect(Number(part.begin)).toBeGreaterThanOrEqual(Number(parts[at - 1]?.end ?? 0));
      }
    }
  });

  it("has no sentence without a token", () => {
    const document = documentOf({
      id: "t",
      title: "t",
      source: "[It rained.]\n\n\u0085\n\nYes.",
      claims: ({ quote }) => [{ id: "c1", spans: quote(0), provenance: "own_analysis" }],
    });
    const sentences = casOf(document)["%FEATURE_STRUCTURES"].filter((one) =>
      one["%TYPE"].endsWith(".Sentence"),
    );
    expect(sentences.map(({ begin, end }) => [begin, end])).toEqual([
      [0, 10],
      [15, 19],
    ]);
  });

  it("says of the document what INCEpTION shows of one", () => {
    const structures = [...hardDocuments, ...toolDocuments].map(
      (document) => casOf(document)["%FEATURE_STRUCTURES"][1],
    );
    expect(structures[1]).toMatchObject({
      begin: 0,
      end: 53,
      language: "en",
      documentTitle: "הודעה",
      documentId: "a2",
      documentUri: "https://example.org/a2",
    });
    expect(structures[4]).toMatchObject({ language: "x-unspecified", documentId: "bare" });
    expect(structures[4]).not.toHaveProperty("documentUri");
  });

  it("ties further fragments, parents and claims that say the same", () => {
    const [ferry] = hardDocuments;
    const structures = ferry ? casOf(ferry)["%FEATURE_STRUCTURES"] : [];
    const relations = structures.filter((structure) => structure["%TYPE"] === "custom.ClaimRelation");
    const words = (id: unknown) => structures.find((structure) => structure["%ID"] === id)?.claimId;
    const told = relations.map((one) => [one.relation, words(one["@Governor"]), words(one["@Dependent"])]);
    expect(told).toEqual([
      ["fragment", "c3", undefined],
      ["nested_in", "c2", "c1"],
      ["same_claim_as", "c3", "c1"],
    ]);
  });

  it("writes nothing where quoted text is left out, and nothing beside", () => {
    expect(cas.files(header, withoutText)).toEqual([]);
    expect(cas.beside(header)).toEqual([]);
    expect(cas.whole).toEqual({});
  });

  it("would bring back exactly what it does not say it loses", () => {
    const lost = new Set<string>(formats.cas.loses);
    const kept = facts.filter((fact) => !lost.has(fact));
    expect(readBack(hardDocuments).problems).toEqual([]);
    expect(cameBack(hardDocuments, readBack(hardDocuments))).toEqual(kept);
    expect(cameBack(closedDocuments, readBack(toolDocuments))).toEqual(expect.arrayContaining(kept));
  });
});

describe("the types of a CAS", () => {
  it("have a layer, and relations within it, for each label", () => {
    for (const label of markLabels) {
      expect(casTypes[spanTypes[label]]?.["%SUPER_TYPE"]).toBe("uima.tcas.Annotation");
      expect(casTypes[relationType(label)]).toMatchObject({
        "%SUPER_TYPE": "uima.tcas.Annotation",
        Governor: { "%RANGE": spanTypes[label] },
        Dependent: { "%RANGE": spanTypes[label] },
        relation: { "%RANGE": "uima.cas.String" },
      });
    }
  });

  it.each([
    ["claims", "custom.ChainLinkClaimsLink", "custom.Claim"],
    ["mentions", "custom.ChainLinkMentionsLink", "custom.SourceMention"],
    ["cues", "custom.ChainLinkCuesLink", "custom.Cue"],
    ["addressees", "custom.ChainLinkAddresseesLink", "custom.Addressee"],
    ["hedges", "custom.ClaimHedgesLink", "custom.Hedge"],
  ] as const)("have a type between the slot %s and its target", (slot, type, target) => {
    expect(slotType(slot)).toBe(type);
    expect(casTypes[type]).toMatchObject({ "%SUPER_TYPE": "uima.cas.TOP", target: { "%RANGE": target } });
    expect(casTypes[spanTypes[slots[slot].host]]?.[slot]).toEqual({ "%NAME": slot, "%RANGE": `${type}[]` });
  });

  it("are named as they are found", () => {
    for (const [name, type] of Object.entries(casTypes)) {
      expect(type["%NAME"]).toBe(name);
      for (const [feature, value] of Object.entries(type)) {
        if (typeof value === "object") expect(value["%NAME"]).toBe(feature);
      }
    }
  });
});
