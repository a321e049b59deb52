import { crc32, inflateRawSync } from "node:zlib";

/** A file of an archive: its name as the archive has it, and its bytes. */
export type ZippedFile = { readonly name: string; readonly bytes: Uint8Array };

export type ZipLimits = {
  readonly entries: number;
  /** Bytes of all files together, inflated. */
  readonly bytes: number;
};

/** Why an archive is not opened, in words for whoever handed it over. */
export class BadZip extends Error {}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const LONGEST_NAME = 300;

/** Whether bytes begin like a zip. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The files of a zip, folders left out (APPNOTE 6.3.10). What an entry says of its size is held against the limits
 * before a byte of it is inflated, and inflating stops where it says more than it said: nothing grows past them.
 * Throws `BadZip`; a bad entry spoils the whole archive, for then somebody built it so.
 */
export function unzip(bytes: Uint8Array, limits: ZipLimits): ZippedFile[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = [...entriesOf(view, bytes, limits)];
  refuseOverlap(entries);
  return entries.filter(({ name }) => !name.endsWith("/")).map((entry) => opened(view, bytes, entry));
}

type Entry = {
  readonly name: string;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
};

function* entriesOf(view: DataView, bytes: Uint8Array, limits: ZipLimits): Generator<Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count === 0xffff) throw new BadZip("It holds too many files, or is of the kind for huge archives.");
  if (count > limits.entries) {
    throw new BadZip(`It holds ${count} files; at most ${limits.entries} are taken at once.`);
  }
  let at = view.getUint32(end + 16, true);
  let total = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== CENTRAL)
      throw new BadZip("Its list of files is damaged.");
    const entry = entryAt(view, bytes, at);
    total += entry.size;
    if (total > limits.bytes) {
      throw new BadZip(`It holds more than ${Math.floor(limits.bytes / 1_000_000)} MB when unpacked.`);
    }
    yield entry;
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
}

/** Where the end record stands: within its longest comment of the end. */
function endOf(view: DataView): number {
  const last = view.byteLength - END_LENGTH;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new BadZip("It is no zip, or its end is missing.");
}

function entryAt(view: DataView, bytes: Uint8Array, at: number): Entry {
  const flags = view.getUint16(at + 8, true);
  const name = nameOf(bytes.subarray(at + 46, at + 46 + view.getUint16(at + 28, true)));
  if ((flags & 1) !== 0) throw new BadZip(`“${name}” in it is encrypted.`);
  const method = view.getUint16(at + 10, true);
  if (method !== 0 && method !== 8) throw new BadZip(`“${name}” in it is packed in a way not read here.`);
  return {
    name,
    method,
    crc: view.getUint32(at + 16, true),
    packed: view.getUint32(at + 20, true),
    size: view.getUint32(at + 24, true),
    offset: view.getUint32(at + 42, true),
  };
}

/** Names are shown and looked up, never a place to write to; one that would lead elsewhere is refused all the same. */
function nameOf(raw: Uint8Array): string {
  let name: string;
  try {
    name = new TextDecoder("utf-8", { fatal: true }).decode(raw).normalize("NFC");
  } catch {
    name = new TextDecoder("latin1").decode(raw).normalize("NFC");
  }
  const parts = name.split("/");
  const isUnsafe =
    name === "" ||
    name.length > LONGEST_NAME ||
    name.startsWith("/") ||
    /[\\\p{Cc}]|^[a-z]:/iu.test(name) ||
    parts.includes("..") ||
    parts.includes(".");
  if (isUnsafe) throw new BadZip(`A file in it has a name that is not taken: “${shown(name)}”.`);
  return name;
}

const shown = (name: string) => name.slice(0, 80).replace(/\p{Cc}/gu, "·");

/** Two files made of the same bytes are how a small archive becomes a huge one. */
function refuseOverlap(entries: readonly Entry[]): void {
  const names = new Set<string>();
  let reached = 0;
  for (const { name, offset, packed } of entries.toSorted((one, other) => one.offset - other.offset)) {
    if (offset < reached) throw new BadZip(`“${name}” in it shares its bytes with another file.`);
    reached = offset + packed;
    if (names.has(name)) throw new BadZip(`It holds two files named “${name}”.`);
    names.add(name);
  }
}

function opened(view: DataView, bytes: Uint8Array, entry: Entry): ZippedFile {
  const { name, offset, packed, size, method, crc } = entry;
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL) {
    throw new BadZip(`“${name}” in it is not where the list says.`);
  }
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const content = inflated(bytes.subarray(start, start + packed), method, size, name);
  if (content.byteLength !== size || crc32(content) !== crc) throw new BadZip(`“${name}” in it is damaged.`);
  return { name, bytes: content };
}

function inflated(packed: Uint8Array, method: number, size: number, name: string): Uint8Array {
  if (method === 0) return packed;
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, size) });
  } catch {
    throw new BadZip(`“${name}” in it is damaged, or larger than it says.`);
  }
}
