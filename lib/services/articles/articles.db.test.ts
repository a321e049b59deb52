import { describe, expect, it } from "vitest";
import { ok } from "#core/result.ts";
import { articlePatch, articlesQuery } from "#lib/contracts/articles.ts";
import { longClaims } from "#lib/contracts/short-claims.ts";
import { projectCreate } from "#lib/contracts/workspaces.ts";
import { listArticles as listed } from "#lib/db/article-list.ts";
import { database, type Tx } from "#lib/db/client.ts";
import { Prisma } from "#lib/db/generated/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, newsroom, source } from "../../../tests/support/factories.ts";
import { desk, outcome, person, value } from "../../../tests/support/people.ts";
import { createProject } from "../projects/create.ts";
import { type Inside, query } from "../workspace.ts";
import { changeArticle } from "./change.ts";
import { importArticle, previewImport } from "./import-article.ts";
import { articleAnswerOf, getArticle, listArticles, readArticle } from "./read.ts";
import { setWork } from "./set-work.ts";
import { restoreArticle, trashArticle } from "./trash.ts";
import { withClaims } from "./with-claims.ts";

await testDatabase();

const all = (query: Record<string, unknown> = {}) => articlesQuery.parse(query);
const journalOf = async (workspaceId: string) => ({
  audits: (await database().auditRow.findMany({ where: { workspaceId }, orderBy: { number: "asc" } })).map(
    (row) => row.action,
  ),
  events: (await database().outboxEvent.findMany({ where: { workspaceId }, orderBy: { number: "asc" } })).map(
    (row) => row.kind,
  ),
});
const stored = (workspaceId: string) =>
  Promise.all([
    database().article.count({ where: { workspaceId } }),
    database().articleVersion.count({ where: { workspaceId } }),
    database().articleOriginal.count({ where: { workspaceId } }),
    database().layer.count({ where: { workspaceId } }),
  ]);

