import type { Codebook } from "../provenance/codebook.ts";
import { byteOrderMark, type CellGuard, csvRow } from "./csv-row.ts";
import type { ExportedRecord } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";
import { articleCells, claimCells, linkCells, tableColumns } from "./tables.ts";

/** The tables a CSV file may hold; one file holds one. `escaped` stands behind the columns of `tables.ts`, always last. */
export type CsvTable = "claims" | "links" | "articles";

/**
 * The header row of a table, with its CRLF. Always the first line of the file, also of an empty one.
 * `hasBom`: a byte order mark before it, for Excel.
 */
export function openCsv(table: CsvTable, hasBom = false): string {
  const names = [...tableColumns[table].map(({ name }) => name), "escaped"];
  return `${hasBom ? byteOrderMark : ""}${names.join(",")}\r\n`;
}

/** One row for a claim (`claimCells`). */
export function writeClaimRow(
  codebook: Codebook,
  record: ExportedRecord,
  guard: CellGuard = "guarded",
): string {
  return csvRow(claimCells(codebook, record), guard);
}

/** One row for each link of a claim's whole chain, link 1 first; nothing for the article's own voice. */
export function writeLinkRows(
  codebook: Codebook,
  record: ExportedRecord,
  guard: CellGuard = "guarded",
): string {
  return linkCells(codebook, record)
    .map((cells) => csvRow(cells, guard))
    .join("");
}

/** One row for an article, its claims counted by state and by provenance family. */
export function writeArticleRow(
  codebook: Codebook,
  document: Pick<ExportedDocument, "article" | "claims">,
  guard: CellGuard = "guarded",
): string {
  return csvRow(articleCells(codebook, document), guard);
}
