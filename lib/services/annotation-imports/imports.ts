import { fail, ok, type Result } from "#core/result.ts";
import type {
  AnnotationImport,
  AnnotationImportsPage,
  ImportMapping,
  ImportPatch,
} from "#lib/contracts/annotation-imports.ts";
import * as db from "#lib/db/annotation-imports.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { importableProject } from "../projects/access.ts";
import { command, type Inside, query } from "../workspace.ts";
import { isImportVisible, ownImport, visibleImport } from "./access.ts";
import { importAnswer, importRowAnswer, storedOf } from "./answer.ts";
import { cleanName } from "./files.ts";
import { forget, keep, kept } from "./kept.ts";
import { type Look, look, mappingProblems } from "./look.ts";
import { type ReadAnswer, read } from "./read.ts";
import { gone, notNow } from "./refusals.ts";

type Outcome<T> = Promise<Result<T, Failure>>;
type Readable = Extract<ReadAnswer, { ok: true }>;

const MOST_FILES = 20_000;
/** One transaction holds them all; more come in as several imports. */
const MOST_CLAIMS = 200_000;
const MOST_NAMES = 50;
const KEPT_FOR = 86_400_000;
/** Looking at so many takes a while; nothing is held meanwhile but a connection. */
const LIMITS = { timeout: 600_000 };
const noChoice: ImportMapping = { labels: {}, roles: {}, annotators: {} };

