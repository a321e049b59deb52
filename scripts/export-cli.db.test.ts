import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { SignedManifest } from "#lib/contracts/exports.ts";
import { sourceline } from "../tests/support/command-line.ts";
import { testDatabase } from "../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../tests/support/factories.ts";

await testDatabase();
const folder = mkdtempSync(join(tmpdir(), "sourceline-export-cli-"));
Object.assign(process.env, { SOURCELINE_DATA_DIR: folder, DIRECT_DATABASE_URL: "", LOG_LEVEL: "warn" });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const place = (name: string) => join(folder, name);
const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");
const manifestIn = (file: string): SignedManifest => JSON.parse(readFileSync(file, "utf8"));

let room: Newsroom;
const asked = () => `--workspace ${room.w} --project ${room.projectId} --state all`;
beforeAll(async () => {
  room = await newsroom();
  await claim(room, { statement: "It would hold." });
  await claim(room, { statement: "It would leak." });
});

describe("an export from the command line", () => {
  it("takes the API’s filters and a format’s own options", async () => {
    const leak = await sourceline(`export ${asked()} --format csv --rows links --bom --q leak`);
    expect(leak).toMatchObject({ status: 0, err: "" });
    expect(leak.out.startsWith("\ufeff")).toBe(true);
    const none = await sourceline(
      `export ${asked()} --author ${room.w} --provenance hearsay --as-of 2400-01-01T00:00:00Z`,
    );
    expect(JSON.parse(none.out).claims).toEqual([]);
  });

  it("is kept, with a manifest beside the file, and listed", async () => {
    const file = place("kept.json");
    const { status, out } = await sourceline(`export ${asked()} --out ${file} --keep --json`);
    const told = JSON.parse(out);
    expect({ status, told }).toMatchObject({
      status: 0,
      told: { file, manifest: `${file}.manifest.json`, claims: 2, sha256: sha256(file) },
    });
    expect(manifestIn(told.manifest).manifest).toMatchObject({ cursor: told.cursor, counts: { claims: 2 } });
    const where = `--workspace ${room.w} --project ${room.projectId}`;
    const listed = JSON.parse((await sourceline(`export list ${where} --sha256 ${told.sha256} --json`)).out);
    expect(listed.items).toMatchObject([{ id: told.id, state: "done", format: "json" }]);
    expect((await sourceline(`export list ${where}`)).out).toContain(told.sha256);
    expect((await sourceline(`export list ${where} --sha256 ${"0".repeat(64)}`)).out).toBe(
      "No export is kept.\n",
    );
  });

  it("is fetched again by its id, until its file is taken away", async () => {
    const file = place("twice.json");
    const { out } = await sourceline(`export ${asked()} --out ${file} --keep --json`);
    const { id, sha256: hash } = JSON.parse(out);
    const again = place("again.json");
    const got = await sourceline(`export get ${id} --workspace ${room.w} --out ${again} --json`);
    expect(JSON.parse(got.out)).toMatchObject({ id, file: again, sha256: hash });
    expect([sha256(again), manifestIn(`${again}.manifest.json`).manifest.exportId]).toEqual([hash, id]);
    expect(await sourceline(`export remove ${id} --workspace ${room.w}`)).toMatchObject({ status: 0 });
    const gone = await sourceline(`export get ${id} --workspace ${room.w} --out ${again}`);
    expect(gone).toMatchObject({ status: 1, out: "" });
    expect(gone.err).toContain("There is no such file");
  });

  it("goes on from the manifest of an earlier one", async () => {
    const file = place("first.json");
    await sourceline(`export ${asked()} --out ${file} --keep`);
    const later = await claim(room, { statement: "It would float." });
    const { out } = await sourceline(`export ${asked()} --since ${file}.manifest.json`);
    expect(JSON.parse(out).claims).toMatchObject([{ id: later.id }]);
  });
});

describe("verify", () => {
  const kept = async (name: string) => {
    const file = place(name);
    await sourceline(`export ${asked()} --out ${file} --keep`);
    return file;
  };
  const verdict = async (line: string) => {
    const { status, out } = await sourceline(`verify ${line} --json`);
    return { status, verdict: JSON.parse(out).verdict };
  };

  it("says that a file is genuine, and names what is known of it", async () => {
    const file = await kept("genuine.json");
    const { status, out, err } = await sourceline(`verify ${file}`);
    expect({ status, err }).toEqual({ status: 0, err: "" });
    expect(out).toContain(`${file}: genuine\n`);
    expect(out).toContain(sha256(file));
  });

  it("sees one byte that was changed", async () => {
    const file = await kept("altered.json");
    const bytes = readFileSync(file);
    bytes[bytes.length - 2] = (bytes[bytes.length - 2] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    expect(await verdict(file)).toEqual({ status: 1, verdict: "altered" });
  });

  it("sees a manifest that was changed", async () => {
    const file = await kept("forged.json");
    const signed = manifestIn(`${file}.manifest.json`);
    const grown = {
      ...signed,
      manifest: { ...signed.manifest, counts: { ...signed.manifest.counts, claims: 99 } },
    };
    const other = place("grown.manifest.json");
    writeFileSync(other, JSON.stringify(grown));
    expect(await verdict(`${file} --manifest ${other}`)).toEqual({ status: 1, verdict: "forged" });
  });

  it("needs no database where the keys are given, and tells another installation’s apart", async () => {
    const file = await kept("elsewhere.json");
    const { keySetHere } = await import("#lib/services/exports/signing.ts");
    const own = place("own-keys.json");
    writeFileSync(own, JSON.stringify(await keySetHere()));
    const none = place("no-keys.json");
    writeFileSync(none, '{"keys":[]}');
    const before = process.env.DATABASE_URL;
    process.env.DATABASE_URL = "postgresql://nobody@127.0.0.1:1/nothing";
    try {
      expect(await verdict(`${file} --keys ${own}`)).toEqual({ status: 0, verdict: "genuine" });
      expect(await verdict(`${file} --keys ${none}`)).toEqual({ status: 1, verdict: "unknown-key" });
    } finally {
      process.env.DATABASE_URL = before;
    }
    expect((await sourceline(`verify ${file} --keys ${none}`)).out).toContain("sourceline-keys.json");
  });

  it.each([
    ["--keys http://127.0.0.1:1/keys.json", 2, "a file or an https address"],
    ["--keys nothing-there.json", 1, "cannot be read"],
    ["--manifest nothing-there.json", 2, "name the manifest"],
  ])("says what it lacks: %s", async (words, status, said) => {
    const file = await kept("lacking.json");
    const answer = await sourceline(`verify ${file} ${words}`);
    expect(answer).toMatchObject({ status, out: "" });
    expect(answer.err).toContain(said);
  });

  it("takes nothing else for a manifest", async () => {
    const file = await kept("plain.json");
    const answer = await sourceline(`verify ${file} --manifest ${file}`);
    expect(answer).toMatchObject({ status: 1, out: "" });
    expect(answer.err).toContain("is no manifest of an export");
  });
});
