import type { ImportedSource } from "#core/import/dataset.ts";
import type { Identification } from "#core/provenance/facets.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import { sourceCreate } from "#lib/contracts/sources.ts";
import type { Tx } from "#lib/db/client.ts";
import { type KnownSource, sourcesById, sourcesByName, takenSourceIds } from "#lib/db/import-lookups.ts";
import type { SourceWrite } from "#lib/db/import-writes.ts";
import { newId } from "#lib/platform/ids.ts";
import { asLine } from "../imports/title.ts";
import { isAnonymous } from "../sources/rules.ts";
import { isId } from "./place-articles.ts";

/** A source of the registry, or one that will be. */
type PlacedSource = {
  readonly id: string;
  readonly name: string;
  readonly identification: Identification;
  readonly isNew: boolean;
};

const LONGEST_NAME = 300;

/** Finds or makes the source that is meant, once for each; `write` is what is to be stored of those in use. */
export class SourceBook {
  readonly #given: ReadonlyMap<string, ImportedSource>;
  readonly #byId: ReadonlyMap<string, KnownSource>;
  readonly #byName = new Map<string, KnownSource[]>();
  readonly #fields = new Map<string, SourceFacets>();
  readonly #taken: Set<string>;
  readonly #placed = new Map<string, PlacedSource>();
  readonly writes = new Map<string, SourceWrite>();
  /** Of every source that was meant, by its id here. */
  readonly names = new Map<string, string>();
  readonly matched = new Set<string>();
  readonly idChanges: { kind: "source"; from: string; to: string }[] = [];

  private constructor(
    given: readonly ImportedSource[],
    private readonly inSeveral: ReadonlySet<string>,
    known: { byId: readonly KnownSource[]; byName: readonly KnownSource[]; taken: ReadonlySet<string> },
  ) {
    this.#given = new Map(given.map((source) => [source.key, source]));
    this.#byId = new Map(known.byId.map((source) => [source.asked, source]));
    for (const source of known.byName) {
      const others = this.#byName.get(source.asked);
      if (others) others.push(source);
      else this.#byName.set(source.asked, [source]);
    }
    this.#taken = new Set(known.taken);
  }

  /**
   * With the registry's word on everything the file may mean. `mentions` are names the file has no source for,
   * `inSeveral` keys of sources that claims of more than one article lean on.
   */
  static async open(
    tx: Tx,
    permit: Permit<"article:import">,
    given: readonly ImportedSource[],
    { mentions, inSeveral }: { readonly mentions: Iterable<string>; readonly inSeveral: ReadonlySet<string> },
  ): Promise<SourceBook> {
    const ids = given.flatMap(({ id }) => (isId(id) ? [id] : []));
    const names = new Set([...given.map(({ name }) => nameKey(name)), ...[...mentions].map(nameKey)]);
    return new SourceBook(given, inSeveral, {
      byId: await sourcesById(tx, permit, ids),
      byName: await sourcesByName(tx, permit, [...names]),
      taken: await takenSourceIds(tx, permit, ids),
    });
  }

  /** The source with this key, as it is known in the article; null where the file has no such source. */
  named(key: string, articleId: string): PlacedSource | null {
    const given = this.#given.get(key);
    return given ? this.#place(key, given, articleId) : null;
  }

  /** Whoever is called so in the text, of whom the file says no more. */
  mentioned(name: string, articleId: string): PlacedSource {
    const key = `mentioned ${nameKey(name)}`;
    return this.#place(key, { key, id: null, name, issuedBy: null, article: null }, articleId);
  }

