import { ok, type Result } from "#core/result.ts";
import type { ClaimRow, ClaimsPage, ClaimsQuery } from "#lib/contracts/claims.ts";
import { type ListedClaim, listClaims } from "#lib/db/claim-list.ts";
import { standingClaims } from "#lib/db/claims.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import type { Failure } from "../failure.ts";
import { type Inside, query } from "../workspace.ts";
import { detailOf, objectOf } from "./loaded.ts";

/** Claims across articles, as far as their asker may see: three statements, however many there are, and one that looks words up. */
export function list(
  caller: Caller,
  workspace: string,
  { limit, after, ...filter }: ClaimsQuery,
): Promise<Result<ClaimsPage, Failure>> {
  return query(caller, workspace, async (inside) => {
    const order = filter.decidable ? "oldest" : "latest";
    const cursor = readCursor(order, after, timeKey);
    if (!cursor.ok) return cursor;
    const found = await listClaims(inside.tx, inside.permit, filter, {
      limit: limit + 1,
      after: cursor.value,
    });
    const { rows, next } = pageOf(found, limit, order);
    return ok({ items: await presentRows(inside, rows), next });
  });
}

async function presentRows(
  { tx, permit, actor }: Inside,
  listed: readonly ListedClaim[],
): Promise<ClaimRow[]> {
  const ids = listed.map(({ id }) => id);
  const found = await standingClaims(tx, permit, ids);
  return listed.flatMap(({ id, articleTitle, exact }) => {
    const one = found.get(id);
    if (!one) return [];
    const object = objectOf(actor.workspaceId, one.standing);
    return [{ ...detailOf(actor, { claim: one.claim, object }), articleTitle, exact }];
  });
}
