import { type CsvTable, openCsv, writeArticleRow, writeClaimRow, writeLinkRows } from "./csv.ts";
import type { ExportedSource } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";
import { header } from "./export.cases.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection, writeJson } from "./json.ts";
import { closeJsonl, openJsonl, writeDeletedLine, writeJsonl } from "./jsonl.ts";

/** Documents in the order of the database: every source once. */
const sourcesOf = (documents: readonly ExportedDocument[]): readonly ExportedSource[] => [
  ...new Map(documents.flatMap(({ sources }) => [...sources])).values(),
];

/** The whole file of "sourceline/1". */
export function jsonOf(documents: readonly ExportedDocument[]): string {
  const section = (
    name: "articles" | "sources" | "claims",
    records: readonly Parameters<typeof writeJson>[0][],
  ) =>
    openJsonSection(name) +
    records.map((record, place) => writeJson(record, place === 0)).join("") +
    closeJsonSection();
  return [
    openJson(header),
    section(
      "articles",
      documents.map(({ article }) => article),
    ),
    section("sources", sourcesOf(documents)),
    section(
      "claims",
      documents.flatMap(({ claims }) => claims),
    ),
    closeJson(),
  ].join("");
}

/** The same as lines, and those of claims that are gone. */
export function jsonlOf(documents: readonly ExportedDocument[], deleted: readonly string[] = []): string {
  const sources = sourcesOf(documents);
  const claims = documents.flatMap((document) => document.claims);
  return [
    openJsonl(header),
    ...documents.map(({ article }) => writeJsonl({ type: "article", record: article })),
    ...sources.map((source) => writeJsonl({ type: "source", record: source })),
    ...claims.map((claim) => writeJsonl({ type: "claim", record: claim })),
    ...deleted.map(writeDeletedLine),
    closeJsonl({
      articles: documents.length,
      sources: sources.length,
      claims: claims.length,
      deleted: deleted.length,
    }),
  ].join("");
}

/** One table of CSV. */
export function csvOf(
  documents: readonly ExportedDocument[],
  table: CsvTable,
  guard: "guarded" | "raw" = "guarded",
): string {
  const { codebook } = header;
  const rows = documents.flatMap((document) => {
    if (table === "articles") return [writeArticleRow(codebook, document, guard)];
    const write = table === "claims" ? writeClaimRow : writeLinkRows;
    return document.claims.map((claim) => write(codebook, { ...document, claim }, guard));
  });
  return openCsv(table) + rows.join("");
}

/** As where quoted text is left out: no text, no words of any span. */
export function withoutWords(document: ExportedDocument): ExportedDocument {
  const silent = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value), (key, inner) => (key === "exact" || key === "text" ? null : inner));
  return { ...document, index: null, article: silent(document.article), claims: silent(document.claims) };
}
