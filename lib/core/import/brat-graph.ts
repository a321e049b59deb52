import { facetNames, implicitName } from "../export/marks.ts";
import { type ArticleText, carrySpans, joinLines, quotes, textDiffers } from "./article-text.ts";
import type { BratEvent, BratLines, BratMark, BratTuple, BratValue } from "./brat-lines.ts";
import { eventOrders } from "./brat-order.ts";
import type { ImportedSource, ImportProblem, Place, ReadOptions } from "./dataset.ts";
import type { Graph, GraphLink, GraphMark, GraphTie } from "./graph.ts";
import { field, items, parseJson, words } from "./json-value.ts";
import { type Role, roleOf } from "./roles.ts";
import { sourceOf, type Values } from "./values.ts";

type Given = Pick<Graph, "article" | "annotator" | "prefix">;

/** One `.ann` on its text, with the sources its notes tell of. */
export type BratGraph = {
  readonly graph: Graph;
  readonly sources: readonly ImportedSource[];
  readonly problems: readonly ImportProblem[];
};

/** What the lines of an `.ann` say of a text, with what is wrong with any of them. */
export function bratGraph(
  lines: BratLines,
  article: ArticleText,
  given: Given,
  options: ReadOptions,
): BratGraph {
  return new Builder(lines, article, options).build(given);
}

/** How many marks quote what stands at their offsets: the measure by which ways to count are compared. */
export function quotedMarks(lines: BratLines, article: ArticleText): number {
  return lines.marks.filter((mark) => {
    const carried = carrySpans(article, mark.spans, "code points", mark.place);
    return (
      carried.ok &&
      (fits(article, carried.fragments, mark.text) || fits(article, carried.fragments, mark.firstLine))
    );
  }).length;
}

function fits({ index }: ArticleText, fragments: GraphMark["spans"], text: string): boolean {
  return text === "" || quotes(index, fragments, text);
}

const attributeNames = new Set<string>([
  ...Object.values(facetNames),
  implicitName,
  "Provenance",
  "Kind",
  "HedgeType",
]);
const noteNames = new Set(["ClaimId", "Statement", "Flags", "Group"]);
const sourceNotes = new Set(["Sources", "Issuers"]);

class Builder {
  readonly #lines: BratLines;
  readonly #article: ArticleText;
  readonly #roles: ReadOptions["roles"];
  readonly #known: ReadonlySet<string>;
  readonly #values = new Map<string, Map<string, string>>();
  readonly #sources = new Map<string, ImportedSource>();
  readonly #sourcesOf = new Map<string, readonly string[]>();
  readonly #problems: ImportProblem[] = [];
  readonly #events: readonly BratEvent[];

  constructor(lines: BratLines, article: ArticleText, { roles }: ReadOptions) {
    this.#lines = lines;
    this.#article = article;
    this.#roles = roles;
    this.#known = new Set([...lines.marks, ...lines.events].map(({ id }) => id));
    this.#events = lines.events.filter(({ type }) => roleOf(type, roles) !== "ignore");
    this.#readAttributes();
    for (const note of lines.notes) this.#readNote(note);
  }

