import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { link } from "#core/attribution/link.ts";
import { fail } from "#core/result.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimStore } from "./claim-store.ts";
import { device } from "./device.cases.ts";
import { offline, remote } from "./remote.cases.ts";

type Parts = { readonly server?: ReturnType<typeof remote>; readonly kept?: ReturnType<typeof device> };

async function storeOf(claims: readonly Claim[] = [claimOf()], parts: Parts = {}) {
  const server = parts.server ?? remote(claims);
  const kept = parts.kept ?? device();
  const notices: string[] = [];
  const store = new ClaimStore({
    api: server.api,
    articleId: "a1",
    layerId: "l1",
    me: "me",
    onNotice: ({ title }) => notices.push(title),
    drafts: kept.drafts,
  });
  await store.load();
  const saving = () => store.status.get().saving;
  return { store, notices, saving, kept, server, ...server };
}
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
