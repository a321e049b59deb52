import { openCsv, writeClaimRow, writeLinkRows } from "#core/export/csv.ts";
import type {
  ExportedArticle,
  ExportedClaim,
  ExportedRecord,
  ExportedSource,
  ExportHeader,
} from "#core/export/dataset.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection, writeJson } from "#core/export/json.ts";
import {
  closeAnnotationCollection,
  openAnnotationCollection,
  writeAnnotation,
} from "#core/export/web-annotation.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { exportStatements, Snapshot } from "#lib/db/exports.ts";
import { type ClaimJson, exportedClaim, instant } from "./record.ts";

export type Reading = {
  readonly snapshot: Snapshot;
  readonly statements: ReturnType<typeof exportStatements>;
  readonly header: ExportHeader;
  readonly withText: boolean;
};

/** The lossless document: articles, sources, then claims. */
export async function* writeJsonDocument(reading: Reading): AsyncGenerator<string> {
  yield openJson(reading.header);
  yield* section("articles", articlesOf(reading, reading.withText));
  yield* section("sources", sourcesOf(reading));
  yield* section("claims", claimsOnly(reading));
  yield closeJson();
}

async function* section(
  name: "articles" | "sources" | "claims",
  records: AsyncIterable<ExportedArticle | ExportedSource | ExportedClaim>,
): AsyncGenerator<string> {
  yield openJsonSection(name);
  let isFirst = true;
  for await (const record of records) {
    yield writeJson(record, isFirst);
    isFirst = false;
  }
  yield closeJsonSection();
}

export async function* writeCsvTable(reading: Reading, rows: "claims" | "links"): AsyncGenerator<string> {
  const { codebook } = reading.header;
  const write = rows === "claims" ? writeClaimRow : writeLinkRows;
  yield openCsv(rows);
  for await (const { record } of recordsOf(reading)) yield write(codebook, record);
}

export async function* writeAnnotations(reading: Reading, total: number): AsyncGenerator<string> {
  yield openAnnotationCollection(reading.header, total);
  let isFirst = true;
  for await (const { record, index } of recordsOf(reading)) {
    yield writeAnnotation(reading.header, record, index, isFirst);
    isFirst = false;
  }
  yield closeAnnotationCollection(reading.header, total);
}

async function* claimsOnly(reading: Reading): AsyncGenerator<ExportedClaim> {
  for await (const { record } of recordsOf(reading)) yield record.claim;
}

/** Claims with their article and sources. Claims come article by article, so one text is held at a time. */
async function* recordsOf(
  reading: Reading,
): AsyncGenerator<{ record: ExportedRecord; index: CodePointIndex | null }> {
  const sources = new Map<string, ExportedSource>();
  for await (const source of sourcesOf(reading)) sources.set(source.id, source);
  const articles = new Map<string, ExportedArticle>();
  for await (const article of articlesOf(reading, false)) articles.set(article.version.id, article);
  let heldVersion = "";
  let index: CodePointIndex | null = null;
  for await (const row of reading.snapshot.stream(reading.statements.claims, reading.statements.values)) {
    const claim = row as ClaimJson; // What the statement's json_build_object spells out.
    const article = articles.get(claim.versionId);
    if (!article) throw new Error("a claim's version is not in its own snapshot");
    if (reading.withText && heldVersion !== claim.versionId) {
      heldVersion = claim.versionId;
      index = new CodePointIndex(await reading.snapshot.text(claim.versionId));
    }
    yield { record: { claim: exportedClaim(claim, index), article, sources }, index };
  }
}

async function* articlesOf(reading: Reading, withText: boolean): AsyncGenerator<ExportedArticle> {
  const statement = reading.statements.articles(withText);
  for await (const row of reading.snapshot.stream(statement, reading.statements.values)) {
    const article = row as ExportedArticle; // What the statement's json_build_object spells out.
    yield { ...article, publishedAt: article.publishedAt && instant(article.publishedAt) };
  }
}

async function* sourcesOf(reading: Reading): AsyncGenerator<ExportedSource> {
  for await (const row of reading.snapshot.stream(reading.statements.sources, reading.statements.values)) {
    yield row as ExportedSource; // What the statement's json_build_object spells out.
  }
}
