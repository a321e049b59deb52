import type { Block } from "../text/blocks.ts";
import { type ArticleText, readArticleText } from "./article-text.ts";
import type {
  ImportedArticle,
  ImportedClaim,
  ImportedDataset,
  ImportedSource,
  ImportProblem,
  Place,
} from "./dataset.ts";
import { readChain, readHedges } from "./link-record.ts";
import { countOf, type JsonObject, memberOf, objectOf, textOf, textsOf } from "./loose-json.ts";
import { readSpans } from "./positions.ts";

/** A record of a file, and where it stands. */
export type PlacedRecord = { readonly value: unknown; readonly place: Place };

/** What a file of "sourceline/1" holds, in any of its forms, before anything is known of it. */
export type Records = Readonly<Record<"articles" | "sources" | "claims", readonly PlacedRecord[]>>;

type KnownArticle = { readonly article: ImportedArticle; readonly text: ArticleText | null };
type Problems = ImportProblem[];

/**
 * The dataset of records in the shape of `export/dataset.ts`. A version is an article of its own, so its id is the key.
 * A record with a fault is left out with a problem of its row; so are claims whose article is (`unknown-article`).
 * References that lead out of the file are taken away with a note.
 */
export function readSourcelineRecords(records: Records, problems: Problems): ImportedDataset {
  const articles = new Map<string, KnownArticle>();
  for (const record of records.articles) {
    const read = readArticle(record, problems);
    if (read) addOnce(articles, read.article.key, read, record.place, problems);
  }
  const byId = new Map([...articles.values()].map((known) => [known.article.id, known]));
  const sources = new Map<string, ImportedSource>();
  for (const record of records.sources) {
    const read = readSource(record, byId, problems);
    if (read) addOnce(sources, read.key, read, record.place, problems);
  }
  const claims = new Map<string, ImportedClaim>();
  for (const record of records.claims) {
    const value = objectOf(record.value) ?? {};
    const known = articles.get(textOf(value.versionId) ?? "") ?? byId.get(textOf(value.articleId));
    const read = readClaim(value, record.place, known, problems);
    if (read) addOnce(claims, read.key, read, record.place, problems);
  }
  return {
    articles: [...articles.values()].map(({ article }) => article),
    sources: [...sources.values()].map((source) => issued(source, sources)),
    claims: [...claims.values()].map((claim) => joined(claim, claims, sources, problems)),
    problems,
  };
}

function addOnce<T>(map: Map<string, T>, key: string, value: T, place: Place, problems: Problems): void {
  if (map.has(key)) problems.push(row(place, "duplicate-id", `Another record has the id ${key}, too.`));
  else map.set(key, value);
}

function row(place: Place, code: string, message: string): ImportProblem {
  return { ...place, code, message, severity: "row" };
}

function note(place: Place, code: string, message: string): ImportProblem {
  return { ...place, code, message, severity: "note" };
}

function readArticle({ value, place }: PlacedRecord, problems: Problems): KnownArticle | null {
  const given = objectOf(value) ?? {};
  const version = objectOf(given.version) ?? {};
  const key = textOf(version.id);
  if (key === null) {
    problems.push(row(place, "not-an-article", "An article needs a version with an id."));
    return null;
  }
  const words = textOf(version.text);
  const read = words === null ? null : readArticleText(words, place);
  if (read && !read.ok) {
    problems.push(read.problem);
    return null;
  }
  const text = read?.article ?? null;
  const article = {
    key,
    id: textOf(given.id),
    title: textOf(given.title),
    outlet: textOf(given.outlet),
    byline: textOf(given.byline),
    url: textOf(given.url),
    publishedAt: textOf(given.publishedAt),
    language: textOf(given.language),
    direction: memberOf(["ltr", "rtl"], given.direction),
    text: text?.index.text ?? null,
    sha256: textOf(version.sha256),
    blocks: Array.isArray(version.blocks) ? readBlocks(text, version.blocks, place, problems) : null,
    place,
  };
  return { article, text };
}

const blockKinds = ["heading", "paragraph", "list_item", "quote", "preformatted"] as const;
const levels = [1, 2, 3, 4, 5, 6] as const;

function readBlocks(
  text: ArticleText | null,
  list: readonly unknown[],
  place: Place,
  problems: Problems,
): readonly Block[] | null {
  const blocks: Block[] = [];
  for (const one of list) {
    const given = objectOf(one) ?? {};
    const kind = memberOf(blockKinds, given.kind);
    const read = readSpans(text, [{ start: given.start, end: given.end }], place);
    const [span] = read.ok ? read.spans : [];
    if (kind === null || span === undefined || span.start < (blocks.at(-1)?.end ?? 0)) {
      problems.push(
        note(place, "bad-blocks", "Its headings and paragraphs make no sense; they are left out."),
      );
      return null;
    }
    const level = levels.find((known) => known === given.level);
    blocks.push({ kind, ...(level === undefined ? {} : { level }), start: span.start, end: span.end });
  }
  return blocks;
}

