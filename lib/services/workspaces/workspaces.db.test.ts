import { describe, expect, it } from "vitest";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { systemPermit } from "#lib/authz/system.ts";
import { database } from "#lib/db/client.ts";
import { findCodebook } from "#lib/db/codebooks.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom, source } from "../../../tests/support/factories.ts";
import { desk, join, outcome, person, value } from "../../../tests/support/people.ts";
import { setWork } from "../articles/set-work.ts";
import { query } from "../workspace.ts";
import { createWorkspace } from "./create.ts";
import { desk as deskOf } from "./desk.ts";
import { getWorkspace, listWorkspaces, removeSample, renameWorkspace } from "./workspaces.ts";

await testDatabase();

/** How many rows of every tenant table a workspace has, empty ones left out. */
async function rowsOf(workspaceId: string): Promise<Record<string, number>> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    where c.table_schema = 'public' and c.column_name = 'workspace_id' order by 1`;
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const [row] = await database().$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${name}" where workspace_id = $1::uuid`,
      workspaceId,
    );
    if (row && row.count > 0) counts[name] = row.count;
  }
  return counts;
}

/** A workspace with a row in most tables, marked as the sample. */
async function sample() {
  const room = await newsroom();
  const paper = await source(room);
  await claim(room);
  const parent = await claim(room, { chain: [{ category: "media_report", sources: [paper] }] });
  await claim(room, {
    parentId: parent.id,
    ownChain: [{ category: "official_statement", sources: [paper] }],
  });
  value(await setWork(room.editor, room.w, room.articleId, "open"));
  await database().workspace.update({ where: { id: room.w }, data: { isSample: true } });
  await database().user.updateMany({ where: { id: room.editor.id }, data: { sampleOnly: true } });
  return room;
}

describe("createWorkspace", () => {
  it("makes its owner at home: a codebook, a first project, and an audit that begins", async () => {
    const owner = await person();
    const made = value(await createWorkspace(owner, { name: "Ünited Desk" }));
    expect(made).toMatchObject({ slug: "united-desk", role: "owner", isSample: false });
    expect(value(await getWorkspace(owner, "united-desk"))).toEqual(made);
    expect(value(await listWorkspaces(owner)).items).toEqual([made]);
    expect(value(await deskOf(owner, made.slug)).projects).toMatchObject([{ slug: "first-project" }]);
    const codebook = await query(owner, made.id, async ({ tx, permit }) => ({
      ok: true,
      value: await findCodebook(tx, permit, sourceline1.id, sourceline1.version),
    }));
    expect(value(codebook)).toEqual(sourceline1);
    expect(await database().auditRow.findMany({ where: { workspaceId: made.id } })).toMatchObject([
      { action: "workspace.created", actorId: owner.id, previousHash: "" },
    ]);
  });

  it("finds a free address, refuses a taken one, and answers the same workspace to the same id", async () => {
    const [one, other] = [await person(), await person()];
    const id = newId();
    const made = value(await createWorkspace(one, { id, name: "Twice" }));
    expect(value(await createWorkspace(one, { id, name: "Twice" }))).toEqual(made);
    expect(value(await createWorkspace(other, { name: "Twice" })).slug).toBe("twice-2");
    expect(outcome(await createWorkspace(other, { name: "x", slug: "twice" }))).toBe("conflict slug-taken");
    expect(outcome(await createWorkspace(other, { id, name: "x" }))).toBe("not-found");
  });

  it("is not for the sample's accounts, nor for a token that may not", async () => {
    const ada = await person("Ada", { sampleOnly: true });
    expect(outcome(await createWorkspace(ada, { name: "x" }))).toBe("conflict sample-account");
    const bo = await person("Bo");
    const token = { principal: { userId: bo.id, via: "token", scopes: ["write"] } } as const;
    expect(outcome(await createWorkspace(token, { name: "x" }))).toBe("out-of-scope");
  });
});

describe("renameWorkspace", () => {
  it("is for admins and keeps the address", async () => {
    const { w, owner } = await desk();
    const [editor, admin] = [await join(w, "editor"), await join(w, "admin")];
    const before = value(await getWorkspace(owner, w));
    expect(outcome(await renameWorkspace(editor, w, "x"))).toBe("not-found");
    expect(value(await renameWorkspace(admin, w, "Lab"))).toEqual({ ...before, name: "Lab", role: "admin" });
    expect(outcome(await renameWorkspace((await desk()).owner, w, "x"))).toBe("not-found");
  });
});

describe("removeSample", () => {
  it("takes away every row and the accounts made for it, and nothing of another workspace", async () => {
    const other = await newsroom();
    await claim(other);
    const room = await sample();
    const before = await rowsOf(other.w);
    expect(Object.keys(await rowsOf(room.w))).toEqual(
      expect.arrayContaining(["audit_rows", "claim_revisions", "claim_link_sources"]),
    );
    expect(outcome(await removeSample(room.admin, room.w))).toBe("ok");
    expect(await rowsOf(room.w)).toEqual({});
    expect(await rowsOf(other.w)).toEqual(before);
    const left = await database().user.findMany({ where: { id: { in: [room.editor.id, room.admin.id] } } });
    expect(left.map(({ id }) => id)).toEqual([room.admin.id]);
    expect(outcome(await getWorkspace(room.owner, room.w))).toBe("not-found");
    expect(outcome(await removeSample(room.admin, room.w))).toBe("not-found");
  });

  it("is for its admins and the installation's owner, nobody else", async () => {
    const room = await sample();
    const stranger = await desk();
    for (const who of [room.reviewer, room.editor, stranger.owner]) {
      expect(outcome(await removeSample(who, room.w))).toBe("not-found");
    }
    const [first] = await database().$queryRaw<{ userId: string }[]>`
      select m.user_id::text as "userId" from memberships m join workspaces w on w.id = m.workspace_id
      where m.role = 'owner' and not w.is_sample order by w.created_at, w.id limit 1`;
    const installer = { principal: { userId: first?.userId ?? "", via: "session", scopes: null } } as const;
    expect(outcome(await removeSample(installer, room.w))).toBe("ok");
  });

  it("does not touch a workspace that is no sample, not even in the database", async () => {
    const { w, owner } = await desk();
    expect(outcome(await removeSample(owner, w))).toBe("conflict not-the-sample");
    const remove = (entered: string, named: string) =>
      inWorkspace(
        systemPermit("seed", entered),
        (tx) => tx.$executeRaw`select remove_sample_workspace(${named}::uuid)`,
      );
    await expect(remove(w, w)).rejects.toThrow(/only a sample workspace/u);
    const room = await sample();
    await expect(remove(w, room.w)).rejects.toThrow(/not the one that was entered/u);
    await expect(
      inIdentity((tx) => tx.$executeRaw`select remove_sample_workspace(${room.w}::uuid)`),
    ).rejects.toThrow(/not the one that was entered/u);
    expect((await rowsOf(w)).projects).toBe(1);
    expect((await rowsOf(room.w)).articles).toBe(1);
  });
});