describe("importArticle", () => {
  it("stores a text, lists it and reads it back as it was", async () => {
    const { w, p, owner } = await desk();
    const text = "  A heading\r\n\r\nIt rained 🌧 today. ";
    const article = value(await importArticle(owner, w, p, { text }));
    expect(article.version.text).toBe("  A heading\n\nIt rained 🌧 today. ");
    expect(article.title).toBe("A heading");
    expect(article.layers).toMatchObject([{ kind: "shared", ownerId: null }]);
    const page = value(await listArticles(owner, w, p, all()));
    const length = [...article.version.text].length;
    expect(page.items.map((row) => [row.id, row.length, row.claimCount])).toEqual([[article.id, length, 0]]);
    expect(value(await getArticle(owner, w, article.id))).toEqual(article);
    const original = await database().articleOriginal.findFirstOrThrow({ where: { workspaceId: w } });
    expect(Buffer.from(original.bytes).toString()).toBe(text);
    expect(await journalOf(w)).toEqual({
      audits: ["workspace.created", "article.imported"],
      events: ["article.imported"],
    });
  });

  it("takes details from a page unless they are given, null too", async () => {
    const { w, p, owner } = await desk();
    const html = `<html lang="en"><title>T</title><meta name="author" content="A. Writer"><h1>H</h1><p>e\u0301t\u00e9</p>`;
    const article = value(await importArticle(owner, w, p, { html, byline: null, outlet: "The Courier" }));
    expect(article).toMatchObject({ title: "T", language: "en", byline: null, outlet: "The Courier" });
    expect(article.version.text).toBe("H\n\nété");
    expect(article.version.blocks).toEqual([
      { kind: "heading", level: 1, start: 0, end: 1 },
      { kind: "paragraph", start: 3, end: 6 },
    ]);
  });

  it.each([
    ["nothing", { text: "" }, "invalid /text"],
    ["white space", { text: " \n\t\u2028\u200b" }, "invalid /text"],
    ["a NUL", { text: "a\0b" }, "invalid /text"],
    ["half of a surrogate pair", { text: "a\ud83d b" }, "invalid /text"],
    ["a page with no words", { html: "<p><script>a</script>" }, "invalid /html"],
    ["a page with a NUL", { html: "<p>a\0" }, "invalid /html"],
    ["too long a text", { text: "a".repeat(5_000_001) }, "too-large"],
  ])("refuses %s and stores nothing of it", async (_, input, refused) => {
    const { w, p, owner } = await desk();
    expect(outcome(await importArticle(owner, w, p, input))).toBe(refused);
    expect(outcome(await previewImport(owner, w, p, input))).toBe(refused);
    expect(await stored(w)).toEqual([0, 0, 0, 0]);
    expect((await journalOf(w)).audits).toEqual(["workspace.created"]);
  });

  it("reports the article that holds a text already, trash and other projects aside", async () => {
    const { w, p, owner } = await desk();
    const first = value(await importArticle(owner, w, p, { text: "caf\u00e9\n" }));
    const again = await importArticle(owner, w, p, { text: "cafe\u0301\r\n" });
    expect(again).toMatchObject({
      failure: { kind: "conflict", code: "duplicate-article", current: { id: first.id, title: first.title } },
    });
    expect(value(await previewImport(owner, w, p, { text: "caf\u00e9\n" })).duplicateOf?.id).toBe(first.id);
    expect(await stored(w)).toEqual([1, 1, 1, 1]);
    value(await createProject(owner, w, projectCreate.parse({ name: "Other" })));
    expect(outcome(await importArticle(owner, w, "other", { text: "caf\u00e9\n" }))).toBe("ok");
    value(await trashArticle(owner, w, first.id));
    expect(outcome(await importArticle(owner, w, p, { text: "caf\u00e9\n" }))).toBe("ok");
  });

  it("stores one article when the same text comes in several times at once", async () => {
    const { w, p, owner } = await desk();
    const results = await Promise.all([1, 2, 3, 4].map(() => importArticle(owner, w, p, { text: "Rain." })));
    expect(results.map(outcome).toSorted()).toEqual([...Array(3).fill("conflict duplicate-article"), "ok"]);
  });

  it("answers what was made when the client repeats its own id or its key", async () => {
    const { w, p, owner } = await desk();
    const id = newId();
    const first = value(await importArticle(owner, w, p, { id, text: "Rain." }));
    expect(first.id).toBe(id);
    expect(value(await importArticle(owner, w, p, { id, text: "Rain." }))).toEqual(first);
    expect(outcome(await importArticle(owner, w, p, { id, text: "Snow." }))).toBe("conflict id-taken");
    const keyed = { ...owner, idempotency: { route: "POST /x", key: "k", requestHash: "h" } };
    const made = value(await importArticle(keyed, w, p, { text: "Hail." }));
    expect(value(await importArticle(keyed, w, p, { text: "Hail." }))).toEqual(made);
  });

  it("makes nobody a coder of what they bring into a blind project", async () => {
    const room = await newsroom({ mode: "blind" });
    const seen = value(await getArticle(room.owner, room.w, room.articleId));
    expect(seen.layers).toEqual([]);
    expect(value(await getArticle(room.editor, room.w, room.articleId)).layers).toEqual([]);
  });

  it("leaves an archived project alone", async () => {
    const { w, p, owner } = await desk();
    await database().project.updateMany({ where: { workspaceId: w }, data: { archivedAt: new Date() } });
    expect(outcome(await importArticle(owner, w, p, { text: "Rain." }))).toBe("conflict project-archived");
  });
});

