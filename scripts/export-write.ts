import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Explained } from "./say.mjs";

type Chunks = AsyncIterable<string | Uint8Array>;

export async function writeToStdout(chunks: Chunks): Promise<void> {
  await pipeline(Readable.from(chunks), process.stdout, { end: false }).catch(unlessReaderLeft);
}

/** A file that is there under its name is whole: a broken export leaves nothing that looks like one. */
export async function writeToFile(file: string, chunks: Chunks): Promise<void> {
  const partial = `${file}.part`;
  try {
    await pipeline(Readable.from(chunks), createWriteStream(partial, { mode: 0o600 }));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true });
    throw unwritable(file, error);
  }
}

/** One line on stderr that counts, when a person looks on; `over` takes it away again. */
export function counter(): { tell(words: string): void; over(): void } {
  const { isTTY } = process.stderr;
  let toldAt = 0;
  return {
    tell(words) {
      if (!isTTY || Date.now() - toldAt < 200) return;
      toldAt = Date.now();
      process.stderr.write(`\r\u001b[K${words}`);
    },
    over() {
      if (isTTY && toldAt > 0) process.stderr.write("\r\u001b[K");
    },
  };
}

function unwritable(file: string, error: unknown): unknown {
  const isSystem = error instanceof Error && "syscall" in error && "code" in error;
  return isSystem
    ? new Explained(`${file} cannot be written (${error.code}). Nothing was left behind.`)
    : error;
}

/** `sourceline export | head` has all it wants. */
function unlessReaderLeft(error: NodeJS.ErrnoException): void {
  if (error.code !== "EPIPE") throw error;
}
