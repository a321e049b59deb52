import { facetNames, implicitName } from "../export/marks.ts";
import { type ArticleText, type CarriedSpans, carrySpans, quotes, textDiffers } from "./article-text.ts";
import type { ImportProblem, Place } from "./dataset.ts";
import { field, idOf, isRecord, items, words } from "./json-value.ts";
import type { Tie, TiedMark } from "./tied-graph.ts";

type Taken = Extract<CarriedSpans, { readonly ok: true }>;

/** Controls whose values we know, in our own config. */
const controls = new Set<string>([
  ...Object.values(facetNames),
  implicitName,
  "Provenance",
  "Kind",
  "HedgeType",
  "Flags",
  "Statement",
  "ClaimId",
]);

/** The results of one annotation, one at a time: regions, what is said of them, and relations. */
export class Results {
  readonly #article: ArticleText;
  readonly #place: Place & { readonly at: string };
  readonly #marks = new Map<string, Omit<TiedMark, "values">>();
  readonly #values = new Map<string, Map<string, string>>();
  readonly #told: ReadonlySet<string>;
  readonly #sources = new Map<string, readonly string[]>();
  readonly #ties: Tie[] = [];
  readonly #known = new Set<string>();
  readonly #leftOut = new Set<string>();
  readonly problems: ImportProblem[] = [];

  /** `sources` are the keys of those that the task tells of. */
  constructor(article: ArticleText, place: Place & { readonly at: string }, sources: ReadonlySet<string>) {
    this.#article = article;
    this.#told = sources;
    this.#place = place;
  }

  read() {
    const marks = [...this.#marks.values()].map((mark) => ({
      ...mark,
      values: this.#values.get(mark.id) ?? new Map<string, string>(),
    }));
    return { marks, ties: this.#ties, known: this.#known, sourcesOf: this.#sources };
  }

  take(result: unknown, at: number): void {
    const place = { ...this.#place, at: `${this.#place.at}/result/${at}` };
    const type = words(field(result, "type"));
    if (type === "relation") this.#relation(result, place);
    else if (type === "labels") this.#region(result, place);
    else if (type === "choices" || type === "textarea") this.#saying(result, type, place);
    else if (isRecord(result) && type !== null) {
      this.#once(place, `result-left-out`, `Results of type ${type.slice(0, 40)} are left out.`);
    } else this.#report(place, "result-unreadable", "A result is an object with a type.");
  }

  #report(place: Place, code: string, message: string, severity: "row" | "note" = "row"): void {
    this.problems.push({ ...place, code, message, severity });
  }

  /** A note that is said of its kind once. */
  #once(place: Place, code: string, message: string): void {
    if (this.#leftOut.has(message)) return;
    this.#leftOut.add(message);
    this.#report(place, code, message, "note");
  }

  #relation(result: unknown, place: Place): void {
    const [one, other] = [idOf(field(result, "from_id")), idOf(field(result, "to_id"))];
    if (one === null || other === null) {
      this.#report(place, "relation-unreadable", "A relation has from_id and to_id.");
      return;
    }
    const isLeft = field(result, "direction") === "left";
    const [from, to] = isLeft ? [other, one] : [one, other];
    const types = items(field(result, "labels")).flatMap((label) => words(label) ?? []);
    for (const type of types.length > 0 ? types : [""]) this.#ties.push({ type, from, to, place });
  }

  #region(result: unknown, place: Place): void {
    const id = idOf(field(result, "id"));
    const value = field(result, "value");
    const [label, ...more] = items(field(value, "labels")).flatMap((one) => words(one) ?? []);
    if (id === null || label === undefined) {
      this.#report(place, "region-unreadable", "A region has an id and a label.");
      return;
    }
    if (this.#known.has(id)) {
      this.#report(place, "duplicate-id", `The id ${id.slice(0, 40)} is taken by a region above.`);
      return;
    }
    this.#known.add(id);
    if (more.length > 0)
      this.#report(place, "second-label", "The region has several labels; the first counts.", "note");
    const spans = this.#spansOf(value, place);
    if (spans) this.#marks.set(id, { id, label, spans, place });
  }

  /** In code points or units, by what is quoted: first to the letter, then but for white space. */
  #spansOf(value: unknown, place: Place): TiedMark["spans"] | null {
    const given = { start: field(value, "start"), end: field(value, "end") };
    const quoted = words(field(value, "text")) ?? "";
    const points = carrySpans(this.#article, [given], "code points", place);
    const units = carrySpans(this.#article, [given], "UTF-16 units", place);
    const sound = [points, units].filter((one): one is Taken => one.ok);
    const { index } = this.#article;
    const fitting =
      quoted === ""
        ? sound[0]
        : (sound.find(({ spans }) => spans.map((span) => index.slice(span)).join("") === quoted) ??
          sound.find(({ spans }) => quotes(index, spans, quoted)));
    if (fitting) {
      this.problems.push(...fitting.notes);
      return fitting.spans;
    }
    if (points.ok) this.problems.push(textDiffers(index, points.spans, quoted, place));
    else this.problems.push(points.problem);
    return null;
  }

  #saying(result: unknown, type: "choices" | "textarea", place: Place): void {
    const id = idOf(field(result, "id"));
    const name = words(field(result, "from_name")) ?? "";
    const value = field(result, "value");
    const given = field(value, type === "choices" ? "choices" : "text");
    const said = (Array.isArray(given) ? items(given) : [given]).flatMap((one) => words(one) ?? []);
    if (id !== null && name === "Sources") this.#setSources(id, said, place);
    else if (id !== null && controls.has(name)) {
      const values = this.#values.get(id) ?? new Map<string, string>();
      values.set(name, said.join(" "));
      this.#values.set(id, values);
    } else this.#once(place, "control-left-out", `What ${name.slice(0, 40)} says is left out.`);
  }

  #setSources(id: string, keys: readonly string[], place: Place): void {
    this.#sources.set(
      id,
      keys.filter((key) => this.#told.has(key)),
    );
    for (const key of keys.filter((one) => !this.#told.has(one))) {
      this.#report(place, "unknown-source", `The source ${key.slice(0, 40)} is told nowhere.`, "note");
    }
  }
}
