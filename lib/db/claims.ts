import { type Chain, wholeChain } from "#core/attribution/chain.ts";
import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import { type Standing, standingsFrom, standingsJson } from "./claim-facts.ts";
import { claimsFrom, claimsJson, claimsWhere, type StoredClaim } from "./claim-rows.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A claim with its whole chain: its parents' links, then its own. */
export type ChainedClaim = StoredClaim & { readonly wholeChain: Chain };

/** Every live claim of an article in these layers, in reading order, by one statement. */
export async function claimsOfArticle(
  tx: Tx,
  permit: AnyPermit,
  articleId: string,
  layers: readonly string[],
): Promise<ChainedClaim[]> {
  const condition = Prisma.sql`c.article_id = ${articleId}::uuid and c.layer_id = any(${[...layers]}::uuid[])
    and c.removed_at is null`;
  return chained(await claimsWhere(tx, permit, condition));
}

/** As `claimsOfArticle`, of one version alone. */
export async function claimsOfLayers(
  tx: Tx,
  permit: AnyPermit,
  { articleId, versionId }: { readonly articleId: string; readonly versionId: string },
  layers: readonly string[],
): Promise<ChainedClaim[]> {
  const condition = Prisma.sql`c.article_id = ${articleId}::uuid and c.version_id = ${versionId}::uuid
    and c.layer_id = any(${[...layers]}::uuid[]) and c.removed_at is null`;
  return chained(await claimsWhere(tx, permit, condition));
}

/** Claims by id, removed ones too, each with its whole chain; in no particular order. */
export async function claimsById(
  tx: Tx,
  permit: AnyPermit | SystemPermit<string>,
  ids: readonly string[],
): Promise<ChainedClaim[]> {
  if (ids.length === 0) return [];
  return chosen(ids, await claimsWhere(tx, permit, isInLineOf(permit, ids)));
}

/** As `claimsById`, with where each stands, by one statement; a claim of an article in the trash is left out. */
export async function standingClaims(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
): Promise<Map<string, { readonly claim: ChainedClaim; readonly standing: Standing }>> {
  if (ids.length === 0) return new Map();
  const [found] = await tx.$queryRaw<{ claims: string; standings: string }[]>`
    select ${claimsJson(permit, isInLineOf(permit, ids))} as claims, ${standingsJson(permit, ids)} as standings`;
  const standings = standingsFrom(found?.standings ?? "[]");
  const claims = chosen(ids, claimsFrom(found?.claims ?? "[]"));
  return new Map(
    claims.flatMap((claim) => {
      const standing = standings.get(claim.id);
      return standing ? [[claim.id, { claim, standing }] as const] : [];
    }),
  );
}

/** SQL for "claim `c` is one of these, or above one of them". */
const isInLineOf = (permit: AnyPermit | SystemPermit<string>, ids: readonly string[]) => Prisma.sql`c.id in (
  with recursive line as (
    select id, parent_id from claims
    where workspace_id = ${permit.workspaceId}::uuid and id = any(${[...ids]}::uuid[])
    union
    select up.id, up.parent_id from claims up join line on up.id = line.parent_id
    where up.workspace_id = ${permit.workspaceId}::uuid
  )
  select id from line)`;

function chosen(ids: readonly string[], claims: readonly StoredClaim[]): ChainedClaim[] {
  const wanted = new Set(ids);
  return chained(claims).filter((claim) => wanted.has(claim.id));
}

export async function claimById(tx: Tx, permit: AnyPermit, id: string): Promise<ChainedClaim | null> {
  const [claim] = await claimsById(tx, permit, [id]);
  return claim ?? null;
}