  #place(key: string, given: ImportedSource, articleId: string): PlacedSource {
    const [everywhere, here] = [JSON.stringify([key]), JSON.stringify([key, articleId])];
    const before = this.#placed.get(everywhere) ?? this.#placed.get(here);
    if (before) return before;
    const { identification } = this.#facetsOf(given);
    // An anonymous source is an entry of one article (rules.md 1): the same words elsewhere are another one.
    const owner = isAnonymous(identification) ? articleId : null;
    const known = this.#knownFor(given, articleId);
    const isEverywhere = (known ? known.articleId : owner) === null;
    const slot = isEverywhere ? everywhere : here;
    if (!known) return this.#make(given, owner, slot);
    this.matched.add(known.id);
    this.names.set(known.id, known.name);
    const placed = { id: known.id, name: known.name, identification: known.identification, isNew: false };
    this.#placed.set(slot, placed);
    return placed;
  }

  #facetsOf(given: ImportedSource): SourceFacets {
    const before = this.#fields.get(given.key);
    if (before) return before;
    // With an id of its own and in several articles it is no article's anonymous one, whatever the file leaves unsaid.
    const isOne = given.id !== null && given.identification === undefined && this.inSeveral.has(given.key);
    const facets = facetsIn(isOne ? { ...given, identification: "collective" } : given);
    this.#fields.set(given.key, facets);
    return facets;
  }

  #knownFor({ id, name }: ImportedSource, articleId: string): KnownSource | null {
    const isHere = (source: KnownSource) => source.articleId === null || source.articleId === articleId;
    const byId = isId(id) ? this.#byId.get(id) : undefined;
    if (byId && isHere(byId)) return byId;
    return (this.#byName.get(nameKey(name)) ?? []).find(isHere) ?? null;
  }

  #make(given: ImportedSource, articleId: string | null, slot: string): PlacedSource {
    const id = isId(given.id) && !this.#taken.has(given.id) ? given.id : newId();
    if (given.id !== null && given.id !== id) this.idChanges.push({ kind: "source", from: given.id, to: id });
    this.#taken.add(id);
    const facets = this.#facetsOf(given);
    const { identification } = facets;
    const name = cleanName(given.name);
    const placed = { id, name, identification, isNew: true };
    // Before its issuer is looked for: two that issue each other would never end.
    this.#placed.set(slot, placed);
    this.names.set(id, name);
    const issuedBy = articleId === null ? this.#issuer(given.issuedBy, id) : null;
    this.writes.set(id, { ...facets, id, name, articleId, issuedBy });
    return placed;
  }

  #issuer(key: string | null, issued: string): string | null {
    const given = key === null ? undefined : this.#given.get(key);
    // An issuer nobody can be named by is an entry of an article, and issues nothing elsewhere.
    if (!given || isAnonymous(this.#facetsOf(given).identification)) return null;
    const issuer = this.#place(given.key, given, "");
    return issuer.id === issued ? null : issuer.id;
  }
}

const blank = {
  documentType: null,
  affiliation: null,
  role: null,
  roleTitle: null,
  roleStatus: null,
  issuedBy: null,
  wikidata: null,
  access: null,
  motive: null,
  expertise: null,
  notes: "",
} as const;

const facetNames = [
  ...["type", "documentType", "identification", "affiliation", "role", "roleTitle", "roleStatus"],
  ...["wikidata", "aliases"],
] as const;

type SourceFacets = ReturnType<typeof facetsIn>;

/** What the file says of a source, as far as the registry may hold it; what it does not say is not known. */
function facetsIn(given: ImportedSource) {
  const said = Object.entries(given).filter(([name]) => facetNames.some((known) => known === name));
  const taken = said.filter(
    ([name, value]) => sourceCreate.safeParse({ ...nothingSaid, [name]: value }).success,
  );
  const parsed = sourceCreate.parse({ ...nothingSaid, ...Object.fromEntries(taken) });
  const { name: _, id: __, issuedBy: ___, articleId: ____, aliases = [], ...facets } = parsed;
  return { ...blank, ...facets, aliases };
}

const nothingSaid = { name: "x", type: "unknown", identification: "undescribed" };

export const nameKey = (name: string): string => cleanName(name).toLowerCase();

function cleanName(name: string): string {
  return asLine(name.replaceAll("\0", "").toWellFormed().normalize("NFC"), LONGEST_NAME) || "Unnamed";
}
