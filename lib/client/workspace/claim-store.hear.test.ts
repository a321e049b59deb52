import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Claim } from "#lib/contracts/claims.ts";
import { claimOf } from "./claim.cases.ts";
import { storeOf } from "./page.cases.ts";
import { offline } from "./remote.cases.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});
const settle = () => vi.advanceTimersByTimeAsync(0);
const later = "2031-01-01T00:00:00.000Z";
const theirs = (fields: object = {}) => claimOf({ revision: 5, updatedAt: later, ...fields });

describe("what is told of a claim", () => {
  test("shows, whatever one has open", async () => {
    const { store } = await storeOf();
    store.hear(theirs({ statement: "It hailed." }), "ben");
    expect(store.get("c1")?.statement).toBe("It hailed.");
    store.hear(theirs({ id: "c9", statement: "It froze." }), "ben");
    expect(store.get("c9")?.statement).toBe("It froze.");
  });

  test("is let go when it is older than what is known", async () => {
    const { store } = await storeOf([theirs({ statement: "It hailed." })]);
    store.hear(claimOf({ revision: 4, statement: "It rained." }), "ben");
    store.hear(theirs({ statement: "The same revision, told again." }), "ben");
    expect(store.get("c1")?.statement).toBe("It hailed.");
  });

  test("that somebody removed it takes it away, and of one never known nothing shows", async () => {
    const { store } = await storeOf();
    store.hear(theirs({ removedAt: later }), "ben");
    store.hear(theirs({ id: "c9", removedAt: later }), "ben");
    expect([store.get("c1"), store.get("c9")]).toEqual([null, null]);
  });

  test("is put together with one's own unsent change of something else", async () => {
    const { store, stored, state } = await storeOf();
    state.failure = offline;
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    const now = { ...theirs({ kind: "event" }), revision: (stored.get("c1")?.revision ?? 0) + 1 };
    stored.set("c1", now);
    store.hear(now, "ben");
    expect(store.get("c1")).toMatchObject({ statement: "It poured.", kind: "event" });
    state.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stored.get("c1")).toMatchObject({ statement: "It poured.", kind: "event" });
  });

  test("of one's own writing is left to its answer, and can still be undone", async () => {
    const { store, stored } = await storeOf();
    const before = store.get("c1")?.statement;
    store.change("c1", { statement: "It poured." }, "Change the statement");
    store.hear(theirs({ statement: "It poured." }), "me");
    await settle();
    expect(store.undo()?.label).toBe("Change the statement");
    await settle();
    expect(stored.get("c1")?.statement).toBe(before);
  });
});

/** What may become of a claim; every step is told with the whole of it, as it then was. */
const steps = {
  revise: (claim: Claim, at: number) => ({ revision: claim.revision + 1, statement: `Words ${at}` }),
  submit: () => ({ state: "submitted" as const }),
  approve: () => ({ state: "approved" as const }),
  remove: (_: Claim, at: number) => ({ removedAt: stamp(at) }),
  restore: () => ({ removedAt: null }),
};
const stamp = (at: number) => new Date(Date.UTC(2027, 0, 1) + at).toISOString();
const life = fc.array(
  fc.record({
    id: fc.constantFrom("c1", "c2", "new"),
    step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
  }),
  { minLength: 1, maxLength: 12 },
);

function told(all: readonly { id: string; step: keyof typeof steps }[]): Claim[] {
  const now = new Map<string, Claim>();
  return all.map(({ id, step }, at) => {
    const before = now.get(id) ?? claimOf({ id });
    const claim = { ...before, ...steps[step](before, at), updatedAt: stamp(at) };
    now.set(id, claim);
    return claim;
  });
}

describe("what others do, told in whatever order and however often", () => {
  test("comes out as told once and in order", async () => {
    const orders = life.chain((all) => {
      const places = fc.nat(all.length - 1);
      const replayed = fc.array(places, { maxLength: 12 });
      const each = Array.from(all, (_, at) => at);
      return fc.record({
        all: fc.constant(all),
        order: replayed.chain((again) =>
          fc.shuffledSubarray([...each, ...again], { minLength: each.length + again.length }),
        ),
      });
    });
    const page = async (events: readonly Claim[]) => {
      const { store } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
      for (const claim of events) store.hear(claim, "ben");
      return Object.fromEntries(store.claims);
    };
    await fc.assert(
      fc.asyncProperty(orders, async ({ all, order }) => {
        const events = told(all);
        const mixed = order.flatMap((at) => events[at] ?? []);
        expect(await page(mixed)).toEqual(await page(events));
      }),
      { numRuns: 300 },
    );
  });
});
