import { type Cell, isFormula } from "#core/export/csv-row.ts";
import type { Column } from "#core/export/tables.ts";
import { type ZipEntry, zipped } from "./zip.ts";

/** One table of a workbook. Its rows are asked for once, when its turn comes. */
export type Sheet = {
  /** At most 31 letters, none of `[]:*?/\`. */
  readonly name: string;
  readonly columns: readonly (Column & { readonly width?: number })[];
  readonly rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>;
};

/** Rows a sheet can hold, its head counted, and UTF-16 units a cell can (Excel's limits). */
const MOST_ROWS = 1_048_576;
const MOST_UNITS = 32_767;

/**
 * A workbook (ECMA-376, SpreadsheetML) with one sheet a table: the head frozen, filters on it, cells of their own kind.
 * Text is always text, never a formula; what begins like one is marked so that it stays text when somebody edits it.
 * Times are text as they stand in every other format (RFC 3339, UTC): they sort as they should, and no program moves
 * them to its own zone. A text too long for a cell goes on in rows below, whose first cell repeats the row's and whose
 * last, `part`, says which part of how many it is. A table too long for a sheet goes on in another, `Claims 2`.
 * One row is held at a time.
 */
export function workbook(sheets: readonly Sheet[], mostRows = MOST_ROWS): AsyncGenerator<Uint8Array> {
  return zipped(parts(sheets, mostRows));
}

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";
const OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml";

/** The list of sheets comes last: how many there are is known when all rows are out. */
async function* parts(sheets: readonly Sheet[], mostRows: number): AsyncGenerator<ZipEntry> {
  yield { name: "[Content_Types].xml", chunks: [contentTypes] };
  yield { name: "_rels/.rels", chunks: [relations([["rId1", "officeDocument", "xl/workbook.xml"]])] };
  yield { name: "xl/styles.xml", chunks: [styles] };
  const names: string[] = [];
  for (const sheet of sheets) {
    const rows = new Rows(splitLong(sheet.rows));
    try {
      for (let nth = 1; nth === 1 || (await rows.hasMore()); nth += 1) {
        names.push(nth === 1 ? sheet.name : `${sheet.name.slice(0, 24)} ${nth}`);
        yield { name: `xl/worksheets/sheet${names.length}.xml`, chunks: sheetXml(sheet, rows, mostRows) };
      }
    } finally {
      await rows.close();
    }
  }
  yield { name: "xl/workbook.xml", chunks: [workbookXml(names)] };
  const files = names.map(
    (_, place) => [`rId${place + 1}`, "worksheet", `worksheets/sheet${place + 1}.xml`] as const,
  );
  const all = [...files, [`rId${names.length + 1}`, "styles", "styles.xml"] as const];
  yield { name: "xl/_rels/workbook.xml.rels", chunks: [relations(all)] };
}

/** Rows of which one can be looked at before it is taken, so that no empty sheet is begun. */
class Rows {
  readonly #rows: AsyncIterator<readonly Cell[]>;
  #next: Promise<IteratorResult<readonly Cell[]>> | null = null;

  constructor(rows: AsyncGenerator<readonly Cell[]>) {
    this.#rows = rows;
  }

