import type { Permit } from "#lib/authz/authorize.ts";
import type { Tx } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** A place in a chain that names a source. */
export type Place = readonly [claimId: string, linkOrdinal: number, position: number];

/** What a merge moved: kept in its audit row, so that it can be taken back. */
export type MergeRecord = {
  readonly into: string;
  readonly reason: string | null;
  /** Places that named the merged source and name the other now. */
  readonly repointed: readonly Place[];
  /** Places that went because their link named the other already. */
  readonly dropped: readonly Place[];
  /** Names the other took on. */
  readonly aliases: readonly string[];
  /** Sources issued by the merged one, and by the other now. */
  readonly issued: readonly string[];
};

type MergePermit = Permit<"source:merge">;
type PlaceRow = { place: Place };
const place = Prisma.sql`jsonb_build_array(k.claim_id, k.link_ordinal, k.position) as place`;

/** Makes every chain that names `from` name `into`; both are held by the caller. */
export async function mergeSources(
  tx: Tx,
  permit: MergePermit,
  { from, into, names }: { from: string; into: string; names: readonly string[] },
  at: Date,
): Promise<Omit<MergeRecord, "into" | "reason">> {
  const w = Prisma.sql`${permit.workspaceId}::uuid`;
  const dropped = await tx.$queryRaw<PlaceRow[]>`
    delete from claim_link_sources k
    where k.workspace_id = ${w} and k.source_id = ${from}::uuid and exists (
      select from claim_link_sources o where o.workspace_id = ${w} and o.claim_id = k.claim_id
        and o.link_ordinal = k.link_ordinal and o.source_id = ${into}::uuid)
    returning ${place}`;
  const repointed = await tx.$queryRaw<PlaceRow[]>`
    update claim_link_sources k set source_id = ${into}::uuid
    where k.workspace_id = ${w} and k.source_id = ${from}::uuid returning ${place}`;
  const aliases = await tx.$queryRaw<{ name: string }[]>`
    insert into source_aliases (workspace_id, source_id, name)
    select ${w}, ${into}::uuid, given from unnest(${[...names]}::text[]) as given
    on conflict do nothing returning name`;
  const issued = await tx.$queryRaw<{ id: string }[]>`
    update sources set issued_by = ${into}::uuid
    where workspace_id = ${w} and issued_by = ${from}::uuid and id <> ${into}::uuid returning id::text`;
  await tx.$executeRaw`
    update sources set revision = revision + 1, updated_at = ${at},
      merged_into = case when id = ${from}::uuid then ${into}::uuid else merged_into end
    where workspace_id = ${w} and id in (${from}::uuid, ${into}::uuid)`;
  return {
    repointed: repointed.map((row) => row.place),
    dropped: dropped.map((row) => row.place),
    aliases: aliases.map((row) => row.name),
    issued: issued.map((row) => row.id),
  };
}

/** What the last merge of a source moved, from its audit row. */
export async function lastMerge(tx: Tx, permit: MergePermit, from: string): Promise<MergeRecord | null> {
  const row = await tx.auditRow.findFirst({
    where: { workspaceId: permit.workspaceId, objectType: "source", objectId: from, action: "source.merged" },
    orderBy: { number: "desc" },
    select: { detail: true },
  });
  // Written by `sources/merge.ts` only, from a `MergeRecord`.
  return (row?.detail as MergeRecord | undefined) ?? null;
}

/** Takes a merge back: whatever of it nobody has changed since. */
export async function unmergeSources(
  tx: Tx,
  permit: MergePermit,
  from: string,
  { into, repointed, dropped, aliases, issued }: MergeRecord,
  at: Date,
): Promise<void> {
  const w = Prisma.sql`${permit.workspaceId}::uuid`;
  await tx.$executeRaw`
    update claim_link_sources k set source_id = ${from}::uuid
    from jsonb_to_recordset(${places(repointed)}::jsonb) as r(claim uuid, link int, position int)
    where k.workspace_id = ${w} and k.claim_id = r.claim and k.link_ordinal = r.link and k.position = r.position
      and k.source_id = ${into}::uuid`;
  await tx.$executeRaw`
    insert into claim_link_sources (workspace_id, claim_id, link_ordinal, position, source_id)
    select ${w}, r.claim, r.link, r.position, ${from}::uuid
    from jsonb_to_recordset(${places(dropped)}::jsonb) as r(claim uuid, link int, position int)
    join claim_links l on l.workspace_id = ${w} and l.claim_id = r.claim and l.ordinal = r.link
    on conflict do nothing`;
  await tx.$executeRaw`
    delete from source_aliases
    where workspace_id = ${w} and source_id = ${into}::uuid and name = any(${[...aliases]}::text[])`;
  await tx.$executeRaw`
    update sources set issued_by = ${from}::uuid
    where workspace_id = ${w} and id = any(${[...issued]}::uuid[]) and issued_by = ${into}::uuid`;
  await tx.$executeRaw`
    update sources set revision = revision + 1, updated_at = ${at},
      merged_into = case when id = ${from}::uuid then null else merged_into end
    where workspace_id = ${w} and id in (${from}::uuid, ${into}::uuid)`;
}

function places(list: readonly Place[]): string {
  return JSON.stringify(list.map(([claim, link, position]) => ({ claim, link, position })));
}
