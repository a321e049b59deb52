import { expect, it } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { get, revisions } from "./read.ts";
import { revise } from "./revise.ts";

await testDatabase();

it("lets one of two simultaneous writers win; the other is stale, and no revision is missing", async () => {
  const room = await newsroom();
  for (let round = 0; round < 5; round += 1) {
    const { id } = await claim(room);
    const both = await Promise.all([
      revise(room.editor, room.w, id, 1, { statement: "It rained" }),
      revise(room.colleague, room.w, id, 1, { kind: "event" }),
    ]);
    expect(both.map(outcome).toSorted()).toEqual(["ok", "stale"]);
    const kept = value(await revisions(room.editor, room.w, id)).items;
    expect(kept.map(({ revision }) => revision)).toEqual([1, 2]);
  }
});

it("would lose an update if writers did not compare revisions (control)", async () => {
  const room = await newsroom();
  const { id } = await claim(room);
  const permit = enterWorkspace({ userId: room.editor.id, workspaceId: room.w, role: "editor" });
  const readThenWrite = async (field: "statement" | "kind", words: string) =>
    inWorkspace(permit, async (tx) => {
      const [seen] = await tx.$queryRaw<{ statement: string; kind: string | null }[]>`
        select statement, kind from claims where id = ${id}::uuid`;
      await new Promise((resolve) => setTimeout(resolve, 100));
      const next = { statement: "", kind: null, ...seen, [field]: words };
      await tx.$executeRaw`update claims set statement = ${next.statement}, kind = ${next.kind} where id = ${id}::uuid`;
    });
  await Promise.all([readThenWrite("statement", "It rained"), readThenWrite("kind", "event")]);
  const after = value(await get(room.editor, room.w, id));
  expect([after.statement, after.kind]).not.toEqual(["It rained", "event"]);
});

it("keeps nested claims whole when a parent and its child are revised at the same time", async () => {
  const room = await newsroom();
  const [outer, inner] = room.text.spans;
  const parent = await claim(room, { spans: [outer], chain: [{ category: "hearsay" }] });
  const child = await claim(room, {
    spans: [inner],
    parentId: parent.id,
    ownChain: [{ category: "anonymous_undescribed" }],
  });
  const both = await Promise.all([
    revise(room.editor, room.w, parent.id, 1, {
      chain: [{ ...parent.chain[0], category: "unclear" }].map(asLink),
    }),
    revise(room.colleague, room.w, child.id, 1, { statement: "It would hold" }),
  ]);
  expect(both.map(outcome)).toContain("ok");
  const after = value(await get(room.editor, room.w, child.id));
  const above = value(await get(room.editor, room.w, parent.id));
  expect(after.chain.slice(0, 1)).toEqual(above.chain);
  const kept = value(await revisions(room.editor, room.w, child.id)).items;
  expect(kept.at(-1)?.content.chain).toEqual(after.chain);
  expect(kept.map(({ revision }) => revision)).toEqual(kept.map((_, index) => index + 1));
});

function asLink<T extends { category: string }>(hop: T) {
  return {
    sources: [],
    mention: [],
    cue: [],
    addressee: [],
    act: "statement",
    directness: "indirect",
    cueStance: "neutral",
    polarity: "positive",
    explicit: true,
    basis: null,
    attributionStatus: "not_stated",
    channel: "not_stated",
    ...hop,
  } as const;
}
