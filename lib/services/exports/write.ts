import { openCsv, writeArticleRow, writeClaimRow, writeDeletedRow, writeLinkRows } from "#core/export/csv.ts";
import {
  closeAnnotationCollection,
  openAnnotationCollection,
  writeAnnotation,
} from "#core/export/web-annotation.ts";
import { claimCount, deletedClaims } from "#lib/db/exports.ts";
import { documents, type Reading, records } from "./reading.ts";
import type { ExportRequest } from "./request.ts";
import { writeJsonDocument, writeJsonLines } from "./write-lines.ts";

type Chunks = AsyncGenerator<string | Uint8Array>;

/** The file as it is asked for, while it is read from the database. */
export function write(reading: Reading, request: ExportRequest): Chunks {
  switch (request.format) {
    case "json":
      return writeJsonDocument(reading);
    case "jsonl":
      return writeJsonLines(reading);
    case "csv":
      return writeCsv(reading, request);
    case "webannotation":
      return writeCollection(reading);
    default:
      throw new Error(`nothing writes ${request.format}`);
  }
}

async function* writeCsv(reading: Reading, { rows = "claims", cells, bom }: ExportRequest): Chunks {
  const { codebook } = reading.header;
  yield openCsv(rows, bom);
  if (rows === "articles") {
    for await (const document of documents({ ...reading, withText: false })) {
      yield writeArticleRow(codebook, document, cells);
    }
    return;
  }
  const row = rows === "claims" ? writeClaimRow : writeLinkRows;
  for await (const record of records(reading)) yield row(codebook, record, cells);
  for await (const id of reading.snapshot.rows(deletedClaims(reading.selection))) {
    reading.tally.deleted += 1;
    yield writeDeletedRow(String(id));
  }
}

async function* writeCollection(reading: Reading): Chunks {
  const { header, snapshot, selection } = reading;
  let total = 0;
  for await (const count of snapshot.rows(claimCount(selection)))
    total = Math.min(Number(count), reading.limit ?? Number(count));
  yield openAnnotationCollection(header, total);
  let isFirst = true;
  for await (const { article, claims, sources, index } of documents(reading)) {
    for (const claim of claims) {
      yield writeAnnotation(header, { claim, article, sources }, index, isFirst);
      isFirst = false;
    }
  }
  yield closeAnnotationCollection(header, total);
}
