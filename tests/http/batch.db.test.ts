import { beforeAll, describe, expect, it } from "vitest";
import type { BatchAnswer } from "#lib/contracts/claims-batch.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, type Reply, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom } from "../support/factories.ts";
import { contents } from "../support/tables.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "300";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let room: Newsroom;
let foreign: Newsroom;
const heads: Record<string, Record<string, string>> = {};
beforeAll(async () => {
  room = await newsroom();
  foreign = await newsroom();
  for (const role of ["viewer", "editor", "reviewer", "second"] as const)
    heads[role] = await withToken(room[role]);
});

type Sent = { readonly by?: string; readonly atomic?: boolean; readonly key?: string };
function send(operations: readonly object[], { by = "editor", atomic, key }: Sent = {}): Promise<Reply> {
  const headers = { ...heads[by], ...(key === undefined ? {} : { "idempotency-key": key }) };
  const body = atomic === undefined ? { operations } : { operations, atomic };
  return call(`POST /workspaces/${room.w}/claims/batch`, { headers, body });
}
// The contract's answer, which the client has checked.
const answerOf = ({ json }: Reply) => json as BatchAnswer;
const brief = (reply: Reply) =>
  answerOf(reply).results.map(({ status, problem }) => `${status} ${problem?.type.split("/").at(-1) ?? ""}`);

const marking = (more: object = {}) => ({
  op: "create",
  article: room.articleId,
  body: { versionId: room.versionId, spans: [room.text.span], provenance: "own_observation", ...more },
});
const on = (op: string, { id, revision }: { id: string; revision: number }, more: object = {}) => ({
  op,
  claim: id,
  ifMatch: revision,
  ...more,
});
const journal = async () => {
  const where = { where: { workspaceId: room.w } };
  return {
    audits: await database().auditRow.count(where),
    events: await database().outboxEvent.count(where),
  };
};

describe("a batch", () => {
  it("does every kind of operation as its own request would, and journals them all", async () => {
    const [id, gone] = [newId(), await claim(room)];
    const [theirs, done] = [await claim(room, {}, room.colleague), await claim(room)];
    const before = await journal();
    const reply = await send([
      marking({ id }),
      on("update", { id, revision: 1 }, { body: { statement: "Smoke rose" } }),
      on("submit", { id, revision: 2 }),
      on("withdraw", { id, revision: 2 }),
      on("delete", gone),
      on("restore", gone, { body: {} }),
      on("submit", theirs),
      on("submit", done),
    ]);
    expect([reply.status, brief(reply)]).toEqual([
      200,
      ["201 ", "200 ", "200 ", "200 ", "200 ", "200 ", "200 ", "200 "],
    ]);
    expect(answerOf(reply).results[3]?.claim).toMatchObject({ id, revision: 2, state: "draft" });
    const after = await journal();
    expect([after.audits - before.audits, after.events - before.events]).toEqual([8, 8]);
    const reviewed = await send(
      [
        on("review", theirs, { body: { decision: "approve" } }),
        on("review", done, { body: { decision: "request_changes", reason: "unclear_statement" } }),
        on("reopen", theirs, { body: { reason: "A second look." } }),
      ],
      { by: "reviewer" },
    );
    expect(brief(reviewed)).toEqual(["201 ", "201 ", "200 "]);
    expect(answerOf(reviewed).results.map((one) => one.claim?.state)).toEqual([
      "approved",
      "changes_requested",
      "submitted",
    ]);
  });

  it("does what can be done, and says of the rest why not", async () => {
    const [mine, theirs] = [await claim(room), await claim(foreign)];
    const { id: taken } = await claim(room, {}, room.colleague);
    const before = await database().claim.count({ where: { workspaceId: room.w } });
    const there = await journal();
    const reply = await send([
      marking({ id: taken }),
      marking({ spans: [{ ...room.text.span, exact: "Other words" }] }),
      on("update", { ...mine, revision: 7 }, { body: { statement: "Late" } }),
      on("delete", theirs),
      { ...marking(), article: foreign.articleId },
      on("withdraw", mine),
      on("review", mine, { body: { decision: "approve" } }),
      marking(),
    ]);
    expect(brief(reply)).toEqual([
      ...["409 id-taken", "422 invalid", "412 stale", "404 not-found", "404 not-found"],
      ...["409 not-possible", "404 not-found", "201 "],
    ]);
    expect(answerOf(reply)).toMatchObject({ succeeded: 1, failed: 7 });
    expect(answerOf(reply).results[2]?.problem?.current).toMatchObject({ id: mine.id, revision: 1 });
    expect(answerOf(reply).results[1]?.problem?.errors?.[0]?.pointer).toBe("/spans/0/exact");
    expect(await database().claim.count({ where: { workspaceId: room.w } })).toBe(before + 1);
    const after = await journal();
    expect([after.audits - there.audits, after.events - there.events]).toEqual([1, 1]);
  });

  it("sees its own earlier operations: a second one with the same revision is stale, a same creation the same", async () => {
    const [id, { id: c }] = [newId(), await claim(room)];
    const change = (statement: string) => on("update", { id: c, revision: 1 }, { body: { statement } });
    const reply = await send([marking({ id }), marking({ id }), change("One"), change("Other")]);
    expect(brief(reply)).toEqual(["201 ", "201 ", "200 ", "412 stale"]);
    expect(await database().claim.count({ where: { id } })).toBe(1);
    expect(answerOf(reply).results[3]?.problem?.current).toMatchObject({ statement: "One", revision: 2 });
  });

  it("with `atomic` does all or nothing, and names every operation that failed", async () => {
    const { id, revision } = await claim(room);
    const before = await contents();
    const bad = [on("update", { id, revision: 9 }, { body: { statement: "x" } }), marking({ kind: null })];
    const refused = await send([marking(), ...bad, on("withdraw", { id, revision })], { atomic: true });
    expect([refused.status, refused.problem]).toEqual([422, "batch-refused"]);
    expect(refused.json).toMatchObject({
      results: [
        { index: 1, status: 412 },
        { index: 3, status: 409 },
      ],
    });
    expect(await contents()).toEqual(before);
    expect(brief(await send([marking(), on("submit", { id, revision })], { atomic: true }))).toEqual([
      "201 ",
      "200 ",
    ]);
  });

  it("takes effect once under one Idempotency-Key, failures and all", async () => {
    const { id } = await claim(room);
    const operations = [marking(), on("update", { id, revision: 5 }, { body: { statement: "x" } })];
    const first = await send(operations, { key: "batch-1" });
    const before = await contents();
    const again = await send(operations, { key: "batch-1" });
    expect([again.status, again.json]).toEqual([200, first.json]);
    const other = await send(operations.slice(1), { key: "batch-1" });
    expect([other.status, other.problem]).toEqual([422, "idempotency-mismatch"]);
    expect(await contents()).toEqual(before);
  });

  it("that was refused as a whole leaves its key free", async () => {
    const { id } = await claim(room);
    const stale = on("update", { id, revision: 5 }, { body: { statement: "x" } });
    expect((await send([stale], { key: "batch-2", atomic: true })).status).toBe(422);
    expect((await send([marking()], { key: "batch-2", atomic: true })).status).toBe(200);
  });
});

