import type { ImportedProblem } from "#lib/contracts/annotation-imports.ts";

/** Problems as a table for whoever mends the files; no cell of it is a formula (RFC 4180, ASVS 1.2.10). */
export function problemsCsv(problems: readonly ImportedProblem[]): string {
  const rows = problems.map(({ file, line, at, severity, code, message }) => [
    file,
    line === null ? "" : String(line),
    at ?? "",
    severity,
    code,
    message,
  ]);
  return [["file", "line", "at", "severity", "code", "message"], ...rows]
    .map((row) => `${row.map(cell).join(",")}\r\n`)
    .join("");
}

function cell(value: string): string {
  const isFormula = /^[=+\-@\t\r\uFF0B\uFF0D\uFF1D\uFF20]/u.test(value);
  const text = isFormula ? `'${value}` : value;
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
