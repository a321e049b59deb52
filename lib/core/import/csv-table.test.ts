import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCsvTable } from "./csv-table.ts";

const cases: readonly {
  readonly name: string;
  readonly text: string;
  readonly rows: readonly (readonly [line: number, ...cells: readonly string[]])[];
  readonly head?: readonly string[];
  readonly unclosed?: number;
}[] = [
  { name: "CR LF", text: "a,b\r\n1,2\r\n", rows: [[2, "1", "2"]] },
  { name: "LF", text: "a,b\n1,2\n", rows: [[2, "1", "2"]] },
  { name: "CR", text: "a,b\r1,2\r", rows: [[2, "1", "2"]] },
  { name: "no line end at the end", text: "a,b\n1,2", rows: [[2, "1", "2"]] },
  { name: "a byte order mark", text: "\uFEFFa,b\n1,2", rows: [[2, "1", "2"]] },
  { name: "semicolons", text: "a;b\n1;2,5", rows: [[2, "1", "2,5"]] },
  { name: "tabs", text: "a\tb\n1\t2,5", rows: [[2, "1", "2,5"]] },
  { name: "one column", text: "a\n1", head: ["a"], rows: [[2, "1"]] },
  { name: "white space around names", text: " a , b\n1, 2", rows: [[2, "1", " 2"]] },
  { name: "empty cells", text: "a,b\n,\n1,", rows: [[3, "1", ""]] },
  { name: "blank lines", text: "\na,b\n\n1,2\n\n", rows: [[4, "1", "2"]] },
  {
    name: "a cell of two lines",
    text: 'a,b\n"1\n2",3\n4,5',
    rows: [
      [2, "1\n2", "3"],
      [4, "4", "5"],
    ],
  },
  {
    name: "a cell of CR LF lines",
    text: 'a,b\r\n"1\r\n2",3\r\n4,5',
    rows: [
      [2, "1\r\n2", "3"],
      [4, "4", "5"],
    ],
  },
  { name: "quotes", text: 'a,b\n"say ""it""",""""', rows: [[2, 'say "it"', '"']] },
  { name: "an empty quoted cell", text: 'a,b\n"",1', rows: [[2, "", "1"]] },
  { name: "a quote inside a bare cell", text: 'a,b\n5" pipe,1', rows: [[2, '5" pipe', "1"]] },
  { name: "words after a closing quote", text: 'a,b\n"1" x,2', rows: [[2, "1 x", "2"]] },
  { name: "a quote that nothing closes", text: 'a,b\n1,2\n3,"4\n5', rows: [[2, "1", "2"]], unclosed: 3 },
  {
    name: "rows of other widths",
    text: "a,b\n1\n1,2,3",
    rows: [
      [2, "1"],
      [3, "1", "2", "3"],
    ],
  },
];

describe("a CSV file", () => {
  it.each(cases)("is taken apart with $name", ({ text, rows, head = ["a", "b"], unclosed = null }) => {
    const table = readCsvTable(text);
    expect(table.head).toEqual(head);
    expect(table.rows.map(({ line, cells }) => [line, ...cells])).toEqual(rows);
    expect(table.unclosed).toBe(unclosed);
  });

  it("is empty where there is nothing", () => {
    expect(readCsvTable("")).toEqual({ head: [], rows: [], separator: ",", unclosed: null });
  });

  it("law: comes back as it was written, with every separator and line end", () => {
    const cell = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\t", " ", "🌧️", "") });
    const separator = fc.constantFrom(",", ";", "\t");
    const lineEnd = fc.constantFrom("\n", "\r\n");
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell)), separator, lineEnd, (rows, between, end) => {
        const quoted = (cells: readonly string[]) =>
          cells.map((one) => `"${one.replaceAll('"', '""')}"`).join(between);
        const text = [["a", "b"], ...rows].map(quoted).join(end);
        const expected = rows.filter(([one, other]) => one !== "" || other !== "");
        expect(readCsvTable(text).rows.map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });

  it("law: any text is read, and every row says a line of it", () => {
    const noise = fc.string({ unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\t", '""') });
    fc.assert(
      fc.property(noise, (text) => {
        const lines = text.split(/\r\n|\r|\n/u).length;
        for (const { line } of readCsvTable(text).rows) expect(line).toBeLessThanOrEqual(lines);
      }),
    );
  });
});
