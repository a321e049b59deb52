import { type ArticleText, readArticleText } from "./article-text.ts";
import type { DatasetReader, ImportProblem, Place, ReadOptions } from "./dataset.ts";
import { DatasetDraft } from "./draft.ts";
import { jsonRecords } from "./json-records.ts";
import { field, idOf, isRecord, items, words } from "./json-value.ts";
import { Results } from "./label-studio-results.ts";
import { tiedGraph } from "./tied-graph.ts";
import { articleOf, sourceOf } from "./values.ts";

/**
 * Reads Label Studio tasks, as a JSON list or a task a line (https://labelstud.io/guide/task_format). Offsets should be
 * code points, but versions slipped: of code points and UTF-16 units the one counts whose words are those quoted.
 * Labels are roles by `roleOf`, a label that is none marks a claim. Each annotation is one annotator's; where a task has
 * only one and no name, nobody is named. Predictions are left out.
 */
export const readLabelStudio: DatasetReader = (files, options = {}) => {
  const all = new DatasetDraft();
  for (const file of files.filter(({ name }) => /\.jsonl?$/iu.test(name))) {
    const { records, problems } = jsonRecords(file);
    all.report(problems);
    for (const [at, { value, place }] of records.entries()) {
      readTask(all, value, `${file.name}#${at + 1}`, place, options);
    }
  }
  return all.read();
};

function readTask(all: DatasetDraft, task: unknown, key: string, place: Place, options: ReadOptions): void {
  const data = field(task, "data");
  const text = textOf(data);
  if (text === null) {
    const message = "The task has no data with a text.";
    all.report([{ ...place, code: "text-missing", message, severity: "row" }]);
    return;
  }
  const read = readArticleText(text, place);
  if (!read.ok) {
    all.report([read.problem]);
    return;
  }
  all.article(articleOf(data, key, read.article.index.text, place));
  const sources = items(field(data, "sources")).flatMap((record) => sourceOf(record) ?? []);
  all.sources(sources);
  const known = new Set(sources.map((source) => source.key));
  const annotations = items(field(task, "annotations") ?? field(task, "completions"));
  for (const [at, annotation] of annotations.entries()) {
    const where = { ...place, at: `${place.at ?? ""}/annotations/${at}` };
    const given = { key, at, place: where, article: read.article, count: annotations.length, known };
    readAnnotation(all, annotation, given, options);
  }
  if (items(field(task, "predictions")).length === 0) return;
  const note: ImportProblem = {
    ...place,
    code: "predictions-left-out",
    message: "What a model predicted is left out.",
    severity: "note",
  };
  all.report([note]);
}

type Given = {
  readonly key: string;
  readonly at: number;
  readonly place: Place & { readonly at: string };
  readonly article: ArticleText;
  /** Of the task's annotations. */
  readonly count: number;
  /** Keys of the task's sources. */
  readonly known: ReadonlySet<string>;
};

function readAnnotation(
  all: DatasetDraft,
  annotation: unknown,
  { key, at, place, article, count, known }: Given,
  options: ReadOptions,
): void {
  if (field(annotation, "was_cancelled") === true) {
    const message = "The annotator skipped the task.";
    all.report([{ ...place, code: "annotation-skipped", message, severity: "note" }]);
    return;
  }
  const results = new Results(article, place, known);
  for (const [number, result] of items(field(annotation, "result")).entries()) results.take(result, number);
  const annotator = annotatorOf(field(annotation, "completed_by")) ?? (count > 1 ? `${at + 1}` : null);
  const prefix = `${key}/${at}/`;
  const { graph, problems } = tiedGraph(
    { article: key, index: article.index, annotator, prefix, ...results.read() },
    options,
  );
  all.report(results.problems);
  all.report(problems);
  all.graph(graph);
}

/** A number, or a user with an address or a number. */
function annotatorOf(value: unknown): string | null {
  return isRecord(value) ? (words(field(value, "email")) ?? idOf(field(value, "id"))) : idOf(value);
}

/** Under `text`, or the longest text there is: what a config calls it is not in the file. */
function textOf(data: unknown): string | null {
  const text = field(data, "text");
  if (typeof text === "string") return text;
  if (!isRecord(data)) return null;
  const texts = Object.values(data).filter((value) => typeof value === "string");
  return texts.reduce<string | null>((best, one) => (one.length > (best ?? "").length ? one : best), null);
}
