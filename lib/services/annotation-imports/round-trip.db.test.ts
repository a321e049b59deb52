import { describe, expect, it } from "vitest";
import { annotationCollection } from "#core/export/annotations.ts";
import { brat } from "#core/export/brat.ts";
import { type Fact, facts, records } from "#core/export/carried.ts";
import type { ExportedArticle, ExportedClaim, ExportedSource } from "#core/export/dataset.ts";
import { doccano } from "#core/export/doccano.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { formats } from "#core/export/formats.ts";
import { labelStudio } from "#core/export/label-studio.ts";
import { csvOf, jsonlOf, jsonOf } from "#core/export/own-files.cases.ts";
import type { ImportedDataset } from "#core/import/dataset.ts";
import { readSourcelineJson } from "#core/import/sourceline.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { exportQuery } from "#lib/contracts/exports.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { writtenFile, writtenFolder } from "../../../tests/support/laws/written.ts";
import { desk, value } from "../../../tests/support/people.ts";
import { stream } from "../exports/exports.ts";
import { createImport } from "./imports.ts";
import { runImport } from "./run.ts";

await testDatabase();

type Desk = Awaited<ReturnType<typeof desk>>;
type Exported = {
  readonly articles: readonly ExportedArticle[];
  readonly sources: readonly ExportedSource[];
  readonly claims: readonly ExportedClaim[];
};
const file = (name: string, text: string) => new File([text], name);

async function takeIn({ w, p, owner }: Desk, files: readonly File[], format?: string) {
  const seen = value(await createImport(owner, w, p, { files, format }));
  const leaving = seen.problems.filter(({ severity }) => severity !== "note");
  expect(leaving).toEqual([]);
  return value(await runImport(owner, w, p, seen.id, { onProblems: "refuse", submit: false }));
}

async function exported({ w, p, owner }: Desk): Promise<string> {
  const made = value(await stream(owner, w, p, exportQuery.parse({ state: "all" })));
  let text = "";
  for await (const chunk of made.chunks) text += chunk;
  return text;
}

/** Ids decide the order of an export; titles and places do here, so that two exports can be held side by side. */
const byTitle = (one: { title: string | null; text: string | null }, other: typeof one) =>
  `${one.text}`.localeCompare(`${other.text}`);
const byPlace = (one: { spans: readonly { start: number }[] }, other: typeof one) =>
  (one.spans[0]?.start ?? 0) - (other.spans[0]?.start ?? 0);

function documentsIn(text: string): ExportedDocument[] {
  const { articles, sources, claims }: Exported = JSON.parse(text);
  const known = new Map(sources.map((source) => [source.id, source]));
  return articles
    .map((article) => ({ ...article, text: article.version.text }))
    .toSorted(byTitle)
    .map(({ text: words, ...article }) => ({
      article,
      sources: known,
      index: new CodePointIndex(words ?? ""),
      claims: claims.filter(({ articleId }) => articleId === article.id).toSorted(byPlace),
    }));
}

function datasetIn(text: string): ImportedDataset {
  const read = readSourcelineJson([{ name: "export.json", text }]);
  const articles = read.articles.toSorted(byTitle);
  const claims = articles.flatMap(({ key }) =>
    read.claims.filter(({ article }) => article === key).toSorted(byPlace),
  );
  return { ...read, articles, claims };
}

/** A desk with everything a format must survive, made by an import of our own JSON, and its export. */
async function origin(): Promise<string> {
  const from = await desk();
  await takeIn(from, [file("hard.json", jsonOf(withHashes()))]);
  return exported(from);
}

const withHashes = () =>
  hardDocuments.map((document) => {
    const { version } = document.article;
    // The fixture's hash is none; a file without one is taken by its text.
    const unhashed: ExportedArticle = { ...document.article, version: { ...version, sha256: "" } };
    return {
      ...document,
      article: JSON.parse(JSON.stringify(unhashed), (key, held) => (key === "sha256" ? null : held)),
    };
  });

