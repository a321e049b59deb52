import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { Workspace, WorkspaceCreate } from "#lib/contracts/workspaces.ts";
import type { Tx } from "#lib/db/client.ts";
import { membershipOf } from "#lib/db/identity/memberships.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { insertProject } from "#lib/db/projects.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import * as db from "#lib/db/workspaces.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { freeSlug, slugOf } from "../slug.ts";
import { workspaceAnswer } from "./answer.ts";

/**
 * Makes a workspace that the caller owns, ready for a first article: its codebook and one project are there.
 * The same `id` again answers the workspace that is there.
 */
export async function createWorkspace(
  caller: Caller,
  input: WorkspaceCreate,
): Promise<Result<Workspace, Failure>> {
  const { userId } = caller.principal;
  const refused = await inIdentity((tx) => refusal(tx, caller, input));
  if (refused) return fail(refused);
  const existing = input.id === undefined ? null : await membershipOf(userId, input.id);
  if (existing) return ok(workspaceAnswer(existing));
  const permit = systemPermit("identity", input.id ?? newId());
  const at = systemClock();
  const slug = await inWorkspace(permit, async (tx) => {
    const slug = await chosenSlug(tx, input);
    await db.insertWorkspace(tx, permit, { slug, name: input.name, isSample: false, createdAt: at });
    await db.insertOwner(tx, permit, userId, at);
    await insertProject(tx, permit, { ...firstProject, id: newId(), createdBy: userId, at });
    const entry = { action: "workspace.created", objectType: "workspace", objectId: permit.workspaceId };
    await appendJournal(
      tx,
      permit.workspaceId,
      userId,
      at,
      [{ ...entry, detail: { name: input.name, slug } }],
      [],
    );
    return slug;
  });
  const made = { workspaceId: permit.workspaceId, slug, name: input.name, isSample: false };
  return ok(workspaceAnswer({ ...made, role: "owner", createdAt: at }));
}

const firstProject = {
  slug: "first-project",
  name: "First project",
  description: "",
  mode: "shared",
  approvalsNeeded: 1,
  codebookId: sourceline1.id,
  codebookVersion: sourceline1.version,
} as const;

async function refusal(tx: Tx, caller: Caller, input: WorkspaceCreate): Promise<Failure | null> {
  const isSample = await db.isSampleAccount(tx, caller.principal.userId);
  if (isSample === null) return { kind: "unauthenticated" };
  if (isSample) {
    return { kind: "conflict", code: "sample-account", detail: "The sample's accounts see only the sample." };
  }
  const scopes = caller.principal.scopes;
  if (scopes && !scopes.includes("admin")) return { kind: "out-of-scope", scope: "admin" };
  const byId = input.id === undefined ? null : await db.findWorkspace(tx, input.id);
  if (byId) return (await membershipOf(caller.principal.userId, byId.id)) ? null : notFound("workspace");
  if (input.slug === undefined || !(await db.findWorkspace(tx, input.slug))) return null;
  const detail = `Another workspace has the address “${input.slug}”. Choose another.`;
  return { kind: "conflict", code: "slug-taken", detail };
}

async function chosenSlug(tx: Tx, input: WorkspaceCreate): Promise<string> {
  const base = slugOf(input.name, "workspace");
  return input.slug ?? freeSlug(base, await db.workspaceSlugsLike(tx, base));
}
