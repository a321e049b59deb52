import { fail, ok, type Result } from "#core/result.ts";
import type { AnnotationImport, ImportUndo } from "#lib/contracts/annotation-imports.ts";
import { endImport, type Made, madeBy } from "#lib/db/annotation-imports.ts";
import {
  emptyArticles,
  type ImportedClaimNow,
  importedClaims,
  removeClaims,
  trashArticles,
} from "#lib/db/import-undo.ts";
import { recordArticle } from "../articles/record.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { ownImport } from "./access.ts";
import { answerOf } from "./imports.ts";
import { notNow } from "./refusals.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Writing = Inside & { readonly journal: Journal };
type Taken = {
  readonly claims: readonly ImportedClaimNow[];
  readonly articles: readonly {
    readonly id: string;
    readonly projectId: string;
    readonly revision: number;
  }[];
  readonly summary: ImportUndo;
};

/** What taking an import back would remove, and what it would leave. */
export function readUndo(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
): Outcome<ImportUndo> {
  return query(caller, workspace, async (inside) => {
    const own = await ownImport(inside, project, id);
    if (!own.ok) return own;
    if (own.value.record.state !== "done") return fail(notNow(own.value.record.state));
    const made = await madeBy(inside.tx, inside.permit, id);
    return ok((await takenBack(inside, made)).summary);
  });
}

/** Takes an import back, as far as nobody has built on it. What it leaves stays as others have it. */
export function undoImport(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
): Outcome<AnnotationImport> {
  return command(caller, workspace, async (inside) => {
    const own = await ownImport(inside, project, id);
    if (!own.ok) return own;
    const { record } = own.value;
    if (record.state !== "done") return fail(notNow(record.state));
    const { tx, permit, at } = inside;
    const taken = await takenBack(inside, await madeBy(tx, permit, id), { lock: true });
    const ids = taken.claims.map((claim) => claim.id);
    await removeClaims(tx, permit, ids, at);
    await trashArticles(
      tx,
      permit,
      taken.articles.map((article) => article.id),
      at,
    );
    await endImport(tx, permit, id, "undone", at);
    tell(inside, id, record.projectId, taken);
    return answerOf(inside, project, id);
  });
}

async function takenBack(
  { tx, permit }: Inside,
  made: Made,
  options: { lock?: boolean } = {},
): Promise<Taken> {
  const standing = await importedClaims(tx, permit, made.claimIds);
  const claims = removable(standing);
  const ids = claims.map(({ id }) => id);
  const articles = await emptyArticles(tx, permit, made.articleIds, ids, options);
  return {
    claims,
    articles,
    summary: {
      claims: { removed: claims.length, kept: made.claimIds.length - claims.length },
      articles: { trashed: articles.length, kept: made.articleIds.length - articles.length },
    },
  };
}

/** Untouched claims, but for those that something which stays is nested in. */
function removable(standing: readonly ImportedClaimNow[]): ImportedClaimNow[] {
  const byId = new Map(standing.map((claim) => [claim.id, claim]));
  const kept = new Set<string>();
  for (const claim of standing) {
    if (claim.isUntouched) continue;
    for (let at: ImportedClaimNow | undefined = claim; at && !kept.has(at.id); ) {
      kept.add(at.id);
      at = at.parentId === null ? undefined : byId.get(at.parentId);
    }
  }
  return standing.filter(({ id }) => !kept.has(id));
}

function tell(
  inside: Writing,
  importId: string,
  projectId: string,
  { claims, articles, summary }: Taken,
): void {
  const { journal } = inside;
  for (const article of articles) recordArticle(inside, "article.trashed", article, { importId });
  const layers = new Map<string, { articleId: string; count: number }>();
  for (const { layerId, articleId } of claims) {
    layers.set(layerId, { articleId, count: (layers.get(layerId)?.count ?? 0) + 1 });
  }
  for (const [layerId, { articleId, count }] of layers) {
    const payload = { layerId, count, importId };
    journal.announce({ kind: "claims.taken_back", articleId, objectId: null, payload });
  }
  journal.audit({
    action: "annotations.import_undone",
    objectType: "import",
    objectId: importId,
    detail: { projectId, claims: { ...summary.claims }, articles: { ...summary.articles } },
  });
}
