import { isCarriedOver } from "#core/attribution/chain.ts";
import { needsSource } from "#core/attribution/chain-problems.ts";
import { type Codebook, categoryOf, familyOf } from "#core/provenance/codebook.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { ClaimView } from "./change.ts";

export const facets = ["family", "category", "state", "author", "source", "mark"] as const;
export type Facet = (typeof facets)[number];

/** What a claim lacks or is marked by, besides its provenance. */
export const claimMarks = [
  "no_source",
  "no_statement",
  "no_category",
  "unattributed",
  "unmarked",
  "carried_over",
  "discontinuous",
] as const;
export type ClaimMark = (typeof claimMarks)[number];

/** Within a facet any of the values will do; facets and words must all fit. */
export type ClaimFilter = Readonly<Record<Facet, readonly string[]>> & { readonly text: string };

export const noFilter: ClaimFilter = {
  text: "",
  family: [],
  category: [],
  state: [],
  author: [],
  source: [],
  mark: [],
};

export type FacetCounts = Readonly<Record<Facet, ReadonlyMap<string, number>>>;
export type Filtered = {
  readonly ids: ReadonlySet<string>;
  /** How many claims each value would show, the other facets and the words staying as they are. */
  readonly counts: FacetCounts;
};

type Values = Readonly<Record<Facet, readonly string[]>>;
type Known = { readonly values: Values; readonly words: () => string };

export function isFiltering(filter: ClaimFilter): boolean {
  return filter.text.trim() !== "" || facets.some((facet) => filter[facet].length > 0);
}

/** The filter with a value added to its facet, or taken out where it was in. */
export function toggled(filter: ClaimFilter, facet: Facet, value: string): ClaimFilter {
  const had = filter[facet];
  return { ...filter, [facet]: had.includes(value) ? had.filter((one) => one !== value) : [...had, value] };
}

/** Reads claims for filtering; what is read of a claim is kept while it is the same object. */
export class ClaimReader {
  readonly #codebook: Codebook;
  readonly #index: CodePointIndex;
  readonly #known = new WeakMap<ClaimView, Known>();

  constructor(codebook: Codebook, index: CodePointIndex) {
    this.#codebook = codebook;
    this.#index = index;
  }

  filter(claims: Iterable<ClaimView>, filter: ClaimFilter): Filtered {
    const terms = folded(filter.text).split(" ").filter(Boolean);
    const wanted = facets.map((facet) => ({ facet, any: new Set(filter[facet]) }));
    const ids = new Set<string>();
    const counts = emptyCounts();
    for (const claim of claims) {
      const { values, words } = this.#read(claim);
      if (!hasAll(words, terms)) continue;
      const missed = wanted.filter(
        ({ facet, any }) => any.size > 0 && !values[facet].some((value) => any.has(value)),
      );
      if (missed.length === 0) ids.add(claim.id);
      // Of what one facet alone keeps out, that facet's other values would show it.
      const counted =
        missed.length === 0 ? facets : missed.length === 1 ? missed.map(({ facet }) => facet) : [];
      for (const facet of counted) for (const value of values[facet]) raise(counts[facet], value);
    }
    return { ids, counts };
  }

  #read(claim: ClaimView): Known {
    const before = this.#known.get(claim);
    if (before) return before;
    let words: string | null = null;
    const known: Known = {
      values: valuesOf(claim, this.#codebook),
      words: () => {
        words ??= folded(
          `${claim.statement} ${claim.spans.map((span) => this.#index.slice(span)).join(" ")}`,
        );
        return words;
      },
    };
    this.#known.set(claim, known);
    return known;
  }
}

/** Marks of a claim, the gravest first. */
export function marksOfClaim(claim: ClaimView, codebook: Codebook): ClaimMark[] {
  const { chain, provenance } = claim;
  const has: Readonly<Record<ClaimMark, boolean>> = {
    no_source: chain.some((hop) => needsSource(hop.category) && hop.sources.length === 0),
    no_statement: claim.statement.trim() === "",
    no_category:
      categoryOf(codebook, provenance) === null || (chain.length === 0 && provenance === "unclear"),
    unattributed: chain.length === 0,
    unmarked: chain.some((hop) => hop.explicit && hop.mention.length === 0 && hop.cue.length === 0),
    carried_over: isCarriedOver(chain),
    discontinuous: claim.spans.length > 1,
  };
  return claimMarks.filter((mark) => has[mark]);
}

function valuesOf(claim: ClaimView, codebook: Codebook): Values {
  return {
    family: [familyOf(codebook, claim.provenance)?.id ?? "unclear"],
    category: [claim.provenance],
    state: [claim.state],
    author: [claim.createdBy],
    source: [...new Set(claim.chain.flatMap((hop) => hop.sources))],
    mark: marksOfClaim(claim, codebook),
  };
}

/** Letters as they are searched: without case, accents and the look of their quotation marks. */
function folded(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[“”„«»]/gu, '"')
    .replace(/[‘’‚]/gu, "'")
    .replace(/\s+/gu, " ")
    .toLowerCase();
}

/** Words are folded only where some are looked for: at book length that is most of the work. */
function hasAll(words: () => string, terms: readonly string[]): boolean {
  return terms.length === 0 || terms.every((term) => words().includes(term));
}

function emptyCounts(): Record<Facet, Map<string, number>> {
  return {
    family: new Map(),
    category: new Map(),
    state: new Map(),
    author: new Map(),
    source: new Map(),
    mark: new Map(),
  };
}

function raise(tally: Map<string, number>, value: string): void {
  tally.set(value, (tally.get(value) ?? 0) + 1);
}
