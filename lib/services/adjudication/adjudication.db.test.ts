import { beforeEach, describe, expect, it, vi } from "vitest";
import { type Adjudication, type DecisionCreate, decisionCreate } from "#lib/contracts/adjudication.ts";
import { layersRelease } from "#lib/contracts/layers.ts";
import { database } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import * as layers from "#lib/db/layers.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { setWork } from "../articles/set-work.ts";
import { ofArticle as claimsOf } from "../claims/read.ts";
import { releaseOne } from "../layers/layers.ts";
import { decide as review } from "../reviews/reviews.ts";
import { decide, list, read, takeAgreed, undo } from "./adjudication.ts";

await testDatabase();

let room: Newsroom;
let courier: string;

const named = () => ({ category: "named_statement", sources: [courier] });

/** Two editors coded the article: one unit alike, one unlike in its chain, one marked by one of them. */
beforeEach(async () => {
  room = await newsroom({ mode: "blind" });
  courier = await source(room);
  const { spans } = room.text;
  for (const by of [room.editor, room.colleague]) {
    await claim(room, { spans: [spans[3]], statement: "Smoke rose." }, by);
    const more = by === room.editor ? [] : [{ category: "hearsay" }];
    await claim(room, { spans: [spans[0]], statement: "The dam holds.", chain: [named(), ...more] }, by);
  }
  await claim(room, { spans: [spans[4]], statement: "A town." }, room.colleague);
  for (const by of [room.editor, room.colleague])
    value(await setWork(by, room.w, room.articleId, "finished"));
});

const release = (releasedAt: Date | null = new Date()) =>
  database().layer.updateMany({ where: { workspaceId: room.w, kind: "editor" }, data: { releasedAt } });
const seen = async (by: Person = room.reviewer) => value(await read(by, room.w, room.articleId));
const settle = (decision: DecisionCreate, by: Person = room.reviewer) =>
  decide(by, room.w, room.articleId, decision);
const take = (unit: Adjudication["units"][number], from = 0): DecisionCreate => ({
  outcome: "taken",
  claimIds: unit.claimIds,
  takenFrom: unit.claims[from]?.id ?? "",
  reason: "It says so.",
});
const differing = ({ units }: Adjudication) => units.map(({ differs }) => differs.join(" "));

async function unit(at: number) {
  const found = (await seen()).units[at];
  if (!found) throw new Error("there is no such unit");
  return found;
}

describe("what is compared", () => {
  it("is the released layers, unit by unit in reading order, and in what they differ", async () => {
    await release();
    const adjudication = await seen();
    expect(differing(adjudication)).toEqual(["chain", "", "marked"]);
    expect(adjudication.progress).toEqual({ units: 3, decided: 0, agreed: 1 });
    expect(adjudication.passages.map(({ text }) => text)[1]).toBe("Smoke rose");
    expect(adjudication.sources).toEqual([{ id: courier, name: "The Courier" }]);
    expect(value(await list(room.reviewer, room.w, room.projectId)).items).toMatchObject([
      { claims: 5, decided: 0 },
    ]);
  });

  it("is nothing before release, to anybody", async () => {
    for (const by of [room.reviewer, room.admin, room.owner]) {
      expect(outcome(await read(by, room.w, room.articleId))).toBe("conflict nothing-to-compare");
      expect(value(await list(by, room.w, room.projectId)).items).toEqual([]);
    }
    vi.spyOn(layers, "layerIsVisible").mockReturnValue(Prisma.sql`true`);
    expect((await seen()).units).toHaveLength(3);
    vi.restoreAllMocks();
  });

  it("is for reviewers who have not coded the article", async () => {
    await release();
    for (const by of [room.viewer, room.editor]) {
      expect(outcome(await read(by, room.w, room.articleId))).toBe("not-found");
      expect(outcome(await list(by, room.w, room.projectId))).toBe("not-found");
    }
    await database().membership.updateMany({ where: { userId: room.editor.id }, data: { role: "reviewer" } });
    expect(outcome(await read(room.editor, room.w, room.articleId))).toBe("own-work");
    expect(value(await list(room.editor, room.w, room.projectId)).items).toEqual([]);
  });
});

