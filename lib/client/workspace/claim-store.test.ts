import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { link } from "#core/attribution/link.ts";
import { fail } from "#core/result.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { claimOf } from "./claim.cases.ts";
import type { ClaimStore } from "./claim-store.ts";
import { storeOf } from "./page.cases.ts";
import { offline } from "./remote.cases.ts";

const settle = () => vi.advanceTimersByTimeAsync(0);
const wire = (fields: object = {}) => ({ ...link({ category: "wire_copy" }), ...fields });
const isUnsourced = (fields: Partial<Claim>) =>
  Boolean(fields.ownChain?.some(({ sources }) => sources.length === 0));
const isWord = (word: string) => (fields: Partial<Claim>) => fields.statement === word;
const marked = { versionId: "v1", spans: [{ start: 0, end: 2 }] };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("a change", () => {
  test("shows at once and says saved only once it is", async () => {
    const { store, stored, saving } = await storeOf();
    store.change("c1", { statement: "It poured." }, "Change the statement");
    expect(store.get("c1")?.statement).toBe("It poured.");
    expect(saving().kind).toBe("saving");
    await settle();
    expect(saving().kind).toBe("saved");
    expect(stored.get("c1")?.statement).toBe("It poured.");
  });

  test("is not sent where nothing differs", async () => {
    const { store, sent } = await storeOf();
    store.change("c1", { statement: "It rained." }, "Change the statement");
    await settle();
    expect(sent).toEqual([]);
  });

  test("tells of its own claim and of no other", async () => {
    const { store } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    const before = store.get("c2");
    const told: string[][] = [];
    store.feed.subscribe((changed) => told.push([...changed]));
    store.change("c1", { statement: "It poured." }, "Change the statement");
    expect(told).toEqual([["c1"]]);
    expect(store.get("c2")).toBe(before);
  });

  test("of a parent's chain shows in the claims nested in it at once", async () => {
    const parent = claimOf({
      ownChain: [link({ category: "media_report", sources: ["s1"] })] as Claim["chain"],
    });
    const own = [link({ category: "hearsay" })] as Claim["chain"];
    const child = claimOf({ id: "c2", parentId: "c1", ownChain: own, chain: [...parent.chain, ...own] });
    const { store } = await storeOf([parent, child]);
    store.change("c1", { ownChain: [wire({ sources: ["s1"] })], provenance: "wire_copy" }, "Tag");
    expect(store.get("c2")).toMatchObject({ provenance: "wire_copy", originProvenance: "hearsay", depth: 2 });
  });
});

describe("a colleague's change", () => {
  test("of another field is merged with, and both are saved", async () => {
    const { store, stored, elsewhere, saving } = await storeOf();
    elsewhere("c1", { kind: "event" });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(stored.get("c1")).toMatchObject({ statement: "It poured.", kind: "event", revision: 3 });
    expect(saving().kind).toBe("saved");
  });

  test("of the same field shows as theirs, with mine at hand, until somebody chooses", async () => {
    const { store, stored, elsewhere, saving } = await storeOf();
    elsewhere("c1", { statement: "It drizzled." });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(store.get("c1")?.statement).toBe("It drizzled.");
    expect(store.entry("c1")?.conflict).toMatchObject({
      before: { statement: "It rained." },
      mine: { statement: "It poured." },
      theirs: { statement: "It drizzled." },
    });
    expect(saving().kind).toBe("conflict");
    store.choose("c1", ["statement"]);
    await settle();
    expect(stored.get("c1")?.statement).toBe("It poured.");
    expect(saving().kind).toBe("saved");
  });

  test("of several same fields is chosen field by field", async () => {
    const { store, stored, elsewhere } = await storeOf();
    elsewhere("c1", { statement: "It drizzled.", kind: "event" });
    store.batch("Both", () => {
      store.change("c1", { statement: "It poured." }, "Change the statement");
      store.change("c1", { kind: "prediction" }, "Change the kind");
    });
    await settle();
    expect(store.entry("c1")?.conflict?.fields).toEqual(["statement", "kind"]);
    store.choose("c1", ["kind"]);
    await settle();
    expect(stored.get("c1")).toMatchObject({ statement: "It drizzled.", kind: "prediction" });
  });

  test("in a conflict waits for a person over a reload, too", async () => {
    const first = await storeOf();
    first.elsewhere("c1", { statement: "It drizzled." });
    first.store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    const again = await storeOf([], { server: first.server, kept: first.kept });
    await settle();
    expect(again.store.entry("c1")?.conflict?.mine).toEqual({ statement: "It poured." });
    again.store.choose("c1", []);
    await settle();
    expect(again.saving().kind).toBe("saved");
    expect(again.kept.kept.size).toBe(0);
  });

  test("that removed the claim leaves mine in sight, with why it is not saved", async () => {
    const { store, elsewhere, saving } = await storeOf();
    elsewhere("c1", { removedAt: "2026-01-02T00:00:00.000Z" });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(store.get("c1")?.statement).toBe("It poured.");
    expect(saving()).toMatchObject({ kind: "refused", reason: "The claim was removed." });
  });
});

