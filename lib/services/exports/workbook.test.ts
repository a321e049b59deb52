import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Cell } from "#core/export/csv-row.ts";
import { header, nastyRecords } from "#core/export/export.cases.ts";
import { csvOf } from "#core/export/own-files.cases.ts";
import { tableColumns } from "#core/export/tables.ts";
import { readCsvTable } from "#core/import/csv-table.ts";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { officeIsMissing, openedByOffice } from "../../../tests/support/office.ts";
import { exportWorkbook } from "./export-workbook.ts";
import { type Sheet, workbook } from "./workbook.ts";

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of chunks) pieces.push(piece);
  return Buffer.concat(pieces);
}

const sheetOf = (rows: Sheet["rows"], name = "Claims"): Sheet => ({
  name,
  columns: [
    { name: "id", kind: "text" },
    { name: "value", kind: "text" },
  ],
  rows,
});

type ReadSheet = { readonly name: string; readonly xml: string; readonly rows: readonly (readonly Cell[])[] };

/** A reader of its own: names of sheets, and cells by their place, of the kind they say they are. */
function sheetsOf(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzipSync(bytes);
  const text = (name: string) => new TextDecoder().decode(files[name] ?? new Uint8Array());
  const names = [...text("xl/workbook.xml").matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/gu)];
  return names.map(([, name = "", id]) => {
    const xml = text(`xl/worksheets/sheet${id}.xml`);
    const rows = [...xml.matchAll(/<row r="\d+">(.*?)<\/row>/gsu)].map(([, cells = ""]) => cellsOf(cells));
    return { name, xml, rows };
  });
}

function cellsOf(xml: string): readonly Cell[] {
  const row: Cell[] = [];
  for (const [, letters = "", kind, inner = ""] of xml.matchAll(
    /<c r="([A-Z]+)\d+"(?: s="\d")?(?: t="(\w+)")?>(.*?)<\/c>/gsu,
  )) {
    const place = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
    while (row.length < place) row.push(null);
    const value = inner.replace(/<[^>]*>/gu, "");
    row.push(kind === "inlineStr" ? unescaped(value) : kind === "b" ? value === "1" : Number(value));
  }
  return row;
}

function unescaped(xml: string): string {
  return xml
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&")
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}

const filled = (row: readonly Cell[], width: number) =>
  Array.from({ length: width }, (_, place) => row[place] ?? null);

