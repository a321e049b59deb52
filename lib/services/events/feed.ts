import { systemPermit } from "#lib/authz/system.ts";
import type { Claim } from "#lib/contracts/claims.ts";
import type { LiveEvent } from "#lib/contracts/events.ts";
import { claimsById } from "#lib/db/claims.ts";
import { eventsAfter, newestEvent, type StoredEvent } from "#lib/db/events.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { pause } from "#lib/platform/clock.ts";
import { presentClaim } from "../claims/present.ts";

/** An event ready to be told: the same object for everybody who is, so that it is written out once. */
export type FeedEvent = Pick<StoredEvent, "number" | "project" | "layer"> & {
  readonly live: LiveEvent;
  /** As it is written out. */
  readonly bytes: number;
};

/** Kept in memory a workspace: what streams that are up to date, or nearly, ask for. Whichever is reached first. */
const MOST_EVENTS = 1_000;
const MOST_BYTES = 4_000_000;
const BATCH = 500;
/** While saves follow one another, what happened is read and told so often; the first of them is told at once. */
const GATHER_MS = 40;

/** One workspace's events, read once a process however many watch, and told to all of them. */
export class WorkspaceFeed {
  readonly workspaceId: string;
  readonly #listeners = new Set<() => void>();
  #recent: FeedEvent[] = [];
  #bytes = 0;
  #readAt = Number.NEGATIVE_INFINITY;
  /** Number before the first of `#recent`; null until the feed has begun. */
  #base: number | null = null;
  #isReading = false;
  #asked: { readonly resolve: () => void; readonly reject: (error: unknown) => void }[] = [];

  constructor(workspaceId: string) {
    this.workspaceId = workspaceId;
  }

  get isWatched(): boolean {
    return this.#listeners.size > 0;
  }

  get newest(): number {
    return (this.#base ?? 0) + this.#recent.length;
  }

  /** Of what is kept in memory. */
  get bytes(): number {
    return this.#bytes;
  }

  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** From here on the feed knows everything newer than now. */
  async begin(): Promise<void> {
    if (this.#base === null) {
      const permit = systemPermit("outbox", this.workspaceId);
      const newest = await inWorkspace(permit, (tx) => newestEvent(tx, permit));
      this.#base ??= newest;
    }
  }

  /** Reads what is new; done with the first look that began after this was called. */
  pull(): Promise<void> {
    const looked = new Promise<void>((resolve, reject) => this.#asked.push({ resolve, reject }));
    if (!this.#isReading) void this.#readAll();
    return looked;
  }

  /** The next events after a number that the caller has; from memory where it reaches back that far. */
  async after(number: number, most: number): Promise<readonly FeedEvent[]> {
    const from = number - (this.#base ?? 0);
    return from >= 0 ? this.#recent.slice(from, from + most) : this.#read(number, most);
  }

  async #readAll(): Promise<void> {
    this.#isReading = true;
    while (this.#asked.length > 0) {
      const rest = this.#readAt + GATHER_MS - performance.now();
      if (rest > 0) await pause(rest);
      const asked = this.#asked;
      this.#asked = [];
      try {
        await this.#look();
        for (const { resolve } of asked) resolve();
      } catch (error) {
        for (const { reject } of asked) reject(error);
      }
    }
    this.#isReading = false;
  }

  async #look(): Promise<void> {
    await this.begin();
    for (let events = await this.#read(this.newest); events.length > 0; ) {
      this.#keep(events);
      for (const listener of this.#listeners) listener();
      events = events.length < BATCH ? [] : await this.#read(this.newest);
    }
    this.#readAt = performance.now();
  }

  /**
   * Who may be told is judged by the project as it was when the event was read: after a change of that, or of where an
   * article is, what was read before is read anew for whoever still asks for it.
   */
  #keep(events: readonly FeedEvent[]): void {
    const over = events.some(changesWhoIsTold) ? this.#recent.length : 0;
    this.#base = (this.#base ?? 0) + over;
    if (over > 0) this.#bytes = 0;
    this.#recent = [...this.#recent.slice(over), ...events];
    this.#bytes += bytesOf(events);
    this.#forget();
  }

  #forget(): void {
    let over = 0;
    while (this.#recent.length - over > MOST_EVENTS || this.#bytes > MOST_BYTES) {
      this.#bytes -= this.#recent[over]?.bytes ?? 0;
      over += 1;
    }
    if (over === 0) return;
    this.#recent = this.#recent.slice(over);
    this.#base = (this.#base ?? 0) + over;
  }

  #read(after: number, most = BATCH): Promise<FeedEvent[]> {
    const permit = systemPermit("outbox", this.workspaceId);
    return inWorkspace(permit, async (tx) => {
      const events = await eventsAfter(tx, permit, after, most);
      const ids = events.flatMap(({ kind, objectId }) =>
        kind.startsWith("claim.") && objectId !== null ? [objectId] : [],
      );
      const claims = await claimsById(tx, permit, [...new Set(ids)]);
      const byId = new Map(claims.map((claim) => [claim.id, presentClaim(claim)]));
      return events.map((event) => feedEvent(event, byId.get(event.objectId ?? "") ?? null));
    });
  }
}

function changesWhoIsTold({ live: { kind } }: FeedEvent): boolean {
  return kind.startsWith("project.") || kind.startsWith("layer.") || kind === "article.changed";
}

function feedEvent({ project, layer, payload, ...event }: StoredEvent, claim: Claim | null): FeedEvent {
  const live = { ...event, payload: { ...payload }, claim };
  return { number: event.number, project, layer, live, bytes: Buffer.byteLength(JSON.stringify(live)) };
}

function bytesOf(events: readonly FeedEvent[]): number {
  return events.reduce((sum, { bytes }) => sum + bytes, 0);
}
