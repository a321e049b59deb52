import type { ExportHeader } from "#core/export/dataset.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { type ExportPermit, openSnapshot, type Snapshot } from "#lib/db/export-snapshot.ts";
import { clockLine, type ExportSelection, type Moment, mergedSources, momentLine } from "#lib/db/exports.ts";
import { findProject } from "#lib/db/projects.ts";
import { workspaceName } from "#lib/db/workspaces.ts";
import { environment } from "#lib/platform/environment.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import type { Inside } from "../workspace.ts";
import { readExportCursor, writeExportCursor } from "./export-cursor.ts";
import { emptyTally, type Reading } from "./reading.ts";
import { type ExportRequest, filterOf } from "./request.ts";
import { viewerOf } from "./viewer.ts";

/** A request that was allowed, and what its head says; no moment is chosen yet. */
export type Allowed = {
  readonly permit: ExportPermit;
  readonly request: ExportRequest;
  readonly slug: string;
  readonly viewer: ReturnType<typeof viewerOf>;
  readonly head: Omit<ExportHeader, "exportedAt" | "eventNumber" | "cursor">;
};

/** Approved claims need `export:approved`, anything else `export:drafts`. */
export async function allow(
  inside: Inside,
  project: string,
  request: ExportRequest,
): Promise<Result<Allowed, Failure>> {
  const { tx, actor } = inside;
  const found = await findProject(tx, inside.permit, project);
  if (!found) return fail(notFound("project"));
  const facts = { isRestricted: found.restricted, memberIds: found.memberIds };
  const action = request.state === "approved" ? "export:approved" : "export:drafts";
  const permit = authorize(action, actor, { workspaceId: actor.workspaceId, project: facts });
  if (!permit.ok) return fail(notFound("project"));
  const codebook = await findCodebook(tx, inside.permit, found.codebookId, found.codebookVersion);
  if (!codebook) throw new Error("a project pins a codebook version that is not there");
  const head = {
    workspace: { id: actor.workspaceId, name: await workspaceName(tx, inside.permit) },
    project: { id: found.id, name: found.name, approvalsNeeded: found.approvalsNeeded },
    codebook,
    filter: filterOf(request),
    base: environment().publicUrl,
  };
  return ok({ permit: permit.value, request, slug: found.slug, viewer: viewerOf(actor), head });
}

/** What the workspace's clock says in a snapshot. */
type Clock = {
  readonly eventNumber: string;
  readonly auditNumber: string;
  readonly auditHash: string;
  readonly historySince: string;
  /** Nothing was here before that. */
  readonly isWhole: boolean;
  readonly now: string;
};

/** A reading of one moment, and what the clock says there. Whoever takes it closes its snapshot. */
export type Opened = { readonly reading: Reading; readonly clock: Clock };

/** Opens a snapshot and finds the moments that were asked for. */
export async function open(allowed: Allowed): Promise<Result<Opened, Failure>> {
  const snapshot = await openSnapshot(allowed.permit);
  try {
    const opened = await openIn(snapshot, allowed);
    if (!opened.ok) await snapshot.close();
    return opened;
  } catch (error) {
    await snapshot.close();
    throw error;
  }
}

async function openIn(snapshot: Snapshot, allowed: Allowed): Promise<Result<Opened, Failure>> {
  const { request, head, viewer } = allowed;
  const { workspace, project } = head;
  const clock = (await first(snapshot, clockLine(workspace.id))) as Clock; // What the statement builds.
  const find = { snapshot, workspaceId: workspace.id, projectId: project.id, clock };
  const asOf = await momentOf(find, "asOf", request.asOf);
  if (!asOf.ok) return asOf;
  const since = await momentOf(find, "since", request.since);
  if (!since.ok) return since;
  const eventNumber = asOf.value?.number ?? clock.eventNumber;
  const header: ExportHeader = {
    ...head,
    exportedAt: clock.now,
    eventNumber,
    cursor: writeExportCursor(project.id, eventNumber),
  };
  const selection: ExportSelection = {
    workspaceId: workspace.id,
    projectId: project.id,
    ...viewer,
    state: request.state,
    layer: request.layer ?? null,
    articles: request.articles ?? null,
    claims: request.claims ?? null,
    provenance: request.provenance ?? null,
    originProvenance: request.originProvenance ?? null,
    source: request.source ?? null,
    author: request.author ?? null,
    reviewer: request.reviewer ?? null,
    updatedSince: request.updatedSince ?? null,
    q: request.q ?? null,
    asOf: asOf.value,
    since: since.value?.number ?? null,
  };
  const withText = request.text === "quoted";
  const limit = request.limit ?? null;
  const merged = await mergedIn(snapshot, workspace.id);
  const tally = emptyTally();
  return ok({
    clock,
    reading: { snapshot, selection, header, withText, limit, tally, merged, inside: [] },
  });
}

/** A source may have been merged into one that was merged itself. */
async function mergedIn(snapshot: Snapshot, workspaceId: string): Promise<ReadonlyMap<string, string>> {
  const pairs = new Map<string, string>();
  for await (const row of snapshot.rows(mergedSources(workspaceId))) {
    const [from, into] = row as [string, string]; // What the statement builds.
    pairs.set(from, into);
  }
  const last = (id: string): string => {
    const into = pairs.get(id);
    return into === undefined ? id : last(into);
  };
  return new Map([...pairs.keys()].map((id) => [id, last(id)]));
}

type Finding = {
  readonly snapshot: Snapshot;
  readonly workspaceId: string;
  readonly projectId: string;
  readonly clock: Clock;
};

/** The last event at a moment that is named by its time or by a cursor; null where none is named. */
async function momentOf(
  { snapshot, workspaceId, projectId, clock }: Finding,
  name: "asOf" | "since",
  asked: string | undefined,
): Promise<Result<Moment | null, Failure>> {
  if (asked === undefined) return ok(null);
  const isTime = asked.includes(":");
  const number = isTime
    ? ok(asked)
    : readExportCursor(name, asked, { projectId, eventNumber: clock.eventNumber });
  if (!number.ok) return number;
  const found = await first(
    snapshot,
    momentLine(workspaceId, isTime ? { at: asked } : { number: number.value }),
  );
  // Before the first event there was nothing.
  const moment = (found as Moment | null) ?? { number: "0", at: clock.historySince }; // What the statement builds.
  const at = isTime ? asked : moment.at;
  if (clock.isWhole || new Date(at) >= new Date(clock.historySince)) return ok(moment);
  return fail(
    invalid(
      `/${name}`,
      `lies before ${clock.historySince}: from when on this installation keeps how claims stood`,
    ),
  );
}

async function first(snapshot: Snapshot, statement: ReturnType<typeof clockLine>): Promise<unknown> {
  for await (const row of snapshot.rows(statement)) return row;
  return null;
}