/** Takes files in to look at: reads them, keeps them for a day, and answers what would come in. */
export async function createImport(
  caller: Caller,
  workspace: string,
  project: string,
  handed: { readonly files: readonly File[]; readonly format?: string | undefined },
): Outcome<AnnotationImport> {
  const { files, format = null } = handed;
  if (files.length === 0) return fail(invalid("/files", "send at least one file"));
  if (files.length > MOST_FILES) return fail(invalid("/files", `send at most ${MOST_FILES} files at once`));
  // Asked before anything is read, so that nobody makes the program work who may not.
  const allowed = await query(caller, workspace, (inside) =>
    importableProject(inside, project, { lock: false }),
  );
  if (!allowed.ok) return allowed;
  const bytes = await Promise.all(
    files.map(async (file) => ({
      name: cleanName(file.name),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
  const answer = await read({ handed: bytes, format, roles: {} });
  if (!answer.ok) return fail(invalid("/files", answer.reason));
  if (answer.dataset.claims.length > MOST_CLAIMS) {
    return fail(invalid("/files", `It holds more than ${MOST_CLAIMS} claims. Split it.`));
  }
  return store(caller, workspace, project, { answer, names: bytes.map(({ name }) => name) });
}

/** The first handed over by name; of very many the rest is a number. */
function shownNames(names: readonly string[]): string[] {
  const more = names.length - MOST_NAMES;
  return more > 0 ? [...names.slice(0, MOST_NAMES), `… and ${more} more`] : [...names];
}

async function store(
  caller: Caller,
  workspace: string,
  project: string,
  { answer, names }: { readonly answer: Readable; readonly names: readonly string[] },
): Outcome<AnnotationImport> {
  const id = newId();
  const place: { workspaceId: string | null } = { workspaceId: null };
  const made = await command(
    caller,
    workspace,
    async (inside) => {
      const into = await importableProject(inside, project, { lock: false });
      if (!into.ok) return into;
      const { tx, permit, actor, at } = inside;
      const looked = await look(inside, into.value, answer.dataset, noChoice);
      await keep(actor.workspaceId, id, answer.files);
      place.workspaceId = actor.workspaceId;
      await db.insertImport(tx, permit, {
        ...storable(looked),
        id,
        projectId: into.value.project.id,
        requestedBy: actor.userId,
        format: answer.format,
        fileNames: shownNames(names),
        at,
        expiresAt: new Date(at.getTime() + KEPT_FOR),
      });
      return answerOf(inside, project, id);
    },
    LIMITS,
  );
  // Refused, or answered from an earlier request with the same key: then these files belong to nothing.
  const isStored = made.ok && made.value.id === id;
  if (!isStored && place.workspaceId !== null) await forget(place.workspaceId, id);
  return made;
}

export function storable({ mapping, preview, problems }: Look) {
  return { mapping, preview, problems: problems.kept, problemCount: problems.count };
}

export async function answerOf(inside: Inside, project: string, id: string): Outcome<AnnotationImport> {
  const found = await visibleImport(inside, project, id);
  if (!found.ok) return found;
  return ok(importAnswer(inside.actor, found.value.project, found.value.record));
}

/** An import with its preview and what became of it. */
export function getImport(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
): Outcome<AnnotationImport> {
  return query(caller, workspace, (inside) => answerOf(inside, project, id));
}

/** A project's imports, newest first. */
export function listImports(
  caller: Caller,
  workspace: string,
  project: string,
  { limit, after }: { readonly limit: number; readonly after?: string | undefined },
): Outcome<AnnotationImportsPage> {
  return query(caller, workspace, async (inside) => {
    const into = await importableProject(inside, project, { lock: false });
    if (!into.ok) return into;
    const cursor = readCursor("created", after, timeKey);
    if (!cursor.ok) return cursor;
    const { actor, tx, permit } = inside;
    const seesAll = isImportVisible(actor, into.value.project, { requestedBy: "" });
    const rows = await db.listImports(tx, permit, {
      projectId: into.value.project.id,
      requestedBy: seesAll ? null : actor.userId,
      limit: limit + 1,
      after: cursor.value,
    });
    const page = pageOf(rows, limit, "created");
    const items = page.rows.map((row) => importRowAnswer(actor, into.value.project, row));
    return ok({ items, next: page.next });
  });
}

/** Takes choices over and looks again at what was handed over. */
export async function changeImport(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
  patch: ImportPatch,
): Outcome<AnnotationImport> {
  const begun = await query(caller, workspace, async (inside) => {
    const found = await visibleImport(inside, project, id);
    if (!found.ok) return found;
    const { record } = found.value;
    if (!isOpen(record)) return fail(notNow(record.state));
    const errors = await mappingProblems(inside, found.value.project, patch);
    if (errors.length > 0) return fail({ kind: "invalid", errors });
    return ok({ record, workspaceId: inside.actor.workspaceId });
  });
  if (!begun.ok) return begun;
  const { record, workspaceId } = begun.value;
  const mapping = merged(storedOf(record).mapping, patch);
  const answer = await readKept(workspaceId, record, mapping);
  if (!answer.ok) return answer;
  return command(
    caller,
    workspace,
    async (inside) => {
      const own = await ownImport(inside, project, id);
      if (!own.ok) return own;
      if (!isOpen(own.value.record)) return fail(notNow(own.value.record.state));
      const looked = await look(inside, own.value, answer.value.dataset, mapping);
      await db.updatePreview(inside.tx, inside.permit, id, storable(looked));
      return answerOf(inside, project, id);
    },
    LIMITS,
  );
}

const isOpen = ({ state }: db.ImportRecord) => state === "previewed" || state === "failed";

function merged(before: ImportMapping, { labels, roles, annotators }: ImportPatch): ImportMapping {
  return {
    labels: { ...before.labels, ...labels },
    roles: { ...before.roles, ...roles },
    annotators: { ...before.annotators, ...annotators },
  };
}

/** What was handed over, read with the roles that were chosen since. */
export async function readKept(
  workspaceId: string,
  { id, format }: Pick<db.ImportRecord, "id" | "format">,
  { roles }: ImportMapping,
): Outcome<Readable> {
  const given = await kept(workspaceId, id);
  if (given === null) return fail(gone);
  const answer = await read({ kept: given, format, roles });
  return answer.ok ? ok(answer) : fail(invalid("/files", answer.reason));
}

/** Discards what was only looked at; its files are removed. */
export async function discardImport(
  caller: Caller,
  workspace: string,
  project: string,
  id: string,
): Outcome<AnnotationImport> {
  const done = await command(caller, workspace, async (inside) => {
    const own = await ownImport(inside, project, id);
    if (!own.ok) return own;
    const { record } = own.value;
    if (record.state !== "discarded") {
      if (!isOpen(record)) return fail(notNow(record.state));
      await db.endImport(inside.tx, inside.permit, id, "discarded", inside.at);
      inside.journal.audit({
        action: "annotations.import_discarded",
        objectType: "import",
        objectId: id,
        detail: { projectId: record.projectId },
      });
    }
    const answer = await answerOf(inside, project, id);
    return answer.ok ? ok({ answer: answer.value, workspaceId: inside.actor.workspaceId }) : answer;
  });
  if (!done.ok) return done.failure.kind === "not-found" ? fail(notFound("import")) : done;
  await forget(done.value.workspaceId, id);
  return ok(done.value.answer);
}