describe("listArticles", () => {
  it.each(["activity", "published", "title"] as const)(
    "pages through every article once by %s",
    async (sort) => {
      const { w, p, owner } = await desk();
      for (const [index, title] of ["b", "A", "c", "B", "a"].entries()) {
        const publishedAt = index % 2 === 0 ? `2024-05-0${index + 1}T00:00:00Z` : null;
        value(await importArticle(owner, w, p, { text: `Text ${index}`, title, publishedAt }));
      }
      const whole = value(await listArticles(owner, w, p, all({ sort }))).items;
      const paged = [];
      let after: string | undefined;
      do {
        const page = value(await listArticles(owner, w, p, all({ sort, limit: "2", after })));
        paged.push(...page.items);
        after = page.next ?? undefined;
      } while (after);
      expect(paged).toEqual(whole);
      expect(whole).toHaveLength(5);
      if (sort === "title")
        expect(whole.map(({ title }) => title.toLowerCase())).toEqual(["a", "a", "b", "b", "c"]);
      if (sort === "published")
        expect(whole.map(({ publishedAt }) => publishedAt?.slice(8, 10))).toEqual([
          "05",
          "03",
          "01",
          undefined,
          undefined,
        ]);
    },
  );

  it("refuses a cursor of another order, or made up", async () => {
    const { w, p, owner } = await desk();
    const forged = Buffer.from(JSON.stringify(["activity", "not a time", newId()])).toString("base64url");
    for (const after of ["x", "", forged]) {
      expect(outcome(await listArticles(owner, w, p, all({ after })))).toBe("invalid /after");
    }
  });

  it("filters by words, outlet and place, and takes wildcards for what they are", async () => {
    const { w, p, owner } = await desk();
    const one = value(
      await importArticle(owner, w, p, { text: "1", title: "100% rain", outlet: "The Courier" }),
    );
    const two = value(await importArticle(owner, w, p, { text: "2", title: "Snow_fall", byline: "Rainer" }));
    const found = async (query: Record<string, unknown>) =>
      value(await listArticles(owner, w, p, all({ sort: "title", ...query }))).items.map(({ id }) => id);
    expect(await found({ q: "RAIN" })).toEqual([one.id, two.id]);
    expect(await found({ q: "0%" })).toEqual([one.id]);
    expect(await found({ q: "%" })).toEqual([one.id]);
    expect(await found({ q: "w_f" })).toEqual([two.id]);
    expect(await found({ outlet: "The Courier" })).toEqual([one.id]);
    value(await changeArticle(owner, w, one.id, 1, { archived: true }));
    value(await trashArticle(owner, w, two.id));
    expect(await found({})).toEqual([]);
    expect(await found({ show: "archived" })).toEqual([one.id]);
    expect(await found({ show: "trash" })).toEqual([two.id]);
  });

  it("counts the claims of each state and provenance, removed ones aside", async () => {
    const room = await newsroom();
    const paper = await source(room);
    await claim(room);
    await claim(room);
    await claim(room, { chain: [{ category: "media_report", sources: [paper] }] });
    const gone = await claim(room);
    await database().claim.updateMany({ where: { id: gone.id }, data: { removedAt: new Date() } });
    const [row] = value(await listArticles(room.viewer, room.w, room.projectId, all())).items;
    expect(row).toMatchObject({
      claimCount: 3,
      states: { draft: 3 },
      provenances: { own_observation: 2, media_report: 1 },
    });
  });

  it("counts only the layers its reader may see", async () => {
    const room = await newsroom({ mode: "blind" });
    value(await setWork(room.editor, room.w, room.articleId, "in_progress"));
    await claim(room);
    const rowFor = async (who = room.editor) =>
      value(await listArticles(who, room.w, room.projectId, all())).items[0];
    expect(await rowFor()).toMatchObject({ claimCount: 1, work: [{ userId: room.editor.id }] });
    expect(await rowFor(room.colleague)).toMatchObject({ claimCount: 0, work: [] });
    expect(await rowFor(room.admin)).toMatchObject({ claimCount: 0, work: [] });
  });
});

