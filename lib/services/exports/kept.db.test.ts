import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { exportCreate, type SignedManifest } from "#lib/contracts/exports.ts";
import { database } from "#lib/db/client.ts";
import { files, filesIn } from "#lib/platform/files.ts";
import { isSignedBy } from "#lib/platform/signature.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { submit } from "../claims/transitions.ts";
import { decide } from "../reviews/reviews.ts";
import { download, follow, link } from "./download.ts";
import { get, keep, list, manifestOf, remove } from "./kept.ts";
import { fileOf } from "./kept-file.ts";
import { makeWaiting, removeExpired } from "./run-kept.ts";
import { judge, keySetHere } from "./signing.ts";
import { verify } from "./verify.ts";

await testDatabase();

const DAY = 86_400_000;
const asked = (request: Record<string, unknown> = {}) => exportCreate.parse({ format: "jsonl", ...request });

async function roomWithClaim(options: Parameters<typeof newsroom>[0] = {}): Promise<Newsroom> {
  const room = await newsroom(options);
  const { id } = await claim(room, { statement: "It would hold." });
  value(await submit(room.editor, room.w, id, 1));
  if (options.approvalsNeeded !== 0)
    value(await decide(room.reviewer, room.w, id, 1, reviewCreate.parse({ decision: "approve" })));
  return room;
}

async function made(who: Person, room: Newsroom, request: Record<string, unknown> = {}) {
  const { id } = value(await keep(who, room.w, room.projectId, asked(request)));
  await makeWaiting(room.w);
  return value(await get(who, room.w, id));
}

async function bytesOf(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  return Buffer.concat(parts);
}

const sha256 = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");

describe("a kept export", () => {
  it("is made, downloaded, and known by its hash", async () => {
    const room = await roomWithClaim();
    const waiting = value(await keep(room.viewer, room.w, room.projectId, asked()));
    expect(waiting).toMatchObject({ state: "queued", claimsDone: 0, sha256: null, format: "jsonl" });
    await makeWaiting(room.w);
    const done = value(await get(room.viewer, room.w, waiting.id));
    expect(done).toMatchObject({
      state: "done",
      claimsDone: 1,
      claimsTotal: 1,
      counts: { claims: 1, articles: 1 },
    });
    const { chunks, fileName, mediaType } = value(await download(room.viewer, room.w, done.id));
    const bytes = await bytesOf(chunks);
    expect([sha256(bytes), bytes.length]).toEqual([done.sha256, done.bytes]);
    expect(fileName).toBe(done.fileName);
    expect(mediaType).toContain("ndjson");
    const known = value(
      await list(room.viewer, room.w, room.projectId, { limit: 10, sha256: sha256(bytes) }),
    );
    expect(known.items.map(({ id }) => id)).toEqual([done.id]);
    const actions = await database().auditRow.findMany({
      where: { workspaceId: room.w, action: { startsWith: "export" } },
      orderBy: { number: "asc" },
    });
    expect(actions.map(({ action }) => action)).toEqual(["export", "export.finish"]);
  });

  it("says in its manifest that nobody reviews in this project", async () => {
    const room = await roomWithClaim({ approvalsNeeded: 0 });
    const { id } = await made(room.viewer, room);
    const { manifest } = value(await manifestOf(room.viewer, room.w, id));
    expect(manifest.counts).toMatchObject({ claims: 1, notReviewed: 1 });
  });

  it("is made by one of two that look for it at once", async () => {
    const room = await roomWithClaim();
    const { id } = value(await keep(room.viewer, room.w, room.projectId, asked()));
    await Promise.all([makeWaiting(room.w), makeWaiting(room.w)]);
    const { attempts, state } = await database().keptExport.findFirstOrThrow({ where: { id } });
    expect([attempts, state]).toEqual([1, "done"]);
  });

  it("is begun anew when its maker has gone, and not before", async () => {
    const room = await roomWithClaim();
    const { id } = value(await keep(room.viewer, room.w, room.projectId, asked()));
    const now = Date.now();
    await database().keptExport.updateMany({
      where: { id },
      data: { state: "running", attempts: 1, leasedUntil: new Date(now + 1_000) },
    });
    await makeWaiting(room.w, () => new Date(now));
    expect(value(await get(room.viewer, room.w, id)).state).toBe("running");
    await makeWaiting(room.w, () => new Date(now + 2_000));
    expect(value(await get(room.viewer, room.w, id)).state).toBe("done");
  });

  it("is not made with rights that its asker has lost", async () => {
    const room = await roomWithClaim();
    const { id } = value(await keep(room.reviewer, room.w, room.projectId, asked({ state: "all" })));
    await database().membership.updateMany({
      where: { workspaceId: room.w, userId: room.reviewer.id },
      data: { role: "viewer" },
    });
    await makeWaiting(room.w);
    const stored = await database().keptExport.findFirstOrThrow({ where: { id } });
    expect(stored).toMatchObject({ state: "failed", fileName: null });
    expect(stored.error).toContain("may no longer");
    expect(await files().read(fileOf(room.w, id))).toBeNull();
  });

  it("fails for good after three attempts that broke off, and leaves no file", async () => {
    const room = await roomWithClaim();
    const { id } = value(await keep(room.viewer, room.w, room.projectId, asked()));
    await database().keptExport.updateMany({ where: { id }, data: { attempts: 2 } });
    await database().$executeRaw`alter table claim_revisions rename column content to moved`;
    await makeWaiting(room.w);
    await database().$executeRaw`alter table claim_revisions rename column moved to content`;
    expect(value(await get(room.viewer, room.w, id))).toMatchObject({ state: "failed", fileName: null });
    expect(await files().read(fileOf(room.w, id))).toBeNull();
  });

  it("loses its file when its time is over, and keeps its manifest", async () => {
    const room = await roomWithClaim();
    const { id, expiresAt } = await made(room.viewer, room);
    const end = new Date(String(expiresAt)).getTime();
    await removeExpired(room.w, new Date(end - 1));
    expect(outcome(await download(room.viewer, room.w, id))).toBe("ok");
    await removeExpired(room.w, new Date(end + DAY));
    expect(outcome(await download(room.viewer, room.w, id))).toBe("not-found");
    expect(await files().read(fileOf(room.w, id))).toBeNull();
    expect(value(await get(room.viewer, room.w, id)).state).toBe("expired");
    expect(outcome(await manifestOf(room.viewer, room.w, id))).toBe("ok");
  });

  it("is taken away by whoever asked for it and by admins, by nobody else", async () => {
    const room = await roomWithClaim();
    const { id } = await made(room.editor, room);
    expect(outcome(await remove(room.viewer, room.w, id))).toBe("not-found");
    expect(outcome(await remove(room.admin, room.w, id))).toBe("ok");
    expect(await files().read(fileOf(room.w, id))).toBeNull();
    expect(outcome(await remove(room.editor, room.w, id))).toBe("ok");
  });
});

