import { beforeAll, describe, expect, it } from "vitest";
import { articlesQuery } from "#lib/contracts/articles.ts";
import { assignInput, assignmentPatch } from "#lib/contracts/assignments.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { join, outcome, type Person, person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { getArticle, listArticles } from "../articles/read.ts";
import { setWork } from "../articles/set-work.ts";
import { submit } from "../claims/transitions.ts";
import { remove as removeMember } from "../identity/members.ts";
import * as notifications from "../notifications/notifications.ts";
import { decide } from "../reviews/reviews.ts";
import { assign, list, myWork, workersOf } from "./assignments.ts";
import { change } from "./change.ts";

await testDatabase();

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
});

const article = async () => {
  const text = `Rain ${newId()}.`;
  return value(await importArticle(room.owner, room.w, room.projectId, { text, title: "Rain" })).id;
};
const give = (articleIds: string[], people: Person[], more: object = {}, by = room.admin) =>
  assign(
    by,
    room.w,
    room.projectId,
    assignInput.parse({ articleIds, userIds: people.map(({ id }) => id), ...more }),
  );
const told = async (who: Person, assignmentId: string) => {
  const page = value(await notifications.list(who, room.w, { limit: 500 }));
  return page.items.filter((one) => one.assignmentId === assignmentId).map(({ kind }) => kind);
};

describe("giving out articles", () => {
  it("gives each to everybody named, tells them, and gives nothing twice", async () => {
    const [one, two] = [await article(), await article()];
    const first = value(await give([one, two], [room.editor, room.colleague]));
    expect(first.items).toHaveLength(4);
    const again = value(await give([one, two, await article()], [room.editor]));
    expect([again.items.length, again.already]).toEqual([1, 2]);
    const own = first.items.find(({ userId, articleId }) => userId === room.editor.id && articleId === one);
    expect(await told(room.editor, own?.id ?? "")).toEqual(["assigned"]);
    const { assignments } = value(await myWork(room.colleague, room.w));
    expect(assignments.map(({ articleId }) => articleId)).toEqual([one, two]);
  });

  it("by rule gives each article to so many people, the least busy first", async () => {
    const articles = [await article(), await article()];
    const rule = { by: "load", each: 1 };
    const busy = await join(room.w, "editor");
    const idle = await join(room.w, "editor");
    value(await give([await article(), await article(), await article()], [busy]));
    const { items } = value(await give(articles, [busy, idle], { rule }));
    expect(items.map(({ userId }) => userId)).toEqual([idle.id, idle.id]);
  });

  it.each([
    ["an article of nowhere", async () => give([newId()], [room.editor]), "invalid /articleIds/0"],
    ["somebody who may only read", async () => give([await article()], [room.viewer]), "invalid /userIds/0"],
    ["a stranger", async () => give([await article()], [await person()]), "invalid /userIds/0"],
    [
      "an editor as a reviewer",
      async () => give([await article()], [room.editor], { kind: "review" }),
      "invalid /userIds/0",
    ],
    [
      "an editor giving out",
      async () => give([await article()], [room.editor], {}, room.editor),
      "not-found",
    ],
  ])("refuses %s, and gives nothing", async (_, attempt, expected) => {
    const before = await database().assignment.count();
    expect(outcome(await attempt())).toBe(expected);
    expect(await database().assignment.count()).toBe(before);
  });

  it("refuses somebody who has been removed meanwhile", async () => {
    const leaving = await join(room.w, "editor");
    value(await removeMember(room.owner, room.w, leaving.id));
    expect(outcome(await give([await article()], [leaving]))).toBe("invalid /userIds/0");
  });
});