describe("who may", () => {
  it("is asked for each operation: a viewer does nothing", async () => {
    const before = await contents();
    const reply = await send([marking(), on("submit", await claim(room))], { by: "viewer" });
    expect(brief(reply)).toEqual(["404 not-found", "404 not-found"]);
    expect((await contents()).idempotency_keys).toEqual(before.idempotency_keys);
  });

  it("a token without the scope of a review decides nothing, and is told which it lacks", async () => {
    const made = await claim(room);
    await send([on("submit", made)]);
    const headers = await withToken(room.reviewer, ["write"]);
    const body = { operations: [on("review", made, { body: { decision: "approve" } })] };
    const reply = await call(`POST /workspaces/${room.w}/claims/batch`, { headers, body });
    expect(brief(reply)).toEqual(["403 out-of-scope"]);
    expect(answerOf(reply).results[0]?.problem).toMatchObject({ scope: "review" });
  });
});

describe("a batch that is no batch", () => {
  it.each([
    ["of nothing", () => [], "/operations"],
    ["of too many", () => Array.from({ length: 1_001 }, () => marking()), "/operations"],
    ["with an unknown operation", () => [marking(), { op: "burn", claim: newId() }], "/operations/1/op"],
    ["with a malformed body", () => [marking({ spans: [] })], "/operations/0/body/spans"],
    ["without a revision", () => [{ op: "submit", claim: newId() }], "/operations/0/ifMatch"],
  ])("%s is refused whole, with the place", async (_, operations, pointer) => {
    const before = await contents();
    const reply = await send(operations());
    expect([reply.status, reply.problem]).toEqual([422, "invalid"]);
    expect(reply.json).toMatchObject({ errors: [{ pointer }] });
    expect(await contents()).toEqual(before);
  });

  it("counts as one write for every ten operations", async () => {
    const headers = await withToken(room.second);
    const body = { operations: Array.from({ length: 95 }, () => marking()) };
    const sent = { headers, body };
    const left = async (): Promise<string | null> => {
      const { status, headers: said } = await call(`POST /workspaces/${room.w}/claims/batch`, sent);
      expect(status).toBe(200);
      return said.get("ratelimit");
    };
    expect(await left()).toMatch(/^"write";r=290;t=2$/u);
  });
});
