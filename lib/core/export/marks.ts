import { link } from "../attribution/link.ts";
import type { HedgeType } from "../provenance/facets.ts";
import type { Span } from "../text/span.ts";
import type { ExportedClaim, ExportedSource } from "./dataset.ts";
import type { ExportedDocument } from "./document.ts";

/**
 * A document as the tools of annotators see one: stretches of text with a label, and ties between them. Formats differ
 * in how they write these down, not in what they are.
 */
export const markLabels = ["Claim", "Attribution", "Source", "Cue", "Addressee", "Hedge"] as const;
export type MarkLabel = (typeof markLabels)[number];

/** A labelled stretch. Where a source or a cue serves several links it is one mark. */
export type Mark = {
  /** From 1, without a gap; claims come first, in their order. */
  readonly id: number;
  readonly label: MarkLabel;
  readonly spans: readonly Span[];
};

type Hop = ExportedClaim["chain"][number];

/** A link of a chain. `mark` is what carries it: the words of its cue, else its source's, else the claim's. */
export type MarkedLink = {
  readonly mark: Mark;
  /** In the whole chain; 1 is how the article got the claim. */
  readonly order: number;
  readonly hop: Hop;
  readonly mention: Mark | null;
  readonly cue: Mark | null;
  readonly addressee: Mark | null;
};

export type MarkedClaim = {
  readonly claim: ExportedClaim;
  readonly mark: Mark;
  /** Of the same document; null where the claim has none, or it is not among those exported. */
  readonly parent: Mark | null;
  readonly sameClaimAs: Mark | null;
  /**
   * Links that the claim adds to its parent's. All of the chain where the parent is not here, or its chain is no longer
   * how this one begins: the first `order` tells which. Empty only where the chain is.
   */
  readonly links: readonly MarkedLink[];
  readonly hedges: readonly { readonly type: HedgeType; readonly mark: Mark }[];
};

export type MarkedDocument = {
  readonly marks: readonly Mark[];
  readonly claims: readonly MarkedClaim[];
  /** Those the chains lean on, and who issued them, by first use. What the export hides is not among them. */
  readonly sources: readonly ExportedSource[];
};

/** The marks of a document and how they hang together. Every claim of it is there, in its order. */
export function markedDocument({ claims, sources }: ExportedDocument): MarkedDocument {
  const pen = new Pen();
  const drawn = claims.map((claim) => ({ claim, mark: pen.mark("Claim", claim.spans) }));
  const byId = new Map(drawn.map((one) => [one.claim.id, one]));
  const find = (id: string | null) => (id === null ? undefined : byId.get(id));
  const marked = drawn.map(({ claim, mark }) => {
    const parent = find(claim.parentId);
    return {
      claim,
      mark,
      parent: parent?.mark ?? null,
      sameClaimAs: find(claim.sameClaimAs)?.mark ?? null,
      links: linksOf(pen, claim, mark, ownFrom(claim, parent?.claim)),
      hedges: claim.hedges.map(({ type, span }) => ({ type, mark: pen.mark("Hedge", [span]) })),
    };
  });
  return { marks: pen.marks, claims: marked, sources: usedSources(claims, sources) };
}

/** How many links need not be written because the parent's are the same. A claim that has links writes at least one. */
function ownFrom(claim: ExportedClaim, parent: ExportedClaim | undefined): number {
  const inherited = claim.chain.slice(0, claim.inheritedLinks);
  if (!parent || inherited.length === claim.chain.length) return 0;
  return JSON.stringify(parent.chain) === JSON.stringify(inherited) ? inherited.length : 0;
}

function linksOf(pen: Pen, claim: ExportedClaim, mark: Mark, from: number): MarkedLink[] {
  return claim.chain.slice(from).map((hop, index) => {
    const mention = pen.shared("Source", hop.mention);
    const cue = pen.shared("Cue", hop.cue);
    const addressee = pen.shared("Addressee", hop.addressee);
    const trigger = pen.mark("Attribution", (cue ?? mention ?? mark).spans);
    return { mark: trigger, order: from + index + 1, hop, mention, cue, addressee };
  });
}