function readSource(
  { value, place }: PlacedRecord,
  articles: ReadonlyMap<string | null, KnownArticle>,
  problems: Problems,
): ImportedSource | null {
  const given = objectOf(value) ?? {};
  const id = textOf(given.id);
  const name = textOf(given.name);
  if (id === null || name === null) {
    problems.push(row(place, "not-a-source", "A source needs an id and a name."));
    return null;
  }
  const type = textOf(given.type);
  const identification = textOf(given.identification);
  return {
    key: id,
    id,
    name,
    ...(type === null ? {} : { type }),
    ...(identification === null ? {} : { identification }),
    documentType: textOf(given.documentType),
    affiliation: textOf(given.affiliation),
    role: textOf(given.role),
    roleTitle: textOf(given.roleTitle),
    roleStatus: textOf(given.roleStatus),
    wikidata: textOf(given.wikidata),
    aliases: textsOf(given.aliases),
    issuedBy: textOf(given.issuedBy),
    article: articles.get(textOf(given.articleId))?.article.key ?? null,
  };
}

function issued(source: ImportedSource, all: ReadonlyMap<string, ImportedSource>): ImportedSource {
  return source.issuedBy === null || all.has(source.issuedBy) ? source : { ...source, issuedBy: null };
}

function readClaim(
  given: JsonObject,
  place: Place,
  known: KnownArticle | undefined,
  problems: Problems,
): ImportedClaim | null {
  const id = textOf(given.id);
  const failed = (problem: ImportProblem): null => {
    problems.push(problem);
    return null;
  };
  if (id === null) return failed(row(place, "not-a-claim", "A claim needs an id."));
  if (!known) return failed(row(place, "unknown-article", "Its article is not in this file."));
  const spans = readSpans(known.text, given.spans, place);
  if (!spans.ok) return failed(spans.problem);
  if (spans.spans.length === 0) return failed(row(place, "span-missing", "It stands nowhere in the text."));
  const chain = readChain(known.text, given.chain, place);
  if (!chain.ok) return failed(chain.problem);
  const hedges = readHedges(known.text, given.hedges, place);
  if (!hedges.ok) return failed(hedges.problem);
  problems.push(...spans.notes, ...chain.notes, ...hedges.notes);
  return {
    key: id,
    id,
    article: known.article.key,
    annotator: textOf(objectOf(given.createdBy)?.name),
    place,
    spans: spans.spans,
    exact: spans.exact,
    statement: textOf(given.statement) ?? "",
    kind: textOf(given.kind),
    provenance: textOf(given.provenance),
    label: null,
    chain: chain.value,
    inheritedLinks: Math.min(countOf(given.inheritedLinks) ?? 0, chain.value.length),
    parent: textOf(given.parentId),
    sameClaimAs: textOf(given.sameClaimAs),
    group: textOf(given.groupId),
    hedges: hedges.value,
    flags: textsOf(given.flags),
  };
}

/** The claim with only such references as lead somewhere. Without its parent, its whole chain is its own. */
function joined(
  claim: ImportedClaim,
  claims: ReadonlyMap<string, ImportedClaim>,
  sources: ReadonlyMap<string, ImportedSource>,
  problems: Problems,
): ImportedClaim {
  const { place, parent, sameClaimAs } = claim;
  const hasParent = parent !== null && claims.get(parent)?.article === claim.article;
  const hasSame = sameClaimAs !== null && claims.has(sameClaimAs);
  if (parent !== null && !hasParent)
    problems.push(note(place, "unknown-parent", "The claim it is nested in is not in this file."));
  if (sameClaimAs !== null && !hasSame)
    problems.push(note(place, "unknown-same-claim", "The claim that it says again is not in this file."));
  const chain = claim.chain.map((hop) => {
    const known = hop.sources.filter((key) => sources.has(key));
    if (known.length < hop.sources.length)
      problems.push(note(place, "unknown-source", "A source of its chain is not in this file."));
    return { ...hop, sources: known };
  });
  return {
    ...claim,
    chain,
    parent: hasParent ? parent : null,
    inheritedLinks: hasParent ? claim.inheritedLinks : 0,
    sameClaimAs: hasSame ? sameClaimAs : null,
  };
}
