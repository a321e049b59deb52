import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { newsroom } from "../../../tests/support/factories.ts";
import { WorkspaceFeed } from "./feed.ts";

await testDatabase();

const MOST_BYTES = 4_000_000;

/** A feed that has just read so many events, each with so many characters in it. */
async function feedOf(count: number, size: number): Promise<{ feed: WorkspaceFeed; before: number }> {
  const { w } = await newsroom();
  const feed = new WorkspaceFeed(w);
  await feed.begin();
  const before = feed.newest;
  await database().$executeRaw`
    insert into outbox_events (workspace_id, number, kind, payload)
    select ${w}::uuid, event_number + n, 'comment.added', jsonb_build_object('words', repeat('é', ${size}::int / 2))
    from workspace_clocks, generate_series(1, ${count}::int) n where workspace_id = ${w}::uuid`;
  await database().$executeRaw`
    update workspace_clocks set event_number = event_number + ${count}::int where workspace_id = ${w}::uuid`;
  await feed.pull();
  return { feed, before };
}

/** Numbers of all events after one, as a stream asks for them. */
async function allAfter(feed: WorkspaceFeed, before: number): Promise<number[]> {
  const numbers: number[] = [];
  for (let last = before; last < feed.newest; last = numbers.at(-1) ?? last) {
    numbers.push(...(await feed.after(last, 500)).map(({ number }) => number));
  }
  return numbers;
}

describe("what a feed keeps in memory", () => {
  it.each([
    ["few and large", 80, 100_000],
    ["one larger than all that may be kept", 1, MOST_BYTES + 2],
    ["many and small", 2_500, 100],
  ])("is bound by bytes and by number, and nothing is missing: %s", async (_, count, size) => {
    const { feed, before } = await feedOf(count, size);
    expect(feed.bytes).toBeLessThanOrEqual(MOST_BYTES);
    expect(feed.newest).toBe(before + count);
    expect(await allAfter(feed, before)).toEqual(Array.from({ length: count }, (_, at) => before + 1 + at));
  });

  it("is as much as may be, so that who is nearly up to date costs no reading", async () => {
    const { feed } = await feedOf(80, 100_000);
    expect(feed.bytes).toBeGreaterThan(MOST_BYTES - 101_000);
    const few = await feedOf(2_500, 100);
    expect(await few.feed.after(few.feed.newest - 1_000, 1_000)).toHaveLength(1_000);
  });
});
