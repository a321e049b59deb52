import type { Link } from "#core/attribution/claim.ts";
import type { ChainNames } from "#core/attribution/sentence.ts";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { ClaimKind, HedgeType } from "#core/provenance/facets.ts";
import type { Span } from "#core/text/span.ts";
import type { ReviewCase } from "#lib/contracts/review-case.ts";

/** What turns ids and offsets into words. */
export type Means = { readonly names: ChainNames; readonly codebook: Codebook };

/** Names as far as the case brought them along. */
export function meansOf(
  { words, sources }: Pick<ReviewCase, "words" | "sources">,
  codebook: Codebook,
): Means {
  const bySource = new Map(sources.map(({ id, name }) => [id, name]));
  return {
    codebook,
    names: {
      source: (id) => bySource.get(id) ?? null,
      words: (spans: readonly Span[]) =>
        spans.map(({ start, end }) => words[`${start}-${end}`] ?? "").join(" … "),
      category: (id) => categoryOf(codebook, id)?.label ?? id,
    },
  };
}

const facetNames: Readonly<Record<keyof Link, string>> = {
  category: "category",
  sources: "source",
  mention: "source’s mention",
  cue: "attributing words",
  addressee: "addressee",
  act: "act",
  directness: "directness",
  cueStance: "stance of the cue",
  polarity: "polarity",
  explicit: "attribution",
  basis: "carried over",
  attributionStatus: "ground rule",
  channel: "channel",
};

export const facetLabel = (facet: keyof Link) => facetNames[facet];

/** One facet of a link in words. */
export function facetValue(link: Link, facet: keyof Link, { names }: Means): string {
  switch (facet) {
    case "category":
      return names.category(link.category);
    case "sources":
      return (
        link.sources.map((id) => names.source(id) ?? "a source you may not see").join(" and ") ||
        "nobody named"
      );
    case "mention":
    case "cue":
    case "addressee":
      return quotedOrNone(names.words(link[facet]));
    case "explicit":
      return link.explicit ? "in the text" : "carried over";
    case "basis":
      return link.basis ? facetLabels.basis[link.basis].definition : "no";
    case "act":
      return facetLabels.act[link.act].label;
    case "directness":
      return facetLabels.directness[link.directness].label;
    case "cueStance":
      return facetLabels.cueStance[link.cueStance].label;
    case "polarity":
      return facetLabels.polarity[link.polarity].label;
    case "attributionStatus":
      return facetLabels.attributionStatus[link.attributionStatus].label;
    case "channel":
      return facetLabels.channel[link.channel].label;
  }
}

const quotedOrNone = (words: string) => (words === "" ? "none" : `“${words}”`);

export const kindLabel = (kind: ClaimKind | null) => (kind === null ? "none" : facetLabels.kind[kind].label);
export const hedgeLabel = (type: HedgeType) => facetLabels.hedge[type].label.toLowerCase();

const flagLabels: Readonly<Record<string, { readonly label: string }>> = facetLabels.flag;
export const flagLabel = (flag: string) => flagLabels[flag]?.label ?? flag.replaceAll("_", " ");

/** Facets that say something: those left at where every link starts are not worth a reader's time. */
const usual: Readonly<Partial<Record<keyof Link, unknown>>> = {
  act: "statement",
  directness: "indirect",
  cueStance: "neutral",
  polarity: "positive",
  explicit: true,
  basis: null,
  attributionStatus: "not_stated",
  channel: "not_stated",
};

export function tellingFacets(link: Link): readonly (keyof Link)[] {
  const told = Object.keys(usual) as (keyof Link)[]; // Keys of `usual`, which Object.keys types as strings.
  // Why it is carried over says that it is.
  const isSaid = (facet: keyof Link) => facet === "explicit" && link.basis !== null;
  const telling = told.filter((facet) => link[facet] !== usual[facet] && !isSaid(facet));
  return link.addressee.length > 0 ? [...telling, "addressee"] : telling;
}
