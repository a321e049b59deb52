import { describe, expect, it } from "vitest";
import { type SourceCreate, sourcesQuery } from "#lib/contracts/sources.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { getArticle } from "../articles/read.ts";
import { changeSource } from "./change.ts";
import { createSource } from "./create.ts";
import { mergeSource, unmergeSource } from "./merge.ts";
import { getSource, listSources } from "./read.ts";

await testDatabase();

const outlet = { type: "news_media", identification: "named_institution" } as const;
const unnamed = { type: "person", identification: "unnamed_described" } as const;
const make = async ({ editor, w }: Newsroom, input: SourceCreate) =>
  value(await createSource(editor, w, input));
const names = async ({ viewer, w }: Newsroom, query: Record<string, unknown> = {}) =>
  value(await listSources(viewer, w, sourcesQuery.parse(query))).items.map(({ name }) => name);

async function chainOf({ viewer, w, articleId }: Newsroom, claimId: string): Promise<string[]> {
  const { claims = [] } = value(await getArticle(viewer, w, articleId, "claims"));
  return [...(claims.find(({ id }) => id === claimId)?.chain[0]?.sources ?? [])];
}

describe("createSource", () => {
  it("keeps every field, and answers the same source to the same id", async () => {
    const room = await newsroom();
    const ministry = await make(room, {
      name: "The ministry",
      type: "government_body",
      identification: "office_only",
    });
    const input: SourceCreate = {
      ...{
        id: newId(),
        name: "The readout",
        type: "document",
        documentType: "readout",
        identification: "named_document",
      },
      ...{ issuedBy: ministry.id, wikidata: "Q42", aliases: ["Readout", "Readout"], notes: "n" },
    };
    const made = await make(room, input);
    expect(made).toMatchObject({
      ...input,
      aliases: ["Readout"],
      revision: 1,
      claimCount: 0,
      mergedInto: null,
    });
    expect(await make(room, input)).toEqual(made);
    expect(value(await getSource(room.viewer, room.w, made.id))).toEqual(made);
    const events = await database().outboxEvent.findMany({
      where: { workspaceId: room.w, objectId: made.id },
    });
    expect(events.map(({ kind }) => kind)).toEqual(["source.created"]);
  });

  it.each([
    ["an anonymous source without its article", { ...unnamed }, "invalid /articleId"],
    ["an anonymous source of an unknown article", { ...unnamed, articleId: newId() }, "invalid /articleId"],
    ["an unknown issuer", { ...outlet, issuedBy: newId() }, "invalid /issuedBy"],
  ])("refuses %s", async (_, input, refused) => {
    const room = await newsroom();
    expect(outcome(await createSource(room.editor, room.w, { name: "x", ...input }))).toBe(refused);
    expect(await database().source.count({ where: { workspaceId: room.w } })).toBe(0);
  });

  it("refuses a named source of one article, and a viewer", async () => {
    const room = await newsroom();
    const named = { name: "x", ...outlet, articleId: room.articleId };
    expect(outcome(await createSource(room.editor, room.w, named))).toBe("invalid /articleId");
    expect(outcome(await createSource(room.viewer, room.w, { name: "x", ...outlet }))).toBe("not-found");
  });
});

