import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvRows } from "./csv.ts";

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;

describe("csvRows", () => {
  it("reads plain, quoted and empty cells", () => {
    expect(csvRows('id,text,note\r\n1,"a, ""b""\r\nc",\r\n')).toEqual([
      ["id", "text", "note"],
      ["1", 'a, "b"\r\nc', ""],
    ]);
  });

  it("reads back whatever was written with quotes", () => {
    const table = fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 });
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => `${row.map(quote).join(",")}\r\n`).join("");
        expect(csvRows(text)).toEqual(rows);
      }),
    );
  });
});
