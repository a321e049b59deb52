import type { Hedge } from "../attribution/claim.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";
import type { ImportedClaim, ImportedLink, ImportedSource, ImportProblem, Place } from "./dataset.ts";
import type { Role } from "./roles.ts";
import { facetsOf, hedgeTypeOf, kindOf, type Values } from "./values.ts";

/** A labelled stretch of a file, its spans canonical. */
export type GraphMark = {
  /** Unique in its graph. */
  readonly id: string;
  readonly label: string;
  readonly role: Role;
  readonly spans: readonly Span[];
  readonly values: Values;
  readonly place: Place;
};

/** What says that claims come by way of somebody. */
export type GraphLink = {
  /** Unique among links. */
  readonly id: string;
  /** The label to map, where no category is known. */
  readonly label: string | null;
  readonly category: string | null;
  /** Ids of marks. */
  readonly claims: readonly string[];
  readonly mentions: readonly string[];
  readonly cues: readonly string[];
  readonly addressees: readonly string[];
  /** In the whole chain, from 1; null where the file does not order links. */
  readonly order: number | null;
  /** Id of the mark that carries it, where it has one. */
  readonly trigger: string | null;
  /** Keys of sources; null where the file knows sources only by their mentions. */
  readonly sources: readonly string[] | null;
  readonly values: Values;
  readonly place: Place;
};

/** `parent`: `from` is nested in `to`. `same`: `from` says again what `to` says. `hedge`: `from` is hedged by `to`. */
export type GraphTie = {
  readonly kind: "parent" | "same" | "hedge";
  readonly from: string;
  readonly to: string;
  readonly place: Place;
};

/** The marks one annotator made in one text. */
export type Graph = {
  /** Key of the article. */
  readonly article: string;
  readonly index: CodePointIndex;
  readonly annotator: string | null;
  /** Set before ids of marks, so that keys of claims are unique in the dataset. */
  readonly prefix: string;
  readonly marks: readonly GraphMark[];
  readonly links: readonly GraphLink[];
  readonly ties: readonly GraphTie[];
};

export type GraphRead = {
  readonly claims: readonly ImportedClaim[];
  /** Sources known by their mentions only. */
  readonly sources: readonly ImportedSource[];
  readonly problems: readonly ImportProblem[];
};

/**
 * The claims of a graph, in the order of its marks. Links that are ordered make one chain, after the links of the parent
 * that the order leaves out; links to the same claim without an order are independent routes, a claim each (rules.md 1).
 * Several claims of one link without a name for their group are one group. Marks that stand alone are noted.
 */
export function readGraph(graph: Graph): GraphRead {
  return new Reading(graph).read();
}

/** Far more links than anyone says of one claim; it keeps a file of nothing but nesting from taking the memory. */
const MAX_INHERITED = 100;

type Chain = { readonly links: readonly ImportedLink[]; readonly inherited: number };
type Tree = ReadonlyMap<GraphMark, GraphMark>;

class Reading {
  readonly #graph: Graph;
  readonly #marks: ReadonlyMap<string, GraphMark>;
  readonly #problems: ImportProblem[] = [];
  readonly #sources = new Map<string, ImportedSource>();
  /** Ids of marks that something refers to. */
  readonly #used = new Set<string>();
  readonly #parents: Tree;
  readonly #same: Tree;
  /** Of first routes, which nested claims build on. */
  readonly #chains = new Map<GraphMark, Chain>();
  readonly #linksOf = new Map<GraphMark, GraphLink[]>();
  readonly #hedgesOf = new Map<GraphMark, Hedge[]>();

  constructor(graph: Graph) {
    this.#graph = graph;
    this.#marks = new Map(graph.marks.map((mark) => [mark.id, mark]));
    this.#parents = this.#treeOf("parent");
    this.#same = this.#treeOf("same");
    for (const link of graph.links) this.#shareOut(link);
    for (const tie of graph.ties) if (tie.kind === "hedge") this.#addHedge(tie);
  }