describe("getArticle", () => {
  it("answers the claims and their sources with the article", async () => {
    const room = await newsroom();
    const paper = await source(room);
    const official = await source(room, "an official", {
      articleId: room.articleId,
      identification: "unnamed_described",
    });
    await source(room, "unused");
    const made = await claim(room, { chain: [{ category: "media_report", sources: [paper] }] });
    const article = value(await getArticle(room.viewer, room.w, room.articleId, "claims"));
    expect(article.claims?.map(({ id }) => id)).toEqual([made.id]);
    expect(article.sources?.map(({ id }) => id)).toEqual([official, paper]);
    expect(article.actions).not.toContain("article:edit");
  });

  it("answers its own page the same claims and sources in short", async () => {
    const room = await newsroom();
    const paper = await source(room);
    const chain = [{ category: "media_report", sources: [paper] }];
    const outer = await claim(room, { chain });
    await claim(room, { parentId: outer.id, ownChain: [{ category: "hearsay" }] });
    const { viewer, w, articleId } = room;
    const whole = value(await getArticle(viewer, w, articleId, "claims"));
    const { claims, ...rest } = value(await readArticle(viewer, w, articleId));
    expect([...longClaims(claims)]).toEqual(whole.claims);
    const { lastActivityAt, eventNumber, sources } = whole;
    expect(rest).toEqual({ lastActivityAt, eventNumber, sources });
  });
});

describe("the statements a reader waits for", () => {
  it("are one for the list, one for an article, and three for an article with its claims", async () => {
    const room = await newsroom();
    await claim(room);
    const { viewer, w, articleId, projectId } = room;
    const spent = async (work: (inside: Inside) => Promise<unknown>) => {
      const sent: string[] = [];
      await query(viewer, w, async (inside) => ok(await work({ ...inside, tx: recording(inside.tx, sent) })));
      return sent;
    };
    const article = value(await getArticle(viewer, w, articleId));
    expect(await spent((inside) => articleAnswerOf(inside, articleId))).toHaveLength(1);
    expect(await spent((inside) => withClaims(inside, article))).toHaveLength(2);
    const filter = { projectId, show: "active", sort: "activity", limit: 50, after: null } as const;
    const [listing, ...more] = await spent(({ tx, permit }) => listed(tx, permit, filter));
    expect(more).toEqual([]);
    expect(listing).not.toMatch(/v\.text|\bv\.\*/u);
  });
});

/** The same transaction, noting each raw statement; any other way to ask fails. */
function recording(tx: Tx, sent: string[]): Tx {
  const ask = (parts: TemplateStringsArray, ...values: unknown[]) => {
    sent.push(Prisma.sql(parts, ...values).sql);
    return tx.$queryRaw(parts, ...values);
  };
  // What the services under test use of a transaction is this one function.
  return { $queryRaw: ask } as unknown as Tx;
}

describe("changeArticle", () => {
  it("corrects details, counts the revision up and keeps both on record", async () => {
    const { w, p, owner } = await desk();
    const { id } = value(await importArticle(owner, w, p, { text: "Rain." }));
    const patch = articlePatch.parse({
      title: "R",
      publishedAt: "2024-05-01T00:00:00Z",
      url: "https://a.example/1",
    });
    const changed = value(await changeArticle(owner, w, id, 1, patch));
    expect(changed).toMatchObject({ title: "R", publishedAt: "2024-05-01T00:00:00.000Z", revision: 2 });
    const audit = await database().auditRow.findFirstOrThrow({
      where: { action: "article.changed", objectId: id },
    });
    expect(audit.detail).toMatchObject({ before: { title: "Rain.", url: null }, after: { title: "R" } });
    const stale = await changeArticle(owner, w, id, 1, { title: "S" });
    expect(stale).toEqual({ ok: false, failure: { kind: "stale", current: changed } });
  });

  it("moves an article only where it may come in", async () => {
    const { w, p, owner } = await desk();
    const to = async (name: string, mode: "shared" | "blind" = "shared") =>
      value(await createProject(owner, w, projectCreate.parse({ name, mode }))).id;
    const [other, blind, restricted] = [await to("Other"), await to("Blind", "blind"), await to("Closed")];
    await database().project.updateMany({ where: { id: restricted }, data: { restricted: true } });
    const { id } = value(await importArticle(owner, w, p, { text: "Rain." }));
    const foreign = await desk();
    const elsewhere = await database().project.findFirstOrThrow({ where: { workspaceId: foreign.w } });
    for (const projectId of [restricted, elsewhere.id, newId()]) {
      expect(outcome(await changeArticle(owner, w, id, 1, { projectId }))).toBe("invalid /projectId");
    }
    expect(outcome(await changeArticle(owner, w, id, 1, { projectId: blind }))).toBe("conflict other-mode");
    const same = value(await importArticle(owner, w, other, { text: "Rain." }));
    expect(outcome(await changeArticle(owner, w, id, 1, { projectId: other }))).toBe(
      "conflict duplicate-article",
    );
    value(await trashArticle(owner, w, same.id));
    expect(value(await changeArticle(owner, w, id, 1, { projectId: other })).projectId).toBe(other);
  });
});

