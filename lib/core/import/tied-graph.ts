import { tieTypes } from "../export/ties.ts";
import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";
import type { ImportProblem, Place, ReadOptions } from "./dataset.ts";
import type { Graph, GraphLink, GraphMark, GraphTie } from "./graph.ts";
import { type Role, roleOf } from "./roles.ts";
import type { Values } from "./values.ts";

/** A labelled stretch of a format that has no more than such and relations. */
export type TiedMark = {
  readonly id: string;
  readonly label: string;
  readonly spans: readonly Span[];
  readonly values: Values;
  readonly place: Place;
};

export type Tie = {
  readonly type: string;
  readonly from: string;
  readonly to: string;
  readonly place: Place;
};

/** The marks and relations one annotator made in one text. */
export type Tied = Omit<Graph, "marks" | "links" | "ties"> & {
  readonly marks: readonly TiedMark[];
  readonly ties: readonly Tie[];
  /** Ids of every mark the file has, also of those that could not be taken in. */
  readonly known: ReadonlySet<string>;
  /** Keys of sources by the mark of their link; null where the file cannot say them. */
  readonly sourcesOf: ReadonlyMap<string, readonly string[]> | null;
};

const chain = /^chain_(\d{1,4})$/u;

/**
 * Marks and relations as claims and links. A mark that a claim is tied to by `chain_N`, or whose label is an event's, is
 * a link; what a claim is tied to without one (a source, a cue) makes a link by itself. Direction says nothing there,
 * since tools turn it about. `fragment` joins stretches to one mark.
 */
export function tiedGraph(
  tied: Tied,
  { roles }: ReadOptions,
): { graph: Graph; problems: readonly ImportProblem[] } {
  return new Weaver(tied, roles).weave();
}

/** A link while its parts are found. */
type Draft = {
  readonly id: string;
  readonly mark: GraphMark | null;
  order: number | null;
  readonly place: Place;
  readonly of: Readonly<Record<"claim" | "mention" | "cue" | "addressee", string[]>>;
};

class Weaver {
  readonly #tied: Tied;
  readonly #problems: ImportProblem[] = [];
  readonly #marks = new Map<string, GraphMark>();
  readonly #first: ReadonlyMap<string, string>;
  readonly #ties: readonly Tie[];
  readonly #drafts = new Map<string, Draft>();
  readonly #found: GraphTie[] = [];
  /** Values that ties say of claims. */
  readonly #said = new Map<string, Map<string, string>>();
  readonly #ownVoices = new Set<string>();

