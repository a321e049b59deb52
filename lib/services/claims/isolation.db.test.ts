import pg from "pg";
import { describe, expect, it } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { claimById } from "#lib/db/claims.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { list } from "./list.ts";
import { get, ofArticle } from "./read.ts";
import { revise } from "./revise.ts";

const { url } = await testDatabase();

async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

describe("row-level security", () => {
  it("hides a foreign claim from a query that forgot its workspace; without the policy it would be read", async () => {
    const room = await newsroom();
    const stranger = await newsroom();
    const { id } = await claim(room);
    const permit = enterWorkspace({ userId: stranger.editor.id, workspaceId: stranger.w, role: "editor" });
    const careless = () =>
      inWorkspace(permit, (tx) => tx.$queryRaw<unknown[]>`select id from claims where id = ${id}::uuid`);
    expect(await careless()).toHaveLength(0);
    await asOwner((client) => client.query(`alter policy "own_workspace" on claims using (true)`));
    try {
      expect(await careless()).toHaveLength(1);
      // The first wall still stands: the query that is really used names the permit's workspace.
      expect(await inWorkspace(permit, (tx) => claimById(tx, permit, id))).toBeNull();
    } finally {
      const own = `"workspace_id" = nullif(current_setting('app.workspace', true), '')::uuid`;
      await asOwner((client) => client.query(`alter policy "own_workspace" on claims using (${own})`));
    }
    expect(await careless()).toHaveLength(0);
  });
});

describe("a blind project", () => {
  it("shows each editor their own claims only, in a layer made by the first of them", async () => {
    const room = await newsroom({ mode: "blind" });
    const mine = await claim(room);
    const theirs = await claim(room, {}, room.colleague);
    expect(mine.layerId).not.toBe(theirs.layerId);
    const seen = value(await ofArticle(room.editor, room.w, room.articleId)).items;
    expect(seen.map(({ id }) => id)).toEqual([mine.id]);
    const listed = value(await list(room.colleague, room.w, { limit: 10 })).items;
    expect(listed.map(({ id }) => id)).toEqual([theirs.id]);
    expect(outcome(await get(room.editor, room.w, theirs.id))).toBe("not-found");
    expect(outcome(await revise(room.owner, room.w, theirs.id, 1, { statement: "Mine" }))).toBe("not-found");
  });
});
