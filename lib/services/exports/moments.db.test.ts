import { describe, expect, it } from "vitest";
import { contentRecord, withoutWords } from "#core/export/content-record.ts";
import type { ExportedClaim } from "#core/export/dataset.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { type ExportQuery, exportQuery } from "#lib/contracts/exports.ts";
import { revisionsOf } from "#lib/db/claim-revisions.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { restoreArticle, trashArticle } from "../articles/trash.ts";
import { remove } from "../claims/remove.ts";
import { revise } from "../claims/revise.ts";
import { reopen, submit } from "../claims/transitions.ts";
import { decide } from "../reviews/reviews.ts";
import { mergeSource } from "../sources/merge.ts";
import { query } from "../workspace.ts";
import { stream } from "./exports.ts";

await testDatabase();

type Line = { readonly type: string; readonly [key: string]: unknown };

async function linesOf(who: Person, room: Newsroom, asked: Partial<ExportQuery> = {}): Promise<Line[]> {
  const request = { ...exportQuery.parse({ format: "jsonl" }), ...asked };
  const answer = value(await stream(who, room.w, room.projectId, request));
  const parts: Buffer[] = [];
  for await (const chunk of answer.chunks) parts.push(Buffer.from(chunk));
  const text = Buffer.concat(parts).toString("utf8");
  expect(text.endsWith("\n")).toBe(true);
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));
}

const of = (lines: readonly Line[], type: string) => lines.filter((line) => line.type === type);
const cursorOf = (lines: readonly Line[]) => String(lines[0]?.cursor);
const statements = (lines: readonly Line[]) => of(lines, "claim").map(({ statement }) => statement);

async function approved(room: Newsroom, fields = {}): Promise<string> {
  const { id, revision } = await claim(room, { statement: "It would hold.", ...fields });
  await approve(room, id, revision);
  return id;
}

async function approve(room: Newsroom, id: string, revision: number): Promise<void> {
  value(await submit(room.editor, room.w, id, revision));
  value(await decide(room.reviewer, room.w, id, revision, reviewCreate.parse({ decision: "approve" })));
}

describe("a line of the database", () => {
  it("is what core says of the revision, words, chain and hedges", async () => {
    const room = await newsroom({
      text: '👩‍👧 [The Courier] [says] [the “dam\\”] would, he "added",\n[hold 🌊]. [נאט״ו] agreed, [café́].',
    });
    const [mention, cue, one, two, addressee, hedge] = room.text.spans;
    const s = await source(room, 'The "Courier"');
    const hop = {
      category: "media_report",
      sources: [s],
      mention: [mention],
      cue: [cue],
      addressee: [addressee],
    };
    const parent = await claim(room, { spans: [one, two], statement: 'a "b"\\\n\u2028c', chain: [hop] });
    await claim(room, {
      spans: [two],
      parentId: parent.id,
      ownChain: [{ category: "hearsay", explicit: false, basis: "carried_over" }],
      hedges: [{ type: "approximator", span: hedge }],
      flags: ["figure"],
      kind: "event",
    });
    await claim(room, { spans: [one], provenance: "own_analysis" });
    const lines = of(await linesOf(room.reviewer, room, { state: "all" }), "claim");
    expect(lines).toHaveLength(3);
    const index = new CodePointIndex(room.text.text);
    for (const line of lines) {
      const revisions = value(
        await query(room.owner, room.w, async ({ tx, permit }) => ({
          ok: true as const,
          value: await revisionsOf(tx, permit, String(line.id)),
        })),
      );
      const [first] = revisions;
      if (!first) throw new Error("no revision");
      expect(line).toMatchObject(contentRecord(first.content, first.wholeChain, index));
    }
  });

  it("is made when it is asked for where a revision came in without it", async () => {
    const room = await newsroom();
    await claim(room, { spans: [room.text.span], statement: "Old." });
    const before = of(await linesOf(room.reviewer, room, { state: "all" }), "claim");
    await database().$executeRaw`alter table claim_revisions disable trigger claim_revisions_append_only`;
    await database()
      .$executeRaw`update claim_revisions set record = null where workspace_id = ${room.w}::uuid`;
    await database().$executeRaw`alter table claim_revisions enable trigger claim_revisions_append_only`;
    expect(of(await linesOf(room.reviewer, room, { state: "all" }), "claim")).toEqual(before);
  });

  it("without quoted text is the same with the words taken out", async () => {
    const room = await newsroom();
    await claim(room, { statement: "Mine." });
    const [quoted] = of(await linesOf(room.reviewer, room, { state: "all" }), "claim");
    const [bare] = of(await linesOf(room.reviewer, room, { state: "all", text: "positions" }), "claim");
    // A line is a claim and its type.
    expect(bare).toEqual({ type: "claim", ...withoutWords(quoted as unknown as ExportedClaim) });
  });

  it("names the source that another was merged into, and the registry's entry with it", async () => {
    const room = await newsroom();
    const [wrong, right] = [await source(room, "Courier"), await source(room, "The Courier")];
    await approved(room, { chain: [{ category: "media_report", sources: [wrong] }] });
    const before = await linesOf(room.viewer, room);
    value(await mergeSource(room.admin, room.w, wrong, { into: right }));
    for (const asked of [{}, { text: "positions" as const }]) {
      const lines = await linesOf(room.viewer, room, asked);
      expect(of(lines, "claim")).toMatchObject([{ chain: [{ sources: [right] }] }]);
      if (!("text" in asked)) expect(of(lines, "source")).toMatchObject([{ id: right, name: "The Courier" }]);
    }
    expect(statements(await linesOf(room.viewer, room, { since: cursorOf(before) }))).toHaveLength(1);
  });
});

