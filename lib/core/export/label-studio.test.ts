import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { toolDocuments, withoutText } from "../../../tests/support/laws/tool-documents.ts";
import { writtenFile, writtenFolder } from "../../../tests/support/laws/written.ts";
import { claimFlags } from "../provenance/facets.ts";
import { doccano } from "./doccano.ts";
import type { ExportedDocument } from "./document.ts";
import { header } from "./export.cases.ts";
import { labelStudio } from "./label-studio.ts";
import { lineSchema, taskSchema } from "./label-studio-schema.cases.ts";

const ajv = new Ajv({ allErrors: true, strict: true });
addFormats.default(ajv);
const isTasks = ajv.compile(taskSchema);
const isLine = ajv.compile(lineSchema);

const all = [...hardDocuments, ...toolDocuments];
const named = all.map((document) => [document.article.id, document] as const);

type Region = {
  readonly id: string;
  readonly type: string;
  readonly from_name: string;
  readonly value: {
    readonly start: number;
    readonly end: number;
    readonly text: string;
    readonly labels: string[];
  };
};
type Tie = {
  readonly type: string;
  readonly from_id: string;
  readonly to_id: string;
  readonly labels: string[];
};

function tasksOf(documents: readonly ExportedDocument[]) {
  const files = writtenFolder(labelStudio, documents);
  const text = files.find(({ name }) => name === "tasks.json")?.text ?? "";
  expect(isTasks(JSON.parse(text)), JSON.stringify(isTasks.errors)).toBe(true);
  return JSON.parse(text);
}

function resultOf(document: ExportedDocument): readonly (Region & Tie)[] {
  return tasksOf([document])[0].annotations[0].result;
}

describe("Label Studio tasks", () => {
  it("are one list that holds the schema", () => {
    expect(tasksOf(all)).toHaveLength(all.length);
    expect(tasksOf([])).toEqual([]);
  });

  it.each(named)("quote what stands at their code points: %s", (_id, document) => {
    const characters = [...(document.article.version.text ?? "")];
    const regions = resultOf(document).filter(({ type }) => type === "labels");
    for (const { value } of regions)
      expect(characters.slice(value.start, value.end).join("")).toBe(value.text);
    expect(new Set(regions.map(({ id }) => id)).size).toBe(regions.length);
  });

  it.each(named)("refer to regions that are there, and to none by itself: %s", (_id, document) => {
    const result = resultOf(document);
    const ids = new Set(result.filter(({ type }) => type === "labels").map(({ id }) => id));
    for (const one of result.filter(({ type }) => type !== "relation")) expect(ids).toContain(one.id);
    for (const { from_id, to_id } of result.filter(({ type }) => type === "relation")) {
      expect(ids).toContain(from_id);
      expect(ids).toContain(to_id);
      expect(from_id).not.toBe(to_id);
    }
  });

  it.each(named)("use only what the config offers: %s", (_id, document) => {
    const config = labelStudio.beside(header)[0]?.text ?? "";
    const offers = (tag: string, attribute: string) =>
      [...config.matchAll(new RegExp(`<${tag} [^>]*${attribute}="([^"]*)"`, "gu"))].map(([, value]) => value);
    const controls = [
      ...offers("Labels", "name"),
      ...offers("Choices", "name"),
      ...offers("TextArea", "name"),
    ];
    for (const one of resultOf(document)) {
      if (one.type === "relation") expect(offers("Relation", "value")).toContain(one.labels[0]);
      else expect(controls).toContain(one.from_name);
      if (one.type === "labels") expect(offers("Label", "value")).toContain(one.value.labels[0]);
    }
  });

  it("tie further fragments to the first", () => {
    const [ferry] = hardDocuments;
    const result = ferry ? resultOf(ferry) : [];
    const ties = result.filter(({ labels }) => labels?.[0] === "fragment");
    expect(ties.map(({ from_id, to_id }) => [from_id, to_id])).toEqual([["m3", "m3.2"]]);
    const second = result.find(({ id }) => id === "m3.2");
    expect(second?.value.text).toBe("were safe");
  });

  it("hold the article's particulars and sources", () => {
    const [deep] = toolDocuments;
    const [task] = tasksOf(deep ? [deep] : []);
    expect(task.data).toMatchObject({ article_id: "deep", title: "Über Häfen / 2: «Tiefe»", language: "en" });
    expect(task.data.sources.map(({ id }: { id: string }) => id)).toEqual(["s1", "s4", "s2", "s3"]);
  });

  it("hold no annotation where quoted text is left out", () => {
    expect(tasksOf([withoutText])).toEqual([
      {
        data: {
          article_id: "bare",
          title: "Bare",
          outlet: "Harbour Courier",
          byline: "A. Writer",
          url: "https://example.org/bare",
          published_at: "2026-01-02T08:00:00.000Z",
          language: "en",
          version_sha256: "00",
        },
      },
    ]);
  });

  it("stand beside a config with the project's categories", () => {
    const [config] = labelStudio.beside(header);
    expect(config?.name).toBe("config.xml");
    for (const { id } of header.codebook.categories)
      expect(config?.text).toContain(`<Choice value="${id}"/>`);
    for (const flag of claimFlags) expect(config?.text).toContain(`<Choice value="${flag}"/>`);
    expect(config?.text).toContain("count code points");
    expect(labelStudio.files(header, all[0] ?? withoutText)).toEqual([]);
  });

  it("stand beside a config that is XML whatever the categories are called", () => {
    const [first] = header.codebook.categories;
    const categories = first ? [{ ...first, id: '<a "b"> & c' }] : [];
    const odd = { ...header, codebook: { ...header.codebook, categories } };
    expect(labelStudio.beside(odd)[0]?.text).toContain('<Choice value="&lt;a &quot;b&quot;> &amp; c"/>');
  });
});