describe("who sees a kept export", () => {
  it("is whoever could have asked for it", async () => {
    const room = await roomWithClaim();
    const approved = await made(room.editor, room);
    const drafts = await made(room.reviewer, room, { state: "draft" });
    const seen = async (who: Person) =>
      value(await list(who, room.w, room.projectId, { limit: 10 })).items.map(({ id }) => id);
    expect(await seen(room.viewer)).toEqual([approved.id]);
    expect(await seen(room.second)).toEqual([drafts.id, approved.id]);
    expect(outcome(await get(room.viewer, room.w, drafts.id))).toBe("not-found");
    expect(outcome(await download(room.viewer, room.w, drafts.id))).toBe("not-found");
    expect(outcome(await download(room.second, room.w, drafts.id))).toBe("ok");
  });

  it("in a blind project is its asker alone: it holds their own layer", async () => {
    const room = await newsroom({ mode: "blind" });
    await claim(room, { statement: "Mine." }, room.reviewer);
    const { id, counts } = await made(room.reviewer, room, { state: "all" });
    expect(counts?.claims).toBe(1);
    for (const who of [room.second, room.owner]) {
      expect(value(await list(who, room.w, room.projectId, { limit: 10 })).items).toEqual([]);
      for (const ask of [get, download, manifestOf, link])
        expect(outcome(await ask(who, room.w, id))).toBe("not-found");
    }
  });

  it("is nobody of another workspace", async () => {
    const [room, other] = [await roomWithClaim(), await newsroom()];
    const { id } = await made(room.viewer, room);
    for (const ask of [get, download, manifestOf, link, remove]) {
      expect(outcome(await ask(other.owner, other.w, id))).toBe("not-found");
      expect(outcome(await ask(other.owner, room.w, id))).toBe("not-found");
    }
  });
});

