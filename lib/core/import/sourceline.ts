import { jsonFormat } from "../export/json.ts";
import type { DatasetReader, ImportProblem, NamedFile, Place } from "./dataset.ts";
import { isCutShort, type JsonObject, listOf, objectOf, parseJson, textOf } from "./loose-json.ts";
import { type PlacedRecord, type Records, readSourcelineRecords } from "./sourceline-dataset.ts";

type Lists = { readonly [K in keyof Records]: PlacedRecord[] };
type Reader = (file: NamedFile, into: Lists, problems: ImportProblem[]) => void;

/**
 * Reads the JSON document "sourceline/1", several files together. Problems of a file: `bad-json`, `truncated` (with the
 * line where it ends), `not-sourceline`, `unknown-version`, `missing-section`; of a record, those of `readSourcelineRecords`. Files of
 * positions only give articles without text. Loses nothing of what a claim says; states, people and times are history.
 */
export const readSourcelineJson: DatasetReader = (files) => readAll(files, readDocument);

/**
 * Reads the same as JSON Lines. A file without its last line is read as far as it goes, with a note `truncated` that
 * names the line; a line that is no JSON is left out (`bad-json`). Deleted claims are not taken in: a note says so.
 */
export const readSourcelineJsonl: DatasetReader = (files) => readAll(files, readLines);

function readAll(files: readonly NamedFile[], read: Reader): ReturnType<DatasetReader> {
  const lists: Lists = { articles: [], sources: [], claims: [] };
  const problems: ImportProblem[] = [];
  for (const file of files) read(file, lists, problems);
  return readSourcelineRecords(lists, problems);
}

const readDocument: Reader = ({ name, text }, into, problems) => {
  const document = objectOf(parseJson(withoutMark(text)));
  const file = (line: number | null, code: string, message: string) =>
    problems.push({ file: name, line, at: null, code, message, severity: "file" });
  if (!document && isCutShort(text)) {
    const lines = text.trimEnd().split("\n").length;
    file(lines, "truncated", `The file ends in the middle of things, in line ${lines}: it was cut short.`);
  } else if (!document) file(null, "bad-json", "The file is no JSON object.");
  else if (!isOurs(document.format)) file(null, ...strange(document.format));
  else {
    for (const section of sectionNames) takeSection(document, section, name, into, problems);
    for (const at of listOf(document.deleted).keys())
      problems.push(deletedClaim({ file: name, line: null, at: `/deleted/${at}` }));
  }
};

/** What an export of changes says of claims that it holds no more. */
function deletedClaim(place: Place): ImportProblem {
  const message = "A claim that is gone; an import takes nothing away.";
  return { ...place, code: "deleted-claim", message, severity: "note" };
}

const sectionNames = ["articles", "sources", "claims"] as const;

function takeSection(
  document: JsonObject,
  section: (typeof sectionNames)[number],
  file: string,
  into: Lists,
  problems: ImportProblem[],
): void {
  const place = (at: string): Place => ({ file, line: null, at });
  if (!Array.isArray(document[section])) {
    const message = `The file has no list of ${section}.`;
    problems.push({ ...place(`/${section}`), code: "missing-section", message, severity: "file" });
  }
  for (const [at, value] of listOf(document[section]).entries())
    into[section].push({ value, place: place(`/${section}/${at}`) });
}

const readLines: Reader = ({ name, text }, into, problems) => {
  const lines = withoutMark(text).split("\n");
  const counts = { articles: 0, sources: 0, claims: 0, deleted: 0 };
  let last: JsonObject | null = null;
  let lastLine = 1;
  for (const [at, line] of lines.entries()) {
    if (line.trim() === "") continue;
    const value = objectOf(parseJson(line));
    const place = { file: name, line: at + 1, at: null };
    const isFirst = lastLine === 1 && last === null;
    if (isFirst && !isOurs(value?.format)) {
      const [code, message] = strange(value?.format);
      problems.push({ ...place, code, message, severity: "file" });
      return;
    }
    if (value) last = value;
    lastLine = at + 1;
    takeLine(value, place, { into, counts, problems });
  }
  if (last?.type !== "end") {
    const message = `The file ends after line ${lastLine} without its last line: it was cut short.`;
    problems.push({ file: name, line: lastLine, at: null, code: "truncated", message, severity: "note" });
  } else if (Object.entries(counts).some(([key, count]) => objectOf(last.counts)?.[key] !== count)) {
    const message = "The last line counts other records than the file holds.";
    problems.push({ file: name, line: lastLine, at: null, code: "counts-differ", message, severity: "note" });
  }
};

const sections = { article: "articles", source: "sources", claim: "claims" } as const;
type Counts = Record<"articles" | "sources" | "claims" | "deleted", number>;
type Taking = { readonly into: Lists; readonly counts: Counts; readonly problems: ImportProblem[] };

function takeLine(value: JsonObject | null, place: Place, { into, counts, problems }: Taking): void {
  const problem = (code: string, message: string, severity: "row" | "note") =>
    problems.push({ ...place, code, message, severity });
  const type = value === null ? null : textOf(value.type);
  if (value === null) problem("bad-json", "The line is no JSON object; it is left out.", "row");
  else if (type === "article" || type === "source" || type === "claim") {
    const { type: _, sourceType, ...own } = value;
    counts[sections[type]] += 1;
    into[sections[type]].push({ value: type === "source" ? { ...own, type: sourceType } : own, place });
  } else if (type === "deleted") {
    counts.deleted += 1;
    problems.push(deletedClaim(place));
  } else if (type !== "header" && type !== "end") {
    problem("unknown-type", "A line of a type that is not known here; it is left out.", "note");
  }
}

const isOurs = (format: unknown) => format === jsonFormat;

/** Why a file of another format is not read. */
function strange(format: unknown): [code: string, message: string] {
  const name = textOf(format);
  if (name?.startsWith("sourceline/")) {
    return ["unknown-version", `The file is “${name.slice(0, 40)}”; “${jsonFormat}” can be read here.`];
  }
  return ["not-sourceline", `The file does not say that it is “${jsonFormat}”.`];
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