/** Numbers marks as they are made. */
class Pen {
  readonly marks: Mark[] = [];
  readonly #shared = new Map<string, Mark>();

  mark(label: MarkLabel, spans: readonly Span[]): Mark {
    const bare = spans.map(({ start, end }) => ({ start, end }));
    const mark = { id: this.marks.length + 1, label, spans: bare };
    this.marks.push(mark);
    return mark;
  }

  /** The one mark of this label on these words; null where there are none. */
  shared(label: MarkLabel, spans: readonly Span[]): Mark | null {
    if (spans.length === 0) return null;
    const key = [label, ...spans.map(({ start, end }) => `${start}-${end}`)].join(" ");
    const mark = this.#shared.get(key) ?? this.mark(label, spans);
    this.#shared.set(key, mark);
    return mark;
  }
}

function usedSources(claims: readonly ExportedClaim[], known: ReadonlyMap<string, ExportedSource>) {
  const used = new Map<string, ExportedSource>();
  const waiting = claims.flatMap(({ chain }) => chain.flatMap((hop) => hop.sources));
  for (const id of waiting) {
    const source = known.get(id);
    if (!source || used.has(id)) continue;
    used.set(id, source);
    if (source.issuedBy !== null) waiting.push(source.issuedBy);
  }
  return [...used.values()];
}

/** Names of a link's facets in these formats; their values are the ids of `facets.ts`. */
export const facetNames = {
  act: "Act",
  directness: "Directness",
  cueStance: "CueStance",
  polarity: "Polarity",
  basis: "Basis",
  attributionStatus: "AttributionStatus",
  channel: "Channel",
} as const;

/** Says of a link that the text does not attribute here. */
export const implicitName = "Implicit";

/** A link's facets that are not what every link starts with, by name; `Implicit` is `true` or absent. */
export function facetValues(hop: Hop): readonly (readonly [string, string])[] {
  const usual: Readonly<Record<string, unknown>> = link({ category: hop.category });
  const given: Readonly<Record<string, unknown>> = hop;
  const values = Object.entries(facetNames).flatMap(([key, name]) =>
    given[key] === usual[key] ? [] : [[name, String(given[key])] as const],
  );
  return hop.explicit ? values : [...values, [implicitName, "true"]];
}

/** A source as a record: what nobody entered is left out, and so is what every source starts with. */
export function sourceRecord(source: ExportedSource): Readonly<Record<string, unknown>> {
  const { aliases, ...rest } = source;
  const given = Object.entries(rest).filter(([, value]) => value !== null);
  return { ...Object.fromEntries(given), ...(aliases.length > 0 ? { aliases } : {}) };
}

/** The article's own particulars as a record, under the names of the lossless format; what nobody entered is left out. */
export function articleRecord({ article }: ExportedDocument): Readonly<Record<string, string>> {
  const { id, title, outlet, byline, url, publishedAt, language, direction } = article;
  const all = { article_id: id, title, outlet, byline, url, published_at: publishedAt, language, direction };
  const given = Object.entries(all).flatMap(([key, value]) =>
    value === null ? [] : [[key, value] as const],
  );
  return { ...Object.fromEntries(given), version_sha256: article.version.sha256 };
}

/** A name for an article's files, unique by its id: the title in plain letters where it has some, then the id. */
export function fileStem({ article }: ExportedDocument): string {
  const plain = (text: string) =>
    text
      .normalize("NFKD")
      .replace(/\p{M}/gu, "")
      .replace(/[^A-Za-z0-9]+/gu, "-")
      .replace(/^-|-$/gu, "");
  const title = plain(article.title).slice(0, 60).replace(/-$/u, "");
  const id = plain(article.id);
  return title === "" ? id : `${title}_${id}`;
}