describe("a decision", () => {
  beforeEach(() => release());

  it("takes one coder's claim into the adjudicated layer, and hands it to review by somebody else", async () => {
    const after = value(await settle(take(await unit(0), 1)));
    const decision = after.units[0]?.decision;
    expect(decision).toMatchObject({
      outcome: "taken",
      reason: "It says so.",
      mayUndo: true,
      isChangedSince: false,
    });
    const result = decision?.result;
    expect(result).toMatchObject({
      state: "submitted",
      statement: "The dam holds.",
      createdBy: room.reviewer.id,
    });
    const layer = await database().layer.findFirstOrThrow({
      where: { workspaceId: room.w, id: result?.layerId ?? "" },
    });
    expect(layer.kind).toBe("adjudicated");
    expect(after.progress).toEqual({ units: 3, decided: 1, agreed: 1 });
    const approve = (by: Person) =>
      review(by, room.w, result?.id ?? "", 1, { decision: "approve", comment: "" });
    expect(outcome(await approve(room.reviewer))).toBe("own-work");
    expect(outcome(await approve(room.second))).toBe("ok");
    expect((await seen()).units[0]?.decision?.mayUndo).toBe(false);
    expect(outcome(await undo(room.reviewer, room.w, room.articleId, decision?.id ?? ""))).toBe(
      "conflict built-on",
    );
  });

  it("combines, or writes anew, what nobody marked so", async () => {
    const { claimIds, claims } = await unit(0);
    const spans = claims[0]?.spans ?? [];
    const content = {
      spans,
      statement: "Combined.",
      chain: [{ ...claims[1]?.chain[0], sources: [courier] }],
    };
    // The link is one that was answered, whose fields are those of an input.
    const decision = { outcome: "combined", claimIds, content, reason: "" } as DecisionCreate;
    const after = value(await settle(decision));
    expect(after.units[0]?.decision?.result).toMatchObject({ statement: "Combined.", depth: 1 });
  });

  it("may be that all were wrong, with a reason and no claim", async () => {
    const { claimIds } = await unit(2);
    const after = value(await settle({ outcome: "none", claimIds, reason: "A place name." }));
    expect(after.units[2]?.decision).toMatchObject({
      outcome: "none",
      result: null,
      reason: "A place name.",
    });
  });

  it("needs a reason to be that all were wrong", () => {
    const asked = (reason: string) =>
      decisionCreate.safeParse({ outcome: "none", claimIds: [newId()], reason }).success;
    expect([asked("A place name."), asked(" "), asked("")]).toEqual([true, false, false]);
  });

  it("stands once one of two reviewers has approved what came of it", async () => {
    await database().project.updateMany({ where: { workspaceId: room.w }, data: { approvalsNeeded: 2 } });
    const decided = value(await settle(take(await unit(0)))).units[0]?.decision;
    value(
      await review(room.second, room.w, decided?.result?.id ?? "", 1, { decision: "approve", comment: "" }),
    );
    expect(outcome(await undo(room.reviewer, room.w, room.articleId, decided?.id ?? ""))).toBe(
      "conflict built-on",
    );
    const kept = await database().claim.findFirstOrThrow({ where: { id: decided?.result?.id ?? "" } });
    expect([kept.state, kept.removedAt]).toEqual(["submitted", null]);
  });

  it("is taken back by who made it, and its claim with it; both stay on record", async () => {
    const decided = value(await settle(take(await unit(0)))).units[0]?.decision;
    expect(outcome(await undo(room.second, room.w, room.articleId, decided?.id ?? ""))).toBe("not-found");
    const after = value(await undo(room.reviewer, room.w, room.articleId, decided?.id ?? ""));
    expect(after.units[0]?.decision).toBeNull();
    const kept = await database().claim.findFirstOrThrow({ where: { id: decided?.result?.id ?? "" } });
    expect(kept.removedAt).not.toBeNull();
    expect(await database().adjudication.count({ where: { workspaceId: room.w } })).toBe(1);
    expect(outcome(await settle(take(await unit(0))))).toBe("ok");
  });

  it("of two adjudicators at once is the first's, and the second is told of it", async () => {
    const one = await unit(0);
    const both = await Promise.all([settle(take(one)), settle(take(one), room.second)]);
    expect(both.map(outcome).toSorted()).toEqual(["conflict already-decided", "ok"]);
    expect(await database().adjudication.count({ where: { workspaceId: room.w } })).toBe(1);
  });

  it("is refused on claims that are no unit as they stand", async () => {
    const [first, second] = (await seen()).units;
    const claimIds = [first?.claimIds[0] ?? "", second?.claimIds[0] ?? ""];
    expect(outcome(await settle({ outcome: "none", claimIds, reason: "" }))).toBe("conflict unit-changed");
    const other = { ...take(await unit(0)), takenFrom: second?.claimIds[0] ?? "" } as DecisionCreate;
    expect(outcome(await settle(other))).toBe("invalid /takenFrom");
  });

  it("is shown as changed since, when a coder's claim is not what was seen", async () => {
    const { claimIds } = await unit(0);
    value(await settle({ outcome: "none", claimIds, reason: "No." }));
    await database().claim.updateMany({
      where: { id: claimIds[0] ?? "" },
      data: { revision: { increment: 1 } },
    });
    expect((await seen()).units[0]?.decision?.isChangedSince).toBe(true);
  });

  it("leaves an audit row and an event that tells nothing of what was decided", async () => {
    value(await settle(take(await unit(0))));
    const audits = await database().auditRow.findMany({
      where: { workspaceId: room.w, action: "adjudication.decided" },
    });
    expect(audits).toHaveLength(1);
    const event = await database().outboxEvent.findFirstOrThrow({
      where: { workspaceId: room.w, kind: "adjudication.decided" },
    });
    expect(Object.keys(event.payload as object)).toEqual(["id"]);
  });
});

