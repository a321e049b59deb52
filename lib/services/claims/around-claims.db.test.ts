import { describe, expect, it } from "vitest";
import { assessmentInput } from "#lib/contracts/claims.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import * as assessments from "../assessments/assessments.ts";
import * as comments from "../comments/comments.ts";
import { list } from "./list.ts";
import { get } from "./read.ts";
import { remove } from "./remove.ts";
import { revise } from "./revise.ts";

await testDatabase();

describe("an assessment", () => {
  it.each([
    { sourceReliability: "A" },
    { sourceReliability: "E" },
    { infoCredibility: 1 },
    { infoCredibility: 5 },
  ])("with %o needs a rationale", async (strong) => {
    const room = await newsroom();
    const { id } = await claim(room);
    const bare = assessmentInput.parse({ ...strong, rationale: " " });
    expect(outcome(await assessments.put(room.editor, room.w, id, bare))).toBe("invalid /rationale");
    expect(await database().assessment.count({ where: { claimId: id } })).toBe(0);
    const reasoned = assessmentInput.parse({ ...strong, rationale: "Seen the footage" });
    expect(value(await assessments.put(room.editor, room.w, id, reasoned))).toMatchObject(strong);
  });

  it("is each person's own, revisable, and leaves the claim's revision alone", async () => {
    const room = await newsroom();
    const { id } = await claim(room);
    const put = (who: typeof room.editor, infoCredibility: number) =>
      assessments.put(who, room.w, id, assessmentInput.parse({ infoCredibility }));
    value(await put(room.editor, 2));
    value(await put(room.colleague, 4));
    expect(value(await put(room.editor, 3)).revision).toBe(2);
    expect(outcome(await put(room.viewer, 3))).toBe("not-found");
    const { items } = value(await assessments.list(room.viewer, room.w, id));
    expect(items.map(({ userId, infoCredibility }) => [userId, infoCredibility]).toSorted()).toEqual(
      [
        [room.editor.id, 3],
        [room.colleague.id, 4],
      ].toSorted(),
    );
    expect(value(await get(room.editor, room.w, id)).revision).toBe(1);
  });
});

describe("comments", () => {
  it("are answered, edited by who wrote them, closed by anybody, and leave a gap where answers hang", async () => {
    const room = await newsroom();
    const { id } = await claim(room);
    const first = value(
      await comments.add(room.editor, room.w, id, { body: "Who says so?", parentId: null, mentions: [] }),
    );
    value(
      await comments.add(room.reviewer, room.w, id, {
        body: "The minister",
        parentId: first.id,
        mentions: [],
      }),
    );
    expect(outcome(await comments.edit(room.reviewer, room.w, first.id, { body: "No" }))).toBe("not-found");
    value(await comments.edit(room.editor, room.w, first.id, { body: "Who said so?" }));
    const closed = value(await comments.edit(room.reviewer, room.w, first.id, { resolved: true }));
    expect(closed.resolvedAt).not.toBeNull();
    value(await comments.remove(room.editor, room.w, first.id));
    const { items } = value(await comments.list(room.viewer, room.w, id));
    expect(items.map(({ body, removedAt }) => [body, removedAt !== null])).toEqual([
      ["", true],
      ["The minister", false],
    ]);
    expect(
      outcome(await comments.add(room.viewer, room.w, id, { body: "Me too", parentId: null, mentions: [] })),
    ).toBe("not-found");
    const lost = { body: "To nobody", parentId: newId(), mentions: [] };
    expect(outcome(await comments.add(room.editor, room.w, id, lost))).toBe("invalid /parentId");
  });
});

