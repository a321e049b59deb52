import { beforeEach, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { importArticle } from "../articles/import-article.ts";
import { setWork } from "../articles/set-work.ts";
import { assign } from "../assignments/assignments.ts";
import { comparison } from "./comparison.ts";
import * as gold from "./gold.ts";
import { quality } from "./quality.ts";

await testDatabase();

let room: Newsroom;
let layerId: string;

/** An admin has coded the article with care; nobody else sees that layer. */
beforeEach(async () => {
  room = await newsroom({ mode: "blind" });
  layerId = (await claim(room, {}, room.admin)).layerId;
});

const name = (purpose: "training" | "check", by: Person = room.admin) =>
  gold.put(by, room.w, room.articleId, { purpose, layerId });
const finish = (by: Person) => setWork(by, room.w, room.articleId, "finished");
const ownQuality = async (by: Person) => {
  const { coders } = value(await quality(by, room.w, room.projectId));
  return coders.find(({ userId }) => userId === by.id);
};

describe("naming an article gold", () => {
  it("takes a layer its namer sees, lists it for admins, and lets go of it", async () => {
    const { candidates } = value(await gold.read(room.admin, room.w, room.articleId));
    expect(candidates).toEqual([{ layerId, kind: "editor", ownerId: room.admin.id, claims: 1 }]);
    expect(value(await name("training"))).toMatchObject({ purpose: "training", claims: 1, scored: 0 });
    expect(value(await gold.list(room.owner, room.w, room.projectId)).items).toHaveLength(1);
    expect(value(await name("check")).purpose).toBe("check");
    value(await gold.remove(room.admin, room.w, room.articleId));
    expect(value(await gold.list(room.owner, room.w, room.projectId)).items).toEqual([]);
  });

  it("is refused by a layer that its namer may not see", async () => {
    const hidden = (await claim(room)).layerId;
    const put = gold.put(room.admin, room.w, room.articleId, { purpose: "check", layerId: hidden });
    expect(outcome(await put)).toBe("invalid /layerId");
  });

  it("is refused in a shared project, where nobody has a layer to compare", async () => {
    const shared = await newsroom();
    const made = await claim(shared);
    const body = { purpose: "check" as const, layerId: made.layerId };
    expect(outcome(await gold.put(shared.admin, shared.w, shared.articleId, body))).toBe("invalid /layerId");
  });

  it("is an admin's alone, and not so much as known of to others", async () => {
    value(await name("check"));
    for (const by of [room.viewer, room.editor, room.reviewer]) {
      expect(outcome(await name("check", by))).toBe("not-found");
      expect(outcome(await gold.read(by, room.w, room.articleId))).toBe("not-found");
      expect(outcome(await gold.list(by, room.w, room.projectId))).toBe("not-found");
      expect(outcome(await gold.remove(by, room.w, room.articleId))).toBe("not-found");
    }
  });
});

describe("checks", () => {
  it("are mixed among what people are given, and to nobody twice", async () => {
    value(await name("check"));
    const texts = ["Rain fell.", "Snow fell.", "Hail fell."];
    const articles = [];
    for (const text of texts)
      articles.push(value(await importArticle(room.owner, room.w, room.projectId, { text })));
    const input = (ids: readonly string[]) => ({
      articleIds: [...ids],
      userIds: [room.editor.id],
      kind: "annotate" as const,
      dueAt: null,
      note: "",
      checkEvery: 2,
    });
    const ids = articles.map(({ id }) => id);
    const first = value(await assign(room.admin, room.w, room.projectId, input(ids.slice(0, 2))));
    expect(first.items.map(({ articleId }) => articleId)).toContain(room.articleId);
    expect(first.items).toHaveLength(3);
    const second = value(await assign(room.admin, room.w, room.projectId, input(ids.slice(2))));
    expect(second.items.map(({ articleId }) => articleId)).toEqual(ids.slice(2));
  });
});

describe("a score", () => {
  it("is taken when an article is first finished, and stays whatever is changed later", async () => {
    value(await name("training"));
    await claim(room, { provenance: "own_analysis" });
    value(await finish(room.editor));
    const first = await ownQuality(room.editor);
    expect(first?.training.quality).toMatchObject({ articles: 1, f1: 1, provenance: 0, boundaries: 1 });
    value(await setWork(room.editor, room.w, room.articleId, "in_progress"));
    await claim(room, { spans: [room.text.spans[3]] });
    value(await finish(room.editor));
    expect(await ownQuality(room.editor)).toEqual(first);
  });

  it("is taken of those who had finished before the article was named", async () => {
    await claim(room);
    value(await finish(room.editor));
    expect(await ownQuality(room.editor)).toBeUndefined();
    expect(value(await name("training")).scored).toBe(1);
    expect((await ownQuality(room.editor))?.training.quality.f1).toBe(1);
  });

  it("is not taken of the gold layer itself", async () => {
    value(await name("training"));
    value(await finish(room.admin));
    expect(await database().goldScore.count({ where: { workspaceId: room.w } })).toBe(0);
  });

  it("cannot be written over by the program itself", async () => {
    value(await name("training"));
    value(await finish(room.editor));
    const [right] = await database().$queryRaw<{ may: boolean }[]>`
      select has_table_privilege('sourceline_app', 'gold_scores', 'UPDATE') as may`;
    expect(right?.may).toBe(false);
  });
});

describe("what a coder sees", () => {
  it("is the answer of a training article once they have finished it, and not before", async () => {
    value(await name("training"));
    await claim(room, { provenance: "own_analysis" });
    expect(outcome(await comparison(room.editor, room.w, room.articleId))).toBe("not-found");
    value(await finish(room.editor));
    const seen = value(await comparison(room.editor, room.w, room.articleId));
    expect(seen.units.map(({ verdict, differences }) => [verdict, ...differences])).toEqual([
      ["differs", "provenance"],
    ]);
    expect(Object.values(seen.words)).toEqual([
      room.text.text.slice(room.text.span.start, room.text.span.end),
    ]);
    expect(outcome(await comparison(room.colleague, room.w, room.articleId))).toBe("not-found");
  });

  it("is nothing of a check: not that it is one, nor what it came to alone", async () => {
    value(await name("check"));
    await claim(room);
    value(await finish(room.editor));
    expect(outcome(await comparison(room.editor, room.w, room.articleId))).toBe("not-found");
    const own = value(await quality(room.editor, room.w, room.projectId));
    expect(own.training).toEqual([]);
    expect(own.coders.map(({ checks }) => checks)).toEqual([{ quality: null, articles: null }]);
    const all = value(await quality(room.admin, room.w, room.projectId));
    expect(all.coders[0]?.checks.quality?.f1).toBe(1);
    expect(all.coders[0]?.checks.articles).toHaveLength(1);
  });

  it("is nobody else's quality, unless they are an admin", async () => {
    value(await name("training"));
    value(await finish(room.editor));
    const coders = async (by: Person) => value(await quality(by, room.w, room.projectId)).coders.length;
    expect(await coders(room.colleague)).toBe(0);
    expect(await coders(room.viewer)).toBe(0);
    expect(await coders(room.admin)).toBe(1);
  });

  it("stays nothing of the answer after a check is made a training article that they were scored on before", async () => {
    value(await name("check"));
    value(await finish(room.editor));
    value(await name("training"));
    expect(outcome(await comparison(room.editor, room.w, room.articleId))).toBe("not-found");
  });
});