describe("an export as of a moment", () => {
  it("shows what was approved then, whatever happened since", async () => {
    const room = await newsroom();
    const id = await approved(room);
    const gone = await approved(room, { statement: "It rained." });
    const then = await linesOf(room.viewer, room);
    value(await revise(room.editor, room.w, id, 1, { statement: "It will hold." }));
    await decideOn(room, id, 2);
    value(await remove(room.admin, room.w, gone, 1));
    await approved(room, { statement: "Later." });
    const again = await linesOf(room.viewer, room, { asOf: cursorOf(then) });
    expect(of(again, "claim")).toEqual(of(then, "claim"));
    expect(again[0]).toMatchObject({ eventNumber: then[0]?.eventNumber, cursor: cursorOf(then) });
    expect(statements(await linesOf(room.viewer, room)).toSorted()).toEqual(["It will hold.", "Later."]);
  });

  it("knows where an article was", async () => {
    const room = await newsroom();
    await approved(room);
    const then = await linesOf(room.viewer, room);
    value(await trashArticle(room.owner, room.w, room.articleId));
    expect(statements(await linesOf(room.viewer, room))).toEqual([]);
    expect(of(await linesOf(room.viewer, room, { asOf: cursorOf(then) }), "claim")).toEqual(
      of(then, "claim"),
    );
  });

  it("takes a time, too", async () => {
    const room = await newsroom();
    await approved(room);
    const { at } = await database().outboxEvent.findFirstOrThrow({
      where: { workspaceId: room.w },
      orderBy: { number: "desc" },
    });
    await approved(room, { statement: "Later." });
    await database().$executeRaw`update outbox_events set at = at + interval '1 hour'
      where workspace_id = ${room.w}::uuid and at > ${at}`;
    expect(statements(await linesOf(room.viewer, room, { asOf: at.toISOString() }))).toEqual([
      "It would hold.",
    ]);
  });
});

async function decideOn(room: Newsroom, id: string, revision: number): Promise<void> {
  value(await decide(room.reviewer, room.w, id, revision, reviewCreate.parse({ decision: "approve" })));
}

