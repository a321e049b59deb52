import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
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
