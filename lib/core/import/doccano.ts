import { type ArticleText, carrySpans, readArticleText } from "./article-text.ts";
import type { DatasetReader, ImportProblem, Place, ReadOptions } from "./dataset.ts";
import { DatasetDraft } from "./draft.ts";
import { jsonRecords } from "./json-records.ts";
import { field, idOf, items, words } from "./json-value.ts";
import { type Tie, type TiedMark, tiedGraph } from "./tied-graph.ts";
import { articleOf } from "./values.ts";

/**
 * Reads doccano JSON Lines: `entities` and `relations`, or `label`/`labels` with triples of start, end and label.
 * Offsets are code points. Labels are roles by `roleOf`, a label that is none marks a claim; our own files say links by
 * `chain_N`. Comments that begin with `#` and the id of an entity are statements, as we write them.
 */
export const readDoccano: DatasetReader = (files, options = {}) => {
  const all = new DatasetDraft();
  for (const file of files) {
    const { records, problems } = jsonRecords(file);
    all.report(problems);
    for (const [at, { value, place }] of records.entries()) {
      readLine(all, new Line(value, place), `${file.name}#${at + 1}`, options);
    }
  }
  return all.read();
};

function readLine(all: DatasetDraft, line: Line, key: string, options: ReadOptions): void {
  const article = line.text();
  if (article) {
    all.article(articleOf(line.value, key, article.index.text, line.place));
    const given = { article: key, index: article.index, annotator: null, prefix: `${key}/` };
    const marks = line.marks(article);
    const tied = { ...given, marks, ties: line.ties(), known: line.known, sourcesOf: null };
    const { graph, problems } = tiedGraph(tied, options);
    all.graph(graph);
    all.report(problems);
  }
  all.report(line.problems);
}

class Line {
  readonly value: unknown;
  readonly place: Place;
  readonly problems: ImportProblem[] = [];
  /** Ids of entities. */
  readonly known = new Set<string>();

  constructor(value: unknown, place: Place) {
    this.value = value;
    this.place = place;
  }

  text(): ArticleText | null {
    const text = field(this.value, "text") ?? field(this.value, "data");
    if (typeof text !== "string") {
      this.#report(this.place, "text-missing", "The line has no text.");
      return null;
    }
    const read = readArticleText(text, this.place);
    if (read.ok) return read.article;
    this.problems.push(read.problem);
    return null;
  }

  marks(article: ArticleText): readonly TiedMark[] {
    const statements = this.#statements();
    return [...this.#entities(), ...this.#triples()].flatMap(({ id, span, label, place }) => {
      if (this.known.has(id)) {
        this.#report(place, "duplicate-id", `The id ${id.slice(0, 40)} is taken by an entity above.`);
        return [];
      }
      this.known.add(id);
      const carried = carrySpans(article, [span], "code points", place);
      if (!carried.ok) this.problems.push(carried.problem);
      if (label === null) this.#report(place, "label-missing", "The entity has no label.");
      if (!carried.ok || label === null) return [];
      this.problems.push(...carried.notes);
      const said = statements.get(id);
      const values = new Map<string, string>(hedgeValue(label));
      if (said !== undefined) values.set("Statement", said);
      return [{ id, label, spans: carried.spans, values, place }];
    });
  }

  ties(): readonly Tie[] {
    return items(field(this.value, "relations")).flatMap((relation, at) => {
      const place = this.#at("relations", at);
      const [from, to] = [idOf(field(relation, "from_id")), idOf(field(relation, "to_id"))];
      const type = words(field(relation, "type"));
      if (from !== null && to !== null && type !== null) return [{ type, from, to, place }];
      this.#report(place, "relation-unreadable", "A relation has from_id, to_id and type.");
      return [];
    });
  }

  #report(place: Place, code: string, message: string, severity: "row" | "note" = "row"): void {
    this.problems.push({ ...place, code, message, severity });
  }

  #at(key: string, at: number): Place {
    return { ...this.place, at: `${this.place.at ?? ""}/${key}/${at}` };
  }

  #entities() {
    return items(field(this.value, "entities")).map((entity, at) => ({
      id: idOf(field(entity, "id")) ?? `entities/${at}`,
      span: { start: field(entity, "start_offset"), end: field(entity, "end_offset") },
      label: words(field(entity, "label")),
      place: this.#at("entities", at),
    }));
  }

  #triples() {
    return ["label", "labels"].flatMap((key) =>
      items(field(this.value, key)).map((triple, at) => {
        const [start, end, label] = items(triple);
        return { id: `${key}/${at}`, span: { start, end }, label: words(label), place: this.#at(key, at) };
      }),
    );
  }

  #statements(): ReadonlyMap<string, string> {
    const comments = items(field(this.value, "Comments")).map((comment, at) => {
      const [, id, said] = /^#(\d{1,9}): (.*)$/su.exec(words(comment) ?? "") ?? [];
      if (id !== undefined && said !== undefined) return [id, said] as const;
      this.#report(this.#at("Comments", at), "note-left-out", "A comment is left out.", "note");
      return null;
    });
    return new Map(comments.filter((comment) => comment !== null));
  }
}

/** The type of a hedge is its label, after what says that it is one. */
function hedgeValue(label: string): readonly (readonly [string, string])[] {
  return label.startsWith("hedge_") ? [["HedgeType", label.slice("hedge_".length)]] : [];
}
