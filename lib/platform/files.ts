import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join, resolve, sep } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { environment, InvalidEnvironment } from "./environment.ts";
import { randomToken } from "./random.ts";

/** Of a file that was kept: its size in bytes and its SHA-256 in lower-case hexadecimal. */
export type KeptFile = { readonly bytes: number; readonly sha256: string };

/** Where files are kept beside the database. Names are relative, with `/`: `exports/<workspace>/<id>`. */
export type Files = {
  /** Keeps what the chunks say under a name, whole or not at all; an older file of that name is replaced. */
  write(name: string, chunks: AsyncIterable<string | Uint8Array>): Promise<KeptFile>;
  /** The bytes of a file; null where there is none of that name. */
  read(name: string): Promise<AsyncIterable<Uint8Array> | null>;
  /** Also of what is not there. */
  remove(name: string): Promise<void>;
};

/** The files of this installation: in the data folder, or where `FILES_URL` says (a `file:` address). */
export function files(): Files {
  return filesIn(folderOf(environment()));
}

function folderOf({ FILES_URL, dataDir }: { FILES_URL?: string | undefined; dataDir: string }): string {
  if (FILES_URL === undefined) return join(dataDir, "files");
  if (FILES_URL.startsWith("file:")) return fileURLToPath(FILES_URL);
  throw new InvalidEnvironment("FILES_URL must be a file:// address: a folder that every process can reach.");
}

/** The files of one folder of this machine. */
export function filesIn(folder: string): Files {
  const placeOf = (name: string): string => {
    const place = resolve(folder, name);
    if (!place.startsWith(resolve(folder) + sep)) throw new Error("a file's name leads out of its folder");
    return place;
  };
  return {
    async write(name, chunks) {
      const place = placeOf(name);
      await mkdir(dirname(place), { recursive: true, mode: 0o700 });
      // Under its own name only when whole: a crash leaves no half of a file that looks like one.
      const draft = `${place}.${randomToken(6)}.part`;
      const measured = measuring(chunks);
      try {
        await pipeline(
          Readable.from(measured.chunks),
          createWriteStream(draft, { mode: 0o600, flush: true }),
        );
        await rename(draft, place);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
      return measured.result();
    },
    async read(name) {
      const place = placeOf(name);
      const found = await stat(place).catch(() => null);
      return found?.isFile() ? createReadStream(place) : null;
    },
    remove: (name) => rm(placeOf(name), { force: true }),
  };
}

/** The same chunks, counted and hashed as they pass. */
export function measuring(chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>) {
  const hash = createHash("sha256");
  let bytes = 0;
  async function* passing() {
    for await (const chunk of chunks) {
      const given = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      hash.update(given);
      bytes += given.byteLength;
      yield given;
    }
  }
  return { chunks: passing(), result: (): KeptFile => ({ bytes, sha256: hash.digest("hex") }) };
}
