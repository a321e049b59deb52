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
  /** Claims it is about, where they are many; else `objectId` of an event whose kind begins with `claim.`. */
  readonly claimIds?: readonly string[];
};

type Clock = { event_number: bigint; audit_number: bigint; audit_hash: string };

type Standing = { readonly id: string; readonly number: string };

/** What the events changed, with the number of the last of them about each: exports of a moment read it back. */
function changedBy(events: readonly Announcement[], before: bigint) {
  const claims = new Map<string, Standing>();
  const articles = new Map<string, Standing>();
  for (const [index, { kind, objectId, articleId, claimIds }] of events.entries()) {
    const number = String(before + BigInt(index + 1));
    const changed = claimIds ?? (kind.startsWith("claim.") && objectId ? [objectId] : []);
    for (const id of changed) claims.set(id, { id, number });
    // Whose turn it is to work on an article is in no export.
    const isMoved = /^(article|layers?)\./u.test(kind) && kind !== "article.work";
    if (isMoved && articleId) articles.set(articleId, { id: articleId, number });
  }
  return { claims: [...claims.values()], articles: [...articles.values()] };
}

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
  const eventRows = events.map(({ claimIds: _, ...event }, index) => ({
    ...event,
    number: String(clock.event_number + BigInt(index + 1)),
  }));
  const { claims, articles } = changedBy(events, clock.event_number);
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
    ), claim_history as (
      insert into claim_standings (workspace_id, claim_id, number, at, state, revision, approved_revision, is_removed)
      select c.workspace_id, c.id, r.number, ${at}, c.state, c.revision, c.approved_revision, c.removed_at is not null
      from jsonb_to_recordset(${JSON.stringify(claims)}::jsonb) as r(id uuid, number bigint)
      join claims c on c.workspace_id = ${workspaceId}::uuid and c.id = r.id
    ), article_history as (
      insert into article_standings (workspace_id, article_id, number, at, project_id, is_trashed)
      select a.workspace_id, a.id, r.number, ${at}, a.project_id, a.trashed_at is not null
      from jsonb_to_recordset(${JSON.stringify(articles)}::jsonb) as r(id uuid, number bigint)
      join articles a on a.workspace_id = ${workspaceId}::uuid and a.id = r.id
    )
    update workspace_clocks set
      event_number = event_number + ${events.length}, audit_number = audit_number + ${audits.length}, audit_hash = ${hash}
    where workspace_id = ${workspaceId}::uuid`;
}
