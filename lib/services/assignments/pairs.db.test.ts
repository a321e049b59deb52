import { beforeEach, describe, expect, it } from "vitest";
import { assignInput } from "#lib/contracts/assignments.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { join, outcome, type Person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { setWork } from "../articles/set-work.ts";
import { assign, plan } from "./assignments.ts";

await testDatabase();

let room: Newsroom;
beforeEach(async () => {
  room = await newsroom({ mode: "blind" });
});

const articles = async (count: number): Promise<string[]> => {
  const made: string[] = [];
  for (let at = 0; at < count; at += 1) {
    const text = `Rain ${newId()}.`;
    made.push(value(await importArticle(room.owner, room.w, room.projectId, { text, title: "Rain" })).id);
  }
  return made;
};
const inputOf = (articleIds: string[], people: readonly Person[]) =>
  assignInput.parse({ articleIds, userIds: people.map(({ id }) => id), rule: { by: "pairs", each: 2 } });

describe("giving articles to pairs", () => {
  it("gives each article to so many people, each two of them as often as any", async () => {
    const people = [room.editor, room.colleague, await join(room.w, "editor")];
    const { items } = value(
      await assign(room.admin, room.w, room.projectId, inputOf(await articles(3), people)),
    );
    const pairs = new Map<string, string[]>();
    for (const { articleId, userId } of items) {
      pairs.set(articleId, [...(pairs.get(articleId) ?? []), userId].toSorted());
    }
    expect(new Set([...pairs.values()].map(String)).size).toBe(3);
    expect(items).toHaveLength(6);
  });

  it("counts who has begun on their own, and who has finished", async () => {
    const people = [room.editor, room.colleague, await join(room.w, "editor")];
    await claim(room);
    value(await setWork(room.editor, room.w, room.articleId, "finished"));
    const input = inputOf([room.articleId], people);
    const first = value(await assign(room.admin, room.w, room.projectId, input));
    expect(first.items.map(({ userId }) => userId)).toEqual([room.colleague.id]);
    await claim(room, {}, room.colleague);
    value(await setWork(room.colleague, room.w, room.articleId, "finished"));
    expect(value(await assign(room.admin, room.w, room.projectId, input)).items).toEqual([]);
  });

  it("is planned before: who would get how many, which articles lack somebody, and nothing is given", async () => {
    const [one, two] = [...(await articles(1)), room.articleId];
    const input = inputOf([one ?? "", two ?? ""], [room.editor]);
    const planned = value(await plan(room.admin, room.w, room.projectId, input));
    expect(planned).toEqual({
      given: 2,
      already: 0,
      people: [{ userId: room.editor.id, given: 2 }],
      lacking: expect.arrayContaining([
        { articleId: one, lacks: 1 },
        { articleId: two, lacks: 1 },
      ]),
    });
    expect(await database().assignment.count({ where: { workspaceId: room.w } })).toBe(0);
    const { items } = value(await assign(room.admin, room.w, room.projectId, input));
    expect(items).toHaveLength(planned.given);
  });

  it("is planned by those who may give", async () => {
    const input = inputOf([room.articleId], [room.editor]);
    expect(outcome(await plan(room.reviewer, room.w, room.projectId, input))).toBe("not-found");
    expect(outcome(await plan(room.admin, room.w, room.projectId, inputOf([newId()], [room.editor])))).toBe(
      "invalid /articleIds/0",
    );
  });
});
