import { systemPermit } from "#lib/authz/system.ts";
import { exportCreate, type Manifest } from "#lib/contracts/exports.ts";
import { claimCount } from "#lib/db/exports.ts";
import * as db from "#lib/db/kept-exports.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { type Clock, systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { files, type KeptFile } from "#lib/platform/files.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "../caller.ts";
import { systemCommand } from "../jobs/system-command.ts";
import { type Journal, query } from "../workspace.ts";
import { fileNameOf } from "./exports.ts";
import { fileOf } from "./kept-file.ts";
import { type Allowed, allow, type Opened, open } from "./prepare.ts";
import { signManifest } from "./signing.ts";
import { write } from "./write.ts";

/** A maker that has not been heard of for so long is taken for gone. */
const LEASE = 60_000;
/** How often it says how far it has come. */
const PROGRESS_EVERY = 1_000;
const ATTEMPTS = 3;
const DAY = 86_400_000;

/** It is wanted no more: taken away while it was made, or its asker may no longer have it. */
class Unwanted extends Error {}

/** Makes what waits in a workspace, one after another, until nothing does. */
export async function makeWaiting(workspaceId: string, clock: Clock = systemClock): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  for (;;) {
    const at = clock();
    const lease = new Date(at.getTime() + LEASE);
    const row = await inWorkspace(permit, (tx) => db.takeKeptExport(tx, permit, at, lease));
    if (!row) return;
    await makeOne(workspaceId, row, clock);
  }
}

async function makeOne(workspaceId: string, row: db.KeptExportRow, clock: Clock): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  try {
    await make(workspaceId, row, clock);
  } catch (error) {
    await files().remove(fileOf(workspaceId, row.id));
    const isOver = error instanceof Unwanted || row.attempts >= ATTEMPTS;
    if (!(error instanceof Unwanted))
      log().error({ err: error, workspaceId, exportId: row.id }, "an export failed");
    const words =
      error instanceof Unwanted ? error.message : "It broke off while it was written. It has been logged.";
    await systemCommand(permit, clock(), async ({ tx, at, journal }) => {
      const state = isOver ? "failed" : "queued";
      await db.failKeptExport(tx, permit, row.id, at, { state, error: words });
      tell(journal, row.id, state);
    });
  }
}

async function make(workspaceId: string, row: db.KeptExportRow, clock: Clock): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  const allowed = await allowAgain(workspaceId, row);
  const opened = await open(allowed);
  if (!opened.ok) throw new Unwanted("The moment it asked for is not kept here.");
  const { reading } = opened.value;
  const name = fileNameOf(allowed, reading.header.exportedAt);
  let kept: KeptFile;
  try {
    let total = 0;
    for await (const count of reading.snapshot.rows(claimCount(reading.selection))) total = Number(count);
    const chunks = write(reading, allowed.request);
    kept = await files().write(
      fileOf(workspaceId, row.id),
      telling(chunks, opened.value, row.id, total, clock),
    );
  } finally {
    await reading.snapshot.close();
  }
  const manifest = manifestOf(row, allowed, opened.value, { name, ...kept });
  const signature = await signManifest(manifest);
  const isThere = await systemCommand(permit, clock(), async ({ tx, at, journal }) => {
    const expiresAt = new Date(at.getTime() + environment().EXPORT_DAYS * DAY);
    const { claims } = reading.tally;
    const done = { fileName: name, ...kept, claims, manifest, signature, expiresAt };
    if (!(await db.finishKeptExport(tx, permit, row.id, at, done))) return false;
    journal.audit({
      action: "export.finish",
      objectType: "project",
      objectId: row.projectId,
      detail: { exportId: row.id, sha256: kept.sha256, claims, eventNumber: manifest.moment.eventNumber },
    });
    tell(journal, row.id, "done");
    return true;
  });
  if (!isThere) await files().remove(fileOf(workspaceId, row.id));
}

/** With the rights its asker has now (rules.md 6). */
async function allowAgain(workspaceId: string, row: db.KeptExportRow): Promise<Allowed> {
  const caller: Caller = { principal: { userId: row.requestedBy, via: "system", scopes: null } };
  const request = exportCreate.safeParse(row.request);
  if (!request.success) throw new Unwanted("It asks for what this version of the program does not know.");
  const allowed = await query(caller, workspaceId, (inside) => allow(inside, row.projectId, request.data));
  if (!allowed.ok) throw new Unwanted("Whoever asked for it may no longer export this.");
  return allowed.value;
}

/** The same chunks; now and then it is noted how far they have come. */
async function* telling(
  chunks: AsyncIterable<string | Uint8Array>,
  { reading }: Opened,
  id: string,
  total: number,
  clock: Clock,
): AsyncGenerator<string | Uint8Array> {
  const permit = systemPermit("jobs", reading.selection.workspaceId);
  let toldAt = 0;
  for await (const chunk of chunks) {
    yield chunk;
    const now = clock().getTime();
    if (now - toldAt < PROGRESS_EVERY) continue;
    toldAt = now;
    const progress = { done: reading.tally.claims, total, leasedUntil: new Date(now + LEASE) };
    const isWanted = await inWorkspace(permit, (tx) => db.noteProgress(tx, permit, id, progress));
    if (!isWanted) throw new Unwanted("It was taken away while it was made.");
  }
}

function manifestOf(
  row: db.KeptExportRow,
  { head }: Allowed,
  { reading, clock }: Opened,
  file: KeptFile & { readonly name: string },
): Manifest {
  const { header, tally, inside } = reading;
  return {
    format: "sourceline-manifest/1",
    exportId: row.id,
    installation: head.base,
    workspace: head.workspace,
    project: head.project,
    codebook: { id: head.codebook.id, version: head.codebook.version },
    requestedBy: { id: row.requestedBy, name: row.requesterName ?? "" },
    createdAt: header.exportedAt,
    request: row.request,
    moment: {
      at: header.exportedAt,
      eventNumber: header.eventNumber,
      auditNumber: clock.auditNumber,
      auditHash: clock.auditHash,
    },
    cursor: header.cursor,
    counts: { ...tally, notReviewed: head.project.approvalsNeeded === 0 ? tally.claims : 0 },
    files: [file, ...inside],
  };
}

function tell(journal: Pick<Journal, "announce">, id: string, state: string): void {
  journal.announce({ kind: "export.changed", articleId: null, objectId: id, payload: { id, state } });
}

/** Files whose time is over go. */
export async function removeExpired(workspaceId: string, at: Date): Promise<void> {
  const permit = systemPermit("jobs", workspaceId);
  const over = await inWorkspace(permit, (tx) => db.expiredKeptExports(tx, permit, at));
  for (const { id } of over) {
    await files().remove(fileOf(workspaceId, id));
    await systemCommand(permit, at, async ({ tx, journal }) => {
      await db.expireKeptExport(tx, permit, id, at);
      tell(journal, id, "expired");
    });
  }
}
