import { describe, expect, it } from "vitest";
import type { ExportedClaim } from "#core/export/dataset.ts";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { type ExportQuery, exportQuery } from "#lib/contracts/exports.ts";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { remove } from "../claims/remove.ts";
import { restore } from "../claims/restore.ts";
import { revise } from "../claims/revise.ts";
import { reopen, submit } from "../claims/transitions.ts";
import { decide } from "../reviews/reviews.ts";
import { stream } from "./exports.ts";

const { name } = await testDatabase();

type Asked = Partial<ExportQuery>;

async function textOf(who: Person, room: Newsroom, asked: Asked = {}): Promise<string> {
  const answer = value(await stream(who, room.w, room.projectId, { ...exportQuery.parse({}), ...asked }));
  let text = "";
  for await (const chunk of answer.chunks) text += chunk;
  return text;
}

async function claimsOf(who: Person, room: Newsroom, asked: Asked = {}): Promise<ExportedClaim[]> {
  return JSON.parse(await textOf(who, room, { ...asked, format: "json" })).claims;
}

async function approvedClaim(room: Newsroom, fields = {}): Promise<string> {
  const { id } = await claim(room, { statement: "It would hold.", ...fields });
  value(await submit(room.editor, room.w, id, 1));
  value(await decide(room.reviewer, room.w, id, 1, reviewCreate.parse({ decision: "approve" })));
  return id;
}

/** Connections that hold a snapshot open. */
async function openSnapshots(): Promise<number> {
  const [row] = await database().$queryRaw<{ held: bigint }[]>`
    select count(*) as held from pg_stat_activity
    where datname = ${name} and pid <> pg_backend_pid() and state like 'idle in transaction%'`;
  return Number(row?.held ?? 0);
}

const exportsOnRecord = (room: Newsroom) =>
  database().auditRow.findMany({ where: { workspaceId: room.w, action: "export" } });

describe("an export of approved claims", () => {
  it("holds the last approved revision while a later edit waits, and no draft", async () => {
    const room = await newsroom();
    const id = await approvedClaim(room);
    await claim(room, { statement: "A draft." });
    value(await revise(room.editor, room.w, id, 1, { statement: "It will hold." }));
    const exported = await claimsOf(room.viewer, room);
    expect(
      exported.map(({ statement, revision, review, state }) => [statement, revision, review, state]),
    ).toEqual([["It would hold.", 1, "approved", "submitted"]]);
    expect(exported[0]?.approvals.map(({ by }) => by.name)).toEqual(["Rosa"]);
  });

  it.each([
    [
      "by writing the opposite, as undo does",
      (room: Newsroom, id: string) => revise(room.editor, room.w, id, 2, { statement: "It would hold." }),
    ],
    [
      "by going back to the revision before",
      (room: Newsroom, id: string) => restore(room.editor, room.w, id, 2, 1),
    ],
  ])(
    "goes on holding what was approved when the edit is taken back %s, until that is approved anew",
    async (_, takeBack) => {
      const room = await newsroom();
      const id = await approvedClaim(room);
      value(await revise(room.editor, room.w, id, 1, { statement: "It will hold." }));
      // A revision of content like any other (rules.md 4): nobody but a reviewer leads it back to approved.
      const back = value(await takeBack(room, id));
      expect(back).toMatchObject({ state: "submitted", revision: 3, approvedRevision: 1, approvals: 0 });
      const held = async () => (await claimsOf(room.viewer, room)).map(({ revision }) => revision);
      expect(await held()).toEqual([1]);
      value(await decide(room.reviewer, room.w, id, 3, reviewCreate.parse({ decision: "approve" })));
      expect(await held()).toEqual([3]);
    },
  );

  it("loses a claim that is reopened or removed", async () => {
    const room = await newsroom();
    const reopened = await approvedClaim(room);
    const removed = await approvedClaim(room);
    value(await reopen(room.reviewer, room.w, reopened, 1, { reason: "New facts." }));
    value(await remove(room.admin, room.w, removed, 1));
    expect(await claimsOf(room.viewer, room)).toEqual([]);
  });

  it("says what the database says, words and chains", async () => {
    const room = await newsroom({ text: "👩‍👧 said [the dam] would, he added, [hold]. נאט״ו agreed." });
    const courier = await source(room);
    const chain = [
      { category: "media_report", sources: [courier], cue: [{ start: 4, end: 8, exact: "said" }] },
    ];
    const [one, two] = room.text.spans;
    const id = await approvedClaim(room, { spans: [one, two], chain });
    const [exported] = await claimsOf(room.viewer, room);
    expect(exported).toMatchObject({
      id,
      depth: 1,
      provenance: "media_report",
      originProvenance: "media_report",
    });
    expect(exported?.spans.map(({ exact }) => exact)).toEqual(["the dam", "hold"]);
    expect(exported?.chain[0]?.cue).toEqual([{ start: 4, end: 8, exact: "said" }]);
    const stored = await database().claimSpan.findMany({
      where: { claimId: id, role: "claim" },
      orderBy: { ordinal: "asc" },
    });
    expect(stored.map(({ startOffset, endOffset }) => [startOffset, endOffset])).toEqual(
      exported?.spans.map(({ start, end }) => [start, end]),
    );
  });

  it("leaves every quoted word out when positions are asked for", async () => {
    const room = await newsroom();
    await approvedClaim(room);
    for (const format of ["json", "csv", "webannotation"] as const) {
      const text = await textOf(room.viewer, room, { format, text: "positions" });
      expect(text).not.toContain("the minister said");
      expect(text).toContain("It would hold.");
    }
  });

  it("is marked as not reviewed where the project asks for no review", async () => {
    const room = await newsroom({ approvalsNeeded: 0 });
    const { id } = await claim(room, { statement: "It would hold." });
    value(await submit(room.editor, room.w, id, 1));
    expect((await claimsOf(room.viewer, room)).map(({ review }) => review)).toEqual(["not_reviewed"]);
  });
});

