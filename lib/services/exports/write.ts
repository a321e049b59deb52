import { openCsv, writeArticleRow, writeClaimRow, writeDeletedRow, writeLinkRows } from "#core/export/csv.ts";
import { deletedClaims } from "#lib/db/exports.ts";
import { exportWorkbook } from "./export-workbook.ts";
import { parquet } from "./parquet.ts";
import { documents, type Reading, records } from "./reading.ts";
import type { ExportRequest } from "./request.ts";
import { passes } from "./write-files.ts";
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
    case "xlsx":
      return exportWorkbook(reading.header, passes(reading, false));
    case "parquet":
      return parquet(reading.header, passes(reading, false)());
    default:
      throw new Error(`nothing writes ${request.format}`);
  }
}

async function* writeCsv(reading: Reading, { rows = "claims", cells, bom }: ExportRequest): Chunks {
  const { codebook } = reading.header;
  yield openCsv(rows, bom);
  if (rows === "articles") {
    for await (const document of documents(reading, false)) yield writeArticleRow(codebook, document, cells);
    return;
  }
  const row = rows === "claims" ? writeClaimRow : writeLinkRows;
  for await (const record of records(reading)) yield row(codebook, record, cells);
  for await (const id of reading.snapshot.rows(deletedClaims(reading.selection))) {
    reading.tally.deleted += 1;
    yield writeDeletedRow(String(id));
  }
}
