import { fail, ok, type Result } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { AnnotationImport, ImportRun } from "#lib/contracts/annotation-imports.ts";
import * as db from "#lib/db/annotation-imports.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, query } from "../workspace.ts";
import { ownImport } from "./access.ts";
import { storedOf } from "./answer.ts";
import { answerOf } from "./imports.ts";
import { type Leased, leaseUntil, perform } from "./perform.ts";
import { notNow } from "./refusals.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

/** So many claims come in within the request; more go on as a job of this process. */
const LARGE = 2_000;

/** Takes an import in with what was chosen. A large one is answered while it is on its way. */
export async function runImport(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
  options: ImportRun,
): Outcome<AnnotationImport> {
  const begun = await begin(caller, workspace, project, id, options);
  if (!begun.ok) return repeated(caller, workspace, begun.failure);
  const { leased, found } = begun.value;
  if (found <= LARGE) return perform(caller, leased);
  void inBackground(caller, leased);
  return query(caller, workspace, (inside) => answerOf(inside, project, id));
}

/** As `runImport`, for a command line: answered when it is in, however large. */
export async function runWhole(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
  options: ImportRun,
): Outcome<AnnotationImport> {
  const begun = await begin(caller, workspace, project, id, options);
  return begun.ok ? perform(caller, begun.value.leased) : begun;
}

/** Gives the import to this process, so that nobody runs it twice. */
function begin(
  { principal }: Caller,
  workspace: string,
  project: string,
  id: string,
  options: ImportRun,
): Outcome<{ leased: Leased; found: number }> {
  return command({ principal }, workspace, async (inside) => {
    const own = await ownImport(inside, project, id);
    if (!own.ok) return own;
    const { record, project: into } = own.value;
    const lease = newId();
    const given = { options, lease, until: leaseUntil(inside.at) };
    if (!(await db.queueImport(inside.tx, inside.permit, id, given))) return fail(notNow(record.state));
    const { workspaceId } = inside.actor;
    const { found } = storedOf(record).preview.counts.claims;
    return ok({ leased: { workspaceId, projectId: into.id, id, lease }, found });
  });
}

/** A repeated request is answered from the first, which has long finished what cannot be begun again. */
function repeated(caller: Caller, workspace: string, failure: Failure): Outcome<AnnotationImport> {
  return command(caller, workspace, () => Promise.resolve(fail(failure)));
}

/** Nobody waits for its answer: what stands against it is written down with the import. */
async function inBackground({ principal }: Caller, leased: Leased): Promise<void> {
  try {
    await perform({ principal }, leased);
  } catch (error) {
    log().error({ err: error, importId: leased.id }, "an import of annotations broke off");
  }
}

/** Goes on with imports that whoever had them let go of: what had not come in whole has not come in at all. */
export async function resumeAbandoned(workspaceId: string, at: Date): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  const ids = await inWorkspace(permit, (tx) => db.abandonedImports(tx, permit, at));
  for (const id of ids) {
    const lease = newId();
    const record = await inWorkspace(permit, async (tx) => {
      const given = { lease, at, until: leaseUntil(systemClock()) };
      return (await db.takeOver(tx, permit, id, given)) ? db.findImport(tx, permit, id) : null;
    });
    if (record === null) continue;
    // With its requester's permission, which is asked for again.
    const principal = { userId: record.requestedBy, via: "system", scopes: ["write"] } as const;
    await inBackground({ principal }, { workspaceId, projectId: record.projectId, id, lease });
  }
}