/** Ids of the claims above a claim, outermost first. */
export async function ancestorIds(tx: Tx, permit: AnyPermit, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive line as (
      select id, parent_id, 0 as height from claims
      where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid
      union all
      select up.id, up.parent_id, line.height + 1 from claims up join line on up.id = line.parent_id
      where up.workspace_id = ${permit.workspaceId}::uuid
    )
    select id from line where height > 0 order by height desc`;
  return rows.map((row) => row.id);
}

/**
 * Locks a claim, and before it, from the outermost inwards, those it is nested in: shared, so that they stay as they
 * are. Two writers of one family of claims wait, and never for each other.
 */
export async function lockLine(tx: Tx, permit: AnyPermit, id: string): Promise<void> {
  await tx.$queryRaw`
    with recursive line as (
      select id, parent_id, 0 as height from claims
      where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid
      union all
      select up.id, up.parent_id, line.height + 1 from claims up join line on up.id = line.parent_id
      where up.workspace_id = ${permit.workspaceId}::uuid
    ), above as materialized (
      select up.id from line join claims up on up.workspace_id = ${permit.workspaceId}::uuid and up.id = line.id
      where line.height > 0 order by line.height desc for share of up
    )
    select 1 from (select count(*) as held from above) first, claims c
    where c.workspace_id = ${permit.workspaceId}::uuid and c.id = ${id}::uuid and first.held >= 0 for update of c`;
}

/** Ids of the live claims below a claim, nearest first. */
export async function descendantIds(tx: Tx, permit: AnyPermit, id: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ id: string }[]>`
    with recursive below as (
      select id, 1 as level from claims
      where workspace_id = ${permit.workspaceId}::uuid and parent_id = ${id}::uuid and removed_at is null
      union all
      select down.id, below.level + 1 from claims down join below on down.parent_id = below.id
      where down.workspace_id = ${permit.workspaceId}::uuid and down.removed_at is null
    )
    select id from below order by level, id`;
  return rows.map((row) => row.id);
}

/** Which of these claims have live ones nested in them. */
export async function childrenAmong(
  tx: Tx,
  { workspaceId }: AnyPermit,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await tx.claim.findMany({
    where: { workspaceId, parentId: { in: [...ids] }, removedAt: null },
    select: { parentId: true },
  });
  return new Set(rows.flatMap(({ parentId }) => parentId ?? []));
}

/** Takes the rows one by one in the order given, so that two writers of one family of claims cannot cross. */
export async function lockClaims(
  tx: Tx,
  permit: AnyPermit,
  ids: readonly string[],
  strength: "update" | "share",
): Promise<void> {
  const lock = strength === "update" ? Prisma.sql`for update` : Prisma.sql`for share`;
  for (const id of ids) {
    await tx.$queryRaw`
      select 1 from claims where workspace_id = ${permit.workspaceId}::uuid and id = ${id}::uuid ${lock}`;
  }
}

/**
 * Keeps any other claim of the same layer from being nested anew until the transaction ends. Taken before a claim is
 * locked: two people who nest claims in each other wait, instead of for each other, and the second sees the first's
 * nesting, so that no circle closes.
 */
export async function holdNesting(tx: Tx, permit: AnyPermit, claimId: string): Promise<void> {
  const w = Prisma.sql`${permit.workspaceId}::uuid`;
  await tx.$queryRaw`
    select 1 from layers
    where workspace_id = ${w} and id = (select layer_id from claims where workspace_id = ${w} and id = ${claimId}::uuid)
    for no key update`;
}

/** Composes whole chains of claims given together with all their parents. */
function chained(claims: readonly StoredClaim[]): ChainedClaim[] {
  const byId = new Map(claims.map((claim) => [claim.id, claim]));
  const wholes = new Map<string, Chain>();
  const wholeOf = (claim: StoredClaim): Chain => {
    const known = wholes.get(claim.id);
    if (known) return known;
    const parent = claim.content.parentId === null ? null : byId.get(claim.content.parentId);
    const whole = parent ? wholeChain(wholeOf(parent), claim.content.chain) : claim.content.chain;
    wholes.set(claim.id, whole);
    return whole;
  };
  // The claims were made for this: with thousands of them a copy of each is felt.
  return claims.map((claim) => Object.assign(claim, { wholeChain: wholeOf(claim) }));
}