describe("a link to a kept export", () => {
  const ticketOf = (url: string) => url.slice(url.lastIndexOf("/") + 1);

  it("gives the file to whoever has it, as long as its asker may have it", async () => {
    const room = await roomWithClaim();
    const { id, bytes } = await made(room.editor, room);
    const { url } = value(await link(room.editor, room.w, id));
    expect((await bytesOf(value(await follow(ticketOf(url))).chunks)).length).toBe(bytes);
    await database().membership.updateMany({
      where: { workspaceId: room.w, userId: room.editor.id },
      data: { removedAt: new Date() },
    });
    expect(outcome(await follow(ticketOf(url)))).toBe("not-found");
  });

  it("runs out, and cannot be written by anybody", async () => {
    const room = await roomWithClaim();
    const { id } = await made(room.editor, room);
    const { url, expiresAt } = value(await link(room.editor, room.w, id));
    const [text = "", signature = ""] = ticketOf(url).split(".");
    const parts = JSON.parse(Buffer.from(text, "base64url").toString());
    const later = Buffer.from(JSON.stringify([...parts.slice(0, 3), parts[3] + DAY])).toString("base64url");
    expect(outcome(await follow(`${later}.${signature}`))).toBe("not-found");
    expect(outcome(await follow(`${text}.${signature}`, new Date(new Date(expiresAt).getTime() + 1)))).toBe(
      "not-found",
    );
    // Control: without looking at the signature, the longer one would be believed.
    expect(isSignedBy(new Uint8Array(32), later, signature)).toBe(false);
  });
});

describe("a manifest", () => {
  async function signed(): Promise<{ bytes: Buffer; both: SignedManifest }> {
    const room = await roomWithClaim();
    const { id } = await made(room.viewer, room);
    const bytes = await bytesOf(value(await download(room.viewer, room.w, id)).chunks);
    return { bytes, both: value(await manifestOf(room.viewer, room.w, id)) };
  }

  it("says that a file is genuine, by a key that everybody can read", async () => {
    const { bytes, both } = await signed();
    expect(value(await verify({ sha256: sha256(bytes), signed: both })).verdict).toBe("genuine");
    const { keys } = await keySetHere();
    expect(keys.map(({ kid }) => kid)).toContain(both.signature.keyId);
  });

  it("finds one changed byte, wherever it is", async () => {
    const { bytes, both } = await signed();
    for (const at of [0, bytes.length >> 1, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(value(await verify({ sha256: sha256(changed), signed: both })).verdict).toBe("altered");
    }
  });

  it("finds any change of its own words", async () => {
    const { bytes, both } = await signed();
    const { manifest, signature } = both;
    const hash = sha256(bytes);
    const lies: SignedManifest[] = [
      { manifest: { ...manifest, counts: { ...manifest.counts, claims: 2 } }, signature },
      { manifest: { ...manifest, request: { ...manifest.request, state: "all" } }, signature },
      { manifest: { ...manifest, moment: { ...manifest.moment, auditHash: "0" } }, signature },
      {
        manifest,
        signature: { ...signature, value: signature.value.replace(/^./u, (c) => (c === "A" ? "B" : "A")) },
      },
      { manifest, signature: { ...signature, value: "" } },
    ];
    for (const lie of lies) expect(value(await verify({ sha256: hash, signed: lie })).verdict).toBe("forged");
    const elsewhere = { manifest, signature: { ...signature, keyId: "elsewhere" } };
    expect(value(await verify({ sha256: hash, signed: elsewhere })).verdict).toBe("unknown-key");
    // A key that calls itself by another's name is none of ours.
    const [key] = (await keySetHere()).keys;
    expect(judge(both, hash, [{ id: signature.keyId, x: `${key?.x.slice(1)}A` }]).verdict).toBe(
      "unknown-key",
    );
  });

  it("does not depend on the order of its keys, which databases change", async () => {
    const { bytes, both } = await signed();
    const { manifest, signature } = both;
    const turned = Object.fromEntries(Object.entries(manifest).reverse()) as SignedManifest["manifest"]; // The same.
    expect(
      value(await verify({ sha256: sha256(bytes), signed: { manifest: turned, signature } })).verdict,
    ).toBe("genuine");
  });
});

describe("the files of an installation", () => {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-files-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const here = filesIn(folder);

  it("are there whole or not at all", async () => {
    async function* breaking() {
      yield "half";
      throw new Error("the database went away");
    }
    await expect(here.write("a/b", breaking())).rejects.toThrow("went away");
    expect(await here.read("a/b")).toBeNull();
    async function* whole() {
      yield "ha";
      yield Buffer.from("lf");
    }
    expect(await here.write("a/b", whole())).toEqual({ bytes: 4, sha256: sha256(Buffer.from("half")) });
    expect((await bytesOf((await here.read("a/b")) ?? ([] as never))).toString()).toBe("half");
    await here.remove("a/b");
    await here.remove("a/b");
    expect(await here.read("a/b")).toBeNull();
  });

  it.each(["../out", "a/../../out", "/etc/passwd", "."])(
    "never lie outside their folder: %s",
    async (name) => {
      await expect(async () => here.read(name)).rejects.toThrow("out of its folder");
    },
  );
});
