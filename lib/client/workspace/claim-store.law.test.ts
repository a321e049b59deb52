import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Claim } from "#lib/contracts/claims.ts";
import type { Change, ClaimView } from "./change.ts";
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
  fc.record({ do: fc.constant("undo" as const) }),
  fc.record({ do: fc.constant("redo" as const) }),
  fc.record({ do: fc.constant("reload" as const) }),
  fc.record({ do: fc.constant("refresh" as const) }),
  fc.record({ do: fc.constant("batch" as const), text: words }),
  fc.record({
    do: fc.constant("colleague writes" as const),
    which,
    // Also back to what stood there before.
    text: fc.constantFrom("Theirs.", "Also theirs.", "It rained."),
  }),
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

  readonly nth = (at: number): string => {
    const { claims } = this.store;
    return [...claims.keys()][at % Math.max(1, claims.size)] ?? "none";
  };

  write(at: number, change: Change): void {
    this.store.change(this.nth(at), change, "Change it");
  }

  /** The weather is fair, and everything that can be sent has been. */
  async settle(): Promise<void> {
    this.server.state.weather = "fair";
    await vi.advanceTimersByTimeAsync(200_000);
    await this.store.refresh();
    await vi.advanceTimersByTimeAsync(200_000);
  }
}

type Acts = {
  readonly [D in Command["do"]]: (session: Session, what: Extract<Command, { do: D }>) => unknown;
};
const marked = { versionId: "v1", spans: [{ start: 0, end: 4 }], provenance: "unclear" };
const acts: Acts = {
  create: ({ store }, { text }) => store.create({ ...marked, statement: text }),
  write: (session, { which: at, text }) => session.write(at, { statement: text }),
  kind: (session, { which: at, kind }) => session.write(at, { kind }),
  join: (session, { which: at, other }) => session.write(at, { sameClaimAs: session.nth(other) }),
  remove: (session, { which: at }) => session.store.remove(session.nth(at)),
  submit: (session, { which: at }) => session.store.submit(session.nth(at)),
  undo: ({ store }) => store.undo(),
  redo: ({ store }) => store.redo(),
  reload: (session) => session.reload(),
  refresh: ({ store }) => store.refresh(),
  batch: (session, { text }) =>
    session.store.batch("All", () => {
      for (const at of [0, 1, 2]) session.write(at, { statement: text });
    }),
  "colleague writes": ({ server, nth }, { which: at, text }) =>
    server.elsewhere(nth(at), { statement: text }),
  "colleague tags": ({ server, nth }, { which: at, kind }) => server.elsewhere(nth(at), { kind }),
  weather: ({ server }, { weather: next }) => {
    server.state.weather = next;
  },
  wait: (_session, { for: time }) => vi.advanceTimersByTimeAsync(time),
  choose: (session, { which: at, mine }) =>
    session.store.choose(session.nth(at), mine ? ["statement", "kind", "sameClaimAs"] : []),
  "give up": (session, { which: at }) => session.store.discard(session.nth(at)),
};

async function act<D extends Command["do"]>(session: Session, what: Extract<Command, { do: D }>) {
  // Reason for `as`: TypeScript does not tell that the key and the command are of one kind.
  await (acts[what.do as D] as (session: Session, what: unknown) => unknown)(session, what);
}

/** What the page must show: the server's claims, with what was refused and is kept over them. */
function expected({ server, store }: Session, unsent: readonly Write[]): Map<string, unknown> {
  const there = [...server.stored.values()].filter(({ removedAt }) => removedAt === null);
  const held = new Map<string, Partial<ClaimView>>(there.map((claim) => [claim.id, claim]));
  for (const write of unsent) {
    const made = write.action.kind === "create" ? (store.get(write.id) ?? {}) : {};
    const kept = isChange(write) && write.stuck?.kind === "refused" ? write.action.change : {};
    held.set(write.id, { ...held.get(write.id), ...made, ...kept });
  }
  return new Map([...held].map(([id, { statement, kind }]) => [id, { statement, kind }]));
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
        for (const what of commands) await act(session, what);
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
        const shown = new Map(
          [...store.claims].map(([id, { statement, kind }]) => [id, { statement, kind }]),
        );
        expect(Object.fromEntries(shown)).toEqual(Object.fromEntries(expected(session, unsent)));
      }),
      { numRuns: 400 },
    );
  });
});
