import { facetNames, implicitName } from "../export/marks.ts";
import {
  acts,
  attributionStatuses,
  bases,
  channels,
  claimKinds,
  cueStances,
  directnesses,
  documentTypes,
  hedgeTypes,
  identifications,
  polarities,
  sourceTypes,
} from "../provenance/facets.ts";
import type { ImportedArticle, ImportedLink, ImportedSource, ImportProblem, Place } from "./dataset.ts";
import { field, items, words } from "./json-value.ts";

/** Values that a file says of a mark, by name. */
export type Values = ReadonlyMap<string, string>;

/** Takes a note about a value that cannot be taken in. */
export type Report = (problem: ImportProblem) => void;

/** One of a closed list, or null with a note `unknown-value`. */
function oneOf<T extends string>(
  list: readonly T[],
  values: Values,
  name: string,
  place: Place,
  report: Report,
) {
  const given = values.get(name);
  if (given === undefined) return null;
  const known = list.find((value) => value === given);
  if (known !== undefined) return known;
  const message = `${name} is ${JSON.stringify(given.slice(0, 40))}, which is none of: ${list.join(", ")}.`;
  report({ ...place, code: "unknown-value", message, severity: "note" });
  return null;
}

type Facets = Partial<Omit<ImportedLink, "category" | "label" | "sources" | "mention" | "cue" | "addressee">>;

/** The facets of a link that its values say; what they do not say is absent. */
export function facetsOf(values: Values, place: Place, report: Report): Facets {
  const read = <T extends string>(list: readonly T[], name: string) =>
    oneOf(list, values, name, place, report);
  const act = read(acts, facetNames.act);
  const directness = read(directnesses, facetNames.directness);
  const cueStance = read(cueStances, facetNames.cueStance);
  const polarity = read(polarities, facetNames.polarity);
  const basis = read(bases, facetNames.basis);
  const attributionStatus = read(attributionStatuses, facetNames.attributionStatus);
  const channel = read(channels, facetNames.channel);
  return {
    ...(act && { act }),
    ...(directness && { directness }),
    ...(cueStance && { cueStance }),
    ...(polarity && { polarity }),
    ...(basis && { basis }),
    ...(attributionStatus && { attributionStatus }),
    ...(channel && { channel }),
    ...(values.has(implicitName) && { explicit: false }),
  };
}

/** The kind of a claim, or null. */
export function kindOf(values: Values, place: Place, report: Report): string | null {
  return oneOf(claimKinds, values, "Kind", place, report);
}

/** The type of a hedge, or null. */
export function hedgeTypeOf(values: Values, place: Place, report: Report) {
  return oneOf(hedgeTypes, values, "HedgeType", place, report);
}

/** A source from its record (`sourceRecord`); null where it has no id or no name. */
export function sourceOf(record: unknown): ImportedSource | null {
  const key = words(field(record, "id"));
  const name = words(field(record, "name"));
  if (key === null || name === null) return null;
  const text = (of: string) => words(field(record, of));
  const known = (of: string, list: readonly string[]) => list.find((value) => value === text(of));
  const type = known("type", sourceTypes);
  const identification = known("identification", identifications);
  return {
    key,
    id: key,
    name,
    ...(type && { type }),
    ...(identification && { identification }),
    documentType: known("documentType", documentTypes) ?? null,
    affiliation: text("affiliation"),
    role: text("role"),
    roleTitle: text("roleTitle"),
    roleStatus: text("roleStatus"),
    wikidata: text("wikidata"),
    aliases: items(field(record, "aliases")).flatMap((alias) => words(alias) ?? []),
    issuedBy: text("issuedBy"),
    article: text("articleId"),
  };
}

/** An article's particulars from a record (`articleRecord`), beside its text. */
export function articleOf(record: unknown, key: string, text: string, place: Place): ImportedArticle {
  const given = (of: string) => words(field(record, of));
  const direction = given("direction");
  return {
    key,
    id: given("article_id"),
    title: given("title"),
    outlet: given("outlet"),
    byline: given("byline"),
    url: given("url"),
    publishedAt: given("published_at"),
    language: given("language"),
    direction: direction === "ltr" || direction === "rtl" ? direction : null,
    text,
    sha256: given("version_sha256"),
    blocks: null,
    place,
  };
}