describe("a workbook", () => {
  it.each([
    "It rained.",
    "=1+1",
    '=HYPERLINK("x")',
    "+41",
    "-1",
    "@desk",
    "\t=1",
    "＝1",
    "'=1",
    "<b>&amp;</b>",
    'say "it"',
    " spaces ",
    "two\nlines",
    "CR\rand\r\nboth",
    "\u0001control\u001f",
    "_x0041_ and _x000D_",
    "_x_",
    "🌧️ שלום 下雨",
    "\uFFFE",
  ])("holds %j as that text, and as nothing else", async (text) => {
    const [sheet] = sheetsOf(await bytesOf(workbook([sheetOf([["a", text]])])));
    expect(sheet?.rows[1]).toEqual(["a", text]);
    expect(sheet?.xml).not.toMatch(/<f[ >]/u);
  });

  it("keeps numbers and truth values as such, and leaves nothing where there is nothing", async () => {
    const rows = [
      ["a", 0],
      ["b", -7],
      [null, true],
      ["c", false],
      ["d", null],
      ["e", ""],
    ];
    const [sheet] = sheetsOf(await bytesOf(workbook([sheetOf(rows)])));
    expect(sheet?.rows.slice(1)).toEqual([["a", 0], ["b", -7], [null, true], ["c", false], ["d"], ["e"]]);
  });

  it("freezes the head, and puts filters on all of it", async () => {
    const [sheet] = sheetsOf(await bytesOf(workbook([sheetOf([["a", "b"]])])));
    expect(sheet?.xml).toContain(
      '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    );
    expect(sheet?.xml).toContain('<autoFilter ref="A1:C2"/>');
    expect(sheet?.rows[0]).toEqual(["id", "value", "part"]);
  });

  it("marks what begins like a formula, so that it stays text when it is edited", async () => {
    const [sheet] = sheetsOf(await bytesOf(workbook([sheetOf([["=a", "b"]])])));
    expect(sheet?.xml).toContain('<c r="A2" s="2" t="inlineStr">');
    expect(sheet?.xml).toContain('<c r="B2" t="inlineStr">');
  });

  it("goes on in rows below where a text is too long for a cell, and cuts no character", async () => {
    const long = `${"x".repeat(32_766)}🌧️${"y".repeat(40_000)}`;
    const [sheet] = sheetsOf(
      await bytesOf(
        workbook([
          sheetOf([
            ["a", long],
            ["b", "short"],
          ]),
        ]),
      ),
    );
    const rows = sheet?.rows.slice(1) ?? [];
    expect(rows.map((row) => [row[0], row[2]])).toEqual([
      ["a", "1 of 3"],
      ["a", "2 of 3"],
      ["a", "3 of 3"],
      ["b", undefined],
    ]);
    const pieces = rows.slice(0, 3).map((row) => String(row[1]));
    expect(pieces.join("")).toBe(long);
    for (const piece of pieces) {
      expect(piece.length).toBeLessThanOrEqual(32_767);
      expect(piece.isWellFormed()).toBe(true);
    }
  });

  it.each([
    [0, 1],
    [1, 1],
    [4, 1],
    [5, 2],
    [8, 2],
    [9, 3],
  ])("puts %i rows on %i sheets where a sheet holds four and a head", async (count, expected) => {
    const rows = Array.from({ length: count }, (_, place): readonly Cell[] => [`r${place}`, place]);
    const sheets = sheetsOf(await bytesOf(workbook([sheetOf(rows), sheetOf([], "Links")], 5)));
    expect(sheets.map(({ name }) => name)).toEqual([
      ...["Claims", "Claims 2", "Claims 3"].slice(0, expected),
      "Links",
    ]);
    expect(sheets.flatMap((sheet) => sheet.rows.slice(1))).toEqual(rows);
  });

  it("asks for rows as they are written, and gives them back when nobody takes the rest", async () => {
    let asked = 0;
    let isClosed = false;
    async function* rows(): AsyncGenerator<readonly Cell[]> {
      try {
        for (; asked < 1_000_000; asked += 1) yield [`r${asked}`, `${Math.sin(asked)}`.repeat(10)];
      } finally {
        isClosed = true;
      }
    }
    let size = 0;
    for await (const piece of workbook([sheetOf(rows())])) {
      size += piece.length;
      if (size > 200_000) break;
    }
    expect(asked).toBeLessThan(100_000);
    await expect.poll(() => isClosed).toBe(true);
  });

  it("is the same for the same rows", async () => {
    const one = await bytesOf(exportWorkbook(header, () => hardDocuments));
    expect(one.equals(await bytesOf(exportWorkbook(header, () => hardDocuments)))).toBe(true);
  });
});

describe("the export as a workbook", () => {
  const nasty = nastyRecords.map((draft) => {
    const { record, index } = recordOf(draft);
    return { ...record, claims: [record.claim], index };
  });

  it.each([
    { name: "hard documents", documents: hardDocuments },
    { name: "nasty records", documents: nasty },
    { name: "nothing", documents: [] },
  ])("has the cells that a raw CSV has, for $name", async ({ documents }) => {
    const sheets = sheetsOf(await bytesOf(exportWorkbook(header, () => documents)));
    expect(sheets.map(({ name }) => name)).toEqual(["Claims", "Links", "Articles", "Sources", "Legend"]);
    for (const [place, table] of (["claims", "links", "articles"] as const).entries()) {
      const { head, rows } = readCsvTable(csvOf(documents, table, "raw"));
      const width = head.length - 1;
      const read = sheets[place]?.rows.map((row) => filled(row, width).map((cell) => String(cell ?? "")));
      expect(read).toEqual([head.slice(0, -1), ...rows.map(({ cells }) => cells.slice(0, -1))]);
    }
  });

  it("lists each source once, and only those that are leant on", async () => {
    const [, , , sources] = sheetsOf(
      await bytesOf(exportWorkbook(header, () => [...hardDocuments, ...nasty])),
    );
    expect(sources?.rows[0]?.slice(0, -1)).toEqual(tableColumns.sources.map(({ name }) => name));
    expect(
      sources?.rows
        .slice(1)
        .map(([id]) => id)
        .sort(),
    ).toEqual(["s1", "s2", "s3"]);
  });

  it("says in its legend what was asked for and what every category means", async () => {
    const legend = sheetsOf(await bytesOf(exportWorkbook(header, () => []))).at(-1);
    const meanings = legend?.rows.map((row) => row.at(-1)) ?? [];
    expect(meanings).toContain("Sourceline 1, version 1");
    expect(meanings).toContain("state: approved");
    for (const { definition } of header.codebook.categories) expect(meanings).toContain(definition);
  });

  const skipped = officeIsMissing === null ? "" : ` (skipped: ${officeIsMissing})`;
  it.skipIf(officeIsMissing !== null)(
    `opens in LibreOffice with every cell as it was${skipped}`,
    async () => {
      const bytes = await bytesOf(exportWorkbook(header, () => hardDocuments));
      const csv = openedByOffice(
        "claims.xlsx",
        bytes,
        "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,1",
        "claims-Claims.csv",
      );
      const expected = readCsvTable(csvOf(hardDocuments, "claims", "raw"));
      const read = readCsvTable(csv);
      expect(read.head.slice(0, -1)).toEqual(expected.head.slice(0, -1));
      const statements = ({ head, rows }: typeof read) =>
        rows.map(({ cells }) => [
          cells[head.indexOf("claim_id")],
          cells[head.indexOf("statement")],
          cells[head.indexOf("text")],
          cells[head.indexOf("start")],
        ]);
      expect(statements(read)).toEqual(statements(expected));
    },
    90_000,
  );

  it.skipIf(officeIsMissing !== null)(
    `opens a CSV in LibreOffice without a formula${skipped}`,
    () => {
      const bytes = new TextEncoder().encode(csvOf([...hardDocuments, ...nasty], "claims"));
      const xml = openedByOffice("claims.csv", bytes, "fods", "claims.fods");
      expect(xml).toContain("HYPERLINK");
      expect(xml).not.toContain("table:formula");
      const raw = new TextEncoder().encode(csvOf(hardDocuments, "claims", "raw"));
      expect(openedByOffice("claims.csv", raw, "fods", "claims.fods")).toContain("table:formula");
    },
    90_000,
  );
});
