import { pipeline, Readable } from "node:stream";
import { crc32, createDeflateRaw, deflateRawSync } from "node:zlib";

/** A file of a zip, written while it is read. `name` is relative, with `/` between folders. */
export type ZipEntry = {
  readonly name: string;
  readonly chunks: AsyncIterable<string | Uint8Array> | Iterable<string | Uint8Array>;
};

type Written = {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly size: number;
  readonly packed: number;
};

/**
 * A zip of these files (APPNOTE 6.3), in their order and one at a time: the next is asked for when the last byte of the
 * one before is out, so memory stays flat. The same files give the same bytes: every time is the first of 1980. More
 * than 65,535 files or 4 GiB become a zip64; one file of more than 4 GiB throws, as do names that lead elsewhere or
 * come twice.
 */
export async function* zipped(
  entries: AsyncIterable<ZipEntry> | Iterable<ZipEntry>,
): AsyncGenerator<Uint8Array> {
  const written: Written[] = [];
  const names = new Set<string>();
  let offset = 0;
  for await (const { name, chunks } of entries) {
    checkName(name, names);
    const bytes = Buffer.from(name, "utf8");
    const head = localHeader(bytes);
    yield head;
    const counts = { crc: 0, size: 0 };
    let packed = 0;
    for await (const piece of deflated(chunks, counts)) {
      packed += piece.length;
      yield piece;
    }
    if (Math.max(counts.size, packed) > MOST_32)
      throw new Error(`${name} is too large for a zip: over 4 GiB`);
    written.push({ name: bytes, offset, packed, ...counts });
    const tail = descriptor(counts.crc, packed, counts.size);
    yield tail;
    offset += head.length + packed + tail.length;
  }
  yield* directory(written, offset);
}

const MOST_16 = 0xffff;
const MOST_32 = 0xffffffff;

function checkName(name: string, names: Set<string>): void {
  const parts = name.split("/");
  if (!/^[\w.[\]-]+(?:\/[\w.-]+)*$/u.test(name) || parts.includes("..") || parts.includes("."))
    throw new Error(`${JSON.stringify(name)} is no name for a file in a zip`);
  if (names.has(name)) throw new Error(`${name} stands in the zip already`);
  names.add(name);
}

/** Most files of a folder are one piece, and a stream each would cost more than packing them. */
async function* deflated(
  chunks: ZipEntry["chunks"],
  counts: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  const pieces = counted(chunks, counts);
  const first = await pieces.next();
  const second = await pieces.next();
  const known = [first, second].flatMap(({ done, value }) => (done ? [] : [value]));
  if (second.done) yield deflateRawSync(known[0] ?? Buffer.alloc(0));
  else yield* streamed(known, pieces);
}

/** Off the main thread; what is thrown while reading is thrown here, and who stops early stops the reading, too. */
function streamed(known: readonly Buffer[], rest: AsyncGenerator<Buffer>): AsyncIterable<Buffer> {
  const packer = createDeflateRaw();
  async function* all() {
    yield* known;
    yield* rest;
  }
  // The failure reaches whoever iterates: `pipeline` hands it on to the packer.
  pipeline(Readable.from(all(), { objectMode: false }), packer, () => {});
  return packer;
}

async function* counted(
  chunks: ZipEntry["chunks"],
  counts: { crc: number; size: number },
): AsyncGenerator<Buffer> {
  for await (const piece of gathered(chunks)) {
    counts.crc = crc32(piece, counts.crc);
    counts.size += piece.length;
    yield piece;
  }
}

/** Small pieces cost a turn of the stream each: they are gathered to about this many bytes. */
const GATHERED = 65_536;

async function* gathered(chunks: ZipEntry["chunks"]): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    const piece = typeof chunk === "string" ? Buffer.from(chunk, "utf8") : Buffer.from(chunk);
    held.push(piece);
    size += piece.length;
    if (size < GATHERED) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

/** Deflated, its name in UTF-8, its sizes behind it: they are not known yet. */
const FLAGS = 0x0808;
const DEFLATED = 8;
/** 1980-01-01, the first day there is. */
const DATE = 0x0021;
const PLAIN = 20;
const ZIP64 = 45;

function localHeader(name: Buffer): Buffer {
  return Buffer.concat([
    fields("IHHHHHIIIHH", [0x04034b50, PLAIN, FLAGS, DEFLATED, 0, DATE, 0, 0, 0, name.length, 0]),
    name,
  ]);
}

function descriptor(crc: number, packed: number, size: number): Buffer {
  return fields("IIII", [0x08074b50, crc, packed, size]);
}

/** The list of files at the end, and where it is to be found. */
function* directory(written: readonly Written[], start: number): Generator<Buffer> {
  let size = 0;
  for (const entry of written) {
    const record = centralHeader(entry);
    size += record.length;
    yield record;
  }
  const count = written.length;
  if (count > MOST_16 || start + size > MOST_32) {
    yield fields("IQHHIIQQQQ", [0x06064b50, 44, ZIP64, ZIP64, 0, 0, count, count, size, start]);
    yield fields("IIQI", [0x07064b50, 0, start + size, 1]);
  }
  const [few, small, near] = [Math.min(count, MOST_16), Math.min(size, MOST_32), Math.min(start, MOST_32)];
  yield fields("IHHHHIIH", [0x06054b50, 0, 0, few, few, small, near, 0]);
}

function centralHeader({ name, offset, crc, size, packed }: Written): Buffer {
  const isFar = offset >= MOST_32;
  const extra = isFar ? fields("HHQ", [0x0001, 8, offset]) : Buffer.alloc(0);
  const version = isFar ? ZIP64 : PLAIN;
  const head = fields("IHHHHHHIIIHHHHHII", [
    ...[0x02014b50, version, version, FLAGS, DEFLATED, 0, DATE, crc, packed, size],
    ...[name.length, extra.length, 0, 0, 0, 0, Math.min(offset, MOST_32)],
  ]);
  return Buffer.concat([head, name, extra]);
}

const WIDTHS = { H: 2, I: 4, Q: 8 } as const;

/** Numbers, low byte first, of two (H), four (I) or eight (Q) bytes each. */
function fields(kinds: string, values: readonly number[]): Buffer {
  const widths = [...kinds].map((kind) => WIDTHS[kind as keyof typeof WIDTHS]); // Only ours are ever given.
  const buffer = Buffer.alloc(widths.reduce((sum: number, width) => sum + width, 0));
  let at = 0;
  for (const [place, width] of widths.entries()) {
    const value = values[place] ?? 0;
    if (width === 8) buffer.writeBigUInt64LE(BigInt(value), at);
    else buffer.writeUIntLE(value, at, width);
    at += width;
  }
  return buffer;
}
