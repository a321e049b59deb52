import { beforeAll, describe, expect, it } from "vitest";
import { articleCommentInput, commentInput } from "#lib/contracts/comments.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, type Person, person, value } from "../../../tests/support/people.ts";
import * as notifications from "../notifications/notifications.ts";
import * as comments from "./comments.ts";

await testDatabase();

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
});

const said = (body: string, more: object = {}) => commentInput.parse({ body, ...more });
const inArticle = (by: Person, body: string, more: object = {}) =>
  comments.addInArticle(by, room.w, room.articleId, articleCommentInput.parse({ body, ...more }));
const told = async (who: Person, about: string) => {
  const where = { userId: who.id, commentId: about };
  return (await database().notification.findMany({ where })).map(({ kind }) => kind);
};

describe("a comment in an article", () => {
  it("stands at its words or at the whole of it, and is read with those on claims", async () => {
    const { id } = await claim(room);
    const [, span] = room.text.spans;
    const about = { versionId: room.versionId, span };
    const onWords = value(await inArticle(room.editor, "Which minister?", about));
    const whole = value(await inArticle(room.reviewer, "Well sourced."));
    const onClaim = value(await comments.add(room.editor, room.w, id, said("Who says so?")));
    expect(onWords.span).toEqual({ versionId: room.versionId, ...span });
    const { items } = value(await comments.listInArticle(room.viewer, room.w, room.articleId));
    expect(items.map((one) => one.id)).toEqual([onWords.id, whole.id, onClaim.id]);
  });

  it("is answered where its thread is, and by its first words only", async () => {
    const { id } = await claim(room);
    const first = value(await inArticle(room.editor, "Is this so?"));
    const reply = value(await inArticle(room.reviewer, "It is.", { parentId: first.id }));
    const elsewhere = said("No.", { parentId: first.id });
    expect(outcome(await comments.add(room.editor, room.w, id, elsewhere))).toBe("invalid /parentId");
    expect(outcome(await inArticle(room.editor, "Deeper", { parentId: reply.id }))).toBe("invalid /parentId");
  });

  it.each([
    ["after the text", { start: 0, end: 100_000 }, "invalid /span"],
    ["with other words", { start: 0, end: 3, exact: "Xyz" }, "invalid /span/exact"],
  ])("is not taken for a span %s", async (_, span, expected) => {
    expect(outcome(await inArticle(room.editor, "Here?", { versionId: room.versionId, span }))).toBe(
      expected,
    );
  });

  it("is not taken for a version of another article", async () => {
    const other = await newsroom();
    const about = { versionId: other.versionId, span: { start: 0, end: 3 } };
    expect(outcome(await inArticle(room.editor, "Here?", about))).toBe("invalid /versionId");
  });

  it("keeps a blind layer's claims out of others' reading", async () => {
    const blind = await newsroom({ mode: "blind" });
    const { id } = await claim(blind);
    value(await comments.add(blind.editor, blind.w, id, said("My note")));
    const read = async (by: Person) =>
      value(await comments.listInArticle(by, blind.w, blind.articleId)).items.length;
    expect([await read(blind.editor), await read(blind.colleague)]).toEqual([1, 0]);
  });
});

describe("who is told of a comment", () => {
  it("are those spoken to, those in the thread, and whose claim it is: each once, and never its author", async () => {
    const { id } = await claim(room);
    const first = value(
      await comments.add(
        room.reviewer,
        room.w,
        id,
        said("Who says?", { mentions: [room.colleague.id, room.reviewer.id] }),
      ),
    );
    expect(await told(room.colleague, first.id)).toEqual(["mention"]);
    expect(await told(room.editor, first.id)).toEqual(["comment"]);
    expect(await told(room.reviewer, first.id)).toEqual([]);
    const reply = said("The minister", { parentId: first.id, mentions: [room.reviewer.id] });
    const answer = value(await comments.add(room.editor, room.w, id, reply));
    expect(await told(room.reviewer, answer.id)).toEqual(["mention"]);
    expect(await told(room.editor, answer.id)).toEqual([]);
  });

  it("hear of an edit only when they are newly spoken to", async () => {
    const first = value(await inArticle(room.editor, "See", { mentions: [room.colleague.id] }));
    const mentions = [room.colleague.id, room.second.id];
    value(await comments.edit(room.editor, room.w, first.id, { body: "See this", mentions }));
    expect(await told(room.colleague, first.id)).toEqual(["mention"]);
    expect(await told(room.second, first.id)).toEqual(["mention"]);
  });

  it("are only people who can see it: others cannot be spoken to", async () => {
    const stranger = await person("Otto");
    expect(outcome(await inArticle(room.editor, "Hey", { mentions: [room.viewer.id, stranger.id] }))).toBe(
      "invalid /mentions/1",
    );
    const blind = await newsroom({ mode: "blind" });
    const { id } = await claim(blind);
    const hidden = said("Look", { mentions: [blind.colleague.id] });
    expect(outcome(await comments.add(blind.editor, blind.w, id, hidden))).toBe("invalid /mentions/0");
  });
});

describe("what was told of a claim", () => {
  it("is neither listed nor counted once its layer is hidden from the reader", async () => {
    const blind = await newsroom({ mode: "blind" });
    const layers = (releasedAt: Date | null) =>
      database().layer.updateMany({ where: { workspaceId: blind.w }, data: { releasedAt } });
    const { id } = await claim(blind);
    await layers(new Date());
    const mentions = [blind.colleague.id];
    value(await comments.add(blind.editor, blind.w, id, said("See here", { mentions })));
    const listed = async (by: Person) => {
      const { items, unread } = value(await notifications.list(by, blind.w, { limit: 10 }));
      return [items.map(({ claimId }) => claimId), unread];
    };
    expect(await listed(blind.colleague)).toEqual([[id], 1]);
    await layers(null);
    expect(await listed(blind.colleague)).toEqual([[], 0]);
  });
});

describe("the history of a comment", () => {
  it("keeps what was said before each edit; what was taken back only its author and admins may read", async () => {
    const first = value(await inArticle(room.editor, "One"));
    for (const body of ["Two", "Three"]) value(await comments.edit(room.editor, room.w, first.id, { body }));
    const read = async (by: Person) => {
      const history = await comments.history(by, room.w, first.id);
      return history.ok ? history.value.items.map(({ body }) => body) : outcome(history);
    };
    expect(await read(room.viewer)).toEqual(["One", "Two"]);
    value(await comments.remove(room.editor, room.w, first.id));
    expect(await read(room.viewer)).toBe("not-found");
    expect(await read(room.editor)).toEqual(["One", "Two", "Three"]);
    expect(await read(room.admin)).toEqual(["One", "Two", "Three"]);
    expect(outcome(await comments.edit(room.editor, room.w, first.id, { body: "Four" }))).toBe("not-found");
  });
});
