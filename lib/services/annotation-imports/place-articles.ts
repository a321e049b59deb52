import type { ImportedArticle } from "#core/import/dataset.ts";
import { blocksOfPlainText } from "#core/text/blocks.ts";
import { checkArticleText } from "#core/text/canonicalise.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Permit } from "#lib/authz/authorize.ts";
import type { PlaceLayer } from "#lib/db/claim-places.ts";
import type { Tx } from "#lib/db/client.ts";
import { type KnownArticle, knownArticles, takenIds, versionTexts } from "#lib/db/import-lookups.ts";
import type { ArticleWrite } from "#lib/db/import-writes.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import { titleOf } from "../imports/title.ts";
import { detailsIn } from "./details.ts";
import type { Problems } from "./problems.ts";

/** Where an article of the file is, or will be. */
export type PlacedArticle = {
  readonly id: string;
  readonly versionId: string;
  readonly title: string;
  readonly file: string;
  readonly text: CodePointIndex;
  readonly layers: readonly PlaceLayer[];
  /** What is to be stored; null where it is there. */
  readonly write: ArticleWrite | null;
};

type Asking = { readonly tx: Tx; readonly permit: Permit<"article:import">; readonly projectId: string };
type Held = { readonly article: ImportedArticle; readonly sha256: string | null };

/** Each article's place by its key in the dataset; what has none is a problem, and its claims are left out. */
export async function placeArticles(
  asking: Asking,
  articles: readonly ImportedArticle[],
  problems: Problems,
): Promise<Map<string, PlacedArticle>> {
  const held = articles.flatMap((article) => heldOf(article, problems));
  const found = await find(asking, held);
  const placed = new Map<string, PlacedArticle>();
  const byHash = new Map<string, PlacedArticle>();
  for (const one of held) {
    const known = knownFor(one, found.known, problems);
    if (known === "left-out") continue;
    const again = known ? null : byHash.get(one.sha256 ?? "");
    const place = known
      ? existing(one, known, found.texts.get(known.versionId) ?? "")
      : (again ?? fresh(one, found.taken, problems));
    if (place === null) continue;
    placed.set(one.article.key, place);
    if (one.sha256 !== null) byHash.set(one.sha256, place);
  }
  return placed;
}

/** The text as it would be stored, hashed; nothing where it may not be or is not what the file says it is. */
function heldOf(article: ImportedArticle, problems: Problems): Held[] {
  const { text, sha256, place } = article;
  if (text === null) return [{ article, sha256 }];
  const checked = checkArticleText(text);
  if (!checked.ok || checked.value.text !== text) {
    const why = checked.ok ? "not in canonical form" : checked.failure.kind.replaceAll("_", " ");
    problems.row(place, "bad-text", `The text of “${nameOf(article)}” cannot be stored: ${why}.`);
    return [];
  }
  const actual = sha256Hex(text);
  if (sha256 !== null && sha256 !== actual) {
    const message = `The text of “${nameOf(article)}” is not the one its SHA-256 speaks of: it was changed since.`;
    problems.row(place, "text-differs", message);
    return [];
  }
  return [{ article, sha256: actual }];
}

async function find({ tx, permit, projectId }: Asking, held: readonly Held[]) {
  const ids = held.flatMap(({ article: { id } }) => (isId(id) ? [id] : []));
  const hashes = held.flatMap(({ sha256 }) => sha256 ?? []);
  const known = await knownArticles(tx, permit, projectId, { ids, hashes });
  const taken = await takenIds(tx, permit, { articles: ids, claims: [] });
  // A text that came along with the same hash is the same text.
  const absent = held.filter(({ article }) => article.text === null);
  const wanted = known.filter((one) =>
    absent.some(({ article, sha256 }) => article.id === one.id || sha256 === one.sha256),
  );
  const texts = await versionTexts(
    tx,
    permit,
    wanted.map(({ versionId }) => versionId),
  );
  return { known, taken: new Set(taken), texts };
}

/** The article of the project that is meant; null where there is none. */
function knownFor(
  { article, sha256 }: Held,
  known: readonly KnownArticle[],
  problems: Problems,
): KnownArticle | null | "left-out" {
  const { id, place } = article;
  const named = known.find((one) => one.id === id);
  if (named?.isTrashed) {
    const message = `“${named.title}” is in the trash and stays there: what the file says of it comes in as a new article.`;
    problems.note(place, "article-trashed", message);
  } else if (named && sha256 !== null && sha256 !== named.sha256) {
    problems.row(place, "text-differs", `The project holds “${named.title}” with another text.`);
    return "left-out";
  } else if (named) return named;
  const same = known.find((one) => !one.isTrashed && sha256 !== null && one.sha256 === sha256);
  if (same) return same;
  if (article.text !== null) return null;
  const message = `The file does not hold the text of “${nameOf(article)}”, and the project does not either.`;
  problems.row(place, "text-missing", message);
  return "left-out";
}

function existing({ article }: Held, known: KnownArticle, text: string): PlacedArticle {
  const { id, versionId, title, layers } = known;
  const index = new CodePointIndex(article.text ?? text);
  return { id, versionId, title, file: article.place.file, text: index, layers, write: null };
}

function fresh({ article, sha256 }: Held, taken: Set<string>, problems: Problems): PlacedArticle | null {
  const { text, place } = article;
  if (text === null || sha256 === null) return null;
  const index = new CodePointIndex(text);
  const blocks = article.blocks ?? blocksOfPlainText(text);
  const details = detailsIn(article, titleOf(text, blocks), problems);
  const id = isId(article.id) && !taken.has(article.id) ? article.id : newId();
  taken.add(id);
  const versionId = newId();
  const write = {
    id,
    versionId,
    ...details,
    text,
    length: index.length,
    sha256,
    blocks,
    fileName: place.file,
  };
  return { id, versionId, title: details.title, file: place.file, text: index, layers: [], write };
}

const nameOf = ({ title, place }: ImportedArticle): string => title ?? place.file;

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/u;

/** Whether an id of a file can be one here. */
export function isId(id: string | null): id is string {
  return id !== null && UUID.test(id);
}