describe("what the server refuses", () => {
  test("holds nothing else back", async () => {
    const { store, stored, state, saving } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    state.refuses = isWord("It poured.");
    store.change("c1", { statement: "It poured." }, "Change the statement");
    store.change("c2", { statement: "It snowed." }, "Change the statement");
    await settle();
    expect(stored.get("c2")?.statement).toBe("It snowed.");
    expect(store.get("c1")?.statement).toBe("It poured.");
    expect(saving()).toMatchObject({ kind: "refused", ids: ["c1"] });
    store.discard("c1");
    expect(store.get("c1")?.statement).toBe("It rained.");
    expect(saving().kind).toBe("saved");
  });

  test("of a chain waits for its source, and goes when that is named", async () => {
    const { store, stored, saving, sent } = await storeOf();
    store.change("c1", { ownChain: [wire()], provenance: "wire_copy" }, "Change the provenance");
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(sent).toEqual(["change statement"]);
    expect(stored.get("c1")).toMatchObject({ statement: "It poured.", provenance: "own_observation" });
    expect(store.get("c1")?.provenance).toBe("wire_copy");
    expect(saving()).toMatchObject({
      kind: "refused",
      reason: "Link 1 needs its source. Pick or create one.",
    });
    store.change("c1", { ownChain: [wire({ sources: ["s1"] })] }, "Change the source");
    await settle();
    expect(stored.get("c1")).toMatchObject({ provenance: "wire_copy" });
    expect(saving().kind).toBe("saved");
  });

  test("of a new claim's chain is held back, and the claim is made all the same", async () => {
    const { store, stored, state, saving } = await storeOf([]);
    state.refuses = isUnsourced;
    const ownChain = [wire({ mention: [], cue: [], addressee: [] })] as unknown as Claim["ownChain"];
    const id = store.create({ ...marked, provenance: "wire_copy", ownChain });
    await settle();
    expect(stored.get(id)).toMatchObject({ provenance: "unclear" });
    expect(store.get(id)).toMatchObject({ provenance: "wire_copy" });
    expect(saving().kind).toBe("refused");
  });

  test.each([
    ["submitting", (store: ClaimStore) => store.submit("c1"), { state: "draft" }],
    ["removing", (store: ClaimStore) => store.remove("c1"), { removedAt: null }],
  ])("of %s is as if it had not been done, and cannot be undone", async (_what, act, left) => {
    const { store, elsewhere, notices } = await storeOf();
    elsewhere("c1", { kind: "event" });
    act(store);
    expect(store.status.get().undoLabel).not.toBeNull();
    await settle();
    expect(store.get("c1")).toMatchObject({ ...left, kind: "event" });
    expect(store.status.get().undoLabel).toBeNull();
    expect(notices).toEqual(["Stale"]);
  });

  test("again and again without a reason does not hold up the others for ever", async () => {
    const { store, stored, server, saving } = await storeOf([claimOf(), claimOf({ id: "c2" })]);
    const { change } = server.api;
    const broken = { type: "", status: 500, title: "The server could not answer" };
    vi.spyOn(server.api, "change").mockImplementation(async (id, ...rest) =>
      id === "c1" ? fail(broken) : change(id, ...rest),
    );
    store.change("c1", { statement: "It poured." }, "Change the statement");
    store.change("c2", { statement: "It snowed." }, "Change the statement");
    await vi.advanceTimersByTimeAsync(120_000);
    expect(stored.get("c2")?.statement).toBe("It snowed.");
    expect(saving()).toMatchObject({ kind: "refused", ids: ["c1"] });
  });
});