describe("an export since a cursor", () => {
  it("holds what is new or changed, and names what is no more", async () => {
    const room = await newsroom();
    const stays = await approved(room, { statement: "Stays." });
    const changed = await approved(room, { statement: "Before." });
    const reopened = await approved(room, { statement: "Reopened." });
    const removed = await approved(room, { statement: "Removed." });
    const before = await linesOf(room.viewer, room);
    value(await revise(room.editor, room.w, changed, 1, { statement: "After." }));
    await decideOn(room, changed, 2);
    value(await reopen(room.reviewer, room.w, reopened, 1, { reason: "New facts." }));
    value(await remove(room.admin, room.w, removed, 1));
    await approved(room, { statement: "New." });
    await claim(room, { statement: "A draft." });
    const after = await linesOf(room.viewer, room, { since: cursorOf(before) });
    expect(statements(after).toSorted()).toEqual(["After.", "New."]);
    expect(of(after, "deleted").map(({ id }) => id)).toEqual([reopened, removed].toSorted());
    expect(after.at(-1)).toMatchObject({ type: "end", counts: { claims: 2, deleted: 2 } });
    expect(of(after, "claim").map(({ id }) => id)).not.toContain(stays);
    const nothing = await linesOf(room.viewer, room, { since: cursorOf(after) });
    expect(nothing.map(({ type }) => type)).toEqual(["header", "end"]);
  });

  it("keeps a consumer's copy equal to a whole export, whatever happens in between", async () => {
    const room = await newsroom();
    const copy = new Map<unknown, { id?: unknown }>();
    let cursor: string | undefined;
    const pull = async () => {
      const lines = await linesOf(room.viewer, room, cursor === undefined ? {} : { since: cursor });
      for (const { type: _, ...one } of of(lines, "claim")) copy.set(one.id, one);
      for (const { id } of of(lines, "deleted")) copy.delete(id);
      cursor = cursorOf(lines);
      const whole = of(await linesOf(room.viewer, room), "claim").map(({ type: _, ...one }) => one);
      expect([...copy.values()].toSorted(byId)).toEqual(whole.toSorted(byId));
    };
    const one = await approved(room, { statement: "One." });
    const two = await approved(room, { statement: "Two." });
    await pull();
    value(await revise(room.editor, room.w, one, 1, { statement: "Uno." }));
    await pull();
    await decideOn(room, one, 2);
    value(await remove(room.admin, room.w, two, 1));
    await pull();
    value(await trashArticle(room.owner, room.w, room.articleId));
    await pull();
    expect(copy.size).toBe(0);
    value(await restoreArticle(room.owner, room.w, room.articleId));
    await pull();
    expect(copy.size).toBe(1);
  });

  it("says in CSV, too, what is no more", async () => {
    const room = await newsroom();
    const id = await approved(room);
    const before = await linesOf(room.viewer, room);
    value(await remove(room.admin, room.w, id, 1));
    const request = { ...exportQuery.parse({ format: "csv" }), since: cursorOf(before) };
    const answer = value(await stream(room.viewer, room.w, room.projectId, request));
    let text = "";
    for await (const chunk of answer.chunks) text += chunk;
    expect(text.split("\r\n")[1]).toMatch(new RegExp(`^${id},,,,,,deleted,`, "u"));
  });

  it.each([
    ["nonsense", () => Buffer.from("nonsense ".repeat(8)).toString("base64url")],
    ["the cursor of another list", () => Buffer.from('["newest","2026","x"]').toString("base64url")],
    [
      "the cursor of another project",
      async () => {
        const other = await newsroom();
        return cursorOf(await linesOf(other.viewer, other));
      },
    ],
    [
      "a moment that has not been",
      async (room: Newsroom) =>
        Buffer.from(JSON.stringify(["export", room.projectId, "99999999"])).toString("base64url"),
    ],
  ])("refuses %s, and says so", async (_, make) => {
    const room = await newsroom();
    const cursor = await make(room);
    for (const name of ["since", "asOf"] as const) {
      const request = { ...exportQuery.parse({ format: "jsonl" }), [name]: cursor };
      expect(outcome(await stream(room.viewer, room.w, room.projectId, request))).toBe(`invalid /${name}`);
    }
  });

  it("refuses a moment before this installation kept how claims stood", async () => {
    const room = await newsroom();
    const id = await approved(room);
    await database()
      .$executeRaw`insert into claim_standings (workspace_id, claim_id, number, at, state, revision, is_removed)
      values (${room.w}::uuid, ${id}::uuid, 0, now(), 'draft', 1, false)`;
    const request = { ...exportQuery.parse({ format: "jsonl" }), asOf: "2020-01-01T00:00:00Z" };
    expect(outcome(await stream(room.viewer, room.w, room.projectId, request))).toBe("invalid /asOf");
  });
});

const byId = (one: { id?: unknown }, other: { id?: unknown }) =>
  String(one.id).localeCompare(String(other.id));

describe("filters of an export", () => {
  it("look at what is exported, not at what waits for review", async () => {
    const room = await newsroom();
    const s = await source(room, "Harbour Gazette");
    const id = await approved(room, { chain: [{ category: "media_report", sources: [s] }] });
    await approved(room, { statement: "Other." });
    value(await revise(room.editor, room.w, id, 1, { provenance: "own_analysis", chain: [] }));
    const found = async (asked: Partial<ExportQuery>) => statements(await linesOf(room.viewer, room, asked));
    expect(await found({ provenance: "media_report" })).toEqual(["It would hold."]);
    expect(await found({ originProvenance: "own_analysis" })).toEqual([]);
    expect(await found({ source: s })).toEqual(["It would hold."]);
    expect(await found({ q: "gazette" })).toEqual(["It would hold."]);
    expect(await found({ q: "OTHER" })).toEqual(["Other."]);
    expect(await found({ q: "50%_" })).toEqual([]);
    expect(await found({ claims: [id] })).toEqual(["It would hold."]);
    expect(await found({ articles: [room.articleId] })).toHaveLength(2);
    expect(await found({ articles: [id] })).toEqual([]);
    expect(await found({ author: room.editor.id })).toHaveLength(2);
    expect(await found({ author: room.viewer.id })).toEqual([]);
    expect(await found({ reviewer: room.reviewer.id })).toHaveLength(2);
    expect(await found({ layer: "shared" })).toHaveLength(2);
    expect(await found({ layer: "adjudicated" })).toEqual([]);
    expect(await found({ layer: room.editor.id })).toEqual([]);
    expect(await found({ updatedSince: "2099-01-01T00:00:00Z" })).toEqual([]);
    expect(await found({ limit: 1 })).toHaveLength(1);
  });
});
