import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { link } from "#core/attribution/link.ts";
import { fail, ok } from "#core/result.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import type { ApiFailure } from "../api.ts";
import type { Change } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import type { ClaimApi } from "./claim-api.ts";
import { ClaimStore } from "./claim-store.ts";

const offline: ApiFailure = { status: 0, title: "The server did not answer", detail: "" };
const refused: ApiFailure = { type: "", status: 422, title: "Not right", detail: "Link 1 needs a source." };

/** A server that holds claims by id, counts revisions and refuses stale ones. */
function server(claims: readonly Claim[]) {
  const stored = new Map(claims.map((claim) => [claim.id, claim]));
  const sent: string[] = [];
  const state = { failure: null as ApiFailure | null, refusesChains: false };
  const write = (id: string, revision: number, change: Partial<Claim>, isContent = true) => {
    const now = stored.get(id);
    if (state.failure) return fail(state.failure);
    if (!now) return fail({ type: "", status: 404, title: "No such claim" });
    if (revision !== now.revision) return fail({ type: "", status: 412, title: "Stale", current: now });
    if (state.refusesChains && change.ownChain?.some(({ sources }) => sources.length === 0))
      return fail(refused);
    const next = { ...now, ...change, revision: isContent ? now.revision + 1 : now.revision };
    stored.set(id, next);
    return ok(next);
  };
  const api: ClaimApi = {
    create: async (body) => {
      sent.push("create");
      if (state.failure) return fail(state.failure);
      if (state.refusesChains && body.ownChain?.length) return fail(refused);
      const made = claimOf(body as Partial<Claim>);
      stored.set(made.id, made);
      return ok(made);
    },
    change: async (id, change, revision) => {
      sent.push(`change ${Object.keys(change).join()}`);
      return write(id, revision, change as Change as Partial<Claim>);
    },
    remove: async (id, revision) => write(id, revision, { removedAt: "2026-01-02T00:00:00.000Z" }, false),
    restore: async (id, revision) => write(id, revision, { removedAt: null }, false),
    transition: async (id, event, revision) =>
      write(id, revision, { state: event === "submit" ? "submitted" : "draft" }, false),
    read: async () => fail(offline),
  };
  const elsewhere = (id: string, change: Partial<Claim>) => write(id, stored.get(id)?.revision ?? 0, change);
  return { api, stored, sent, state, elsewhere };
}

