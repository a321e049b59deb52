import { expect, it } from "vitest";
import { problemsCsv } from "./problems-csv.ts";

it("writes a row a problem, quoted where it must be, and no formula", () => {
  const problem = { file: "=a.ann", line: 3, at: null, code: "bad-span", severity: "row" } as const;
  const text = problemsCsv([
    { ...problem, message: 'It says "so", twice' },
    { ...problem, file: "b.ann", line: null, at: "T1", message: "-1 is no offset" },
  ]);
  expect(text.split("\r\n")).toEqual([
    "file,line,at,severity,code,message",
    `'=a.ann,3,,row,bad-span,"It says ""so"", twice"`,
    "b.ann,,T1,row,bad-span,'-1 is no offset",
    "",
  ]);
});
