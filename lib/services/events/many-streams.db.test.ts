import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { afterEach, describe, expect, it, vi } from "vitest";
import { environment } from "#lib/platform/environment.ts";
import { call, withToken } from "../../../tests/support/api-client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { join, outcome, type Person, seated } from "../../../tests/support/people.ts";
import { type Watcher, watcher } from "../../../tests/support/watcher.ts";
import { eventHub } from "./hub.ts";
import { watch } from "./watch.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const MOST = environment().STREAMS_PER_PERSON;
const PEOPLE = 50;
/** A thousand streams are told of one thing one after another, on a busy machine too. */
const PATIENCE = 120_000;

const open: Watcher[] = [];
async function look(by: Person, w: string): Promise<Watcher> {
  const made = await watcher(by, w);
  open.push(made);
  return made;
}
async function leaveAll(): Promise<void> {
  const all = open.splice(0);
  for (const one of all) one.leave();
  await Promise.all(all.map(({ ended }) => ended));
}
afterEach(leaveAll);

const until = (check: () => void) => vi.waitFor(check, { timeout: PATIENCE, interval: 20 });
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);

describe("one person's streams", () => {
  it("are opened up to the most there may be; then the new one is refused, and those go on", async () => {
    const room = await newsroom();
    const viewer = await seated(room.viewer);
    const seen = await Promise.all(times(MOST, () => look(viewer, room.w)));
    const path = `GET /workspaces/${room.w}/events`;
    const refused = await call(path, { headers: await withToken(room.viewer) });
    expect([refused.status, refused.problem, refused.headers.get("retry-after")]).toEqual([
      429,
      "too-many-streams",
      "30",
    ]);
    expect((await call(path, { headers: await withToken(room.editor) })).status).toBe(200);
    await claim(room);
    await until(() => expect(seen.map((one) => one.events().length)).toEqual(times(MOST, () => 1)));
    seen[0]?.leave();
    await seen[0]?.ended;
    expect((await call(path, { headers: await withToken(room.viewer) })).status).toBe(200);
  });

  it("are counted as they are asked for: of many at once no more are opened", async () => {
    const room = await newsroom();
    const readers = times(MOST + 5, () => new AbortController());
    const asked = readers.map(({ signal }) => watch(room.viewer, room.w, null, signal));
    const answers = (await Promise.all(asked)).map(outcome);
    expect(answers.filter((answer) => answer === "ok")).toHaveLength(MOST);
    expect(answers.filter((answer) => answer === "too-many-streams")).toHaveLength(5);
    // None of them was ever read: their places are given back all the same.
    for (const reader of readers) reader.abort();
    expect(eventHub().size).toBe(0);
    expect(outcome(await watch(room.viewer, room.w, null, AbortSignal.abort()))).toBe("ok");
    expect(eventHub().size).toBe(0);
  });
});

describe("a thousand idle streams", () => {
  const principals: WeakRef<object>[] = [];

  async function openThousand(room: Newsroom): Promise<void> {
    const people = await Promise.all(times(PEOPLE, async () => seated(await join(room.w, "viewer"))));
    principals.push(...people.map(({ principal }) => new WeakRef(principal)));
    await Promise.all(people.flatMap((one) => times(MOST, () => look(one, room.w))));
  }

  it(
    "are each told what happens, and leave nothing behind",
    async () => {
      const room = await newsroom();
      await openThousand(room);
      expect(open).toHaveLength(1_000);
      expect(eventHub().size).toBe(1_000);
      expect(eventHub().feeds).toBe(1);
      await claim(room);
      await until(() => expect(open.every((one) => one.events().length === 1)).toBe(true));
      // Written out once for all: each is given the same object.
      expect(new Set(open.flatMap((one) => one.events())).size).toBe(1);
      await leaveAll();
      expect([eventHub().size, eventHub().feeds]).toEqual([0, 0]);
      // Whatever still held a stream (a list, a clock, a listener) would hold whose it was.
      // A look at who may watch may be under way and end soon; a clock left behind would go for twenty seconds.
      await vi.waitFor(
        () => {
          collect();
          expect(principals.filter((one) => one.deref() !== undefined)).toHaveLength(0);
        },
        { timeout: 8_000, interval: 20 },
      );
    },
    PATIENCE,
  );
});

/** Asks for what nobody holds any more to be thrown away. */
function collect(): void {
  setFlagsFromString("--expose-gc");
  const gc: () => void = runInNewContext("gc");
  gc();
}
