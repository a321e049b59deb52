import type { Json } from "#core/audit/canonical.ts";
import { chainHash } from "#core/audit/chain.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import type { Tx } from "./client.ts";

/** What was done, for the record: one row a command at least. */
export type AuditEntry = {
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly detail: { readonly [key: string]: Json };
};

/** What happened, for whoever is looking. */
export type Announcement = {
  readonly kind: string;
  readonly articleId: string | null;
  readonly objectId: string | null;
  readonly payload: { readonly [key: string]: Json };
};

type Clock = { event_number: bigint; audit_number: bigint; audit_hash: string };

/**
 * Numbers and stores a command's audit rows and events. Called last in its transaction: the clock row is the
 * one place writers of a workspace wait for each other (rules.md 6), so it is held as briefly as can be.
 */
export async function appendJournal(
  tx: Tx,
  workspaceId: string,
  actorId: string | null,
  at: Date,
  audits: readonly AuditEntry[],
  events: readonly Announcement[],
): Promise<void> {
  if (audits.length + events.length === 0) return;
  const [clock] = await tx.$queryRaw<Clock[]>`
    select event_number, audit_number, audit_hash from workspace_clocks
    where workspace_id = ${workspaceId}::uuid for update`;
  if (!clock) throw new Error("the workspace has no clock");
  let hash = clock.audit_hash;
  const auditRows = audits.map((entry, index) => {
    const number = clock.audit_number + BigInt(index + 1);
    const previousHash = hash;
    const row = { number: String(number), at: at.toISOString(), actorId, ...entry };
    hash = chainHash(sha256Hex, previousHash, row);
    return { ...row, previousHash, hash };
  });
  const eventRows = events.map((event, index) => ({
    ...event,
    number: String(clock.event_number + BigInt(index + 1)),
  }));
  await tx.$executeRaw`
    with audits as (
      insert into audit_rows (workspace_id, number, at, actor_id, action, object_type, object_id, detail, previous_hash, hash)
      select ${workspaceId}::uuid, r.number, ${at}, ${actorId}::uuid, r.action, r."objectType", r."objectId", r.detail, r."previousHash", r.hash
      from jsonb_to_recordset(${JSON.stringify(auditRows)}::jsonb)
        as r(number bigint, action text, "objectType" text, "objectId" text, detail jsonb, "previousHash" text, hash text)
    ), events as (
      insert into outbox_events (workspace_id, number, at, kind, actor_id, article_id, object_id, payload)
      select ${workspaceId}::uuid, r.number, ${at}, r.kind, ${actorId}::uuid, r."articleId", r."objectId", r.payload
      from jsonb_to_recordset(${JSON.stringify(eventRows)}::jsonb)
        as r(number bigint, kind text, "articleId" uuid, "objectId" uuid, payload jsonb)
    )
    update workspace_clocks set
      event_number = event_number + ${events.length}, audit_number = audit_number + ${audits.length}, audit_hash = ${hash}
    where workspace_id = ${workspaceId}::uuid`;
}
