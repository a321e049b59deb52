import type { AnyPermit } from "#lib/authz/authorize.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import { database, type Tx } from "./client.ts";

/** A permit names the workspace; nothing else does. */
type WorkspaceScoped = (AnyPermit | SystemPermit) & { readonly workspaceId: string };

/**
 * Runs `work` in one transaction as the application role, confined to the permit's workspace by row-level
 * security: even a wrong query returns nothing foreign. Both settings are local to the transaction, so they
 * survive a transaction-mode pooler.
 */
export async function inWorkspace<T>(permit: WorkspaceScoped, work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('role', 'sourceline_app', true), set_config('app.workspace', ${permit.workspaceId}, true)`;
    return work(tx);
  });
}

/** Identity tables only (rules.md 6): as the application role, in no workspace. */
export async function inIdentity<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('role', 'sourceline_app', true)`;
    return work(tx);
  });
}
