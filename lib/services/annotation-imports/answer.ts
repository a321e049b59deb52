import type { Actor } from "#lib/authz/objects.ts";
import {
  type AnnotationImport,
  type AnnotationImportRow,
  type ImportMapping,
  type ImportPreviewed,
  type ImportRun,
  importRun,
} from "#lib/contracts/annotation-imports.ts";
import type { ImportRecord } from "#lib/db/annotation-imports.ts";
import type { ProjectRecord } from "#lib/db/projects.ts";
import { mayManage } from "./access.ts";

/** The columns of JSON as what this service wrote into them. */
export function storedOf(record: Pick<ImportRecord, "mapping" | "preview" | "problems" | "options">) {
  return {
    mapping: record.mapping as ImportMapping, // Written from one.
    preview: record.preview as ImportPreviewed, // Written from one.
    problems: record.problems as AnnotationImport["problems"], // Written from `Problems`.
    options: importRun.parse(record.options) satisfies ImportRun,
  };
}

type Listed = Omit<ImportRecord, "mapping" | "preview" | "problems" | "options">;

export function importRowAnswer(actor: Actor, project: ProjectRecord, record: Listed): AnnotationImportRow {
  const { createdAt, finishedAt, undoneAt, expiresAt } = record;
  return {
    id: record.id,
    projectId: record.projectId,
    requestedBy: record.requestedBy,
    state: record.state,
    format: record.format,
    fileNames: [...record.fileNames],
    problemCount: record.problemCount,
    progress: record.progress,
    failure: record.failure,
    result: record.result as AnnotationImportRow["result"], // Written by `write`, or null.
    createdAt: createdAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
    undoneAt: undoneAt?.toISOString() ?? null,
    expiresAt: expiresAt?.toISOString() ?? null,
    actions: mayManage(actor, project, record) ? [...possible[record.state]] : [],
  };
}

const possible: Readonly<Record<ImportRecord["state"], AnnotationImportRow["actions"]>> = {
  previewed: ["change", "run", "discard"],
  failed: ["change", "run", "discard"],
  queued: [],
  running: [],
  done: ["undo"],
  discarded: [],
  undone: [],
};

export function importAnswer(actor: Actor, project: ProjectRecord, record: ImportRecord): AnnotationImport {
  const { mapping, preview, problems } = storedOf(record);
  return { ...importRowAnswer(actor, project, record), mapping, preview, problems };
}
