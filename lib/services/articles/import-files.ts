import { fail, ok, type Result } from "#core/result.ts";
import type { ImportAnswer } from "#lib/contracts/articles.ts";
import { duplicatesOf } from "#lib/db/articles.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid } from "../failure.ts";
import { readFile } from "../imports/read-file.ts";
import type { Reading } from "../imports/reading.ts";
import { importableProject } from "../projects/access.ts";
import { command, type Inside, type Journal, query } from "../workspace.ts";
import { detailsOf } from "./import-article.ts";
import { storeArticle } from "./store-article.ts";

/** More at once would keep others waiting for the project. */
const MOST_FILES = 200;
const LONGEST_NAME = 300;

type Row = ImportAnswer["rows"][number];
type ReadFile = { readonly name: string; readonly reading: Result<Reading, string> };
type Into = Extract<Awaited<ReturnType<typeof importableProject>>, { ok: true }>["value"];

/**
 * Imports files, one article each: what can be stored is, and every other file has its reason in its row. Files are
 * read before anything is written, so that no connection waits for them.
 */
export async function importFiles(
  caller: Caller,
  workspace: string,
  project: string,
  files: readonly File[],
): Promise<Result<ImportAnswer, Failure>> {
  if (files.length === 0) return fail(invalid("/files", "send at least one file"));
  if (files.length > MOST_FILES) return fail(invalid("/files", `send at most ${MOST_FILES} files at once`));
  const allowed = await query(caller, workspace, (inside) =>
    importableProject(inside, project, { lock: false }),
  );
  if (!allowed.ok) return allowed;
  const read: ReadFile[] = [];
  for (const file of files) read.push(await readOne(file));
  return command(caller, workspace, async (inside) => {
    const into = await importableProject(inside, project);
    if (!into.ok) return into;
    return ok({ rows: await storeAll(inside, into.value, read) });
  });
}

/** The files of a form, whatever its fields are called. */
export function filesOf(form: FormData): File[] {
  return [...form.values()].filter((value) => value instanceof File);
}

async function readOne(file: File): Promise<ReadFile> {
  // A name is shown and stored: what no text may hold does not get in through it.
  const name = file.name.replace(/\0/gu, "").toWellFormed().normalize("NFC").slice(-LONGEST_NAME);
  return { name, reading: readFile(name, new Uint8Array(await file.arrayBuffer())) };
}

async function storeAll(
  inside: Inside & { readonly journal: Journal },
  into: Into,
  read: readonly ReadFile[],
): Promise<Row[]> {
  const hashes = read.flatMap(({ reading }) => (reading.ok ? [reading.value.sha256] : []));
  const found = await duplicatesOf(inside.tx, inside.permit, into.project.id, hashes);
  const known = new Map(found.toReversed().map(({ sha256, id, title }) => [sha256, { id, title }]));
  const rows: Row[] = [];
  for (const { name, reading } of read) {
    if (!reading.ok) {
      rows.push({
        name,
        status: "failed",
        articleId: null,
        title: null,
        problem: reading.failure,
        note: null,
      });
      continue;
    }
    const { sha256, note } = reading.value;
    const same = known.get(sha256);
    if (same) {
      const problem = `The project already holds this text as “${same.title}”. It was not stored twice.`;
      rows.push({ name, status: "duplicate", articleId: same.id, title: same.title, problem, note });
      continue;
    }
    const details = detailsOf({}, reading.value);
    const id = await storeArticle(inside, into, reading.value, details);
    known.set(sha256, { id, title: details.title });
    rows.push({ name, status: "stored", articleId: id, title: details.title, problem: null, note });
  }
  return rows;
}