function storeOf(claims: readonly Claim[] = [claimOf()]) {
  const remote = server(claims);
  const notices: string[] = [];
  const store = new ClaimStore(
    {
      api: remote.api,
      articleId: "a1",
      layerId: "l1",
      me: "me",
      now: () => Date.now(),
      onNotice: ({ title }) => notices.push(title),
    },
    claims,
  );
  return { store, notices, ...remote };
}
const settle = () => vi.advanceTimersByTimeAsync(0);

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("ClaimStore", () => {
  test("shows a change at once and says saved only once it is", async () => {
    const { store, stored } = storeOf();
    store.change("c1", { statement: "It poured." }, "Change the statement");
    expect(store.get("c1")?.statement).toBe("It poured.");
    expect(store.snapshot().saving.kind).toBe("saving");
    await settle();
    expect(store.snapshot().saving.kind).toBe("saved");
    expect(stored.get("c1")?.statement).toBe("It poured.");
  });

  test("sends nothing where nothing differs", async () => {
    const { store, sent } = storeOf();
    store.change("c1", { statement: "It rained." }, "Change the statement");
    await settle();
    expect(sent).toEqual([]);
  });

  test("merges with somebody else's change of another field and sends again", async () => {
    const { store, stored, elsewhere } = storeOf();
    elsewhere("c1", { kind: "event" });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(stored.get("c1")).toMatchObject({ statement: "It poured.", kind: "event", revision: 3 });
    expect(store.snapshot().saving.kind).toBe("saved");
  });

  test("shows theirs and keeps mine at hand where both changed one field, until somebody chooses", async () => {
    const { store, stored, elsewhere } = storeOf();
    elsewhere("c1", { statement: "It drizzled." });
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(store.get("c1")?.statement).toBe("It drizzled.");
    expect(store.snapshot().entries.get("c1")?.conflict?.mine).toEqual({ statement: "It poured." });
    expect(store.snapshot().saving.kind).toBe("refused");
    store.keepMine("c1");
    await settle();
    expect(stored.get("c1")?.statement).toBe("It poured.");
    expect(store.snapshot().saving.kind).toBe("saved");
  });

  test("keeps a change while the server is away and sends it when it is back", async () => {
    const { store, stored, state } = storeOf();
    state.failure = offline;
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(store.snapshot().saving).toEqual({ kind: "waiting", reason: "The server did not answer" });
    expect(store.get("c1")?.statement).toBe("It poured.");
    state.failure = null;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(stored.get("c1")?.statement).toBe("It poured.");
    expect(store.snapshot().saving.kind).toBe("saved");
  });

  test("a refused chain waits on the screen and holds nothing else back", async () => {
    const { store, stored, state } = storeOf();
    state.refusesChains = true;
    const unsourced = link({ category: "wire_copy" });
    store.change("c1", { ownChain: [unsourced], provenance: "wire_copy" }, "Change the provenance");
    store.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    expect(stored.get("c1")).toMatchObject({ statement: "It poured.", provenance: "own_observation" });
    expect(store.get("c1")?.provenance).toBe("wire_copy");
    expect(store.snapshot().saving).toMatchObject({
      kind: "refused",
      reason: "Link 1 needs its source. Pick or create one.",
    });
    store.change("c1", { ownChain: [{ ...unsourced, sources: ["s1"] }] }, "Change the source");
    await settle();
    expect(stored.get("c1")).toMatchObject({ provenance: "wire_copy" });
    expect(store.snapshot().saving.kind).toBe("saved");
  });

  test("a claim whose chain is refused is made all the same", async () => {
    const { store, stored, state } = storeOf([]);
    state.refusesChains = true;
    const ownChain = [
      { ...link({ category: "wire_copy" }), sources: [], mention: [], cue: [], addressee: [] },
    ];
    const id = store.create({
      versionId: "v1",
      spans: [{ start: 0, end: 2 }],
      provenance: "wire_copy",
      ownChain,
    });
    await settle();
    expect(stored.get(id)).toMatchObject({ provenance: "unclear" });
    expect(store.get(id)).toMatchObject({ provenance: "wire_copy" });
    expect(store.snapshot().saving.kind).toBe("refused");
  });

  test("undoes and redoes across claims with the revisions of the moment", async () => {
    const { store, stored, elsewhere } = storeOf([claimOf(), claimOf({ id: "c2" })]);
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

  test("a submission that was refused cannot be undone", async () => {
    const { store, elsewhere, notices } = storeOf();
    elsewhere("c1", { kind: "event" });
    store.submit("c1");
    expect(store.snapshot().undoLabel).toBe("Submit");
    await settle();
    expect(store.get("c1")).toMatchObject({ state: "draft", kind: "event" });
    expect(store.snapshot().undoLabel).toBeNull();
    expect(notices).toEqual(["Stale"]);
  });

  test("a parent's new chain shows in the claims nested in it at once", () => {
    const parent = claimOf({
      ownChain: [link({ category: "media_report", sources: ["s1"] })] as Claim["chain"],
    });
    const own = [link({ category: "hearsay" })] as Claim["chain"];
    const child = claimOf({ id: "c2", parentId: "c1", ownChain: own, chain: [...parent.chain, ...own] });
    const { store } = storeOf([parent, child]);
    const ownChain = [link({ category: "wire_copy", sources: ["s1"] })];
    store.change("c1", { ownChain, provenance: "wire_copy" }, "Change the provenance");
    expect(store.get("c2")).toMatchObject({ provenance: "wire_copy", originProvenance: "hearsay", depth: 2 });
  });

  test("what is not saved outlives the page", async () => {
    let kept: string | null = null;
    const keep = {
      read: () => kept,
      write: (text: string | null) => {
        kept = text;
      },
    };
    const options = { articleId: "a1", layerId: "l1", me: "me", keep };
    const away = server([claimOf()]);
    away.state.failure = offline;
    const first = new ClaimStore({ ...options, api: away.api }, [claimOf()]);
    first.recover();
    first.change("c1", { statement: "It poured." }, "Change the statement");
    await settle();
    const back = server([claimOf()]);
    const second = new ClaimStore({ ...options, api: back.api }, [claimOf()]);
    second.recover();
    expect(second.get("c1")?.statement).toBe("It poured.");
    expect(second.snapshot().saving.kind).toBe("refused");
    second.retry();
    await settle();
    expect(back.stored.get("c1")?.statement).toBe("It poured.");
    expect(kept).toBeNull();
  });
});