describe("an export of anything else", () => {
  it("is for reviewers, and not found for others", async () => {
    const room = await newsroom();
    await claim(room, { statement: "A draft." });
    expect(await claimsOf(room.reviewer, room, { state: "draft" })).toHaveLength(1);
    const refused = await stream(room.editor, room.w, room.projectId, {
      ...exportQuery.parse({}),
      state: "draft",
    });
    expect(outcome(refused)).toBe("not-found");
  });

  it("never holds another editor's blind layer", async () => {
    const room = await newsroom({ mode: "blind" });
    await claim(room, { statement: "Mine." });
    expect(await claimsOf(room.reviewer, room, { state: "all" })).toEqual([]);
    await database().layer.updateMany({ where: { workspaceId: room.w }, data: { releasedAt: new Date() } });
    expect(await claimsOf(room.reviewer, room, { state: "all" })).toHaveLength(1);
  });
});

describe("any export", () => {
  it("stands in the audit before its first byte", async () => {
    const room = await newsroom();
    value(await stream(room.viewer, room.w, room.projectId, exportQuery.parse({})));
    const rows = await exportsOnRecord(room);
    expect(rows.map(({ actorId }) => actorId)).toEqual([room.viewer.id]);
  });

  it("that is only a look at the first approved claims does not stand in the audit", async () => {
    const room = await newsroom();
    await textOf(room.reviewer, room, { limit: 20 });
    await textOf(room.reviewer, room, { limit: 1, articles: [room.articleId], format: "csv" });
    expect(await exportsOnRecord(room)).toEqual([]);
  });

  it.each<[string, Asked]>([
    ["with a higher limit", { limit: 21 }],
    ["of drafts, however few", { limit: 1, state: "draft" }],
    ["of every state, however few", { limit: 20, state: "all" }],
    ["of what changed since, however little", { limit: 20, since: "2026-01-01T00:00:00.000Z" }],
  ])("%s stands in the audit", async (_, asked) => {
    const room = await newsroom();
    await textOf(room.reviewer, room, asked);
    expect(await exportsOnRecord(room)).toMatchObject([{ detail: { format: "json", ...asked } }]);
  });

  it("gives its connection back when the reader leaves early", async () => {
    const room = await newsroom();
    await approvedClaim(room);
    const before = await openSnapshots();
    const answer = value(await stream(room.viewer, room.w, room.projectId, exportQuery.parse({})));
    await answer.chunks.next();
    expect(await openSnapshots()).toBe(before + 1);
    await answer.chunks.return(undefined);
    await expect.poll(openSnapshots).toBe(before);
  });
});