type Named = { readonly name: string; readonly text: string };
const written: Readonly<Record<string, (documents: readonly ExportedDocument[]) => readonly Named[]>> = {
  json: (documents) => [{ name: "all.json", text: jsonOf(documents) }],
  jsonl: (documents) => [{ name: "all.jsonl", text: jsonlOf(documents) }],
  brat: (documents) => writtenFolder(brat, documents),
  labelstudio: (documents) => writtenFolder(labelStudio, documents),
  doccano: (documents) => [{ name: "all.jsonl", text: writtenFile(doccano, documents) }],
};

/** Formats that hold no text: the desk they come to must. */
const positions: typeof written = {
  csv: (documents) =>
    (["claims", "links", "articles"] as const).map((table) => ({
      name: `${table}.csv`,
      text: csvOf(documents, table),
    })),
  webannotation: (documents) => [
    { name: "all.jsonld", text: writtenFile(annotationCollection(), documents) },
  ],
};
/** What was here already, or comes with the texts. */
const there: readonly Fact[] = ["article.text", "article.blocks", "article.title", "article.details"];

describe("from one desk to another and out again", () => {
  it.each(Object.keys(written))("%s keeps everything but what it says it loses", async (format) => {
    const first = await origin();
    const documents = documentsIn(first);
    const files = (written[format]?.(documents) ?? []).map(({ name, text }) => file(name, text));
    const to = await desk();
    await takeIn(to, files, format);
    const kept = cameBack(documents, datasetIn(await exported(to)));
    const lost = facts.filter((fact) => !kept.includes(fact));
    expect(lost).toEqual(losesOf(format));
  });

  it.each(Object.keys(positions))(
    "%s, into a desk that holds the texts, keeps everything but what it says it loses",
    async (format) => {
      const first = await origin();
      const documents = documentsIn(first);
      const to = await desk();
      const texts = documents.map((document) => ({ ...document, claims: [] }));
      await takeIn(to, [file("texts.json", jsonOf(texts))]);
      const files = (positions[format]?.(documents) ?? []).map(({ name, text }) => file(name, text));
      await takeIn(to, files);
      const kept = cameBack(documents, datasetIn(await exported(to)));
      const lost = facts.filter((fact) => !kept.includes(fact));
      expect(lost).toEqual(losesOf(format).filter((fact) => !there.includes(fact)));
    },
  );

  it("json comes out as it went in, but for what stands in an import's own record", async () => {
    const first = await origin();
    const to = await desk();
    await takeIn(to, [file("first.json", first)]);
    const [before, after] = [first, await exported(to)].map(contentsOf);
    expect(after).toEqual(before);
    expect(Object.keys(recordFields).sort()).toEqual([...records].sort());
  });
});

const losesOf = (format: string): readonly Fact[] => {
  const { loses } = Object.entries(formats).find(([name]) => name === format)?.[1] ?? { loses: [] };
  return facts.filter((fact) => loses.some((one) => one === fact));
};

/** Where what is on record about a claim stands in an export; an import writes it anew. */
const recordFields: Readonly<Record<(typeof records)[number], readonly string[]>> = {
  state: ["state", "review"],
  approvals: ["approvals"],
  people: ["createdBy"],
  times: ["createdAt", "updatedAt"],
  revision: ["revision"],
  assessments: ["assessments"],
};

/** Everything of an export that an import takes over: not whose desk it is, nor which version and layer hold it. */
function contentsOf(text: string) {
  const { articles, sources, claims }: Exported = JSON.parse(text);
  const anew = new Set([...Object.values(recordFields).flat(), "versionId", "layerId"]);
  return {
    articles: articles.map(({ version: { id: _, ...version }, ...article }) => ({ ...article, version })),
    sources,
    claims: claims.map((claim) =>
      Object.fromEntries(Object.entries(claim).filter(([name]) => !anew.has(name))),
    ),
  };
}