type Entity = {
  readonly id: number;
  readonly start_offset: number;
  readonly end_offset: number;
  readonly label: string;
};
type Relation = {
  readonly id: number;
  readonly from_id: number;
  readonly to_id: number;
  readonly type: string;
};

function linesOf(documents: readonly ExportedDocument[]) {
  const text = writtenFile(doccano, documents);
  const lines = text.split("\n");
  expect(lines.pop()).toBe("");
  return lines.map((line) => {
    const value = JSON.parse(line);
    expect(isLine(value), JSON.stringify(isLine.errors)).toBe(true);
    return value;
  });
}

describe("doccano lines", () => {
  it("are one for each article", () => {
    expect(linesOf(all).map(({ article_id }) => article_id)).toEqual(all.map(({ article }) => article.id));
    expect(linesOf([])).toEqual([]);
  });

  it("are none where quoted text is left out", () => {
    expect(linesOf([withoutText])).toEqual([]);
  });

  it.each(named)("number entities and relations from 1, and refer to what is there: %s", (_id, document) => {
    const [line] = linesOf([document]);
    const entities: readonly Entity[] = line.entities;
    const relations: readonly Relation[] = line.relations;
    expect(entities.map(({ id }) => id)).toEqual(entities.map((_, at) => at + 1));
    expect(relations.map(({ id }) => id)).toEqual(relations.map((_, at) => at + 1));
    for (const { from_id, to_id } of relations) {
      expect(from_id).not.toBe(to_id);
      expect(from_id).toBeGreaterThan(0);
      expect(Math.max(from_id, to_id)).toBeLessThanOrEqual(entities.length);
    }
  });

  it.each(named)("count code points: %s", (_id, document) => {
    const [line] = linesOf([document]);
    const characters = [...line.text];
    const claims = line.entities.filter(({ label }: Entity) => label === "Claim");
    const spans = document.claims.flatMap((claim) => claim.spans);
    expect(
      claims.map(({ start_offset, end_offset }: Entity) =>
        characters.slice(start_offset, end_offset).join(""),
      ),
    ).toEqual(spans.map(({ exact }) => exact));
  });

  it("say the category of a link and the type of a hedge by label", () => {
    const [ferry] = linesOf(hardDocuments);
    const labels = new Map<number, string>(ferry.entities.map(({ id, label }: Entity) => [id, label]));
    const chains = ferry.relations.filter(({ type }: Relation) => type.startsWith("chain_"));
    expect(chains.map(({ from_id, to_id, type }: Relation) => [from_id, type, labels.get(to_id)])).toEqual([
      [1, "chain_1", "media_report"],
      [1, "chain_2", "anonymous_described"],
      [1, "chain_3", "hearsay"],
      [2, "chain_4", "official_readout"],
      [3, "chain_1", "anonymous_described"],
      [5, "chain_0", "own_observation"],
      [6, "chain_0", "background_unattributed"],
    ]);
    const hedges = ferry.relations.filter(({ type }: Relation) => type === "hedge");
    expect(hedges.map(({ to_id }: Relation) => labels.get(to_id))).toEqual(["hedge_approximator"]);
  });

  it("say statements in comments, by the claim's first entity", () => {
    const [ferry] = linesOf(hardDocuments);
    expect(ferry.Comments).toEqual([
      "#1: The ferry sank off the cape.",
      "#3: The crew were safe.",
      "#5: -1",
      '#6: =HYPERLINK("x")',
    ]);
  });
});