describe("the adjudicated layer", () => {
  const releaseLayers = () => releaseOne(room.admin, room.w, room.articleId, layersRelease.parse({}));

  it("can be released once everything is settled, and not before", async () => {
    await release();
    value(await settle(take(await unit(0))));
    expect(outcome(await releaseLayers())).toBe("conflict layers-unfinished");
    value(await settle(take(await unit(1)), room.second));
    const last = value(await settle(take(await unit(2)))).units[2]?.decision;
    value(await undo(room.reviewer, room.w, room.articleId, last?.id ?? ""));
    expect(outcome(await releaseLayers())).toBe("conflict layers-unfinished");
    value(await settle(take(await unit(2))));
    value(await releaseLayers());
    const { items } = value(await claimsOf(room.viewer, room.w, room.articleId));
    expect(items.filter(({ createdBy }) => createdBy === room.reviewer.id)).toHaveLength(2);
  });
});

describe("taking over what is agreed", () => {
  beforeEach(() => release());

  it("settles every agreed unit, as long as they are as many as were shown", async () => {
    expect(outcome(await takeAgreed(room.reviewer, room.w, room.articleId, { expected: 2 }))).toBe(
      "conflict unit-changed",
    );
    const after = value(await takeAgreed(room.reviewer, room.w, room.articleId, { expected: 1 }));
    expect(after.progress).toEqual({ units: 3, decided: 1, agreed: 0 });
    expect(after.units[1]?.decision?.outcome).toBe("taken");
  });
});

describe("a nested claim", () => {
  it("waits for its parent, and takes its place beneath what came of it", async () => {
    room = await newsroom({ mode: "blind" });
    courier = await source(room);
    const { spans } = room.text;
    for (const by of [room.editor, room.colleague]) {
      const parent = await claim(room, { spans: [spans[0]], chain: [named()] }, by);
      const own = [{ category: "hearsay" }];
      await claim(room, { spans: [spans[1]], parentId: parent.id, ownChain: own }, by);
      value(await setWork(by, room.w, room.articleId, "finished"));
    }
    await release();
    const inner = await unit(1);
    expect(outcome(await settle(take(inner)))).toBe("conflict parent-undecided");
    const content = {
      spans: inner.claims[0]?.spans ?? [],
      statement: "Anew.",
      chain: [{ category: "hearsay" }],
    };
    const anew = decisionCreate.parse({ outcome: "anew", claimIds: inner.claimIds, content, reason: "" });
    expect(outcome(await settle(anew))).toBe("conflict parent-undecided");
    const after = value(await takeAgreed(room.reviewer, room.w, room.articleId, { expected: 2 }));
    const [outer, nested] = after.units.map(({ decision }) => decision?.result);
    expect(nested).toMatchObject({ parentId: outer?.id, depth: 2 });
    expect(after.units[0]?.decision?.mayUndo).toBe(false);
  });
});

describe("a claim nested in one that was wrong", () => {
  it("stands by itself, with its whole chain", async () => {
    room = await newsroom({ mode: "blind" });
    courier = await source(room);
    const { spans } = room.text;
    for (const by of [room.editor, room.colleague]) {
      const parent = await claim(room, { spans: [spans[0]], chain: [named()] }, by);
      await claim(room, { spans: [spans[1]], parentId: parent.id, ownChain: [{ category: "hearsay" }] }, by);
      value(await setWork(by, room.w, room.articleId, "finished"));
    }
    await release();
    value(await settle({ outcome: "none", claimIds: (await unit(0)).claimIds, reason: "Nobody said so." }));
    const after = value(await settle(take(await unit(1))));
    expect(after.units[1]?.decision?.result).toMatchObject({ parentId: null, depth: 2 });
  });
});

describe("whoever finished an article without marking anything", () => {
  it("has coded it, and does not settle it", async () => {
    await database().project.updateMany({ where: { workspaceId: room.w }, data: { layersPerArticle: 3 } });
    value(await setWork(room.reviewer, room.w, room.articleId, "finished"));
    await release();
    expect(outcome(await read(room.reviewer, room.w, room.articleId))).toBe("own-work");
    expect(outcome(await read(room.second, room.w, room.articleId))).toBe("ok");
  });
});
