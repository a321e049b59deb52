import { beforeEach, describe, expect, it } from "vitest";
import { assignInput } from "#lib/contracts/assignments.ts";
import { articlesRelease, layersRelease } from "#lib/contracts/layers.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { join, outcome, type Person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { setWork } from "../articles/set-work.ts";
import { assign } from "../assignments/assignments.ts";
import { ofArticle as claimsOf } from "../claims/read.ts";
import { revise } from "../claims/revise.ts";
import { submit } from "../claims/transitions.ts";
import * as notifications from "../notifications/notifications.ts";
import { decide } from "../reviews/reviews.ts";
import { ofArticle, releaseOne, releaseSome } from "./layers.ts";

await testDatabase();

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom({ mode: "blind" });
});

const finish = async (who: Person) => value(await setWork(who, room.w, room.articleId, "finished"));
const release = (who = room.admin, input: object = {}) =>
  releaseOne(who, room.w, room.articleId, layersRelease.parse(input));
const bothFinish = async () => {
  await claim(room, { statement: "Edda’s" });
  await claim(room, { statement: "Colin’s" }, room.colleague);
  await finish(room.editor);
  await finish(room.colleague);
};
const statements = async (who: Person) =>
  value(await claimsOf(who, room.w, room.articleId))
    .items.map(({ statement }) => statement)
    .toSorted();

describe("releasing the layers of an article", () => {
  it("shows to everybody what each editor marked alone", async () => {
    await bothFinish();
    expect(await statements(room.editor)).toEqual(["Edda’s"]);
    expect(await statements(room.reviewer)).toEqual([]);
    const { items, coding } = value(await release());
    expect(items.map(({ isReleased, isVisible }) => [isReleased, isVisible])).toEqual([
      [true, true],
      [true, true],
    ]);
    expect(coding?.standing).toBe("released");
    for (const who of [room.editor, room.colleague, room.viewer, room.reviewer]) {
      expect(await statements(who)).toEqual(["Colin’s", "Edda’s"]);
    }
  });

  it("is on record and told to its coders, once", async () => {
    await bothFinish();
    value(await release());
    const audits = await database().auditRow.findMany({
      where: { workspaceId: room.w, action: "layers.released" },
    });
    expect(audits).toMatchObject([
      { objectId: room.articleId, actorId: room.admin.id, detail: { isForced: false, reason: "" } },
    ]);
    const events = await database().outboxEvent.findMany({
      where: { workspaceId: room.w, kind: "layers.released" },
    });
    expect(events).toMatchObject([{ articleId: room.articleId }]);
    for (const who of [room.editor, room.colleague]) {
      const { items } = value(await notifications.list(who, room.w, { limit: 10 }));
      expect(items.filter(({ kind }) => kind === "released")).toHaveLength(1);
    }
  });

  it("happens once when two admins press at the same time", async () => {
    await bothFinish();
    const answers = await Promise.all([release(room.admin), release(room.owner)]);
    expect(answers.map(outcome).toSorted()).toEqual(["conflict nothing-to-release", "ok"]);
    expect(
      await database().auditRow.count({ where: { workspaceId: room.w, action: "layers.released" } }),
    ).toBe(1);
  });

  it("waits for everybody who has begun, and for as many as the project asks for", async () => {
    expect(outcome(await release())).toBe("conflict nothing-to-release");
    await claim(room);
    await finish(room.editor);
    expect(outcome(await release())).toBe("conflict layers-unfinished");
    await claim(room, {}, room.colleague);
    expect(outcome(await release())).toBe("conflict layers-unfinished");
    await finish(room.colleague);
    value(await release());
  });

  it("waits for whoever was given the article and has not begun", async () => {
    await bothFinish();
    const third = await join(room.w, "editor");
    const given = assignInput.parse({ articleIds: [room.articleId], userIds: [third.id] });
    value(await assign(room.admin, room.w, room.projectId, given));
    const { coding } = value(await ofArticle(room.admin, room.w, room.articleId));
    expect(coding).toMatchObject({ needed: 2, hidden: 2, finished: 2, waiting: 1, standing: "unfinished" });
    expect(coding?.waitingFor.map(({ userId }) => userId)).toEqual([third.id]);
    expect(outcome(await release())).toBe("conflict layers-unfinished");
  });

  it("is forced with a reason, which stays on record", async () => {
    await claim(room);
    expect(outcome(await release(room.admin, { force: true }))).toBe("invalid /reason");
    value(await release(room.admin, { force: true, reason: "Colin has left" }));
    const layer = await database().layer.findFirstOrThrow({ where: { workspaceId: room.w, kind: "editor" } });
    expect([layer.releaseReason, layer.releasedBy]).toEqual(["Colin has left", room.admin.id]);
  });

  it.each([
    ["an editor", () => room.editor],
    ["a reviewer", () => room.reviewer],
    ["a viewer", () => room.viewer],
  ])("is not for %s", async (_, who) => {
    await bothFinish();
    expect(outcome(await release(who()))).toBe("not-found");
    const some = articlesRelease.parse({ articleIds: [room.articleId] });
    expect(outcome(await releaseSome(who(), room.w, room.projectId, some))).toBe("not-found");
    expect(await database().layer.count({ where: { workspaceId: room.w, releasedAt: { not: null } } })).toBe(
      0,
    );
  });
});

