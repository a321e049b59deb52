import { annotationCollection, annotationLines, annotationPages } from "#core/export/annotations.ts";
import { brat } from "#core/export/brat.ts";
import { cas } from "#core/export/cas.ts";
import { cofenet, conll } from "#core/export/conll.ts";
import { openCsv, writeArticleRow, writeClaimRow, writeDeletedRow, writeLinkRows } from "#core/export/csv.ts";
import { doccano } from "#core/export/doccano.ts";
import { labelStudio } from "#core/export/label-studio.ts";
import { provFile } from "#core/export/prov.ts";
import { htmlReport } from "#core/export/report.ts";
import { deletedClaims } from "#lib/db/exports.ts";
import { exportWorkbook } from "./export-workbook.ts";
import { parquet } from "./parquet.ts";
import { documents, type Reading, records } from "./reading.ts";
import type { ExportRequest } from "./request.ts";
import { passes, writeFile, writeFolder, writeTexts } from "./write-files.ts";
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
    case "webannotation":
      return writeAnnotations(reading, request);
    case "prov":
      return writeFile(reading, provFile);
    case "html":
      return writeFile(reading, htmlReport);
    case "brat":
      return writeFolder(reading, brat);
    case "labelstudio":
      return writeFolder(reading, labelStudio);
    case "cas":
      return writeFolder(reading, cas);
    case "doccano":
      return writeFile(reading, doccano);
    case "conll":
      return writeFile(reading, request.columns === "cofenet" ? cofenet : conll);
  }
}

function writeAnnotations(reading: Reading, { shape }: ExportRequest): Chunks {
  if (shape === "pages") return writeTexts(reading, annotationPages(reading.header, passes(reading)()));
  return writeFile(reading, shape === "lines" ? annotationLines : annotationCollection());
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
