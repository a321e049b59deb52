import type { Hedge } from "../attribution/claim.ts";
import {
  acts,
  attributionStatuses,
  bases,
  channels,
  cueStances,
  directnesses,
  hedgeTypes,
  polarities,
} from "../provenance/facets.ts";
import type { ArticleText } from "./article-text.ts";
import type { ImportedLink, ImportProblem, Place } from "./dataset.ts";
import { type JsonObject, listOf, memberOf, objectOf, textOf, textsOf } from "./loose-json.ts";
import { readSpans } from "./positions.ts";

const facetLists = {
  act: acts,
  directness: directnesses,
  cueStance: cueStances,
  polarity: polarities,
  attributionStatus: attributionStatuses,
  channel: channels,
  basis: bases,
} as const;

type Facets = Omit<ImportedLink, "category" | "label" | "sources" | "mention" | "cue" | "addressee">;

/** The facets of a link by our own names. A value that no list knows is left out, with a note `unknown-value`. */
export function readFacets(
  given: JsonObject,
  place: Place,
): { readonly facets: Facets; readonly notes: readonly ImportProblem[] } {
  const notes: ImportProblem[] = [];
  const facets: Record<string, unknown> = {};
  for (const [name, list] of Object.entries(facetLists)) {
    const value = given[name] ?? null;
    const known = memberOf<string>(list, value);
    if (known !== null) facets[name] = known;
    else if (value !== null) notes.push(unknownValue(name, place));
  }
  if (typeof given.explicit === "boolean") facets.explicit = given.explicit;
  // Each value was found in the list of its own name.
  return { facets: facets as Facets, notes };
}

/** What was read, with notes; or the one problem for which the whole row is left out. */
export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly notes: readonly ImportProblem[] }
  | { readonly ok: false; readonly problem: ImportProblem };

/** The links of a chain, link 1 first, as "sourceline/1" writes them. */
export function readChain(
  text: ArticleText | null,
  value: unknown,
  place: Place,
): Read<readonly ImportedLink[]> {
  const links: ImportedLink[] = [];
  const notes: ImportProblem[] = [];
  for (const one of listOf(value)) {
    const hop = readLink(text, objectOf(one) ?? {}, place);
    if (!hop.ok) return hop;
    links.push(hop.value);
    notes.push(...hop.notes);
  }
  return { ok: true, value: links, notes };
}

function readLink(text: ArticleText | null, given: JsonObject, place: Place): Read<ImportedLink> {
  const mention = readSpans(text, given.mention, place);
  if (!mention.ok) return mention;
  const cue = readSpans(text, given.cue, place);
  if (!cue.ok) return cue;
  const addressee = readSpans(text, given.addressee, place);
  if (!addressee.ok) return addressee;
  const { facets, notes } = readFacets(given, place);
  const value = {
    category: textOf(given.category),
    label: null,
    sources: textsOf(given.sources),
    mention: mention.spans,
    cue: cue.spans,
    addressee: addressee.spans,
    ...facets,
  };
  return { ok: true, value, notes: [...notes, ...mention.notes, ...cue.notes, ...addressee.notes] };
}

/** Hedges as "sourceline/1" writes them; one of an unknown type is left out with a note. */
export function readHedges(text: ArticleText | null, value: unknown, place: Place): Read<readonly Hedge[]> {
  const hedges: Hedge[] = [];
  const notes: ImportProblem[] = [];
  for (const one of listOf(value)) {
    const given = objectOf(one) ?? {};
    const type = memberOf(hedgeTypes, given.type);
    const read = readSpans(text, [given.span], place);
    if (!read.ok) return read;
    notes.push(...read.notes);
    if (type === null) notes.push(unknownValue("hedge", place));
    else hedges.push(...read.spans.map((span) => ({ type, span })));
  }
  return { ok: true, value: hedges, notes };
}

function unknownValue(name: string, place: Place): ImportProblem {
  const message = `The value of “${name}” is none that is known here; it is left out.`;
  return { ...place, code: "unknown-value", message, severity: "note" };
}