describe("listSources", () => {
  it("finds names and aliases, and an article's anonymous sources only for that article", async () => {
    const room = await newsroom();
    await make(room, { name: "the Courier", ...outlet, aliases: ["TC", "Courier_Online"] });
    await make(room, { name: "Agency 100%", ...outlet, type: "wire_agency" });
    await make(room, { name: "an official", ...unnamed, articleId: room.articleId });
    expect(await names(room)).toEqual(["Agency 100%", "the Courier"]);
    expect(await names(room, { article: room.articleId })).toEqual([
      "Agency 100%",
      "an official",
      "the Courier",
    ]);
    expect(await names(room, { article: newId() })).toEqual(["Agency 100%", "the Courier"]);
    expect(await names(room, { q: "cour" })).toEqual(["the Courier"]);
    expect(await names(room, { q: "r_o" })).toEqual(["the Courier"]);
    expect(await names(room, { q: "0%" })).toEqual(["Agency 100%"]);
    expect(await names(room, { type: "wire_agency" })).toEqual(["Agency 100%"]);
  });

  it("pages through every source once", async () => {
    const room = await newsroom();
    for (const name of ["b", "A", "a", "B", "c"]) await make(room, { name, ...outlet });
    const found: string[] = [];
    let after: string | undefined;
    do {
      const page = value(await listSources(room.viewer, room.w, sourcesQuery.parse({ limit: "2", after })));
      found.push(...page.items.map(({ name }) => name));
      after = page.next ?? undefined;
    } while (after);
    expect(found).toEqual(await names(room));
    expect(found).toHaveLength(5);
  });

  it("counts the claims and articles its reader may see", async () => {
    const room = await newsroom({ mode: "blind" });
    const { id } = await make(room, { name: "the Courier", ...outlet });
    await claim(room, { chain: [{ category: "media_report", sources: [id] }] });
    expect(value(await getSource(room.editor, room.w, id))).toMatchObject({ claimCount: 1, articleCount: 1 });
    expect(value(await getSource(room.colleague, room.w, id))).toMatchObject({
      claimCount: 0,
      articleCount: 0,
    });
  });
});

describe("changeSource", () => {
  it("corrects it, names both sides on record and refuses a stale revision", async () => {
    const room = await newsroom();
    const { id } = await make(room, { name: "Courier", ...outlet });
    const changed = value(
      await changeSource(room.editor, room.w, id, 1, { name: "The Courier", aliases: ["Courier"] }),
    );
    expect(changed).toMatchObject({ name: "The Courier", aliases: ["Courier"], revision: 2 });
    expect(await changeSource(room.editor, room.w, id, 1, { name: "x" })).toEqual({
      ok: false,
      failure: { kind: "stale", current: changed },
    });
    const audit = await database().auditRow.findFirstOrThrow({
      where: { action: "source.changed", objectId: id },
    });
    expect(audit.detail).toEqual({
      before: { name: "Courier", aliases: [] },
      after: { name: "The Courier", aliases: ["Courier"] },
    });
  });

  it("frees a source of its article when it is identified, and does not make a named one anonymous", async () => {
    const room = await newsroom();
    const official = await make(room, { name: "an official", ...unnamed, articleId: room.articleId });
    const named = { name: "M. Ortiz", identification: "named_person" } as const;
    expect(value(await changeSource(room.editor, room.w, official.id, 1, named)).articleId).toBeNull();
    const back = await changeSource(room.editor, room.w, official.id, 2, { identification: "undescribed" });
    expect(outcome(back)).toBe("invalid /articleId");
    const own = await changeSource(room.editor, room.w, official.id, 2, { issuedBy: official.id });
    expect(outcome(own)).toBe("invalid /issuedBy");
  });
});