describe("trashArticle", () => {
  it("is undone by restoreArticle, and both may be repeated", async () => {
    const { w, p, owner } = await desk();
    const { id } = value(await importArticle(owner, w, p, { text: "Rain." }));
    const trashed = value(await trashArticle(owner, w, id));
    expect(trashed.trashedAt).not.toBeNull();
    expect(value(await trashArticle(owner, w, id))).toEqual(trashed);
    const restored = value(await restoreArticle(owner, w, id));
    expect(restored).toMatchObject({ trashedAt: null, revision: 3 });
    expect(value(await restoreArticle(owner, w, id))).toEqual(restored);
    expect((await journalOf(w)).events).toEqual(["article.imported", "article.trashed", "article.restored"]);
  });

  it("is for the importer and for admins", async () => {
    const room = await newsroom();
    expect(outcome(await trashArticle(room.editor, room.w, room.articleId))).toBe("not-found");
    expect(outcome(await trashArticle(room.admin, room.w, room.articleId))).toBe("ok");
    expect(outcome(await restoreArticle(room.editor, room.w, room.articleId))).toBe("not-found");
  });
});

describe("setWork", () => {
  it("keeps one state for each person", async () => {
    const room = await newsroom();
    value(await setWork(room.editor, room.w, room.articleId, "in_progress"));
    value(await setWork(room.editor, room.w, room.articleId, "finished"));
    value(await setWork(room.colleague, room.w, room.articleId, "open"));
    const { work } = value(await getArticle(room.viewer, room.w, room.articleId));
    expect(work.map(({ userId, state }) => [userId, state])).toEqual([
      [room.editor.id, "finished"],
      [room.colleague.id, "open"],
    ]);
    expect(outcome(await setWork(room.viewer, room.w, room.articleId, "open"))).toBe("not-found");
    value(await trashArticle(room.admin, room.w, room.articleId));
    expect(outcome(await setWork(room.editor, room.w, room.articleId, "open"))).toBe("conflict in-trash");
  });
});

describe("what one may not see", () => {
  it("is not found by any use case: another workspace's, a restricted project's, or nobody's", async () => {
    const room = await newsroom();
    const foreign = await desk();
    const stranger = await person();
    const { w, articleId, projectId } = room;
    await database().project.updateMany({ where: { workspaceId: w }, data: { restricted: true } });
    const attempts = (who: typeof stranger, inside: string, article: string, project: string) =>
      Promise.all([
        getArticle(who, inside, article),
        getArticle(who, inside, article, "claims"),
        readArticle(who, inside, article),
        listArticles(who, inside, project, all()),
        importArticle(who, inside, project, { text: "x" }),
        previewImport(who, inside, project, { text: "x" }),
        changeArticle(who, inside, article, 1, { title: "x" }),
        trashArticle(who, inside, article),
        restoreArticle(who, inside, article),
        setWork(who, inside, article, "open"),
      ]);
    const results = [
      ...(await attempts(stranger, w, articleId, projectId)),
      ...(await attempts(foreign.owner, w, articleId, projectId)),
      ...(await attempts(foreign.owner, foreign.w, articleId, projectId)),
      ...(await attempts(room.admin, w, articleId, projectId)),
      ...(await attempts(room.admin, w, newId(), newId())),
    ];
    expect(new Set(results.map(outcome))).toEqual(new Set(["not-found"]));
    expect(
      (await database().article.findMany({ where: { workspaceId: w } })).map(({ title }) => title),
    ).toEqual(["An article"]);
  });
});
