import { withoutWords } from "#core/export/content-record.ts";
import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Snapshot } from "#lib/db/export-snapshot.ts";
import { articleLines, articlePage, claimLines, type ExportSelection, sourceLines } from "#lib/db/exports.ts";
import type { KeptFile } from "#lib/platform/files.ts";

/** One export under way. */
export type Reading = {
  readonly snapshot: Snapshot;
  readonly selection: ExportSelection;
  readonly header: ExportHeader;
  /** False where quoted text is left out. */
  readonly withText: boolean;
  /** At most so many claims. */
  readonly limit: number | null;
  readonly tally: Tally;
  /** By the id of a source that was merged away, the id of the one that it turned out to be. */
  readonly merged: ReadonlyMap<string, string>;
  /** The files of a zip, as they were written into it. */
  readonly inside: (KeptFile & { readonly name: string })[];
};

/** What has been written so far. */
export type Tally = { articles: number; claims: number; links: number; sources: number; deleted: number };

export const emptyTally = (): Tally => ({ articles: 0, claims: 0, links: 0, sources: 0, deleted: 0 });

/** Articles looked at together: few at first, so that the first claims are there at once; then more, for fewer statements. */
const ARTICLES = { first: 50, growth: 4, most: 1_000 } as const;
/** Claims whose sources are looked up together. */
const CLAIMS = 500;

/** Ids of articles that may have something in the export, page by page, until `limit` claims are written. */
export async function* pages(reading: Reading): AsyncGenerator<readonly string[]> {
  let after: string | null = null;
  let size: number = ARTICLES.first;
  while (left(reading) !== 0) {
    const ids: string[] = [];
    const statement = articlePage(reading.selection, after, size);
    for await (const id of reading.snapshot.rows(statement)) ids.push(String(id));
    if (ids.length > 0) yield ids;
    after = ids.at(-1) ?? null;
    if (ids.length < size) return;
    size = Math.min(ARTICLES.most, size * ARTICLES.growth);
  }
}

/** How many claims may still be written; null for all. */
export function left({ limit, tally }: Reading): number | null {
  return limit === null ? null : Math.max(0, limit - tally.claims);
}

/** Claims in reading order, some at a time, with the sources they lean on; articles without their text. */
export async function* records(reading: Reading) {
  const known = new Map<string, ExportedSource | null>();
  for await (const ids of pages(reading)) {
    const articles = new Map<string, ExportedArticle>();
    for await (const article of articlesOf(reading, ids, false)) articles.set(article.version.id, article);
    for await (const claims of chunked(claimsOf(reading, ids), CLAIMS)) {
      const sources = await sourcesOf(reading, claims, known);
      for (const claim of claims) yield { claim, article: articleOf(articles, claim), sources };
    }
  }
}

/** Articles with all of their claims, one at a time; their text only if asked. */
export async function* documents(
  reading: Reading,
  withBodies = reading.withText,
): AsyncGenerator<ExportedDocument> {
  const known = new Map<string, ExportedSource | null>();
  for await (const ids of pages(reading)) {
    for (const id of ids) if (left(reading) !== 0) yield* documentsOf(reading, id, known, withBodies);
  }
}

/** One for each version of the article that claims stand on. */
async function* documentsOf(
  reading: Reading,
  id: string,
  known: Map<string, ExportedSource | null>,
  withBodies: boolean,
): AsyncGenerator<ExportedDocument> {
  const all: ExportedClaim[] = [];
  for await (const claim of claimsOf(reading, [id])) all.push(claim);
  const sources = await sourcesOf(reading, all, known);
  for await (const article of articlesOf(reading, [id], withBodies)) {
    const claims = all.filter(({ versionId }) => versionId === article.version.id);
    const { text } = article.version;
    yield { article, claims, sources, index: text === null ? null : new CodePointIndex(text) };
  }
}

/** Articles that have a claim in the export. */
export async function* articlesOf(
  { snapshot, selection, tally }: Reading,
  ids: readonly string[],
  withText: boolean,
): AsyncGenerator<ExportedArticle> {
  for await (const row of snapshot.rows(articleLines(selection, ids, withText))) {
    tally.articles += 1;
    yield JSON.parse(String(row)) as ExportedArticle; // What the statement builds.
  }
}

async function* claimsOf(reading: Reading, ids: readonly string[]): AsyncGenerator<ExportedClaim> {
  const { snapshot, selection, tally, withText, merged } = reading;
  for await (const row of snapshot.rows(claimLines(selection, ids, left(reading)))) {
    const claim = naming(JSON.parse(String(row)) as ExportedClaim, merged); // What the statement builds.
    tally.claims += 1;
    tally.links += claim.chain.length;
    yield withText ? claim : withoutWords(claim);
  }
}

/** With the sources that others were merged into. */
function naming(claim: ExportedClaim, merged: ReadonlyMap<string, string>): ExportedClaim {
  if (merged.size === 0) return claim;
  const name = (id: string) => merged.get(id) ?? id;
  return { ...claim, chain: claim.chain.map((hop) => ({ ...hop, sources: hop.sources.map(name) })) };
}

function articleOf(
  articles: ReadonlyMap<string, ExportedArticle>,
  { versionId }: ExportedClaim,
): ExportedArticle {
  const article = articles.get(versionId);
  if (!article) throw new Error("a claim's version is not in its own snapshot");
  return article;
}

/** The registry's entries for what these claims lean on; `known` is what was looked up before, null where there is none. */
async function sourcesOf(
  { snapshot, selection, tally }: Reading,
  claims: readonly ExportedClaim[],
  known: Map<string, ExportedSource | null>,
): Promise<ReadonlyMap<string, ExportedSource>> {
  const used = new Set(claims.flatMap(({ chain }) => chain.flatMap((hop) => hop.sources)));
  const asked = [...used].filter((id) => !known.has(id));
  for (const id of asked) known.set(id, null);
  if (asked.length > 0) {
    for await (const row of snapshot.rows(sourceLines(selection.workspaceId, asked))) {
      const source = JSON.parse(String(row)) as ExportedSource; // What the statement builds.
      known.set(source.id, source);
      tally.sources += 1;
    }
  }
  return new Map(
    [...used].flatMap((id) => {
      const one = known.get(id);
      return one ? [[id, one] as const] : [];
    }),
  );
}

async function* chunked<T>(items: AsyncIterable<T>, size: number): AsyncGenerator<readonly T[]> {
  let held: T[] = [];
  for await (const item of items) {
    held.push(item);
    if (held.length < size) continue;
    yield held;
    held = [];
  }
  if (held.length > 0) yield held;
}
