import type { Cell } from "#core/export/csv-row.ts";
import type { ExportHeader } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import {
  articleCells,
  type Column,
  claimCells,
  linkCells,
  sourceCells,
  tableColumns,
} from "#core/export/tables.ts";
import { familyOf } from "#core/provenance/codebook.ts";
import { type Sheet, workbook } from "./workbook.ts";

/** Documents from the first one on, each time it is asked: a workbook holds one table after the other. */
export type Documents = () => AsyncIterable<ExportedDocument> | Iterable<ExportedDocument>;

/**
 * The export as a workbook: Claims, Links, Articles, Sources and a Legend of what was asked for and what the
 * categories mean. Columns and cells are those of CSV, unguarded: a cell of a workbook is text when it says so.
 */
export function exportWorkbook(header: ExportHeader, documents: Documents): AsyncGenerator<Uint8Array> {
  const { codebook } = header;
  const each = (cells: (document: ExportedDocument) => Iterable<readonly Cell[]>) => rowsOf(documents, cells);
  return workbook([
    sheet(
      "Claims",
      tableColumns.claims,
      each((document) => document.claims.map((claim) => claimCells(codebook, { ...document, claim }))),
    ),
    sheet(
      "Links",
      tableColumns.links,
      each((document) => document.claims.flatMap((claim) => linkCells(codebook, { ...document, claim }))),
    ),
    sheet(
      "Articles",
      tableColumns.articles,
      each((document) => [articleCells(codebook, document)]),
    ),
    sheet("Sources", tableColumns.sources, sourceRows(documents)),
    sheet("Legend", legendColumns, legendRows(header)),
  ]);
}

/** Wider where people read sentences. */
const WIDTHS: Readonly<Record<string, number>> = {
  ...{ text: 60, statement: 50, chain: 50, article_title: 32, title: 32, name: 32, meaning: 80 },
  ...{ label: 32, mention: 30, source_names: 30, first_source: 24, origin_source: 24, url: 32 },
};

function sheet(name: string, columns: readonly Column[], rows: Sheet["rows"]): Sheet {
  const wide = columns.map((column) => {
    const width = WIDTHS[column.name];
    return width === undefined ? column : { ...column, width };
  });
  return { name, columns: wide, rows };
}

async function* rowsOf(
  documents: Documents,
  cells: (document: ExportedDocument) => Iterable<readonly Cell[]>,
): AsyncGenerator<readonly Cell[]> {
  for await (const document of documents()) yield* cells(document);
}

/** Every source once, where it is first met. */
async function* sourceRows(documents: Documents): AsyncGenerator<readonly Cell[]> {
  const seen = new Set<string>();
  for await (const { claims, sources } of documents()) {
    for (const id of claims.flatMap(({ chain }) => chain.flatMap((hop) => hop.sources))) {
      const source = sources.get(id);
      if (!source || seen.has(id)) continue;
      seen.add(id);
      yield sourceCells(source);
    }
  }
}

const legendColumns: readonly Column[] = ["about", "id", "label", "family", "meaning"].map((name) => ({
  name,
  kind: "text",
}));

function legendRows({
  workspace,
  project,
  codebook,
  exportedAt,
  filter,
}: ExportHeader): readonly (readonly Cell[])[] {
  const asked = Object.entries(filter).map(([name, value]) => `${name}: ${value ?? "any"}`);
  const about = (label: string, meaning: string): readonly Cell[] => ["export", null, label, null, meaning];
  return [
    about("Workspace", workspace.name),
    about("Project", project.name),
    about("Approvals needed", String(project.approvalsNeeded)),
    about("Codebook", `${codebook.name}, version ${codebook.version}`),
    about("Exported at", exportedAt),
    about("Asked for", asked.join("; ")),
    about("Offsets", "Unicode code points of the version’s text, from 0, the end not included: 12-40;52-60"),
    about("Times", "RFC 3339 in UTC, as text"),
    about("part", "1 of 3: a text too long for a cell goes on in the rows below"),
    ...codebook.families.map((family): readonly Cell[] => [
      ...["family", family.id, family.label, family.id, family.definition],
    ]),
    ...codebook.categories.map((category): readonly Cell[] => [
      ...["category", category.id, category.label],
      familyOf(codebook, category.id)?.id ?? null,
      category.definition,
    ]),
  ];
}