  read(): GraphRead {
    const claims = this.#graph.marks
      .filter(({ role }) => role === "claim")
      .flatMap((mark) => this.#routes(mark).map((links, place) => this.#claim(mark, links, place)));
    for (const mark of this.#graph.marks) {
      if (mark.role === "claim" || this.#used.has(mark.id)) continue;
      this.#note(mark.place, "stands-alone", `Nothing refers to this ${mark.label}; it is left out.`);
    }
    return { claims, sources: [...this.#sources.values()], problems: this.#problems };
  }

  #note(place: Place, code: string, message: string): void {
    this.#problems.push({ ...place, code, message, severity: "note" });
  }

  readonly #report = (problem: ImportProblem): void => {
    this.#problems.push(problem);
  };

  /** Ties of one kind between claims; the first of each claim counts, and none that closes a circle. */
  #treeOf(kind: "parent" | "same"): Tree {
    const tree = new Map<GraphMark, GraphMark>();
    const places = new Map<GraphMark, Place>();
    for (const { from: lower, to: upper, place } of this.#graph.ties.filter((tie) => tie.kind === kind)) {
      const [from, to] = [this.#claimMark(lower), this.#claimMark(upper)];
      if (!from || !to) this.#note(place, "unknown-claim", "It ties claims, one of which was not read.");
      else if (tree.has(from))
        this.#note(place, "second-tie", "The claim is tied already; the first tie counts.");
      else {
        tree.set(from, to);
        places.set(from, place);
      }
    }
    const closing = circles(tree);
    for (const [mark, place] of places) {
      if (!closing.has(mark)) continue;
      tree.delete(mark);
      this.#note(place, "circle", "It closes a circle of claims; it is left out.");
    }
    return tree;
  }

  #claimMark(id: string): GraphMark | undefined {
    const mark = this.#marks.get(id);
    return mark?.role === "claim" ? mark : undefined;
  }

  #shareOut(link: GraphLink): void {
    if (link.trigger !== null) this.#used.add(link.trigger);
    const claims = new Set(link.claims.flatMap((id) => this.#claimMark(id) ?? []));
    for (const mark of claims) append(this.#linksOf, mark, link);
    if (claims.size > 0) return;
    for (const id of [...link.mentions, ...link.cues, ...link.addressees]) this.#used.add(id);
    const message = "It attributes nothing that was read; it is left out.";
    this.#problems.push({ ...link.place, code: "link-without-claim", message, severity: "row" });
  }

  #addHedge({ from, to, place }: GraphTie): void {
    const [claim, hedge] = [this.#claimMark(from), this.#marks.get(to)];
    this.#used.add(to);
    if (!claim || !hedge) {
      this.#note(place, "unknown-claim", "It ties a hedge and a claim, one of which was not read.");
      return;
    }
    const type = hedgeTypeOf(hedge.values, hedge.place, this.#report);
    if (type === null)
      this.#note(hedge.place, "hedge-without-type", "The hedge has no type; it is left out.");
    else for (const span of hedge.spans) append(this.#hedgesOf, claim, { type, span });
  }

  /** One chain of ordered links, or a route for each link; a claim without links has one empty route. */
  #routes(mark: GraphMark): readonly (readonly GraphLink[])[] {
    const links = this.#linksOf.get(mark) ?? [];
    const orders = new Set(links.map(({ order }) => order));
    const isChain = links.length < 2 || (orders.size === links.length && !orders.has(null));
    if (!isChain) return links.map((link) => [link]);
    return [links.toSorted((one, other) => Number(one.order) - Number(other.order))];
  }

  #claim(mark: GraphMark, links: readonly GraphLink[], place: number): ImportedClaim {
    const { values, spans } = mark;
    const key = this.#keyOf(mark);
    const parent = this.#parents.get(mark);
    const chain = place === 0 ? this.#chainOf(mark, links) : this.#newChain(mark, links);
    const again = place === 0 ? this.#same.get(mark) : mark;
    return {
      key: place === 0 ? key : `${key}~${place + 1}`,
      id: place === 0 ? (values.get("ClaimId") ?? null) : null,
      article: this.#graph.article,
      annotator: this.#graph.annotator,
      place: mark.place,
      spans,
      exact: spans.map((span) => this.#graph.index.slice(span)),
      statement: values.get("Statement") ?? "",
      kind: kindOf(values, mark.place, this.#report),
      provenance: values.get("Provenance") ?? null,
      label: mark.label,
      chain: chain.links,
      inheritedLinks: chain.inherited,
      parent: parent ? this.#keyOf(parent) : null,
      sameClaimAs: again ? this.#keyOf(again) : null,
      group: values.get("Group") ?? this.#groupOf(links),
      hedges: this.#hedgesOf.get(mark) ?? [],
      flags: (values.get("Flags") ?? "").split(" ").filter((flag) => flag !== ""),
    };
  }

  #keyOf(mark: GraphMark): string {
    return `${this.#graph.prefix}${mark.id}`;
  }

  /** Several claims in one act of speech are one group. */
  #groupOf(links: readonly GraphLink[]): string | null {
    const shared = links.find(({ claims }) => claims.length > 1);
    return shared ? `${this.#graph.prefix}${shared.id}` : null;
  }

  /** Of the first route, read once. */
  #chainOf(mark: GraphMark, links: readonly GraphLink[]): Chain {
    const chain = this.#chains.get(mark) ?? this.#newChain(mark, links);
    this.#chains.set(mark, chain);
    return chain;
  }

  #newChain(mark: GraphMark, links: readonly GraphLink[]): Chain {
    const outer = this.#parentChain(mark);
    const own = links.map((link) => this.#link(link));
    const missing = (links[0]?.order ?? 1) - 1;
    if (missing === 0) return { links: own, inherited: sameStart(outer, own) };
    const inherited = outer.slice(0, Math.min(missing, MAX_INHERITED));
    if (missing > inherited.length) {
      this.#note(
        mark.place,
        "chain-incomplete",
        "The first links of its chain stand on no claim it is nested in.",
      );
    }
    return { links: [...inherited, ...own], inherited: inherited.length };
  }

  /** The outermost first, so that no depth of nesting is a depth of calls. */
  #parentChain(mark: GraphMark): readonly ImportedLink[] {
    const waiting: GraphMark[] = [];
    let chain: readonly ImportedLink[] = [];
    for (let at = this.#parents.get(mark); at; at = this.#parents.get(at)) {
      const known = this.#chains.get(at);
      if (known) {
        chain = known.links;
        break;
      }
      waiting.push(at);
    }
    for (const next of waiting.reverse()) {
      chain = this.#chainOf(next, this.#routes(next).slice(0, 1).flat()).links;
    }
    return chain;
  }

