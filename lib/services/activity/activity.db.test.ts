import { beforeAll, describe, expect, it } from "vitest";
import { assignInput } from "#lib/contracts/assignments.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { setWork } from "../articles/set-work.ts";
import { assign } from "../assignments/assignments.ts";
import { submit } from "../claims/transitions.ts";
import { add } from "../comments/comments.ts";
import { decide } from "../reviews/reviews.ts";
import { changeSource } from "../sources/change.ts";
import { list } from "./activity.ts";

await testDatabase();

const read = async (by: Person, room: Newsroom, more: object = {}) =>
  value(await list(by, room.w, { limit: 100, ...more }));
const kinds = async (by: Person, room: Newsroom, more: object = {}) =>
  (await read(by, room, more)).items.map(({ kind }) => kind);
const submitted = async (room: Newsroom) => {
  const { id, revision } = await claim(room, { statement: "The dam will hold" });
  value(await submit(room.editor, room.w, id, revision));
  return { id, revision };
};

describe("what happened in a workspace", () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom();
    const { id, revision } = await submitted(room);
    value(await decide(room.reviewer, room.w, id, revision, { decision: "approve", comment: "" }));
    value(await setWork(room.editor, room.w, room.articleId, "finished"));
    const given = assignInput.parse({ articleIds: [room.articleId], userIds: [room.colleague.id] });
    value(await assign(room.admin, room.w, room.projectId, given));
  });

  it("names who did what to what, newest first", async () => {
    const { items } = await read(room.viewer, room, { article: room.articleId });
    expect(items.map(({ kind }) => kind)).toEqual([
      "assignment.assigned",
      "article.work",
      "claim.approved",
      "claim.submitted",
      "claim.created",
      "article.imported",
    ]);
    expect(items[0]).toMatchObject({ actor: { name: "Anna" }, person: { name: "Colin" } });
    expect(items[1]).toMatchObject({ actor: { name: "Edda" }, work: "finished" });
    expect(items[2]).toMatchObject({
      actor: { name: "Rosa" },
      article: { id: room.articleId, title: "An article" },
      claim: { statement: "The dam will hold" },
    });
  });

  it("is read page by page, each thing once", async () => {
    const all = await read(room.viewer, room);
    const found: string[] = [];
    for (let after: string | undefined; ; ) {
      const page = await read(room.viewer, room, { limit: 2, after });
      found.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      after = page.next;
    }
    expect(found).toEqual(all.items.map(({ id }) => id));
    expect(outcome(await list(room.viewer, room.w, { limit: 2, after: "1; drop" }))).toBe("invalid /after");
  });

  it.each([
    ["a person", () => ({ person: room.reviewer.id }), ["claim.approved"]],
    ["reviewing", () => ({ about: "reviews" }), ["claim.approved", "claim.submitted"]],
    ["assignments", () => ({ about: "assignments" }), ["assignment.assigned"]],
    ["an article of nowhere", () => ({ article: newId() }), []],
    ["a time to come", () => ({ from: "2999-01-01T00:00:00.000Z" }), []],
    ["a time long ago", () => ({ until: "2001-01-01T00:00:00.000Z" }), []],
  ])("is narrowed to %s", async (_, more, expected) => {
    expect(await kinds(room.viewer, room, more())).toEqual(expected);
  });

  it("leaves out what single people were told", async () => {
    const all = await kinds(room.colleague, room);
    expect(all.filter((kind) => kind.startsWith("notification."))).toEqual([]);
    expect(await database().notification.count({ where: { userId: room.colleague.id } })).toBe(1);
  });

  it("names a source as it is now", async () => {
    const id = await source(room, "The Courier");
    value(await changeSource(room.editor, room.w, id, 1, { name: "The Daily Courier" }));
    const { items } = await read(room.viewer, room, { about: "sources" });
    expect(items.map((item) => [item.kind, item.source?.name])).toEqual([
      ["source.changed", "The Daily Courier"],
    ]);
  });
});

describe("nobody reads of what they may not see", () => {
  it("of a colleague's blind layer: neither claims, comments nor how far they are", async () => {
    const room = await newsroom({ mode: "blind" });
    const { id } = await submitted(room);
    value(await add(room.editor, room.w, id, { body: "Who says so?", parentId: null, mentions: [] }));
    value(await setWork(room.editor, room.w, room.articleId, "in_progress"));
    const seen = { article: room.articleId };
    expect(await kinds(room.colleague, room, seen)).toEqual(["article.imported"]);
    expect(await kinds(room.editor, room, seen)).toEqual([
      "article.work",
      "comment.added",
      "claim.submitted",
      "claim.created",
      "article.imported",
    ]);
    await database().layer.updateMany({ where: { workspaceId: room.w }, data: { releasedAt: new Date() } });
    expect(await kinds(room.colleague, room, seen)).toHaveLength(5);
  });

  it("of who else has a blind project's article, or when they were done", async () => {
    const room = await newsroom({ mode: "blind" });
    const given = assignInput.parse({ articleIds: [room.articleId], userIds: [room.editor.id] });
    value(await assign(room.admin, room.w, room.projectId, given));
    value(await setWork(room.editor, room.w, room.articleId, "finished"));
    const about = { about: "assignments" };
    for (const by of [room.colleague, room.reviewer, room.viewer]) {
      expect(await read(by, room, { ...about, limit: 1 })).toEqual({ items: [], next: null });
    }
    for (const by of [room.editor, room.admin]) {
      expect(await kinds(by, room, about)).toEqual(["assignment.done", "assignment.assigned"]);
    }
  });

  it("of a project that does not name them", async () => {
    const room = await newsroom();
    const other = value(
      await importArticle(room.owner, room.w, room.projectId, { text: "Quiet.", title: "Quiet" }),
    );
    const restrict = (restricted: boolean) =>
      database().project.updateMany({ where: { workspaceId: room.w }, data: { restricted } });
    await database().projectMember.create({
      data: { workspaceId: room.w, projectId: room.projectId, userId: room.editor.id },
    });
    const titles = async (by: Person) => (await read(by, room)).items.map(({ article }) => article?.title);
    expect(await titles(room.owner)).toContain(other.title);
    await restrict(true);
    expect(await titles(room.owner)).not.toContain(other.title);
    expect(await titles(room.editor)).toContain(other.title);
    expect((await read(room.owner, room)).items.map(({ kind }) => kind)).not.toContain("project.created");
  });
});