describe("mergeSource", () => {
  it("makes chains name the survivor once, keeps the names, and is taken back whole", async () => {
    const room = await newsroom();
    const courier = await make(room, { name: "The Courier", ...outlet, aliases: ["TC"] });
    const double = await make(room, { name: "Courier", ...outlet, aliases: ["TC", "Courier Online"] });
    const issue = await make(room, {
      name: "Monday's issue",
      type: "document",
      identification: "named_document",
      issuedBy: double.id,
    });
    const media = (...sources: string[]) => ({ chain: [{ category: "media_report", sources }] });
    const one = await claim(room, media(double.id));
    const both = await claim(room, media(double.id, courier.id));

    const merged = value(await mergeSource(room.editor, room.w, double.id, { into: courier.id }));
    expect(merged).toMatchObject({
      id: courier.id,
      claimCount: 2,
      aliases: ["Courier", "Courier Online", "TC"],
    });
    expect([await chainOf(room, one.id), await chainOf(room, both.id)]).toEqual([[courier.id], [courier.id]]);
    expect(await names(room)).toEqual(["Monday's issue", "The Courier"]);
    expect(value(await getSource(room.viewer, room.w, issue.id)).issuedBy).toBe(courier.id);
    expect(value(await getSource(room.viewer, room.w, double.id)).mergedInto).toBe(courier.id);
    expect(outcome(await changeSource(room.editor, room.w, double.id, 2, { name: "x" }))).toBe(
      "conflict source-merged",
    );
    const chained = await mergeSource(room.editor, room.w, double.id, { into: issue.id });
    expect(outcome(chained)).toBe("conflict source-merged");

    const back = value(await unmergeSource(room.editor, room.w, double.id));
    expect(back).toMatchObject({
      id: double.id,
      mergedInto: null,
      claimCount: 2,
      aliases: ["Courier Online", "TC"],
    });
    expect([await chainOf(room, one.id), await chainOf(room, both.id)]).toEqual([
      [double.id],
      [double.id, courier.id],
    ]);
    expect(value(await getSource(room.viewer, room.w, courier.id)).aliases).toEqual(["TC"]);
    expect(value(await getSource(room.viewer, room.w, issue.id)).issuedBy).toBe(double.id);
    expect(outcome(await unmergeSource(room.editor, room.w, double.id))).toBe("conflict not-merged");
  });

  it("asks for a reason before it joins anonymous sources", async () => {
    const room = await newsroom();
    const one = await make(room, { name: "an official", ...unnamed, articleId: room.articleId });
    const other = await make(room, { name: "a diplomat", ...unnamed, articleId: room.articleId });
    expect(outcome(await mergeSource(room.editor, room.w, one.id, { into: other.id }))).toBe(
      "invalid /reason",
    );
    const reason = "the correction says so";
    expect(value(await mergeSource(room.editor, room.w, one.id, { into: other.id, reason })).id).toBe(
      other.id,
    );
    const audit = await database().auditRow.findFirstOrThrow({
      where: { action: "source.merged", objectId: one.id },
    });
    expect(audit.detail).toMatchObject({ into: other.id, reason });
  });

  it("refuses to make an article's anonymous source of a named one", async () => {
    const room = await newsroom();
    const named = await make(room, { name: "The Courier", ...outlet });
    const official = await make(room, { name: "an official", ...unnamed, articleId: room.articleId });
    const input = { into: official.id, reason: "r" };
    expect(outcome(await mergeSource(room.editor, room.w, named.id, input))).toBe("invalid /into");
    const other = { into: named.id, reason: "identified by the correction" };
    expect(outcome(await mergeSource(room.editor, room.w, official.id, other))).toBe("ok");
  });

  it("refuses the source itself and an unknown one", async () => {
    const room = await newsroom();
    const { id } = await make(room, { name: "The Courier", ...outlet });
    expect(outcome(await mergeSource(room.editor, room.w, id, { into: id }))).toBe("invalid /into");
    expect(outcome(await mergeSource(room.editor, room.w, id, { into: newId() }))).toBe("invalid /into");
    expect(outcome(await mergeSource(room.editor, room.w, newId(), { into: id }))).toBe("not-found");
  });
});

describe("what one may not see", () => {
  it("is not found by any use case: another workspace's sources, or those of a restricted project's article", async () => {
    const room = await newsroom();
    const foreign = await newsroom();
    const { id } = await make(room, { name: "an official", ...unnamed, articleId: room.articleId });
    const theirs = await make(foreign, { name: "Theirs", ...outlet });
    await database().project.updateMany({ where: { workspaceId: room.w }, data: { restricted: true } });
    const attempts = (who: Newsroom["admin"], w: string) =>
      Promise.all([
        getSource(who, w, id),
        changeSource(who, w, id, 1, { name: "x" }),
        mergeSource(who, w, id, { into: theirs.id, reason: "r" }),
        unmergeSource(who, w, id),
      ]);
    const taken = await createSource(room.admin, room.w, { id, name: "x", ...outlet });
    expect(outcome(taken)).toBe("not-found");
    const results = [
      ...(await attempts(room.admin, room.w)),
      ...(await attempts(foreign.owner, room.w)),
      ...(await attempts(foreign.owner, foreign.w)),
    ];
    expect(new Set(results.map(outcome))).toEqual(new Set(["not-found"]));
    expect(await names(room, { article: room.articleId })).toEqual([]);
    const into = await mergeSource(foreign.owner, foreign.w, theirs.id, { into: id, reason: "r" });
    expect(outcome(into)).toBe("invalid /into");
    expect(outcome(await listSources(foreign.owner, room.w, sourcesQuery.parse({})))).toBe("not-found");
    expect(outcome(await createSource(foreign.owner, room.w, { name: "x", ...outlet }))).toBe("not-found");
  });
});
