import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { type SystemPermit, systemPermit } from "#lib/authz/system.ts";
import type { Workspace, WorkspaceCreate } from "#lib/contracts/workspaces.ts";
import type { Tx } from "#lib/db/client.ts";
import { membershipOf } from "#lib/db/identity/memberships.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { insertProject } from "#lib/db/projects.ts";
import { inSavepoint, inWorkspace } from "#lib/db/transaction.ts";
import * as db from "#lib/db/workspaces.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { idFrom, newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { once } from "../once.ts";
import { freeSlug, slugOf } from "../slug.ts";
import { workspaceAnswer } from "./answer.ts";

/**
 * Makes a workspace that the caller owns, ready for a first article: its codebook and one project are there.
 * The same `id` again answers the workspace that is there; so does the same idempotency key, of which the id is made.
 */
export async function createWorkspace(
  caller: Caller,
  input: WorkspaceCreate,
): Promise<Result<Workspace, Failure>> {
  const permit = systemPermit("identity", input.id ?? keyedId(caller) ?? newId());
  const make = async (tx: Tx): Promise<Result<Workspace, Failure>> => {
    const existing = await existingWorkspace(tx, caller, input);
    if (existing) return existing;
    const slug = await chosenSlug(tx, input);
    return slug.ok ? ok(await found(tx, permit, caller, { slug: slug.value, name: input.name })) : slug;
  };
  return inWorkspace(permit, (tx) =>
    inSavepoint(
      tx,
      () => once(caller, permit.workspaceId, tx, () => make(tx)),
      ({ ok: isKept }) => isKept,
    ),
  );
}

/** Keys are kept in a workspace; this one is not there yet, so that each names its own. */
function keyedId({ principal, idempotency }: Caller): string | null {
  return idempotency ? idFrom([principal.userId, idempotency.route, idempotency.key]) : null;
}

async function found(
  tx: Tx,
  permit: SystemPermit<string>,
  { principal: { userId } }: Caller,
  { slug, name }: { readonly slug: string; readonly name: string },
): Promise<Workspace> {
  const { workspaceId } = permit;
  const at = systemClock();
  await db.insertWorkspace(tx, permit, { slug, name, isSample: false, createdAt: at });
  await db.insertOwner(tx, permit, userId, at);
  await insertProject(tx, permit, { ...firstProject, id: newId(), createdBy: userId, at });
  const entry = { action: "workspace.created", objectType: "workspace", objectId: workspaceId };
  await appendJournal(tx, workspaceId, userId, at, [{ ...entry, detail: { name, slug } }], []);
  return workspaceAnswer({ workspaceId, slug, name, isSample: false, role: "owner", createdAt: at });
}

const firstProject = {
  slug: "first-project",
  name: "First project",
  description: "",
  mode: "shared",
  approvalsNeeded: 1,
  layersPerArticle: 2,
  codebookId: sourceline1.id,
  codebookVersion: sourceline1.version,
} as const;

/** Why none is made: the caller may not, or the id names one already, which its members are answered. */
async function existingWorkspace(
  tx: Tx,
  { principal: { userId, scopes } }: Caller,
  { id }: WorkspaceCreate,
): Promise<Result<Workspace, Failure> | null> {
  const isSample = await db.isSampleAccount(tx, userId);
  if (isSample === null) return fail({ kind: "unauthenticated" });
  if (isSample) return fail(sampleAccount);
  if (scopes && !scopes.includes("admin")) return fail({ kind: "out-of-scope", scope: "admin" });
  if (id === undefined || !(await db.findWorkspace(tx, id))) return null;
  const membership = await membershipOf(userId, id, tx);
  return membership ? ok(workspaceAnswer(membership)) : fail(notFound("workspace"));
}

const sampleAccount: Failure = {
  kind: "conflict",
  code: "sample-account",
  detail: "The sample's accounts see only the sample.",
};

async function chosenSlug(tx: Tx, input: WorkspaceCreate): Promise<Result<string, Failure>> {
  const base = input.slug ?? slugOf(input.name, "workspace");
  const taken = await db.workspaceSlugsLike(tx, base);
  if (input.slug === undefined) return ok(freeSlug(base, taken));
  if (!taken.has(base)) return ok(base);
  const detail = `Another workspace has the address “${base}”. Choose another.`;
  return fail({ kind: "conflict", code: "slug-taken", detail });
}