describe("a claim's article", () => {
  it("notes activity, and an editor's first claim begins their work", async () => {
    const room = await newsroom();
    const before = await database().article.findFirstOrThrow({ where: { id: room.articleId } });
    const made = await claim(room);
    const works = () => database().articleWork.findMany({ where: { articleId: room.articleId } });
    expect((await works()).map(({ userId, state }) => [userId, state])).toEqual([
      [room.editor.id, "in_progress"],
    ]);
    const after = await database().article.findFirstOrThrow({ where: { id: room.articleId } });
    expect(after.lastActivityAt.getTime()).toBeGreaterThan(before.lastActivityAt.getTime());
    await database().articleWork.updateMany({
      where: { articleId: room.articleId },
      data: { state: "finished" },
    });
    value(await revise(room.editor, room.w, made.id, 1, { statement: "Smoke rose" }));
    await claim(room);
    expect((await works()).map(({ state }) => state)).toEqual(["finished"]);
  });

  it("numbers one audit row and one event a command, without gaps", async () => {
    const room = await newsroom();
    const where = { workspaceId: room.w, objectType: "claim" };
    const made = await claim(room);
    value(await revise(room.editor, room.w, made.id, 1, { statement: "Smoke rose" }));
    await revise(room.editor, room.w, made.id, 1, { statement: "Stale" });
    value(await remove(room.editor, room.w, made.id, 2));
    expect(await database().auditRow.count({ where })).toBe(3);
    const events = await database().outboxEvent.findMany({
      where: { workspaceId: room.w },
      orderBy: { number: "asc" },
    });
    expect(events.map(({ number }) => Number(number))).toEqual(events.map((_, index) => index + 1));
    const told = events.filter(({ objectId }) => objectId === made.id);
    expect(told.map(({ kind, payload }) => [kind, payload])).toEqual([
      ["claim.created", { id: made.id, revision: 1, state: "draft" }],
      ["claim.revised", { id: made.id, revision: 2, state: "draft" }],
      ["claim.removed", { id: made.id, revision: 2, state: "draft" }],
    ]);
  });

  it("is not touched by a patch that changes nothing", async () => {
    const room = await newsroom();
    const made = await claim(room, { statement: "Smoke rose" });
    const same = value(await revise(room.editor, room.w, made.id, 1, { statement: "Smoke rose" }));
    expect(same).toEqual(made);
    expect(await database().auditRow.count({ where: { objectId: made.id } })).toBe(1);
  });
});

describe("the list of claims", () => {
  it("pages without losing or repeating any, and narrows by what it is asked", async () => {
    const room = await newsroom();
    const courier = await source(room, "The 100% Courier");
    const [outer, middle] = room.text.spans;
    const parent = await claim(room, {
      chain: [{ category: "media_report", sources: [courier] }],
      spans: [outer],
    });
    const child = await claim(room, {
      spans: [middle],
      parentId: parent.id,
      ownChain: [{ category: "hearsay" }],
    });
    const plain = [];
    for (const statement of ["It rained", "It poured", "Snow"])
      plain.push((await claim(room, { statement })).id);
    const found: string[] = [];
    let after: string | undefined;
    do {
      const { items, next } = value(await list(room.viewer, room.w, { limit: 2, after }));
      found.push(...items.map(({ id }) => id));
      after = next ?? undefined;
    } while (after);
    expect(found).toEqual([...plain.toReversed(), child.id, parent.id]);
    const ids = async (filter: object) =>
      value(await list(room.viewer, room.w, { limit: 10, ...filter })).items.map(({ id }) => id);
    expect(await ids({ source: courier })).toEqual([child.id, parent.id]);
    expect(await ids({ originProvenance: "hearsay" })).toEqual([child.id]);
    expect(await ids({ q: "POURED" })).toEqual([plain[1]]);
    expect(await ids({ q: "100%" })).toEqual([parent.id]);
    expect(await ids({ q: "%" })).toEqual([parent.id]);
    expect(await ids({ state: "approved" })).toEqual([]);
    expect(await ids({ author: room.colleague.id })).toEqual([]);
    expect(await ids({ project: "first-project", article: room.articleId })).toHaveLength(5);
    expect(outcome(await list(room.viewer, room.w, { limit: 2, after: "bm9uc2Vuc2U" }))).toBe(
      "invalid /after",
    );
  });

  it("hides a restricted project from whoever it does not name", async () => {
    const room = await newsroom();
    const made = await claim(room);
    const where = { workspaceId: room.w, id: room.projectId };
    await database().project.updateMany({ where, data: { restricted: true } });
    await database().projectMember.create({
      data: { workspaceId: room.w, projectId: room.projectId, userId: room.editor.id },
    });
    expect(value(await list(room.editor, room.w, { limit: 10 })).items).toHaveLength(1);
    expect(value(await list(room.owner, room.w, { limit: 10 })).items).toHaveLength(0);
    expect(outcome(await get(room.owner, room.w, made.id))).toBe("not-found");
  });
});
