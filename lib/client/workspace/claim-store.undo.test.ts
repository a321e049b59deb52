import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { link } from "#core/attribution/link.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { claimOf } from "./claim.cases.ts";
import { storeOf } from "./page.cases.ts";
import { offline } from "./remote.cases.ts";

const settle = () => vi.advanceTimersByTimeAsync(0);
const wire = (fields: object = {}) => ({ ...link({ category: "wire_copy" }), ...fields });
const isWord = (word: string) => (fields: Partial<Claim>) => fields.statement === word;
const marked = { versionId: "v1", spans: [{ start: 0, end: 2 }] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("undo and redo", () => {
  test("go across claims, with the revisions of the moment", async () => {
    const { store, stored, elsewhere } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    store.change("c1", { statement: "It poured." }, "Change the statement");
    store.remove("c2");
    await settle();
    expect(store.get("c2")).toBeNull();
    elsewhere("c1", { kind: "event" });
    expect(store.undo()).toEqual({ label: "Remove the claim", id: "c2" });
    expect(store.undo()).toEqual({ label: "Change the statement", id: "c1" });
    await settle();
    expect(store.get("c2")).not.toBeNull();
    expect(stored.get("c1")).toMatchObject({ statement: "It rained.", kind: "event" });
    store.redo();
    await settle();
    expect(stored.get("c1")?.statement).toBe("It poured.");
  });

  test("of a claim that had not left brings it back under its own id", async () => {
    const { store, stored, state } = await storeOf([]);
    state.failure = offline;
    store.create({ ...marked, provenance: "unclear" });
    const id = store.create({ ...marked, provenance: "unclear", statement: "It hailed." });
    store.undo();
    expect(store.get(id)).toBeNull();
    store.redo();
    expect(store.get(id)?.statement).toBe("It hailed.");
    state.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stored.get(id)?.statement).toBe("It hailed.");
  });

  test("of a removal put what was nested back under it", async () => {
    const own = [wire({ sources: ["s1"] })] as unknown as Claim["chain"];
    const child = claimOf({ id: "c2", parentId: "c1", ownChain: own });
    const { store, stored } = await storeOf([claimOf(), child]);
    store.remove("c1", "keep");
    await settle();
    expect(store.get("c2")?.parentId).toBeNull();
    store.undo();
    await settle();
    expect(store.get("c2")?.parentId).toBe("c1");
    expect(stored.get("c2")?.parentId).toBe("c1");
  });

  test("hide the nested claims with a parent that takes them along, until it is back", async () => {
    const child = claimOf({
      id: "c2",
      parentId: "c1",
      ownChain: [wire({ sources: ["s1"] })] as unknown as Claim["chain"],
    });
    const { store } = await storeOf([claimOf(), child]);
    store.remove("c1", "remove");
    expect([...store.claims.keys()]).toEqual([]);
    store.undo();
    expect([...store.claims.keys()].sort()).toEqual(["c1", "c2"]);
  });

  test("of a submission withdraw it", async () => {
    const { store, stored } = await storeOf();
    store.submit("c1");
    await settle();
    store.undo();
    await settle();
    expect(stored.get("c1")?.state).toBe("draft");
  });

  test("of several steps done together are one", async () => {
    const { store, stored } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    const told: number[] = [];
    store.feed.subscribe((changed) => told.push(changed.size));
    store.batch("Tag 2 claims", () => {
      for (const id of ["c1", "c2"]) store.change(id, { kind: "event" }, "Change the kind");
    });
    expect(told).toEqual([2]);
    expect(store.status.get().undoLabel).toBe("Tag 2 claims");
    await settle();
    store.undo();
    await settle();
    expect([stored.get("c1")?.kind, stored.get("c2")?.kind]).toEqual([null, null]);
    expect(store.status.get()).toMatchObject({ undoLabel: null, redoLabel: "Tag 2 claims" });
  });

  test("of several, of which one was refused, are of the others", async () => {
    const { store, stored, state } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    state.refuses = isWord("It poured.");
    store.batch("Word 2 claims", () => {
      store.change("c1", { statement: "It poured." }, "Change the statement");
      store.change("c2", { statement: "It snowed." }, "Change the statement");
    });
    await settle();
    store.discard("c1");
    expect(store.status.get().undoLabel).toBe("Word 2 claims");
    store.undo();
    await settle();
    expect([stored.get("c1")?.statement, stored.get("c2")?.statement]).toEqual(["It rained.", "It rained."]);
  });

  test("leave alone what a colleague has written since", async () => {
    const { store, stored, elsewhere } = await storeOf();
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    elsewhere("c1", { statement: "It drizzled." });
    await vi.advanceTimersByTimeAsync(60_000);
    await store.refresh();
    expect(store.undo()).toBeNull();
    expect(stored.get("c1")?.statement).toBe("It drizzled.");
  });
});
