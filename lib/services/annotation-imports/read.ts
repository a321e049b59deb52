import type { ImportedDataset, NamedFile, ReadOptions } from "#core/import/dataset.ts";
import type { ImportFormat } from "#lib/contracts/annotation-imports.ts";
import { inWorker, WorkerGaveUp } from "#lib/platform/worker.ts";
import { CannotOpen, type HandedFile, openHanded } from "./files.ts";
import { readers, recognise } from "./readers.ts";

/** Files as they were handed over, or as they were kept. */
export type ReadRequest = {
  readonly handed?: readonly HandedFile[];
  readonly kept?: readonly NamedFile[];
  /** Null to recognise it. */
  readonly format: string | null;
  readonly roles: NonNullable<ReadOptions["roles"]>;
};

export type ReadAnswer =
  | {
      readonly ok: true;
      readonly format: ImportFormat;
      /** Only of what was handed over: what was kept is known. */
      readonly files: readonly NamedFile[];
      readonly dataset: ImportedDataset;
    }
  | { readonly ok: false; readonly reason: string };

/** Above so many bytes, and for every zip, others would wait for the reading noticeably. */
const LARGE = 200_000;
const LIMITS = { milliseconds: 60_000, megabytes: 1_024 };
/** Readings in threads of their own at the same time; the next one waits. */
const MOST_AT_ONCE = 2;
const WORKER = "lib/services/annotation-imports/read-worker.ts";

/** Reads what was handed over, in a thread of its own where it is large. */
export async function read(request: ReadRequest): Promise<ReadAnswer> {
  if (!isLarge(request)) return readNow(request);
  await turn();
  try {
    return await inWorker<ReadAnswer>(WORKER, request, LIMITS);
  } catch (error) {
    if (error instanceof WorkerGaveUp) return { ok: false, reason: error.message };
    throw error;
  } finally {
    busy -= 1;
    waiting.shift()?.();
  }
}

let busy = 0;
const waiting: (() => void)[] = [];

async function turn(): Promise<void> {
  while (busy >= MOST_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  busy += 1;
}

function isLarge({ handed = [], kept = [] }: ReadRequest): boolean {
  const isZipped = handed.some(({ bytes }) => bytes[0] === 0x50 && bytes[1] === 0x4b);
  const bytes = handed.reduce((sum, file) => sum + file.bytes.byteLength, 0);
  return isZipped || bytes + kept.reduce((sum, file) => sum + file.text.length, 0) > LARGE;
}

/** Reads here and now. */
export function readNow({ handed, kept = [], format, roles }: ReadRequest): ReadAnswer {
  try {
    const { files, problems } = handed ? openHanded(handed) : { files: kept, problems: [] };
    const found = format ?? recognise(files);
    const known = readerOf(found);
    if (known === null) return { ok: false, reason: problems[0]?.message ?? unknown(format) };
    const dataset = known.reader(files, { roles });
    const all = { ...dataset, problems: [...problems, ...dataset.problems] };
    return { ok: true, format: known.format, files: handed ? files : [], dataset: all };
  } catch (error) {
    if (error instanceof CannotOpen) return { ok: false, reason: error.message };
    // A reader answers bad input with problems; what still throws is input deeper than the stack.
    if (error instanceof RangeError) return { ok: false, reason: "It is nested too deeply to be read." };
    throw error;
  }
}

function readerOf(format: string | null) {
  for (const [name, reader] of Object.entries(readers)) {
    // The keys of `readers` are formats.
    if (name === format) return { format: name as ImportFormat, reader };
  }
  return null;
}

function unknown(format: string | null): string {
  return format === null
    ? "It is in none of the formats read here, or its format cannot be told. Name the format."
    : `Nothing here reads annotations in the format “${format}”.`;
}
