import type { ExportedDocument, FileWriter, FolderWriter, NamedText } from "#core/export/document.ts";
import { claimCount } from "#lib/db/exports.ts";
import { measuring } from "#lib/platform/files.ts";
import { documents, emptyTally, type Reading } from "./reading.ts";
import { type ZipEntry, zipped } from "./zip.ts";

type Chunks = AsyncGenerator<string | Uint8Array>;

/** Documents from the first one on, each time it is asked; only the first time do they count. */
export function passes(
  reading: Reading,
  withBodies = reading.withText,
): () => AsyncIterable<ExportedDocument> {
  let isFirst = true;
  return () => {
    const tally = isFirst ? reading.tally : emptyTally();
    isFirst = false;
    return documents({ ...reading, tally }, withBodies);
  };
}

/** One file, document by document. */
export async function* writeFile(reading: Reading, writer: FileWriter): Chunks {
  yield* fileOf(reading, writer, passes(reading), await totalOf(reading));
}

/** Several files as one zip; what went into it is noted for the manifest. */
export async function* writeFolder(reading: Reading, writer: FolderWriter): Chunks {
  const { header, inside } = reading;
  const total = await totalOf(reading);
  async function* entries(): AsyncGenerator<ZipEntry> {
    for (const { name, text } of writer.beside(header)) yield { name, chunks: [text] };
    const again = passes(reading);
    for (const [name, whole] of Object.entries(writer.whole)) {
      yield { name, chunks: fileOf(reading, whole, again, total) };
    }
    for await (const document of again()) {
      for (const { name, text } of writer.files(header, document)) yield { name, chunks: [text] };
    }
  }
  yield* zipped(noting(entries(), inside));
}

/** Several files that are made in turn, as one zip. */
export async function* writeTexts({ inside }: Reading, texts: AsyncIterable<NamedText>): Chunks {
  async function* entries(): AsyncGenerator<ZipEntry> {
    for await (const { name, text } of texts) yield { name, chunks: [text] };
  }
  yield* zipped(noting(entries(), inside));
}

async function* fileOf(
  { header }: Reading,
  writer: FileWriter,
  again: ReturnType<typeof passes>,
  total: number,
): AsyncGenerator<string> {
  yield writer.open(header, total);
  let isFirst = true;
  for await (const document of again()) {
    yield writer.write(header, document, isFirst);
    isFirst = false;
  }
  yield writer.close(header, total);
}

async function* noting(
  entries: AsyncIterable<ZipEntry>,
  inside: Reading["inside"],
): AsyncGenerator<ZipEntry> {
  for await (const { name, chunks } of entries) {
    const measured = measuring(chunks);
    yield { name, chunks: measured.chunks };
    inside.push({ name, ...measured.result() });
  }
}

/** Claims that will be in it. */
async function totalOf({ snapshot, selection, limit }: Reading): Promise<number> {
  for await (const count of snapshot.rows(claimCount(selection))) {
    return Math.min(Number(count), limit ?? Number.POSITIVE_INFINITY);
  }
  return 0;
}