describe("releasing a selection", () => {
  it("releases what is ready and says of the rest why it stayed", async () => {
    await bothFinish();
    const text = `Rain ${newId()}.`;
    const other = value(await importArticle(room.owner, room.w, room.projectId, { text, title: "Rain" })).id;
    const some = (articleIds: string[]) =>
      releaseSome(room.admin, room.w, room.projectId, articlesRelease.parse({ articleIds }));
    const first = value(await some([room.articleId, other]));
    expect(Object.fromEntries(first.items.map((one) => [one.articleId, one.outcome]))).toEqual({
      [room.articleId]: "released",
      [other]: "empty",
    });
    expect(value(await some([room.articleId])).items).toEqual([
      { articleId: room.articleId, outcome: "already" },
    ]);
    expect(outcome(await some([newId()]))).toBe("invalid /articleIds/0");
  });
});

describe("after the release", () => {
  it("each layer stays as its editor left it", async () => {
    const own = await claim(room, { statement: "Edda’s" });
    await claim(room, {}, room.colleague);
    await finish(room.editor);
    await finish(room.colleague);
    value(await release());
    const changed = await revise(room.editor, room.w, own.id, own.revision, { statement: "Else" });
    expect(outcome(changed)).toBe("conflict layers-released");
    await expect(claim(room)).rejects.toThrow("layers-released");
    expect(outcome(await setWork(room.editor, room.w, room.articleId, "in_progress"))).toBe(
      "conflict layers-released",
    );
    expect(await statements(room.editor)).toContain("Edda’s");
  });

  it("nobody is asked to change what can no longer be changed; it may still be rejected", async () => {
    const own = await claim(room, { statement: "Edda’s" });
    value(await submit(room.editor, room.w, own.id, own.revision));
    await claim(room, {}, room.colleague);
    await finish(room.editor);
    await finish(room.colleague);
    value(await release());
    const decided = (decision: "request_changes" | "reject") =>
      decide(room.reviewer, room.w, own.id, own.revision, { decision, reason: "wrong_span", comment: "" });
    expect(outcome(await decided("request_changes"))).toBe("conflict layers-released");
    expect(outcome(await decided("reject"))).toBe("ok");
  });

  it("nobody begins alone, who was given the article neither", async () => {
    const third = await join(room.w, "editor");
    await bothFinish();
    value(await release());
    const given = assignInput.parse({ articleIds: [room.articleId], userIds: [third.id] });
    await assign(room.admin, room.w, room.projectId, given);
    await expect(claim(room, {}, third)).rejects.toThrow("layers-released");
  });

  it("no claim slips into a layer while it is released", async () => {
    await bothFinish();
    const writing = claim(room, { statement: "Late" }).then(
      () => "written",
      () => "refused",
    );
    const [wrote] = await Promise.all([writing, release()]);
    const after = await database().layer.findFirstOrThrow({
      where: { workspaceId: room.w, ownerId: room.editor.id },
      include: { claims: true },
    });
    const late = after.claims.find(({ statement }) => statement === "Late");
    expect(late === undefined).toBe(wrote === "refused");
    if (late && after.releasedAt) expect(late.createdAt <= after.releasedAt).toBe(true);
  });
});

describe("how many code an article", () => {
  it("is bounded by the project’s rule, beyond which an admin assigns", async () => {
    const third = await join(room.w, "editor");
    await claim(room);
    await claim(room, {}, room.colleague);
    await expect(claim(room, {}, third)).rejects.toThrow("layers-full");
    expect(outcome(await setWork(third, room.w, room.articleId, "in_progress"))).toBe("conflict layers-full");
    const given = assignInput.parse({ articleIds: [room.articleId], userIds: [third.id] });
    value(await assign(room.admin, room.w, room.projectId, given));
    await claim(room, {}, third);
  });

  it("keeps the places of those who were given the article", async () => {
    const given = assignInput.parse({
      articleIds: [room.articleId],
      userIds: [room.editor.id, room.colleague.id],
    });
    value(await assign(room.admin, room.w, room.projectId, given));
    const third = await join(room.w, "editor");
    await expect(claim(room, {}, third)).rejects.toThrow("layers-full");
    await claim(room);
  });

  it("holds when several begin at the same time", async () => {
    const people = [room.editor, room.colleague, await join(room.w, "editor"), await join(room.w, "editor")];
    const tried = await Promise.allSettled(people.map((who) => claim(room, {}, who)));
    expect(tried.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
  });
});

describe("the layers of an article", () => {
  it("are each its editor’s to see; an admin knows how far they are and sees nothing of them", async () => {
    await claim(room, { statement: "Edda’s" });
    await claim(room, {}, room.colleague);
    const seen = async (who: Person) => value(await ofArticle(who, room.w, room.articleId));
    const own = await seen(room.editor);
    expect([own.coding, own.items.map(({ ownerId }) => ownerId)]).toEqual([null, [room.editor.id]]);
    expect((await seen(room.reviewer)).items).toEqual([]);
    const all = await seen(room.admin);
    expect(all.items.map(({ state, isVisible }) => [state, isVisible])).toEqual([
      ["in_progress", false],
      ["in_progress", false],
    ]);
    expect(JSON.stringify(all)).not.toContain("Edda’s");
    expect(outcome(await ofArticle(room.admin, room.w, newId()))).toBe("not-found");
  });
});
