import pg from "pg";
import { describe, expect, it, vi } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { claimsOfArticle } from "#lib/db/claims.ts";
import { database } from "#lib/db/client.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { list } from "./list.ts";
import { get, ofArticle } from "./read.ts";

await testDatabase();

/** How many claims are read, and by how many data queries: what opens, confines and ends a transaction is none. */
async function readCounting(
  room: Newsroom,
  layerId: string,
): Promise<{ claims: number; statements: number }> {
  const permit = enterWorkspace({ userId: room.owner.id, workspaceId: room.w, role: "owner" });
  const sent = vi.spyOn(pg.Client.prototype, "query");
  try {
    const claims = await inWorkspace(permit, (tx) => claimsOfArticle(tx, permit, room.articleId, [layerId]));
    const texts = sent.mock.calls.map(([query]) => JSON.stringify(query));
    expect(texts.some((text) => text.includes("set_config"))).toBe(true);
    return { claims: claims.length, statements: texts.filter((text) => !isFraming.test(text)).length };
  } finally {
    sent.mockRestore();
  }
}

const isFraming = /set_config|BEGIN|COMMIT|SET TRANSACTION/u;

describe("reading an article's claims", () => {
  it("takes one statement for one claim and for forty, nested ones among them", async () => {
    const room = await newsroom();
    const [outer, inner] = room.text.spans;
    const parent = await claim(room, { spans: [outer], chain: [{ category: "hearsay" }] });
    expect(await readCounting(room, parent.layerId)).toEqual({ claims: 1, statements: 1 });
    for (let made = 1; made < 40; made += 1) {
      const nested = { spans: [inner], parentId: parent.id, ownChain: [{ category: "unclear" }] };
      await claim(room, made % 2 === 0 ? nested : {});
    }
    expect(await readCounting(room, parent.layerId)).toEqual({ claims: 40, statements: 1 });
  });

  it("gives every mark back as it was sent, fragments, joint speakers and hedges in their order", async () => {
    const room = await newsroom();
    const [, minister, dam, smoke, town] = room.text.spans;
    const sources = [await source(room, "The Courier"), await source(room, "The Gazette")].toReversed();
    const sent = {
      spans: [smoke, town],
      chain: [
        {
          category: "media_report",
          sources,
          mention: [dam, smoke],
          cue: [minister, town],
          addressee: [town],
        },
        { category: "hearsay", explicit: false, basis: "carried_over" },
      ],
      hedges: [
        { type: "modal", span: town },
        { type: "approximator", span: smoke },
      ],
      flags: ["figure", "heading"],
      kind: "event",
    };
    const made = await claim(room, sent);
    expect(made).toMatchObject(sent);
    expect(value(await ofArticle(room.editor, room.w, room.articleId)).items[0]).toMatchObject(sent);
    expect(value(await list(room.editor, room.w, { limit: 1 })).items[0]).toMatchObject(sent);
  });

  it("ends when the article goes to the trash", async () => {
    const room = await newsroom();
    const made = await claim(room);
    await database().article.updateMany({ where: { id: room.articleId }, data: { trashedAt: new Date() } });
    expect(outcome(await get(room.owner, room.w, made.id))).toBe("not-found");
    expect(outcome(await ofArticle(room.owner, room.w, room.articleId))).toBe("not-found");
    expect(value(await list(room.owner, room.w, { limit: 1 })).items).toEqual([]);
  });
});
