import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import { isLayerVisible } from "#lib/authz/facts.ts";
import type { Claim, ClaimDetail, HistoryEntry, Revision } from "#lib/contracts/claims.ts";
import { claimPlace } from "#lib/db/claim-places.ts";
import { auditOf, revisionsOf } from "#lib/db/claim-revisions.ts";
import { claimsOfArticle } from "#lib/db/claims.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { query } from "../workspace.ts";
import { answerClaim, readClaim } from "./loaded.ts";
import { presentClaim, presentRevision } from "./present.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Whole<T> = { items: T[]; next: null };

/** One claim with what its asker may do; a removed one too, so that it can be brought back. */
export function get(caller: Caller, workspace: string, id: string): Outcome<ClaimDetail> {
  return query(caller, workspace, (inside) => answerClaim(inside, id));
}

/** An article's claims in the layers its asker may see, in reading order, all at once. */
export function ofArticle(caller: Caller, workspace: string, articleId: string): Outcome<Whole<Claim>> {
  return query(caller, workspace, async ({ tx, actor, permit }) => {
    const place = await claimPlace(tx, permit, articleId);
    if (!place || place.isTrashed) return fail(notFound("article"));
    const { workspaceId } = actor;
    const layers = place.layers.filter((layer) => isLayerVisible(actor, layer));
    const article = { workspaceId, project: place.project, article: { importedBy: place.importedBy } };
    if (!authorize("article:read", actor, article).ok) return fail(notFound("article"));
    const claims = await claimsOfArticle(
      tx,
      permit,
      articleId,
      layers.map(({ id }) => id),
    );
    return ok({ items: claims.map(presentClaim), next: null });
  });
}

/** Every revision of a claim, oldest first, whole. */
export function revisions(caller: Caller, workspace: string, id: string): Outcome<Whole<Revision>> {
  return query(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, id);
    if (!loaded.ok) return loaded;
    const stored = await revisionsOf(inside.tx, inside.permit, id);
    return ok({ items: stored.map(presentRevision), next: null });
  });
}

/** Everything that happened to a claim, oldest first. */
export function history(caller: Caller, workspace: string, id: string): Outcome<Whole<HistoryEntry>> {
  return query(caller, workspace, async (inside) => {
    const loaded = await readClaim(inside, id);
    if (!loaded.ok) return loaded;
    const rows = await auditOf(inside.tx, inside.permit, id);
    const items = rows.map((row) => ({ ...row, detail: { ...row.detail } }));
    const isMarkedHere = items[0]?.action === "claim.create";
    return ok({ items: isMarkedHere ? items : [broughtIn(loaded.value.claim), ...items], next: null });
  });
}

/** An import is one row of the audit, however many claims came with it: this claim's part of it. */
function broughtIn({ createdBy, createdAt }: { createdBy: string; createdAt: string }): HistoryEntry {
  return { at: createdAt, actorId: createdBy, action: "claim.import", detail: { revision: 1 } };
}
