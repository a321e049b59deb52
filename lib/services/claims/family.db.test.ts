import { describe, expect, it, vi } from "vitest";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { claimPatch, reviewCreate } from "#lib/contracts/claims.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { decide } from "../reviews/reviews.ts";
import { get, history, ofArticle, revisions } from "./read.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { revise } from "./revise.ts";
import { submit } from "./transitions.ts";

await testDatabase();

type Family = { room: Newsroom; parent: ClaimDetail; child: ClaimDetail; grandchild: ClaimDetail };

/** The Courier reported that [the minister said [the dam would hold]]: three claims, one in another. */
async function family(): Promise<Family> {
  const room = await newsroom();
  const [outer, middle, inner] = room.text.spans;
  const parent = await claim(room, { spans: [outer], chain: [{ category: "anonymous_undescribed" }] });
  const child = await claim(room, {
    spans: [middle],
    parentId: parent.id,
    ownChain: [{ category: "hearsay" }],
  });
  const grandchild = await claim(room, {
    spans: [inner],
    parentId: child.id,
    ownChain: [{ category: "unclear" }],
  });
  return { room, parent, child, grandchild };
}

/** Runs `work` while nobody may write this claim. */
function whileShared<T>(id: string, work: () => Promise<T>): Promise<T> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from claims where id = ${id}::uuid for share`;
    return work();
  });
}

/** How many wait for a lock in this database. */
async function waiting(): Promise<number> {
  const [row] = await database().$queryRaw<{ count: number }[]>`
    select count(*)::int as count from pg_stat_activity
    where datname = current_database() and wait_event_type = 'Lock'`;
  return row?.count ?? 0;
}

const categories = (one: { chain: { category: string }[] }) => one.chain.map(({ category }) => category);
const now = async (room: Newsroom, { id }: ClaimDetail) => value(await get(room.editor, room.w, id));
const patch = (fields: Record<string, unknown>) => claimPatch.parse(fields);

describe("nested claims", () => {
  it("answer their whole chain and store only their own links", async () => {
    const { room, parent, grandchild } = await family();
    expect(categories(grandchild)).toEqual(["anonymous_undescribed", "hearsay", "unclear"]);
    expect(grandchild).toMatchObject({
      depth: 3,
      provenance: "anonymous_undescribed",
      originProvenance: "unclear",
      ownChain: [{ category: "unclear" }],
    });
    const items = value(await ofArticle(room.viewer, room.w, room.articleId)).items;
    expect(items.map(categories)).toContainEqual(categories(grandchild));
    expect(categories(parent)).toEqual(["anonymous_undescribed"]);
  });

  it("take a whole chain that begins with their parent's, and no other", async () => {
    const { room, child } = await family();
    const [first, second] = child.chain;
    const longer = patch({ chain: [first, { ...second, category: "unclear" }] });
    const changed = value(await revise(room.editor, room.w, child.id, 1, longer));
    expect(changed.ownChain.map(({ category }) => category)).toEqual(["unclear"]);
    const foreign = patch({ chain: [{ ...first, category: "hearsay" }, second] });
    expect(outcome(await revise(room.editor, room.w, child.id, 2, foreign))).toBe("invalid /chain/0");
  });

  it("get a new revision when a parent's chain changes, and lose their approval", async () => {
    const { room, parent, child, grandchild } = await family();
    value(await submit(room.editor, room.w, child.id, 1));
    value(await decide(room.reviewer, room.w, child.id, 1, reviewCreate.parse({ decision: "approve" })));
    value(await revise(room.colleague, room.w, parent.id, 1, patch({ ownChain: [{ category: "unclear" }] })));
    expect(await now(room, child)).toMatchObject({
      state: "submitted",
      revision: 2,
      approvals: 0,
      approvedRevision: 1,
      provenance: "unclear",
    });
    expect(await now(room, grandchild)).toMatchObject({ state: "draft", revision: 2, provenance: "unclear" });
    const kept = value(await revisions(room.editor, room.w, grandchild.id)).items;
    expect(kept.map(({ content }) => categories(content))).toEqual([
      ["anonymous_undescribed", "hearsay", "unclear"],
      ["unclear", "hearsay", "unclear"],
    ]);
    const steps = value(await history(room.editor, room.w, child.id)).items;
    expect(steps.at(-1)).toMatchObject({ action: "claim.revise", detail: { throughParent: parent.id } });
  });

  it("get it, too, when they are made while the parent's change waits for another below it", async () => {
    const room = await newsroom();
    const [outer, middle, inner] = room.text.spans;
    const parent = await claim(room, { spans: [outer], chain: [{ category: "anonymous_undescribed" }] });
    const below = { parentId: parent.id, spans: [middle], ownChain: [{ category: "hearsay" }] };
    const child = await claim(room, below);
    const [grandchild, changed] = await whileShared(child.id, async () => {
      const chain = patch({ chain: [{ ...parent.chain[0], category: "unclear" }] });
      const changing = revise(room.editor, room.w, parent.id, 1, chain);
      await vi.waitFor(async () => expect(await waiting()).toBe(1), { timeout: 5_000 });
      const made = await claim(room, {
        spans: [inner],
        parentId: child.id,
        ownChain: [{ category: "unclear" }],
      });
      return [made, changing] as const;
    });
    value(await changed);
    expect(await now(room, grandchild)).toMatchObject({ revision: 2, provenance: "unclear" });
    const stored = value(await revisions(room.editor, room.w, grandchild.id)).items.at(-1);
    expect(stored?.content.provenance).toBe("unclear");
  });

  it("keep their revision when only a parent's statement changes", async () => {
    const { room, parent, child } = await family();
    value(await revise(room.editor, room.w, parent.id, 1, { statement: "Somebody said so" }));
    expect((await now(room, child)).revision).toBe(1);
  });

  it("are not left outside their parent's words, nor nested in themselves", async () => {
    const { room, parent, child, grandchild } = await family();
    const short = patch({ spans: [room.text.spans[3]] });
    expect(outcome(await revise(room.editor, room.w, parent.id, 1, short))).toBe("invalid /spans");
    const circle = patch({ parentId: grandchild.id });
    expect(outcome(await revise(room.editor, room.w, child.id, 1, circle))).toMatch(/^invalid/);
  });

  it("receive their parent's links when it is removed and they are kept", async () => {
    const { room, child, grandchild } = await family();
    expect(outcome(await remove(room.editor, room.w, child.id, 1))).toBe("conflict has-children");
    value(await remove(room.editor, room.w, child.id, 1, "keep"));
    const after = await now(room, grandchild);
    expect(categories(after)).toEqual(categories(grandchild));
    expect(after).toMatchObject({ revision: 2, parentId: child.parentId });
    expect(after.ownChain.map(({ category }) => category)).toEqual(["hearsay", "unclear"]);
    const left = value(await ofArticle(room.editor, room.w, room.articleId)).items;
    expect(left.map(({ id }) => id)).not.toContain(child.id);
  });

  it("go with their parent and come back with it", async () => {
    const { room, parent, child, grandchild } = await family();
    value(await submit(room.editor, room.w, child.id, 1));
    expect(outcome(await remove(room.editor, room.w, parent.id, 1, "remove"))).toBe(
      "conflict child-not-removable",
    );
    expect((await now(room, parent)).removedAt).toBeNull();
    value(await remove(room.admin, room.w, parent.id, 1, "remove"));
    expect(value(await ofArticle(room.editor, room.w, room.articleId)).items).toHaveLength(0);
    expect(outcome(await restore(room.admin, room.w, child.id, 1))).toBe("conflict parent-removed");
    value(await restore(room.admin, room.w, parent.id, 1));
    expect(await now(room, child)).toMatchObject({ state: "submitted", revision: 1, removedAt: null });
    expect((await now(room, grandchild)).removedAt).toBeNull();
  });
});

describe("an earlier revision", () => {
  it("comes back as a new one, whole, and history keeps them all", async () => {
    const { room, parent } = await family();
    value(
      await revise(
        room.editor,
        room.w,
        parent.id,
        1,
        patch({ ownChain: [{ category: "unclear" }], flags: ["heading"] }),
      ),
    );
    const back = value(await restore(room.editor, room.w, parent.id, 2, 1));
    expect(back).toMatchObject({ revision: 3, flags: [], provenance: "anonymous_undescribed" });
    const kept = value(await revisions(room.editor, room.w, parent.id)).items;
    expect(kept[2]?.content).toEqual(kept[0]?.content);
    expect(outcome(await restore(room.editor, room.w, parent.id, 3, 9))).toBe("invalid /revision");
    expect(outcome(await restore(room.editor, room.w, parent.id, 3))).toBe("conflict not-removed");
  });

  it("stands by itself with its whole chain where its parent is gone", async () => {
    const { room, child, grandchild } = await family();
    value(await remove(room.editor, room.w, child.id, 1, "keep"));
    const back = value(await restore(room.editor, room.w, grandchild.id, 2, 1));
    expect(back).toMatchObject({ parentId: null, revision: 3 });
    expect(categories(back)).toEqual(categories(grandchild));
  });
});
