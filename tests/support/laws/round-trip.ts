import { type Fact, facts } from "#core/export/carried.ts";
import type { ExportedClaim, ExportedSource, QuotedSpan } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import type { ImportedClaim, ImportedDataset, ImportedSource } from "#core/import/dataset.ts";

/** A dataset in one shape, whichever side it comes from: what each fact compares. Claims in the order of the file. */
type Compared = { readonly [F in Fact]: unknown };

/** The facts that came back identical; the others were lost. Claims are matched by their order in each article. */
export function cameBack(documents: readonly ExportedDocument[], read: ImportedDataset): readonly Fact[] {
  const before = written(documents);
  const after = taken(read);
  return facts.filter((fact) => JSON.stringify(before[fact]) === JSON.stringify(after[fact]));
}

function written(documents: readonly ExportedDocument[]): Compared {
  const claims = documents.flatMap((document) => document.claims);
  const sources = new Map(documents.flatMap((document) => [...document.sources]));
  const places = new Map(claims.map(({ id }, place) => [id, place]));
  const groups = placesOfFirst(claims.map(({ groupId }) => groupId));
  const used = [...new Set(claims.flatMap(({ chain }) => chain.flatMap((hop) => hop.sources)))];
  const known = used.flatMap((id) => sources.get(id) ?? []);
  return {
    "article.text": documents.map(({ article }) => article.version.text),
    "article.title": documents.map(({ article }) => article.title),
    "article.details": documents.map(({ article }) => details(article)),
    "article.blocks": documents.map(({ article }) => article.version.blocks),
    "claim.id": claims.map(({ id }) => id),
    "claim.spans": claims.map(({ spans }) => spans.map(bare)),
    "claim.statement": claims.map(({ statement }) => statement),
    "claim.kind": claims.map(({ kind }) => kind),
    "claim.provenance": claims.map(({ provenance }) => provenance),
    "claim.parent": claims.map(({ parentId }) => placeOf(places, parentId)),
    "claim.same_claim_as": claims.map(({ sameClaimAs }) => placeOf(places, sameClaimAs)),
    "claim.group": groups,
    "claim.hedges": claims.map(({ hedges }) => hedges.map(({ type, span }) => [type, bare(span)])),
    "claim.flags": claims.map(({ flags }) => flags),
    ...chainFacts(claims, (id) => sources.get(id)?.name ?? null),
    "source.name": known.map(({ name }) => name).sort(),
    "source.facets": known.map(sourceFacets).sort(),
  };
}

function taken(read: ImportedDataset): Compared {
  const { claims } = read;
  const sources = new Map(read.sources.map((source) => [source.key, source]));
  const places = new Map(claims.map(({ key }, place) => [key, place]));
  const used = [...new Set(claims.flatMap(({ chain }) => chain.flatMap((hop) => hop.sources)))];
  const known = used.flatMap((key) => sources.get(key) ?? []);
  return {
    "article.text": read.articles.map(({ text }) => text),
    "article.title": read.articles.map(({ title }) => title),
    "article.details": read.articles.map(details),
    "article.blocks": read.articles.map(({ blocks }) => blocks),
    "claim.id": claims.map(({ id }) => id),
    "claim.spans": claims.map(({ spans }) => spans.map(bare)),
    "claim.statement": claims.map(({ statement }) => statement),
    "claim.kind": claims.map(({ kind }) => kind),
    "claim.provenance": claims.map((claim) => claim.provenance ?? claim.chain[0]?.category ?? null),
    "claim.parent": claims.map(({ parent }) => placeOf(places, parent)),
    "claim.same_claim_as": claims.map(({ sameClaimAs }) => placeOf(places, sameClaimAs)),
    "claim.group": placesOfFirst(claims.map(({ group }) => group)),
    "claim.hedges": claims.map(({ hedges }) => hedges.map(({ type, span }) => [type, bare(span)])),
    "claim.flags": claims.map(({ flags }) => flags),
    ...chainFacts(claims, (key) => sources.get(key)?.name ?? null),
    "source.name": known.map(({ name }) => name).sort(),
    "source.facets": known.map(sourceFacets).sort(),
  };
}

const bare = ({ start, end }: Pick<QuotedSpan, "start" | "end">) => [start, end];
const placeOf = (places: ReadonlyMap<string, number>, key: string | null) =>
  key === null ? null : (places.get(key) ?? "elsewhere");

/** Groups have no names of their own that matter: the place of each one's first member stands for it. */
function placesOfFirst(groups: readonly (string | null)[]): readonly (number | null)[] {
  return groups.map((group) => (group === null ? null : groups.indexOf(group)));
}

type Details = Record<"outlet" | "byline" | "url" | "publishedAt" | "language" | "direction", string | null>;

function details({ outlet, byline, url, publishedAt, language, direction }: Details): readonly unknown[] {
  return [outlet, byline, url, publishedAt, language, direction];
}

function chainFacts(
  claims: readonly (ExportedClaim | ImportedClaim)[],
  nameOf: (key: string) => string | null,
) {
  const hops = claims.map(({ chain }) => chain);
  return {
    "chain.categories": hops.map((chain) => chain.map(({ category }) => category)),
    "chain.sources": hops.map((chain) => chain.map((hop) => hop.sources.map(nameOf))),
    "chain.mentions": hops.map((chain) => chain.map(({ mention }) => mention.map(bare))),
    "chain.cues": hops.map((chain) => chain.map(({ cue }) => cue.map(bare))),
    "chain.addressees": hops.map((chain) => chain.map(({ addressee }) => addressee.map(bare))),
    "chain.facets": hops.map((chain) =>
      chain.map((hop) => [
        hop.act ?? "statement",
        hop.directness ?? "indirect",
        hop.cueStance ?? "neutral",
        hop.polarity ?? "positive",
        hop.explicit ?? true,
        hop.basis ?? null,
        hop.attributionStatus ?? "not_stated",
        hop.channel ?? "not_stated",
      ]),
    ),
  };
}

function sourceFacets(source: ExportedSource | ImportedSource): string {
  const { name, type = "unknown", documentType = null, identification = "undescribed" } = source;
  const { affiliation = null, role = null, roleTitle = null, roleStatus = null, wikidata = null } = source;
  const aliases = source.aliases ?? [];
  return JSON.stringify([
    ...[
      name,
      type,
      documentType,
      identification,
      affiliation,
      role,
      roleTitle,
      roleStatus,
      wikidata,
      aliases,
    ],
  ]);
}
