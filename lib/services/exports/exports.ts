import { formats } from "#core/export/formats.ts";
import { ok, type Result } from "#core/result.ts";
import type { Caller } from "../caller.ts";
import type { Failure } from "../failure.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { type Allowed, allow, type Opened, open } from "./prepare.ts";
import type { Tally } from "./reading.ts";
import type { ExportRequest } from "./request.ts";
import { write } from "./write.ts";

export type Export = {
  readonly chunks: AsyncGenerator<string | Uint8Array>;
  readonly mediaType: string;
  readonly fileName: string;
  /** What is in it, counted while it is written. */
  readonly tally: Readonly<Tally>;
};

/** So few claims are looked at, as on a page; what is more leaves the house. */
const MOST_IN_PREVIEW = 20;

/**
 * Streams a project's claims from one snapshot. That it was asked for stands in the audit, before the first byte. Only
 * a preview leaves no trace, as reading leaves none: a few approved claims, of the project or of some articles, which
 * are read and not taken away.
 */
export async function stream(
  caller: Caller,
  workspace: string,
  project: string,
  request: ExportRequest,
): Promise<Result<Export, Failure>> {
  const allowed = isPreview(request)
    ? await query(caller, workspace, (inside) => allow(inside, project, request))
    : await command(caller, workspace, (inside) => allowRecorded(inside, project, request));
  if (!allowed.ok) return allowed;
  const opened = await open(allowed.value);
  if (!opened.ok) return opened;
  const { reading } = opened.value;
  return ok({
    chunks: closing(opened.value, request),
    mediaType: mediaTypeOf(request),
    fileName: fileNameOf(allowed.value, reading.header.exportedAt),
    tally: reading.tally,
  });
}

/** With `since` or `asOf` a project could be taken away in small pieces; what is not approved is always on record. */
function isPreview({ limit, state, since, asOf }: ExportRequest): boolean {
  const isNow = since === undefined && asOf === undefined;
  return limit !== undefined && limit <= MOST_IN_PREVIEW && state === "approved" && isNow;
}

/** What is a folder comes as a zip. */
export function extensionOf({ format, shape, columns }: ExportRequest): string {
  if (shape === "pages") return "zip";
  if (columns === "cofenet" || shape === "lines") return "jsonl";
  return formats[format].extension;
}

export function mediaTypeOf(request: ExportRequest): string {
  if (request.shape === "pages") return "application/zip";
  if (request.columns === "cofenet" || request.shape === "lines") return formats.jsonl.mediaType;
  return formats[request.format].mediaType;
}

/** `desk-approved-brat-2026-01-05.zip`: the format is named where the end of the name does not say it. */
export function fileNameOf({ slug, request }: Allowed, exportedAt: string): string {
  const extension = extensionOf(request);
  const parts = [
    slug,
    request.state,
    ...(request.rows && request.rows !== "claims" ? [request.rows] : []),
    ...(extension.startsWith(request.format) ? [] : [request.format]),
    exportedAt.slice(0, 10),
  ];
  return `${parts.join("-")}.${extension}`;
}

async function allowRecorded(
  inside: Inside & { journal: Journal },
  project: string,
  request: ExportRequest,
): Promise<Result<Allowed, Failure>> {
  const allowed = await allow(inside, project, request);
  if (!allowed.ok) return allowed;
  const { format, text, limit = null } = request;
  const { head } = allowed.value;
  inside.journal.audit({
    action: "export",
    objectType: "project",
    objectId: head.project.id,
    detail: { ...head.filter, format, text, limit },
  });
  return allowed;
}

/** Gives the snapshot's connection back when the last byte is written, or the reader has gone. */
async function* closing({ reading }: Opened, request: ExportRequest): Export["chunks"] {
  try {
    yield* write(reading, request);
  } finally {
    await reading.snapshot.close();
  }
}
