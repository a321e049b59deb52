import type { ExportHeader } from "#core/export/dataset.ts";
import { fail, ok, type Result } from "#core/result.ts";
import { authorize } from "#lib/authz/authorize.ts";
import type { ExportQuery } from "#lib/contracts/exports.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { type ExportSelection, exportStatements, openSnapshot, type Snapshot } from "#lib/db/exports.ts";
import { findProject } from "#lib/db/projects.ts";
import { workspaceName } from "#lib/db/workspaces.ts";
import { environment } from "#lib/platform/environment.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { viewerOf } from "./viewer.ts";
import { type Reading, writeAnnotations, writeCsvTable, writeJsonDocument } from "./write.ts";

export type Export = {
  readonly chunks: AsyncGenerator<string>;
  readonly mediaType: string;
  readonly fileName: string;
  /** Claims in it. */
  readonly total: number;
};

type ExportRequest = ExportQuery;

/** So few claims are looked at, as on a page; what is more leaves the house. */
const MOST_IN_PREVIEW = 20;

/**
 * Streams a project's claims from one snapshot. Approved claims need `export:approved`, anything else
 * `export:drafts`. That it was asked for stands in the audit, before the first byte. Only a preview leaves no trace, as
 * reading leaves none: a few approved claims, of the project or of one article, which are read and not taken away.
 */
export async function stream(
  caller: Caller,
  workspace: string,
  project: string,
  request: ExportRequest,
): Promise<Result<Export, Failure>> {
  const prepared = isPreview(request)
    ? await query(caller, workspace, (inside) => prepare(inside, project, request))
    : await command(caller, workspace, (inside) => prepareRecorded(inside, project, request));
  if (!prepared.ok) return prepared;
  const { header, selection, slug, permit } = prepared.value;
  const snapshot = await openSnapshot(permit);
  const statements = exportStatements(selection);
  const total = await countOf(snapshot, statements).catch(async (error: unknown) => {
    await snapshot.close();
    throw error;
  });
  const reading: Reading = { snapshot, statements, header, withText: request.text === "quoted" };
  const { extension, mediaType } = kinds[request.format];
  return ok({
    chunks: closing(snapshot, written(reading, request, total)),
    mediaType,
    fileName: `${slug}-${request.state}-${header.exportedAt.slice(0, 10)}.${extension}`,
    total,
  });
}

/** With `since` a project could be taken away in small pieces; what is not approved is always on record. */
function isPreview({ limit, state, since }: ExportRequest): boolean {
  return limit !== undefined && limit <= MOST_IN_PREVIEW && state === "approved" && since === undefined;
}

const kinds = {
  json: { extension: "json", mediaType: "application/json; charset=utf-8" },
  csv: { extension: "csv", mediaType: "text/csv; charset=utf-8" },
  webannotation: {
    extension: "jsonld",
    mediaType: 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"; charset=utf-8',
  },
} as const;

async function prepareRecorded(
  inside: Inside & { journal: Journal },
  slugOrId: string,
  request: ExportRequest,
) {
  const prepared = await prepare(inside, slugOrId, request);
  if (!prepared.ok) return prepared;
  const { format, text, limit = null } = request;
  const { project, filter } = prepared.value.header;
  inside.journal.audit({
    action: "export",
    objectType: "project",
    objectId: project.id,
    detail: { ...filter, format, text, limit },
  });
  return prepared;
}

async function prepare(inside: Inside, slugOrId: string, request: ExportRequest) {
  const { tx, actor, at } = inside;
  const project = await findProject(tx, inside.permit, slugOrId);
  if (!project) return fail(notFound("project"));
  const facts = { isRestricted: project.restricted, memberIds: project.memberIds };
  const action = request.state === "approved" ? "export:approved" : "export:drafts";
  const permit = authorize(action, actor, { workspaceId: actor.workspaceId, project: facts });
  if (!permit.ok) return fail(notFound("project"));
  const codebook = await findCodebook(tx, inside.permit, project.codebookId, project.codebookVersion);
  if (!codebook) throw new Error("a project pins a codebook version that is not there");
  const filter = { state: request.state, article: request.article ?? null, since: request.since ?? null };
  const header: ExportHeader = {
    workspace: { id: actor.workspaceId, name: await workspaceName(tx, inside.permit) },
    project: { id: project.id, name: project.name, approvalsNeeded: project.approvalsNeeded },
    codebook,
    exportedAt: at.toISOString(),
    filter,
    base: environment().publicUrl,
  };
  const selection: ExportSelection = {
    projectId: project.id,
    ...viewerOf(actor),
    state: request.state,
    articleId: filter.article,
    since: filter.since,
    limit: request.limit ?? null,
  };
  return ok({ header, selection, slug: project.slug, permit: permit.value });
}

async function countOf(snapshot: Snapshot, statements: ReturnType<typeof exportStatements>): Promise<number> {
  for await (const count of snapshot.stream(statements.count, statements.values)) return Number(count);
  return 0;
}

function written(reading: Reading, request: ExportRequest, total: number): AsyncGenerator<string> {
  if (request.format === "csv") return writeCsvTable(reading, request.rows);
  if (request.format === "webannotation") return writeAnnotations(reading, total);
  return writeJsonDocument(reading);
}

/** Gives the snapshot's connection back when the last byte is written, or the reader has gone. */
async function* closing(snapshot: Snapshot, chunks: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield* chunks;
  } finally {
    await snapshot.close();
  }
}