describe("an assignment", () => {
  const given = async (to: Person) => {
    const made = value(await give([await article()], [to]));
    const [only] = made.items;
    if (!only) throw new Error("nothing was given");
    return only;
  };

  it("is done when its holder says that the article is finished", async () => {
    const { id, articleId } = await given(room.editor);
    value(await setWork(room.editor, room.w, articleId, "finished"));
    const { items } = value(
      await list(room.viewer, room.w, room.projectId, { limit: 10, article: articleId }),
    );
    expect(items.map((one) => [one.id, one.state])).toEqual([[id, "done"]]);
  });

  it("goes back with a reason, and whoever gave it hears of it", async () => {
    const { id } = await given(room.editor);
    const back = value(await change(room.editor, room.w, id, { state: "returned", reason: "Too long" }));
    expect([back.state, back.reason, back.endedBy]).toEqual(["returned", "Too long", room.editor.id]);
    expect(await told(room.admin, id)).toEqual(["returned"]);
    expect(outcome(await change(room.editor, room.w, id, { state: "done" }))).toBe(
      "conflict assignment-ended",
    );
  });

  it("is handed over to somebody who may, with its date", async () => {
    const dueAt = "2031-05-01T10:00:00.000Z";
    const { id, articleId } = await given(room.editor);
    value(await change(room.admin, room.w, id, { dueAt }));
    expect(outcome(await change(room.editor, room.w, id, { handTo: room.viewer.id }))).toBe(
      "invalid /handTo",
    );
    value(await change(room.editor, room.w, id, { handTo: room.colleague.id }));
    const { assignments } = value(await myWork(room.colleague, room.w));
    const taken = assignments.find((one) => one.articleId === articleId);
    expect(taken?.dueAt).toBe(dueAt);
    expect(await told(room.colleague, taken?.id ?? "")).toEqual(["handed_over"]);
  });

  it("of somebody else is ended by admins only, and its date is theirs alone to set", async () => {
    const { id } = await given(room.editor);
    expect(outcome(await change(room.colleague, room.w, id, { state: "done" }))).toBe("not-found");
    expect(outcome(await change(room.editor, room.w, id, { dueAt: null }))).toBe("not-found");
    value(await change(room.admin, room.w, id, { state: "returned" }));
  });

  it("that has ended says so to those who might have changed it, and to nobody else", async () => {
    const { id } = await given(room.editor);
    value(await change(room.editor, room.w, id, { state: "returned" }));
    const attempt = async (by: Person) => outcome(await change(by, room.w, id, { state: "done" }));
    expect(await attempt(room.editor)).toBe("conflict assignment-ended");
    expect(await attempt(room.admin)).toBe("conflict assignment-ended");
    expect(await attempt(room.colleague)).toBe("not-found");
    await database().project.updateMany({ where: { id: room.projectId }, data: { restricted: true } });
    try {
      for (const by of [room.editor, room.admin, room.owner]) expect(await attempt(by)).toBe("not-found");
    } finally {
      await database().project.updateMany({ where: { id: room.projectId }, data: { restricted: false } });
    }
  });

  it("is not held up by those who may not change it", async () => {
    const { id } = await given(room.editor);
    await database().$transaction(async (tx) => {
      await tx.$queryRaw`select from assignments where id = ${id}::uuid for update`;
      expect(outcome(await change(room.colleague, room.w, id, { state: "done" }))).toBe("not-found");
    });
  });

  it.each<[string, () => Person, object, string, string[]]>([
    ["a reason alone by a colleague", () => room.colleague, { reason: "No" }, "not-found", []],
    ["a note by its holder", () => room.editor, { note: "No" }, "not-found", []],
    ["a note by an admin", () => room.admin, { note: "Soon" }, "ok", ["assignment.changed"]],
    ["its end by its holder", () => room.editor, { state: "done" }, "ok", ["assignment.done"]],
  ])("has in the audit only what was done: %s", async (_, by, patch, expected, actions) => {
    const { id } = await given(room.editor);
    expect(outcome(await change(by(), room.w, id, patch))).toBe(expected);
    const rows = await database().auditRow.findMany({ where: { objectId: id }, orderBy: { at: "asc" } });
    expect(rows.map(({ action }) => action)).toEqual(["assignment.assigned", ...actions]);
  });

  it.each([
    ["a reason alone", { reason: "x" }, "reason"],
    ["a reason with a note", { reason: "x", note: "y" }, "reason"],
    ["two ends", { state: "done", handTo: newId() }, "handTo"],
    ["a reason with an end", { reason: "x", state: "returned" }, undefined],
    ["a reason with a hand-over", { reason: "x", handTo: newId() }, undefined],
  ])("is asked to change by %s only where that says something", (_, patch, refused) => {
    expect(assignmentPatch.safeParse(patch).error?.issues[0]?.path[0]).toBe(refused);
  });

  it("goes back when its holder leaves the workspace", async () => {
    const leaving = await join(room.w, "editor");
    const { id } = await given(leaving);
    value(await removeMember(room.owner, room.w, leaving.id));
    const row = await database().assignment.findFirstOrThrow({ where: { id } });
    expect([row.state, row.endedBy]).toEqual(["returned", room.owner.id]);
    expect(await told(room.admin, id)).toEqual(["returned"]);
  });
});

describe("in a blind project", () => {
  it("who has what, and when they were done, is known to them and to admins only", async () => {
    const blind = await newsroom({ mode: "blind" });
    const { w, projectId, articleId, editor, colleague, reviewer, admin } = blind;
    const all = assignInput.parse({ articleIds: [articleId], userIds: [editor.id, colleague.id] });
    value(await assign(admin, w, projectId, all));
    const query = (more: object = {}) => articlesQuery.parse({ limit: 10, ...more });
    const known = async (by: Person) => {
      const { items } = value(await list(by, w, projectId, { limit: 10 }));
      const [listed] = value(await listArticles(by, w, projectId, query())).items;
      const whole = value(await getArticle(by, w, articleId));
      const found = await Promise.all(
        [editor, colleague].map(
          async ({ id }) => value(await listArticles(by, w, projectId, query({ assignee: id }))).items.length,
        ),
      );
      return [items, listed?.assignees, whole.assignees]
        .map((rows) => rows?.map(({ userId }) => userId).toSorted())
        .concat([found.map(String)]);
    };
    const both = [editor.id, colleague.id].toSorted();
    expect(await known(admin)).toEqual([both, both, both, ["1", "1"]]);
    expect(await known(colleague)).toEqual([[colleague.id], [colleague.id], [colleague.id], ["0", "1"]]);
    expect(await known(reviewer)).toEqual([[], [], [], ["0", "0"]]);
    value(await setWork(editor, w, articleId, "finished"));
    expect(await known(colleague)).toEqual([[colleague.id], [colleague.id], [colleague.id], ["0", "1"]]);
  });
});