  constructor(tied: Tied, roles: ReadOptions["roles"]) {
    this.#tied = tied;
    const sound = tied.ties.filter((tie) => this.#isKnown(tie));
    this.#first = firstFragments(sound.filter(({ type }) => type === tieTypes.fragment));
    this.#ties = sound
      .filter(({ type }) => type !== tieTypes.fragment)
      .map((tie) => ({ ...tie, from: this.#firstOf(tie.from), to: this.#firstOf(tie.to) }));
    const links = new Set(this.#ties.filter(({ type }) => chain.test(type)).map(({ to }) => to));
    for (const [id, marks] of this.#joined()) {
      const [mark] = marks;
      const told = roleOf(mark.label, roles);
      const role = links.has(id) ? "event" : (told ?? "claim");
      if (role === "ignore") continue;
      const spans = marks.length > 1 ? normaliseFragments(marks.flatMap((one) => one.spans)) : mark.spans;
      this.#marks.set(id, { ...mark, id, role, spans });
    }
  }

  weave(): { graph: Graph; problems: readonly ImportProblem[] } {
    for (const mark of this.#marks.values()) {
      if (mark.role === "event") this.#draft(mark.id, mark, mark.place);
    }
    for (const tie of this.#ties) this.#take(tie);
    const { article, index, annotator, prefix } = this.#tied;
    const links = [...this.#drafts.values()]
      .filter(({ id }) => !this.#ownVoices.has(id))
      .map((draft) => this.#link(draft));
    const marks = [...this.#marks.values()]
      .filter(({ id }) => !this.#ownVoices.has(id))
      .map((mark) => ({ ...mark, values: new Map([...mark.values, ...(this.#said.get(mark.id) ?? [])]) }));
    const graph = { article, index, annotator, prefix, marks, links, ties: this.#found };
    return { graph, problems: this.#problems };
  }

  #note(place: Place, code: string, message: string, severity: "row" | "note" = "note"): void {
    this.#problems.push({ ...place, code, message, severity });
  }

  #isKnown({ from, to, place }: Tie): boolean {
    const missing = [from, to].find((id) => !this.#tied.known.has(id));
    if (missing === undefined) return true;
    const message = `It refers to ${missing.slice(0, 40)}, which the file does not have.`;
    this.#note(place, "unknown-reference", message, "row");
    return false;
  }

  #firstOf(id: string): string {
    return this.#first.get(id) ?? id;
  }

  /** Marks by the first of their fragments, in the order of the file. */
  #joined(): ReadonlyMap<string, [TiedMark, ...TiedMark[]]> {
    const joined = new Map<string, [TiedMark, ...TiedMark[]]>();
    for (const mark of this.#tied.marks) {
      const list = joined.get(this.#firstOf(mark.id));
      if (list) list.push(mark);
      else joined.set(this.#firstOf(mark.id), [mark]);
    }
    return joined;
  }

  #draft(id: string, mark: GraphMark | null, place: Place): Draft {
    const draft = this.#drafts.get(id) ?? {
      id,
      mark,
      order: null,
      place,
      of: { claim: [], mention: [], cue: [], addressee: [] },
    };
    this.#drafts.set(id, draft);
    return draft;
  }

  /** A tie to what could not be taken in is passed over: that was reported where it stands. */
  #take({ type, from, to, place }: Tie): void {
    const [one, other] = [this.#marks.get(from), this.#marks.get(to)];
    if (!one || !other) return;
    const kind = kinds.get(type);
    const order = chain.exec(type)?.[1];
    if (kind) this.#found.push({ kind, from, to, place });
    else if (type === tieTypes.group) this.#group(from, to);
    else if (order !== undefined && one.role === "claim") this.#chain(one, other, Number(order), place);
    else if (!this.#join(one, other, place) && !this.#join(other, one, place)) {
      this.#note(place, "relation-left-out", `The relation ${type.slice(0, 40)} has no place here.`);
    }
  }

  /** By its first member, to which the others are tied. */
  #group(member: string, first: string): void {
    for (const id of [member, first]) this.#say(id, "Group", `${this.#tied.prefix}${first}`);
  }

  #say(id: string, name: string, value: string): void {
    const values = this.#said.get(id) ?? new Map<string, string>();
    values.set(name, value);
    this.#said.set(id, values);
  }

  /** `chain_0` is no link: it says the provenance of a claim that has none. */
  #chain(claim: GraphMark, link: GraphMark, order: number, place: Place): void {
    if (order === 0) {
      this.#say(claim.id, "Provenance", link.label);
      this.#ownVoices.add(link.id);
      return;
    }
    const draft = this.#draft(link.id, link, place);
    draft.of.claim.push(claim.id);
    draft.order = order;
  }

  /** Whether `one` is a link, or a claim that makes one, and `other` a part of it. */
  #join(one: GraphMark, other: GraphMark, place: Place): boolean {
    const role: Role = other.role;
    if (role === "event" || role === "hedge" || role === "ignore") return false;
    if (one.role === "event") this.#draft(one.id, one, place).of[role].push(other.id);
    else if (one.role === "claim" && role !== "claim") {
      const draft = this.#draft(`${one.id}~link`, null, place);
      if (draft.of.claim.length === 0) draft.of.claim.push(one.id);
      draft.of[role].push(other.id);
    } else return false;
    return true;
  }

  #link({ id, mark, order, place, of }: Draft): GraphLink {
    const { sourcesOf } = this.#tied;
    const said = mark?.values.get("Provenance");
    const label = mark && roleOf(mark.label) === null ? mark.label : null;
    // Where a claim is tied to its links by number, the label of a link is ours: a category.
    const category = said ?? (order === null ? null : label);
    const sources = sourcesOf && category !== null ? (sourcesOf.get(id) ?? []) : null;
    return {
      id,
      label: mark?.label ?? null,
      category,
      claims: of.claim,
      mentions: of.mention,
      cues: of.cue,
      addressees: of.addressee,
      order,
      trigger: mark?.id ?? null,
      sources,
      values: mark?.values ?? new Map(),
      place,
    };
  }
}

const kinds: ReadonlyMap<string, GraphTie["kind"]> = new Map<string, GraphTie["kind"]>([
  [tieTypes.parent, "parent"],
  [tieTypes.same, "same"],
  [tieTypes.hedge, "hedge"],
]);

/** The first fragment of each further one. A tie that leads back to its own fragments ties nothing. */
function firstFragments(ties: readonly Tie[]): ReadonlyMap<string, string> {
  const up = new Map<string, string>();
  const top = (id: string): string => {
    let at = id;
    for (let next = up.get(at); next !== undefined; next = up.get(at)) {
      // Halves the way for whoever comes after, so that a long row of fragments stays cheap.
      const beyond = up.get(next);
      if (beyond !== undefined) up.set(at, beyond);
      at = next;
    }
    return at;
  };
  for (const { from, to } of ties) {
    const first = top(from);
    if (top(to) === to && first !== to) up.set(to, first);
  }
  return new Map([...up.keys()].map((id) => [id, top(id)]));
}
