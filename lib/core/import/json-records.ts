import type { ImportProblem, NamedFile, Place } from "./dataset.ts";
import { parseJson } from "./json-value.ts";

/** The records of a JSON file, or what is wrong with it or with a line. */
export type JsonRecords = {
  readonly records: readonly { readonly value: unknown; readonly place: Place }[];
  readonly problems: readonly ImportProblem[];
};

/**
 * Records of a file that is a JSON list, one JSON value, or JSON Lines. Not even a first line that can be read is
 * `not-json` of the file; any other line is one of its row. Blank lines are passed over.
 */
export function jsonRecords({ name, text }: NamedFile): JsonRecords {
  const place = { file: name, line: null, at: null };
  const whole = parseJson(text.replace(/^\uFEFF/u, ""));
  if (!whole.ok) return linesOf(name, text.replace(/^\uFEFF/u, ""));
  if (!Array.isArray(whole.value)) return { records: [{ value: whole.value, place }], problems: [] };
  const list: readonly unknown[] = whole.value;
  return { records: list.map((value, at) => ({ value, place: { ...place, at: `/${at}` } })), problems: [] };
}

function linesOf(file: string, text: string): JsonRecords {
  const records: { value: unknown; place: Place }[] = [];
  const problems: ImportProblem[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = { file, line: at + 1, at: null };
    const parsed = parseJson(line);
    if (parsed.ok) records.push({ value: parsed.value, place });
    else {
      const severity = records.length === 0 ? "file" : "row";
      problems.push({ ...place, code: "not-json", message: parsed.message, severity });
      if (severity === "file") return { records, problems };
    }
  }
  if (records.length === 0) {
    const message = "The file is empty.";
    problems.push({ file, line: null, at: null, code: "empty-file", message, severity: "file" });
  }
  return { records, problems };
}
