import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Claim } from "#lib/contracts/claims.ts";
import type { Change } from "./change.ts";
import { claimOf } from "./claim.cases.ts";
import { ClaimStore } from "./claim-store.ts";
import { device } from "./device.cases.ts";
import { remote, type Weather } from "./remote.cases.ts";
import { isChange, type Write } from "./write.ts";

/** What the server will not take. */
const BAD = "refuse me";
const words = fc.constantFrom("It rained.", "It poured.", "It snowed.", "It hailed.", BAD);
const which = fc.integer({ min: 0, max: 5 });
const weather = fc.constantFrom<Weather>("fair", "request lost", "answer lost");
const kinds = fc.constantFrom<Claim["kind"]>("event", "figure", null);

const command = fc.oneof(
  fc.record({ do: fc.constant("create" as const), text: words }),
  fc.record({ do: fc.constant("write" as const), which, text: words }),
  fc.record({ do: fc.constant("kind" as const), which, kind: kinds }),
  fc.record({ do: fc.constant("join" as const), which, other: which }),
  fc.record({ do: fc.constant("remove" as const), which }),
  fc.record({ do: fc.constant("submit" as const), which }),
  fc.record({ do: fc.constantFrom("undo" as const, "redo" as const, "reload" as const, "refresh" as const) }),
  fc.record({ do: fc.constant("batch" as const), text: words }),
  fc.record({ do: fc.constant("colleague writes" as const), which, text: fc.constantFrom("Theirs.", "Also theirs.") }),
  fc.record({ do: fc.constant("colleague tags" as const), which, kind: kinds }),
  fc.record({ do: fc.constant("weather" as const), weather }),
  fc.record({ do: fc.constant("wait" as const), for: fc.constantFrom(0, 1, 3_000) }),
  fc.record({ do: fc.constant("choose" as const), which, mine: fc.boolean() }),
  fc.record({ do: fc.constant("give up" as const), which }),
);
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never;

class Session {
  readonly server = remote([claimOf(), claimOf({ id: "c2" })]);
  readonly device = device();
  store = this.#page();

  constructor() {
    this.server.state.refuses = ({ statement }) => statement === BAD;
  }

  #page(): ClaimStore {
    const means = { articleId: "a1", layerId: "l1", me: "me" };
    return new ClaimStore({ ...means, api: this.server.api, drafts: this.device.drafts });
  }

  /** A page that is closed sends nothing any more: what it asks of the server from then on is not heard. */
  async reload(): Promise<void> {
    await vi.advanceTimersByTimeAsync(0);
    vi.clearAllTimers();
    this.store = this.#page();
    await this.store.load();
  }

  async run(what: Command): Promise<void> {
    const { store, server } = this;
    const nth = (at: number) => [...store.claims.keys()][at % Math.max(1, store.claims.size)] ?? "none";
    const marked = { versionId: "v1", spans: [{ start: 0, end: 4 }], provenance: "unclear" };
    const write = (at: number, change: Change) => store.change(nth(at), change, "Change it");
    if (what.do === "create") store.create({ ...marked, statement: what.text });
    if (what.do === "write") write(what.which, { statement: what.text });
    if (what.do === "kind") write(what.which, { kind: what.kind });
    if (what.do === "join") write(what.which, { sameClaimAs: nth(what.other) });
    if (what.do === "remove") store.remove(nth(what.which));
    if (what.do === "submit") store.submit(nth(what.which));
    if (what.do === "undo") store.undo();
    if (what.do === "redo") store.redo();
    if (what.do === "reload") await this.reload();
    if (what.do === "refresh") await store.refresh();
    if (what.do === "batch")
      store.batch("All", () => [0, 1, 2].forEach((at) => write(at, { statement: what.text })));
    if (what.do === "colleague writes") server.elsewhere(nth(what.which), { statement: what.text });
    if (what.do === "colleague tags") server.elsewhere(nth(what.which), { kind: what.kind });
    if (what.do === "weather") server.state.weather = what.weather;
    if (what.do === "wait") await vi.advanceTimersByTimeAsync(what.for);
    if (what.do === "choose") store.choose(nth(what.which), what.mine ? ["statement", "kind", "sameClaimAs"] : []);
    if (what.do === "give up") store.discard(nth(what.which));
  }

  /** The weather is fair, and everything that can be sent has been. */
  async settle(): Promise<void> {
    this.server.state.weather = "fair";
    await vi.advanceTimersByTimeAsync(200_000);
    await this.store.refresh();
    await vi.advanceTimersByTimeAsync(200_000);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("whatever is edited, refused, cut off, reloaded and changed by a colleague", () => {
  test("no write takes effect twice, and in the end the page shows the server and what it says is unsent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(command, { maxLength: 30 }), async (commands) => {
        vi.clearAllTimers();
        const session = new Session();
        await session.store.load();
        for (const what of commands) await session.run(what);
        await session.settle();
        const { server, store } = session;
        const keys = server.applied.map(({ key }) => key);
        expect(new Set(keys).size, "each once").toBe(keys.length);
        const saving = store.status.get().saving.kind;
        expect(["saved", "refused", "conflict"]).toContain(saving);
        const unsent = [...store.claims.keys()].flatMap((id) => store.entry(id)?.writes ?? []);
        // What follows a creation that was refused waits with it.
        const waits = ({ id, stuck }: Write) => stuck !== null || store.entry(id)?.create !== null;
        expect(unsent.every(waits)).toBe(true);
        expect(saving === "saved").toBe(unsent.length === 0);
        expect([...session.device.kept.keys()].sort(), "the device keeps what is unsent").toEqual(
          unsent.map(({ key }) => key).sort(),
        );
        const shown = new Map([...store.claims].map(([id, { statement, kind }]) => [id, { statement, kind }]));
        const held = new Map(
          [...server.stored.values()]
            .filter(({ removedAt }) => removedAt === null)
            .map(({ id, statement, kind }) => [id, { statement, kind }]),
        );
        for (const write of unsent) {
          const { action, id } = write;
          if (action.kind === "create") held.set(id, shown.get(id) ?? { statement: "", kind: null });
          if (isChange(write) && write.stuck?.kind === "refused") {
            const { statement, kind } = { ...held.get(id), ...write.action.change };
            held.set(id, { statement: statement ?? "", kind: kind ?? null });
          }
        }
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(held));
      }),
      { numRuns: 400 },
    );
  });
});
