import { formatIds } from "#core/export/formats.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { isAllowed } from "#lib/authz/authorize.ts";
import type { ExportCreate, KeptExport, SignedManifest } from "#lib/contracts/exports.ts";
import * as db from "#lib/db/kept-exports.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { findProject } from "#lib/db/projects.ts";
import { files } from "#lib/platform/files.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { wake } from "../jobs/worker.ts";
import { projectObject, readableProject } from "../projects/access.ts";
import { command, type Inside, query } from "../workspace.ts";
import { fileOf } from "./kept-file.ts";
import { allow } from "./prepare.ts";

type Outcome<T> = Promise<Result<T, Failure>>;

const ORDER = "newest";

/** Asks for an export to be made in the background. It is authorized now, and again when it is made. */
export async function keep(
  caller: Caller,
  workspace: string,
  project: string,
  request: ExportCreate,
): Outcome<KeptExport> {
  const kept = await command(caller, workspace, async (inside) => {
    const allowed = await allow(inside, project, request);
    if (!allowed.ok) return allowed;
    const { permit, head } = allowed.value;
    const id = newId();
    // What was left out is left out of the record, too.
    const asked = JSON.parse(JSON.stringify(request));
    const projectId = head.project.id;
    await db.insertKeptExport(inside.tx, permit, {
      ...{ id, projectId, request: asked, format: request.format, createdAt: inside.at },
    });
    inside.journal.audit({
      action: "export",
      objectType: "project",
      objectId: projectId,
      detail: { ...head.filter, format: request.format, text: request.text, exportId: id },
    });
    const row = await db.keptExportById(inside.tx, inside.permit, id);
    if (!row) throw new Error("an export just asked for is not there");
    return ok(present(row));
  });
  if (kept.ok) wake("exports");
  return kept;
}

type ListQuery = {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly sha256?: string | undefined;
};

/** Kept exports of a project that the caller could have asked for themselves, newest first. */
export function list(
  caller: Caller,
  workspace: string,
  project: string,
  { limit, after, sha256 }: ListQuery,
): Outcome<{ items: KeptExport[]; next: string | null }> {
  return query(caller, workspace, async (inside) => {
    const found = await readableProject(inside, project);
    if (!found.ok) return found;
    const cursor = readCursor(ORDER, after, timeKey);
    if (!cursor.ok) return cursor;
    const { tx, permit } = inside;
    const filter = { others: othersSeen(inside, found.value), sha256: sha256 ?? null };
    const page = { limit: limit + 1, after: cursor.value };
    const { rows, next } = pageOf(
      await db.listKeptExports(tx, permit, found.value.id, filter, page),
      limit,
      ORDER,
    );
    return ok({ items: rows.map(present), next });
  });
}

/** One kept export; absent, foreign and not to be seen are the same. */
export function get(caller: Caller, workspace: string, id: string): Outcome<KeptExport> {
  return query(caller, workspace, async (inside) => {
    const row = await visible(inside, id);
    return row.ok ? ok(present(row.value)) : row;
  });
}

/** What was signed when it was made; it stays when the file has gone. */
export function manifestOf(caller: Caller, workspace: string, id: string): Outcome<SignedManifest> {
  return query(caller, workspace, async (inside) => {
    const row = await visible(inside, id);
    if (!row.ok) return row;
    const { manifest, signature } = row.value;
    if (!manifest || !signature) return fail(notFound("manifest"));
    return ok({ manifest, signature } as SignedManifest); // Both were stored as such by `runKeptExport`.
  });
}

/** Takes an export away: its file goes, what is known of it stays. Whoever asked for it, and admins. */
export async function remove(caller: Caller, workspace: string, id: string): Outcome<null> {
  const removed = await command(caller, workspace, async (inside) => {
    const row = await visible(inside, id);
    if (!row.ok) return row;
    const { requestedBy, projectId, state } = row.value;
    const { tx, actor, permit, at, journal } = inside;
    const isOwn = requestedBy === actor.userId;
    if (!isOwn && !isAllowed("workspace:manage", actor, { workspaceId: actor.workspaceId })) {
      return fail(notFound("export"));
    }
    if (state === "expired") return ok(fileOf(permit.workspaceId, id));
    await db.expireKeptExport(tx, permit, id, at);
    journal.audit({
      action: "export.remove",
      objectType: "project",
      objectId: projectId,
      detail: { exportId: id },
    });
    journal.announce({
      kind: "export.changed",
      articleId: null,
      objectId: id,
      payload: { id, state: "expired" },
    });
    return ok(fileOf(permit.workspaceId, id));
  });
  if (!removed.ok) return removed;
  await files().remove(removed.value);
  return ok(null);
}

/** The export, where the caller may see it; else none. */
export async function visible(inside: Inside, id: string): Outcome<db.KeptExportRow> {
  const { tx, permit, actor } = inside;
  const row = await db.keptExportById(tx, permit, id);
  const project = row && (await findProject(tx, permit, row.projectId));
  if (!row || !project) return fail(notFound("export"));
  const object = projectObject(actor, project);
  const isOf = row.request.state === "approved" ? "export:approved" : "export:drafts";
  const isOwn = row.requestedBy === actor.userId;
  const isSeen = isOwn || othersSeen(inside, project) !== "none";
  return isSeen && isAllowed(isOf, actor, object) ? ok(row) : fail(notFound("export"));
}

/** In a blind project an export holds layers that only its asker may look into. */
function othersSeen({ actor }: Inside, project: ProjectRecord): db.KeptExportFilter["others"] {
  if (project.mode === "blind") return "none";
  return isAllowed("export:drafts", actor, projectObject(actor, project)) ? "all" : "approved";
}

function present(row: db.KeptExportRow): KeptExport {
  const { manifest, requestedBy, requesterName, createdAt, finishedAt, expiresAt, format, ...own } = row;
  const said = manifest as SignedManifest["manifest"] | null; // Stored as such by `runKeptExport`.
  return {
    id: own.id,
    projectId: own.projectId,
    requestedBy: { id: requestedBy, name: requesterName },
    request: own.request,
    format: formatIds.find((known) => known === format) ?? "json",
    state: own.state,
    claimsDone: own.claimsDone,
    claimsTotal: own.claimsTotal,
    error: own.error,
    fileName: own.fileName,
    bytes: own.bytes,
    sha256: own.sha256,
    counts: said?.counts ?? null,
    eventNumber: said?.moment.eventNumber ?? null,
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
  };
}
