import type { ImportProblem, NamedFile, Place } from "./dataset.ts";
import { isCutShort, type JsonObject, listOf, objectOf, parseJson, textOf } from "./loose-json.ts";

/** An annotation as a file has it, and where. */
export type PlacedAnnotation = { readonly value: JsonObject; readonly place: Place };

/** Annotations of all files, and the texts (`.txt`) that came with them. */
export type AnnotationFiles = {
  readonly annotations: readonly PlacedAnnotation[];
  readonly texts: readonly NamedFile[];
};

/**
 * Annotations of collections (with an embedded page), pages, lists, single ones, and of one a line. A collection whose
 * pages are in other files holds none itself. Problems: `bad-json` of a file or a line, `truncated`, `no-annotations`.
 */
export function readAnnotationFiles(files: readonly NamedFile[], problems: ImportProblem[]): AnnotationFiles {
  const texts = files.filter(({ name }) => name.toLowerCase().endsWith(".txt"));
  const annotations = files
    .filter((file) => !texts.includes(file))
    .flatMap((file) => {
      const whole = parseJson(file.text.replace(/^\uFEFF/u, ""));
      return whole === null ? lines(file, problems) : document(file, whole, problems);
    });
  return { annotations, texts };
}

function document({ name }: NamedFile, whole: unknown, problems: ImportProblem[]): PlacedAnnotation[] {
  const items = itemsOf(whole);
  if (items === null) {
    const message = "The file holds no annotation, no page and no collection of the W3C model.";
    problems.push({ file: name, line: null, at: null, code: "no-annotations", message, severity: "file" });
  }
  return (items ?? []).flatMap((item, place) => {
    const value = objectOf(item);
    return value ? [{ value, place: { file: name, line: null, at: `/items/${place}` } }] : [];
  });
}

/** What a value holds, or null where it is nothing of the model. */
function itemsOf(value: unknown): readonly unknown[] | null {
  if (Array.isArray(value)) return value;
  const given = objectOf(value) ?? {};
  const types = namesOf(given.type);
  if (types.includes("AnnotationPage")) return listOf(given.items);
  if (types.includes("AnnotationCollection")) return objectOf(given.first) ? itemsOf(given.first) : [];
  return types.includes("Annotation") || given.target !== undefined ? [given] : null;
}

/** The types or motivations of a thing: one or a list. */
export function namesOf(value: unknown): readonly string[] {
  return (Array.isArray(value) ? value : [value]).flatMap((name) => textOf(name) ?? []);
}

/** One annotation a line; a file that is no JSON in any line is none of ours. */
function lines({ name, text }: NamedFile, problems: ImportProblem[]): PlacedAnnotation[] {
  const found: PlacedAnnotation[] = [];
  const bad: ImportProblem[] = [];
  for (const [at, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const place = { file: name, line: at + 1, at: null };
    const value = objectOf(parseJson(line));
    if (value) found.push({ value, place });
    else bad.push({ ...place, code: "bad-json", message: "The line is no JSON object.", severity: "row" });
  }
  if (found.length > 0) problems.push(...bad);
  else problems.push(unreadable(name, text));
  return found;
}

function unreadable(file: string, text: string): ImportProblem {
  const lines = text.trimEnd().split("\n").length;
  return isCutShort(text)
    ? {
        ...{ file, line: lines, at: null, code: "truncated", severity: "file" },
        message: `The file ends in the middle of things, in line ${lines}: it was cut short.`,
      }
    : { file, line: null, at: null, code: "bad-json", message: "The file is no JSON.", severity: "file" };
}
