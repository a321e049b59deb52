import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";

type Slot = {
  readonly workspaceId: string;
  readonly principalId: string;
  readonly route: string;
  readonly key: string;
  readonly requestHash: string;
};
type Reservation =
  | { readonly kind: "first" }
  | { readonly kind: "repeated"; readonly response: unknown }
  | { readonly kind: "mismatch" };

/**
 * Takes the key inside the command's own transaction: a second request with it waits for the first to end,
 * and finds either its answer or, if the first rolled back, the key free again.
 */
export async function reserve(tx: Tx, slot: Slot): Promise<Reservation> {
  await tx.$executeRaw`
    delete from idempotency_keys
    where workspace_id = ${slot.workspaceId}::uuid and principal_id = ${slot.principalId}::uuid
      and route = ${slot.route} and key = ${slot.key} and created_at < now() - interval '24 hours'`;
  const taken = await tx.$executeRaw`
    insert into idempotency_keys (workspace_id, principal_id, route, key, request_hash, status)
    values (${slot.workspaceId}::uuid, ${slot.principalId}::uuid, ${slot.route}, ${slot.key}, ${slot.requestHash}, 0)
    on conflict do nothing`;
  if (taken === 1) return { kind: "first" };
  const { workspaceId, principalId, route, key } = slot;
  const row = await tx.idempotencyKey.findUniqueOrThrow({
    where: { workspaceId_principalId_route_key: { workspaceId, principalId, route, key } },
  });
  if (row.requestHash !== slot.requestHash) return { kind: "mismatch" };
  return { kind: "repeated", response: row.response };
}

export async function keepAnswer(tx: Tx, slot: Slot, response: unknown): Promise<void> {
  await tx.$executeRaw`
    update idempotency_keys set response = ${JSON.stringify(response)}::jsonb, status = 1
    where workspace_id = ${slot.workspaceId}::uuid and principal_id = ${slot.principalId}::uuid
      and route = ${slot.route} and key = ${slot.key}`;
}

/** Keys are kept for 24 hours; of those that nobody asks for again the rows are left. */
export async function forgetKeys(tx: Tx, permit: SystemPermit<string>, before: Date): Promise<void> {
  await tx.$executeRaw`
    delete from idempotency_keys where workspace_id = ${permit.workspaceId}::uuid and created_at < ${before}`;
}