  #link(link: GraphLink): ImportedLink {
    const mention = this.#spansOf(link.mentions);
    return {
      category: link.category,
      label: link.label,
      sources: link.sources ?? this.#mentioned(mention),
      mention,
      cue: this.#spansOf(link.cues),
      addressee: this.#spansOf(link.addressees),
      ...facetsOf(link.values, link.place, this.#report),
    };
  }

  #spansOf(ids: readonly string[]): readonly Span[] {
    for (const id of ids) this.#used.add(id);
    return normaliseFragments(ids.flatMap((id) => this.#marks.get(id)?.spans ?? []));
  }

  /** A source of this article by its words: an editor says later who that is. */
  #mentioned(mention: readonly Span[]): readonly string[] {
    if (mention.length === 0) return [];
    const { article, index } = this.#graph;
    const name = mention
      .map((span) => index.slice(span))
      .join(" ")
      .replace(/\s+/gu, " ")
      .trim();
    const key = `${article}#${name}`;
    this.#sources.set(key, { key, id: null, name, issuedBy: null, article });
    return [key];
  }
}

function append<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

/** For each circle, the mark at which going up comes back to where it was. Every mark is passed once. */
function circles(tree: Tree): ReadonlySet<GraphMark> {
  const found = new Set<GraphMark>();
  const walkOf = new Map<GraphMark, GraphMark>();
  for (const start of tree.keys()) {
    let [at, next]: [GraphMark, GraphMark | undefined] = [start, start];
    while (next && !walkOf.has(next)) {
      walkOf.set(next, start);
      at = next;
      next = tree.get(at);
    }
    if (next && walkOf.get(next) === start) found.add(at);
  }
  return found;
}

/** How many links two chains have in common from the first. */
function sameStart(one: readonly ImportedLink[], other: readonly ImportedLink[]): number {
  const end = one.findIndex((link, place) => JSON.stringify(link) !== JSON.stringify(other[place]));
  return end < 0 ? one.length : end;
}
