import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { type ZipEntry, zipped } from "./zip.ts";

async function bytesOf(entries: Iterable<ZipEntry> | AsyncIterable<ZipEntry>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of zipped(entries)) pieces.push(piece);
  return Buffer.concat(pieces);
}

const decoder = new TextDecoder();
const read = (zip: Uint8Array) =>
  Object.fromEntries(Object.entries(unzipSync(zip)).map(([name, bytes]) => [name, decoder.decode(bytes)]));
const entry = (name: string, ...chunks: readonly (string | Uint8Array)[]): ZipEntry => ({ name, chunks });

const folder = mkdtempSync(join(tmpdir(), "zip-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("a zip", () => {
  it("gives back every file, empty ones and those of many pieces", async () => {
    const long = Array.from({ length: 5_000 }, (_, place) => `Line ${place} 🌧️ שלום\n`);
    const zip = await bytesOf([
      entry("a.txt", "It rained."),
      entry("empty.txt"),
      entry("texts/b-1.ann", ...long),
      entry("bytes.bin", new Uint8Array([0, 255, 1])),
    ]);
    expect(read(zip)).toMatchObject({
      "a.txt": "It rained.",
      "empty.txt": "",
      "texts/b-1.ann": long.join(""),
    });
    expect(unzipSync(zip)["bytes.bin"]).toEqual(new Uint8Array([0, 255, 1]));
  });

  it("is the same for the same files, however they are cut", async () => {
    const one = await bytesOf([entry("a.txt", "It rained.", " It snowed.")]);
    const other = await bytesOf([entry("a.txt", "It", " rained. It snowed.")]);
    expect(one.equals(other)).toBe(true);
  });

  it("holds nothing and can still be read", async () => {
    expect(read(await bytesOf([]))).toEqual({});
  });

  it("asks for a file only when the one before is out", async () => {
    const asked: string[] = [];
    async function* entries() {
      for (const name of ["a", "b"]) {
        asked.push(name);
        yield {
          name,
          chunks: (async function* () {
            yield "x";
            asked.push(`${name} read`);
          })(),
        };
      }
    }
    await bytesOf(entries());
    expect(asked).toEqual(["a", "a read", "b", "b read"]);
  });

  it("hands on what fails while a file is read", async () => {
    async function* failing() {
      yield "x";
      throw new Error("the snapshot is gone");
    }
    await expect(bytesOf([{ name: "a", chunks: failing() }])).rejects.toThrow("the snapshot is gone");
  });

  it("stops reading when nobody takes the rest", async () => {
    let isClosed = false;
    async function* endless() {
      try {
        for (;;) yield "0123456789".repeat(10_000);
      } finally {
        isClosed = true;
      }
    }
    for await (const piece of zipped([{ name: "a", chunks: endless() }])) {
      if (piece.length > 1_000) break;
    }
    await expect.poll(() => isClosed).toBe(true);
  });

  it.each(["", "/a", "../a", "a/../b", "a//b", "a b", "ä", "a\\b", "./a", "a/"])(
    "takes no file by the name of %j",
    async (name) => {
      await expect(bytesOf([entry(name, "x")])).rejects.toThrow("no name");
    },
  );

  it("takes no name twice", async () => {
    await expect(bytesOf([entry("a", "x"), entry("a", "y")])).rejects.toThrow("already");
  });

  it("holds more files than a plain zip could", async () => {
    const count = 65_600;
    const zip = await bytesOf(
      (function* () {
        for (let place = 0; place < count; place += 1) yield entry(`f${place}`, "x");
      })(),
    );
    expect(Object.keys(unzipSync(zip))).toHaveLength(count);
  }, 60_000);

  const python = spawnSync("python3", ["--version"]).status === 0;
  it.skipIf(!python)("is sound for another program (python3, where it is)", async () => {
    const path = join(folder, "a.zip");
    writeFileSync(path, await bytesOf([entry("a/b.txt", "It rained."), entry("c.txt", "")]));
    const { stdout } = spawnSync("python3", ["-m", "zipfile", "-t", path], { encoding: "utf8" });
    expect(stdout).toContain("Done testing");
  });
});