  build(given: Given): BratGraph {
    const orders = eventOrders(this.#lines.relations.filter(isOrder), this.#report);
    const links = this.#events.map((event) => this.#link(event, orders.get(event.id) ?? null));
    const ties = [...this.#relationTies(), ...this.#equalTies()];
    const marks = this.#marks();
    const graph = {
      ...given,
      index: this.#article.index,
      marks,
      links,
      ties: [...ties, ...parents(this.#lines, links, ties)],
    };
    return { graph, sources: [...this.#sources.values()], problems: this.#problems };
  }

  readonly #report = (
    place: Place,
    code: string,
    message: string,
    severity: "row" | "note" = "note",
  ): void => {
    this.#problems.push({ ...place, code, message, severity });
  };

  /** True where the file has a line of this id, whether it could be taken in or not. */
  #isKnown(id: string, place: Place): boolean {
    if (this.#known.has(id)) return true;
    this.#report(
      place,
      "unknown-reference",
      `It refers to ${id.slice(0, 40)}, which the file does not have.`,
      "row",
    );
    return false;
  }

  #readAttributes(): void {
    const leftOut = new Set<string>();
    for (const { name, target, value, place } of this.#lines.attributes) {
      if (!this.#isKnown(target, place)) continue;
      if (attributeNames.has(name)) this.#set(target, name, value);
      else if (!leftOut.has(name)) {
        leftOut.add(name);
        this.#report(
          place,
          "attribute-left-out",
          `The attribute ${name} has no place here; all of its lines are left out.`,
        );
      }
    }
  }

  #readNote({ name, target, value, place }: BratValue): void {
    if (!this.#isKnown(target, place)) return;
    if (noteNames.has(name)) this.#set(target, name, unquoted(value));
    else if (sourceNotes.has(name)) this.#readSources(name, target, value, place);
    else this.#report(place, "note-left-out", "A note of an annotator is left out.");
  }

  #set(target: string, name: string, value: string): void {
    const values = this.#values.get(target) ?? new Map<string, string>();
    values.set(name, value);
    this.#values.set(target, values);
  }

  #readSources(name: string, target: string, text: string, place: Place): void {
    const parsed = parseJson(text);
    const records = parsed.ok ? items(parsed.value) : [];
    if (records.length === 0)
      this.#report(place, "sources-unreadable", "The note should hold a list of sources as JSON.");
    for (const record of records) {
      const source = sourceOf(record);
      if (source) this.#sources.set(source.key, source);
    }
    if (name === "Sources") this.#sourcesOf.set(target, records.flatMap(keyOf));
  }

  /** Marks that are sound and have a role; an argument of an event has the role the event gives it. */
  #marks(): readonly GraphMark[] {
    const given = new Map<string, Role>();
    for (const { trigger, args } of this.#events) {
      for (const [role, id] of args) given.set(id, roleOf(role, this.#roles) ?? "ignore");
      given.set(trigger, "event");
    }
    return this.#lines.marks.flatMap((mark) => {
      const told = Object.hasOwn(this.#roles ?? {}, mark.type) ? roleOf(mark.type, this.#roles) : null;
      const role = told ?? given.get(mark.id) ?? roleOf(mark.type) ?? "claim";
      return role === "ignore" ? [] : this.#mark(mark, role);
    });
  }

  #mark(mark: BratMark, role: Role): readonly GraphMark[] {
    const { id, type, place } = mark;
    const carried = carrySpans(this.#article, mark.spans, "code points", place);
    if (!carried.ok) {
      this.#problems.push(carried.problem);
      return [];
    }
    this.#problems.push(...carried.notes);
    if (!this.#isQuoted(mark, carried.fragments)) return [];
    const spans = joinLines(this.#article.index, carried.spans);
    return [{ id, label: type, role, spans, values: this.#valuesOf(id), place }];
  }

  #isQuoted(mark: BratMark, fragments: GraphMark["spans"]): boolean {
    if (fits(this.#article, fragments, mark.text)) return true;
    if (mark.rest.length === 0 || !fits(this.#article, fragments, mark.firstLine)) {
      this.#problems.push(textDiffers(this.#article.index, fragments, mark.text, mark.place));
      return false;
    }
    for (const place of mark.rest) {
      this.#report(place, "line-unreadable", "The line is of no kind that brat writes.", "row");
    }
    return true;
  }

  #valuesOf(...ids: readonly string[]): Values {
    return new Map(ids.flatMap((id) => [...(this.#values.get(id) ?? [])]));
  }

  #link({ id, type, trigger, args, place }: BratEvent, order: number | null): GraphLink {
    const sound = args.filter(([, target]) => this.#isKnown(target, place));
    const named = (role: Role) =>
      sound.filter(([name]) => roleOf(name, this.#roles) === role).map(([, arg]) => arg);
    const values = this.#valuesOf(trigger, id);
    const category = values.get("Provenance") ?? null;
    for (const [name] of sound) {
      if (roleOf(name, this.#roles) === null) {
        this.#report(place, "unknown-role", `The role ${name} is none of claim, source, cue and addressee.`);
      }
    }
    return {
      id,
      label: type,
      category,
      claims: named("claim"),
      mentions: named("mention"),
      cues: named("cue"),
      addressees: named("addressee"),
      order,
      trigger,
      // A file that says categories says sources too: none is none.
      sources: this.#sourcesOf.has(id) || category !== null ? this.#sourceKeys(id, place) : null,
      values,
      place,
    };
  }

  /** Those the file tells of. */
  #sourceKeys(id: string, place: Place): readonly string[] {
    return (this.#sourcesOf.get(id) ?? []).filter((key) => {
      if (this.#sources.has(key)) return true;
      this.#report(place, "unknown-source", `The source ${key.slice(0, 40)} is told nowhere.`);
      return false;
    });
  }

  #relationTies(): readonly GraphTie[] {
    return this.#lines.relations
      .filter((relation) => !isOrder(relation))
      .flatMap(({ type, args, place }) => {
        const [from, to] = args.map(([, id]) => id);
        const kind = tieKinds.get(type.toLowerCase());
        if (kind === undefined) {
          this.#report(place, "relation-left-out", `The relation ${type} has no place here.`);
          return [];
        }
        if (from === undefined || to === undefined) {
          this.#report(place, "line-unreadable", "A relation has two arguments.", "row");
          return [];
        }
        if (!this.#isKnown(from, place) || !this.#isKnown(to, place)) return [];
        return [kind === "hedge" ? { kind, from: to, to: from, place } : { kind, from, to, place }];
      });
  }

  #equalTies(): readonly GraphTie[] {
    return this.#lines.equals.flatMap(({ ids, place }) => {
      const [first = "", ...rest] = ids.filter((id) => this.#isKnown(id, place));
      return rest.map((from) => ({ kind: "same" as const, from, to: first, place }));
    });
  }
}

const tieKinds: ReadonlyMap<string, GraphTie["kind"]> = new Map<string, GraphTie["kind"]>([
  ["nestedin", "parent"],
  ["partof", "parent"],
  ["sameclaimas", "same"],
  ["hedges", "hedge"],
]);

/** True for `NestedIn` between events, which orders a chain. */
function isOrder({ type, args }: BratTuple): boolean {
  return type.toLowerCase() === "nestedin" && args.length === 2 && args.every(([, id]) => id.startsWith("E"));
}

/** Whose link is nested in a link of other claims is nested in the first of those, unless the file says in what. */
function parents(
  lines: BratLines,
  links: readonly GraphLink[],
  said: readonly GraphTie[],
): readonly GraphTie[] {
  const byId = new Map(links.map((link) => [link.id, link]));
  const done = new Set(said.filter(({ kind }) => kind === "parent").map(({ from }) => from));
  return lines.relations.filter(isOrder).flatMap(({ args, place }) => {
    const [inner, outer] = args.map(([, id]) => byId.get(id));
    const to = outer?.claims[0];
    if (!inner || to === undefined || inner.claims.includes(to)) return [];
    const free = inner.claims.filter((from) => !done.has(from));
    for (const from of free) done.add(from);
    return free.map((from) => ({ kind: "parent" as const, from, to, place }));
  });
}

function unquoted(text: string): string {
  const parsed = text.startsWith('"') ? parseJson(text) : null;
  return parsed?.ok && typeof parsed.value === "string" ? parsed.value : text;
}

function keyOf(record: unknown): readonly string[] {
  const key = words(field(record, "id"));
  return key === null ? [] : [key];
}