  async hasMore(): Promise<boolean> {
    this.#next ??= this.#rows.next();
    return !(await this.#next).done;
  }

  async take(): Promise<readonly Cell[]> {
    this.#next ??= this.#rows.next();
    const { value } = await this.#next;
    this.#next = null;
    return value;
  }

  async close(): Promise<void> {
    await this.#rows.return?.();
  }
}

async function* sheetXml(sheet: Sheet, rows: Rows, mostRows: number): AsyncGenerator<string> {
  const columns = [...sheet.columns, { name: "part", kind: "text" as const }];
  const widths = columns.map(
    ({ width = 16 }, place) =>
      `<col min="${place + 1}" max="${place + 1}" width="${width}" customWidth="1"/>`,
  );
  yield `${HEAD}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join("")}</cols><sheetData>`;
  yield rowXml(
    1,
    columns.map(({ name }) => name),
    STYLE.head,
  );
  let count = 1;
  while (count < mostRows && (await rows.hasMore())) {
    count += 1;
    yield rowXml(count, await rows.take(), STYLE.plain);
  }
  yield `</sheetData><autoFilter ref="A1:${letters(columns.length)}${count}"/></worksheet>`;
}

/** Places in `cellXfs` of the styles below. */
const STYLE = { plain: 0, head: 1, quoted: 2 } as const;

function rowXml(row: number, cells: readonly Cell[], style: number): string {
  return `<row r="${row}">${cells.map((cell, place) => cellXml(`${letters(place + 1)}${row}`, cell, style)).join("")}</row>\n`;
}

function cellXml(at: string, cell: Cell, style: number): string {
  if (cell === null || cell === "") return "";
  const s = style === STYLE.plain ? "" : ` s="${style}"`;
  if (typeof cell === "number") return `<c r="${at}"${s}><v>${cell}</v></c>`;
  if (typeof cell === "boolean") return `<c r="${at}"${s} t="b"><v>${cell ? 1 : 0}</v></c>`;
  const own = isFormula(cell) ? ` s="${STYLE.quoted}"` : s;
  return `<c r="${at}"${own} t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** A, B, …, Z, AA: the column's name. */
function letters(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? letters(rest) : "") + String.fromCharCode(65 + ((column - 1) % 26));
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/**
 * Text as SpreadsheetML writes it: what XML cannot hold stands as `_xHHHH_` (22.9.2.19), and so does the underscore of
 * a text that would be taken for such a thing.
 */
function escaped(text: string): string {
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/gu, "_x005F_")
    .replace(/[&<>"]/gu, (sign) => ENTITIES[sign] ?? sign)
    .replace(/[^\t\n\x20-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, (sign) => {
      const code = sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
      return `_x${code}_`;
    });
}

/** Each row with its `part`, empty; a row with a text too long for a cell, and those in which the text goes on. */
async function* splitLong(
  rows: AsyncIterable<readonly Cell[]> | Iterable<readonly Cell[]>,
): AsyncGenerator<readonly Cell[]> {
  for await (const row of rows) {
    const isLong = row.some((cell) => typeof cell === "string" && cell.length > MOST_UNITS);
    if (isLong) yield* continued(row);
    else yield [...row, null];
  }
}

function continued(row: readonly Cell[]): readonly (readonly Cell[])[] {
  const pieces = row.map((cell) => (typeof cell === "string" ? pieced(cell) : [cell]));
  const count = Math.max(...pieces.map(({ length }) => length));
  return Array.from({ length: count }, (_, nth) => [
    ...pieces.map((cell, place) => cell[nth] ?? (place === 0 ? (cell[0] ?? null) : null)),
    `${nth + 1} of ${count}`,
  ]);
}

/** Pieces that fit a cell; none ends within a character. */
function pieced(text: string): readonly string[] {
  const pieces: string[] = [];
  for (let start = 0; start < text.length || start === 0; ) {
    let end = Math.min(start + MOST_UNITS, text.length);
    if (end < text.length && /[\uDC00-\uDFFF]/.test(text.charAt(end))) end -= 1;
    pieces.push(text.slice(start, end));
    start = Math.max(end, 1);
  }
  return pieces;
}

const contentTypes = `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="${OFFICE}.worksheet+xml"/><Override PartName="/xl/workbook.xml" ContentType="${OFFICE}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${OFFICE}.styles+xml"/></Types>`;

/** Plain; bold on grey for heads; plain, but a leading sign stays text when the cell is edited. */
const styles = `${HEAD}<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE9E7E1"/><bgColor indexed="64"/></patternFill></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1"/><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

function relations(all: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const each = all.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  );
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${each.join("")}</Relationships>`;
}

function workbookXml(names: readonly string[]): string {
  const each = names.map(
    (name, place) => `<sheet name="${escaped(name)}" sheetId="${place + 1}" r:id="rId${place + 1}"/>`,
  );
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets>${each.join("")}</sheets></workbook>`;
}
