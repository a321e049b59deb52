import { crc32, deflateRawSync } from "node:zlib";

/** A file of a zip that a test makes, and what its entry says of it where that is not true. */
export type Zipped = {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly size?: number;
  readonly crc?: number;
  readonly flags?: number;
  readonly method?: number;
  /** Where it says it stands; where it does stand unless given. */
  readonly offset?: number;
};

/** A zip of these files, by APPNOTE 6.3.10; `count` is how many it says it holds. */
export function zipOf(files: readonly Zipped[], count = files.length): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const file of files) {
    const { local, packed, entry } = partsOf(file, at);
    parts.push(local, packed);
    central.push(entry);
    at += local.length + packed.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return new Uint8Array(Buffer.concat([...parts, list, end]));
}

function partsOf(file: Zipped, at: number) {
  const content = Buffer.from(file.content);
  const method = file.method ?? 8;
  const packed = method === 8 ? deflateRawSync(content) : content;
  const name = Buffer.from(file.name);
  const common = Buffer.alloc(26);
  common.writeUInt16LE(20, 0);
  common.writeUInt16LE(file.flags ?? 0, 2);
  common.writeUInt16LE(method, 4);
  common.writeUInt32LE(file.crc ?? crc32(content), 10);
  common.writeUInt32LE(packed.length, 14);
  common.writeUInt32LE(file.size ?? content.length, 18);
  common.writeUInt16LE(name.length, 22);
  const local = Buffer.concat([signature(0x04034b50), common, name]);
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(file.offset ?? at, 10);
  const entry = Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), common, rest, name]);
  return { local, packed, entry };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