describe("without the server", () => {
  test("a change is kept, said to be, and sent when it is back", async () => {
    const { store, stored, state, saving } = await storeOf();
    state.failure = offline;
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(saving()).toEqual({ kind: "waiting", reason: "The server did not answer", isKept: true });
    expect(store.wouldLose()).toBe(false);
    state.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stored.get("c1")?.statement).toBe("It poured.");
    expect(saving().kind).toBe("saved");
  });

  test("and without room on the device nothing is said to be kept", async () => {
    const { store, state, kept, saving } = await storeOf();
    state.failure = offline;
    kept.state.isFull = true;
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(saving()).toMatchObject({ kind: "waiting", isKept: false });
    expect(store.wouldLose()).toBe(true);
  });

  test("an ended session makes it wait, and refuses nothing", async () => {
    const { store, state, saving } = await storeOf();
    state.failure = { type: "", status: 401, title: "Sign in first" };
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(saving()).toMatchObject({ kind: "waiting", reason: "You are not signed in here any more" });
  });

  test("all is sent by the next page, in order and by itself", async () => {
    const first = await storeOf();
    first.state.failure = offline;
    const id = first.store.create({ ...marked, provenance: "unclear" });
    first.store.change("c1", { parentId: id, ownChain: [wire({ sources: ["s1"] })] }, "Nest the claim");
    first.store.submit("c1");
    await settle();
    first.state.failure = null;
    first.sent.length = 0;
    const second = await storeOf([], { server: first.server, kept: first.kept });
    expect(second.store.get(id)).not.toBeNull();
    await settle();
    expect(second.sent).toEqual(["create", "change parentId,ownChain", "submit"]);
    expect(second.stored.get("c1")).toMatchObject({ parentId: id, state: "submitted" });
    expect(second.saving().kind).toBe("saved");
    expect(second.kept.kept.size).toBe(0);
  });

  test("what arrived though its answer was lost is not done again by the next page", async () => {
    const first = await storeOf();
    first.state.weather = "answer lost";
    first.store.create({ ...marked, provenance: "unclear", statement: "It hailed." });
    await settle();
    first.state.weather = "fair";
    const second = await storeOf([], { server: first.server, kept: first.kept });
    await settle();
    expect(second.applied).toHaveLength(1);
    expect(second.saving().kind).toBe("saved");
  });

  test("what arrived though its answer was lost is not done again on a colleague's revision either", async () => {
    const { store, server, applied, saving } = await storeOf();
    const id = "c1";
    server.state.weather = "answer lost";
    store.change(id, { statement: "It poured." }, "Change the statement");
    store.change(id, { kind: "event" }, "Change the kind");
    await settle();
    server.state.weather = "fair";
    const back = server.elsewhere(id, { statement: "It rained." });
    if (back.ok) store.hear(back.value, "ben");
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.stored.get(id)).toMatchObject({ statement: "It rained.", kind: "event" });
    expect(applied).toHaveLength(2);
    expect([saving().kind, store.get(id)?.statement]).toEqual(["saved", "It rained."]);
  });

  test("a submission that arrived though its answer was lost is no trouble after a colleague's change", async () => {
    const { store, server, notices, saving } = await storeOf();
    server.state.weather = "answer lost";
    store.submit("c1");
    await settle();
    server.state.weather = "fair";
    const changed = server.elsewhere("c1", { kind: "event" });
    if (changed.ok) store.hear(changed.value, "ben");
    await vi.advanceTimersByTimeAsync(5_000);
    expect([saving().kind, notices, store.get("c1")?.state]).toEqual(["saved", [], "submitted"]);
  });

  test("a stale change goes again under a key of its own", async () => {
    const { store, server, applied } = await storeOf();
    const change = vi.spyOn(server.api, "change");
    server.elsewhere("c1", { kind: "event" });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(applied).toHaveLength(1);
    const sent = change.mock.calls.map(([, , once]) => once);
    expect(sent.map(({ revision }) => revision)).toEqual([1, 2]);
    expect(new Set(sent.map(({ key }) => key)).size).toBe(2);
  });

  test("a reload keeps what waits for a source", async () => {
    const first = await storeOf();
    first.store.change("c1", { ownChain: [wire()], provenance: "wire_copy" }, "Change the provenance");
    await settle();
    const second = await storeOf([], { server: first.server, kept: first.kept });
    await settle();
    expect(second.store.get("c1")?.provenance).toBe("wire_copy");
    expect(second.saving().kind).toBe("refused");
  });
});