describe("who can be given articles", () => {
  it("are editors and above who see the project, reviewers to review, with what each has in hand", async () => {
    const fresh = await newsroom();
    const { articleId, editor, viewer, w, projectId } = fresh;
    const given = assignInput.parse({ articleIds: [articleId], userIds: [editor.id] });
    value(await assign(fresh.admin, w, projectId, given));
    const names = async (kind: "annotate" | "review") =>
      value(await workersOf(viewer, w, projectId, kind)).items.map(({ name, inHand }) => `${name} ${inHand}`);
    expect(await names("annotate")).toEqual(["Anna 0", "Colin 0", "Edda 1", "Olga 0", "Rosa 0", "Sami 0"]);
    expect(await names("review")).toEqual(["Anna 0", "Olga 0", "Rosa 0", "Sami 0"]);
    await database().project.updateMany({ where: { workspaceId: w }, data: { restricted: true } });
    await database().projectMember.createMany({
      data: [editor, viewer].map(({ id: userId }) => ({ workspaceId: w, projectId, userId })),
    });
    expect(await names("annotate")).toEqual(["Edda 1"]);
  });
});

describe("the list of articles", () => {
  it("says who has each, the soonest due first, and finds mine, theirs and nobody's", async () => {
    const { projectId, w } = room;
    const [mine, theirs, nobodys] = [await article(), await article(), await article()];
    const dueAt = "2031-05-01T10:00:00.000Z";
    value(await give([mine], [room.editor]));
    value(await give([mine, theirs], [room.colleague], { dueAt }));
    const ended = value(await give([nobodys], [room.editor])).items[0]?.id ?? "";
    value(await change(room.editor, w, ended, { state: "returned" }));
    const found = async (by: Person, assignee?: string) => {
      const query = articlesQuery.parse({ assignee, limit: 500 });
      return value(await listArticles(by, w, projectId, query)).items;
    };
    const all = await found(room.viewer);
    expect(all.find(({ id }) => id === mine)?.assignees).toMatchObject([
      { name: "Colin", kind: "annotate", dueAt },
      { name: "Edda", kind: "annotate", dueAt: null },
    ]);
    const has = async (by: Person, assignee: string) =>
      (await found(by, assignee)).map(({ id }) => id).filter((id) => [mine, theirs, nobodys].includes(id));
    expect(await has(room.editor, "me")).toEqual([mine]);
    expect((await has(room.editor, room.colleague.id)).toSorted()).toEqual([mine, theirs].toSorted());
    expect(await has(room.editor, "nobody")).toEqual([nobodys]);
    const whole = value(await getArticle(room.viewer, w, theirs));
    expect(whole.assignees.map(({ userId }) => userId)).toEqual([room.colleague.id]);
  });
});

describe("what waits for somebody", () => {
  it("is what they began, and what they have finished lately is kept in sight", async () => {
    const [begun, done] = [await article(), await article()];
    value(await setWork(room.second, room.w, begun, "in_progress"));
    value(await give([done], [room.second]));
    value(await setWork(room.second, room.w, done, "finished"));
    const work = value(await myWork(room.second, room.w));
    expect(work.inProgress.map(({ articleId }) => articleId)).toEqual([begun]);
    expect(work.doneLately.map(({ articleId }) => articleId)).toEqual([done]);
    await database().assignment.updateMany({
      where: { articleId: done },
      data: { endedAt: new Date(Date.now() - 15 * 86_400_000) },
    });
    expect(value(await myWork(room.second, room.w)).doneLately).toEqual([]);
  });

  it("is also what a reviewer sent back, and they are told of every decision", async () => {
    const { id, revision, statement } = await claim(room);
    value(await submit(room.editor, room.w, id, revision));
    const body = { decision: "request_changes" as const, comment: "Who says so?" };
    value(await decide(room.reviewer, room.w, id, revision, body));
    const { sentBack } = value(await myWork(room.editor, room.w));
    expect(sentBack).toMatchObject([{ claimId: id, reason: "Who says so?", reviewerId: room.reviewer.id }]);
    const page = value(await notifications.list(room.editor, room.w, { limit: 500, unread: "true" }));
    const decision = page.items.find(({ claimId }) => claimId === id);
    const detail = { decision: "request_changes" };
    expect(decision).toMatchObject({ kind: "decision", claimStatement: statement, detail });
    const { unread } = value(await notifications.read(room.editor, room.w, { ids: [decision?.id ?? ""] }));
    expect(unread).toBe(page.unread - 1);
    value(await notifications.read(room.colleague, room.w, { ids: page.items.map((one) => one.id) }));
    expect(value(await notifications.list(room.editor, room.w, { limit: 1 })).unread).toBe(page.unread - 1);
    expect(value(await notifications.read(room.editor, room.w, {})).unread).toBe(0);
  });
});
