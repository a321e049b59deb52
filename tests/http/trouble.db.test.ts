import { EventEmitter, once } from "node:events";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { database, reopen } from "#lib/db/client.ts";
import { log } from "#lib/platform/log.ts";
import { unavailable } from "#lib/services/unavailable.ts";
import { call, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom } from "../support/factories.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let room: Newsroom;
let headers: Record<string, string>;
beforeAll(async () => {
  room = await newsroom();
  headers = await withToken(room.admin);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** What is logged from here on, by level. */
function logged() {
  const levels = ["debug", "info", "warn", "error"] as const;
  return levels.map((level) => [level, vi.spyOn(log(), level)] as const);
}
const levelsOf = (spies: ReturnType<typeof logged>) =>
  spies.flatMap(([level, spy]) => spy.mock.calls.map(() => level));

describe("a request that breaks off in its body", () => {
  it.each([
    ["JSON", () => `POST /workspaces/${room.w}/projects`, "application/json"],
    [
      "a form",
      () => `POST /workspaces/${room.w}/projects/${room.projectId}/imports`,
      "multipart/form-data; boundary=x",
    ],
  ])(
    "of %s is nobody's fault: it is not logged as a failure, and nothing is saved",
    async (_, path, type) => {
      const spies = logged();
      const raw = new ReadableStream({
        start: (body) => body.enqueue(new TextEncoder().encode('{"name":')),
        pull: (body) => body.error(Object.assign(new Error("aborted"), { code: "ECONNRESET" })),
      });
      const reply = await call(path(), { headers: { ...headers, "content-type": type }, raw });
      expect([reply.status, reply.problem]).toEqual([400, "broken-off"]);
      expect(levelsOf(spies)).toEqual(["debug"]);
    },
  );
});

/** Has one of the connections in hand until the answer is called. */
async function takeOne(): Promise<() => Promise<void>> {
  const free = new EventEmitter();
  const taken = new EventEmitter();
  const isTaken = once(taken, "now");
  const holding = database().$transaction(async (tx) => {
    await tx.$queryRaw`select 1`;
    const isFree = once(free, "now");
    taken.emit("now");
    await isFree;
  });
  await isTaken;
  return async () => {
    free.emit("now");
    await holding;
  };
}

describe("a database whose connections are all in use", () => {
  it.each([
    ["a question", () => `GET /workspaces/${room.w}/projects`],
    ["a write", () => `POST /workspaces/${room.w}/projects`],
  ])("puts %s off with words and a time, and takes it later", async (_, path) => {
    await reopen({ connections: 1, patience: 100 });
    const release = await takeOne();
    const spies = logged();
    const isWrite = path().startsWith("POST");
    const sent = { headers, ...(isWrite ? { body: { name: "Later" } } : {}) };
    const busy = await call(path(), sent);
    expect([busy.status, busy.problem, busy.headers.get("retry-after")]).toEqual([503, "unavailable", "5"]);
    expect(busy.json).toMatchObject({ detail: expect.stringContaining("Nothing was saved") });
    expect(levelsOf(spies)).toEqual(["warn"]);
    await release();
    expect((await call(path(), sent)).status).toBe(isWrite ? 201 : 200);
    await reopen({ connections: 20, patience: 10_000 });
  });

  it("lets no transaction begin either; one that had begun and ran out of time is another matter", async () => {
    await reopen({ connections: 1, patience: 100 });
    const release = await takeOne();
    const late = await database()
      .$transaction(async (tx) => tx.$queryRaw`select 1`)
      .catch((error: unknown) => error);
    await release();
    const slow = await database()
      .$transaction(async (tx) => tx.$queryRaw`select pg_sleep(1)`, { timeout: 50 })
      .catch((error: unknown) => error);
    expect([unavailable(late)?.kind, unavailable(slow)]).toEqual(["unavailable", null]);
    await reopen({ connections: 20, patience: 10_000 });
  });

  it("is to whoever asks as one that is not there", async () => {
    const known = process.env.DATABASE_URL ?? "";
    const there = new URL(known);
    there.port = "1";
    await reopen({ connections: 1, patience: 1_000, url: there.href });
    const away = await call(`GET /workspaces/${room.w}/projects`, { headers });
    expect([away.status, away.problem]).toEqual([503, "unavailable"]);
    await reopen({ connections: 20, patience: 10_000 });
    expect((await call(`GET /workspaces/${room.w}/projects`, { headers })).status).toBe(200);
  });
});
