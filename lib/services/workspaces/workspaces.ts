import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { Workspace } from "#lib/contracts/workspaces.ts";
import { membershipOf, membershipsOf } from "#lib/db/identity/memberships.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import * as db from "#lib/db/workspaces.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command } from "../workspace.ts";
import { workspaceAnswer } from "./answer.ts";

/** Where the caller is a member, the sample last. */
export async function listWorkspaces(
  caller: Caller,
): Promise<Result<{ items: Workspace[]; next: null }, Failure>> {
  const found = await membershipsOf(caller.principal.userId);
  return ok({ items: found.map(workspaceAnswer), next: null });
}

export async function getWorkspace(caller: Caller, workspace: string): Promise<Result<Workspace, Failure>> {
  const found = await membershipOf(caller.principal.userId, workspace);
  return found ? ok(workspaceAnswer(found)) : fail(notFound("workspace"));
}

/** Gives a workspace another name; its address stays. */
export async function renameWorkspace(
  caller: Caller,
  workspace: string,
  name: string,
): Promise<Result<Workspace, Failure>> {
  const renamed = await command(caller, workspace, async ({ tx, permit, actor, journal }) => {
    const granted = authorize("workspace:manage", actor, { workspaceId: actor.workspaceId });
    if (!granted.ok) return fail(notFound("workspace"));
    const before = await db.workspaceName(tx, permit);
    await db.renameWorkspace(tx, granted.value, name);
    const subject = { objectType: "workspace", objectId: actor.workspaceId };
    journal.audit({ action: "workspace.renamed", ...subject, detail: { before, after: name } });
    journal.announce({
      kind: "workspace.renamed",
      articleId: null,
      objectId: actor.workspaceId,
      payload: { name },
    });
    return ok(actor.workspaceId);
  });
  return renamed.ok ? getWorkspace(caller, renamed.value) : renamed;
}

/**
 * Removes the sample workspace with all that is in it and the accounts made for it; nothing of it is kept, its audit
 * neither. For its own owner and admins, and for whoever owns the installation, member of the sample or not.
 */
export async function removeSample(caller: Caller, workspace: string): Promise<Result<null, Failure>> {
  const { userId, scopes } = caller.principal;
  if (scopes && !scopes.includes("admin")) return fail({ kind: "out-of-scope", scope: "admin" });
  const found = await inIdentity((tx) => db.findWorkspace(tx, workspace));
  if (!found || !(await mayRemove(userId, found))) return fail(notFound("workspace"));
  if (!found.isSample) {
    const detail =
      "Only the sample workspace can be removed. Others are kept: archive their projects instead.";
    return fail({ kind: "conflict", code: "not-the-sample", detail });
  }
  const permit = systemPermit("seed", found.id);
  await inWorkspace(permit, (tx) => db.removeSampleWorkspace(tx, permit));
  log().info({ workspaceId: found.id, userId }, "the sample workspace was removed");
  return ok(null);
}

async function mayRemove(
  userId: string,
  { id, isSample }: { readonly id: string; readonly isSample: boolean },
): Promise<boolean> {
  const member = await membershipOf(userId, id);
  if (member?.role === "owner" || member?.role === "admin") return true;
  // That another desk's workspace is there is no business of the installation's owner either.
  return isSample && inIdentity((tx) => db.isInstallationOwner(tx, userId));
}
