import { fail, ok, type Result } from "#core/result.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { StreamItem } from "#lib/contracts/events.ts";
import type { Present } from "#lib/contracts/presence.ts";
import { membershipOf } from "#lib/db/identity/memberships.ts";
import { environment } from "#lib/platform/environment.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { readCursor } from "./cursor.ts";
import type { FeedEvent, WorkspaceFeed } from "./feed.ts";
import { eventHub } from "./hub.ts";
import { isToldTo } from "./visible.ts";

/** More missed than this is quicker read anew. */
const MOST_MISSED = 2_000;
/** Proxies close what is silent for a minute; a reader gone without a word is noticed at the next beat. */
const BEAT_MS = 20_000;
/** A reader that takes nothing while this much is told is let go, and comes back with its last id. */
const MOST_UNREAD_PRESENCE = 100;
/** Written out together: fifty readers of a busy desk take fifty writes of what happened meanwhile, not of each. */
const MOST_AT_ONCE = 50;
/** By then the streams whose readers are gone have met their next beat. */
const GONE_WITHIN_SECONDS = 30;

/** `items`: what is told at once, in order. */
export type Watch = { readonly workspaceId: string; readonly items: AsyncIterable<readonly StreamItem[]> };

/**
 * What happens in a workspace from now on, or from after the event named by `lastId`; ends with the session or the
 * membership, or when `signal` does. Each event comes once, in order; where what was missed cannot be told, `reset`
 * says so. Refused to whoever has as many open already as one may: their other pages go on undisturbed.
 */
export async function watch(
  caller: Caller,
  workspace: string,
  lastId: string | null,
  signal: AbortSignal,
): Promise<Result<Watch, Failure>> {
  const { principal } = caller;
  const membership = await membershipOf(principal.userId, workspace);
  if (!membership) return fail(notFound("workspace"));
  const limit = environment().STREAMS_PER_PERSON;
  if (eventHub().streamsOf(principal.userId) >= limit)
    return fail({ kind: "too-many-streams", limit, retryAfterSeconds: GONE_WITHIN_SECONDS });
  const { workspaceId, role } = membership;
  const actor: Actor = { userId: principal.userId, workspaceId, role, scopes: principal.scopes };
  return ok({ workspaceId, items: new Stream(caller, actor, signal).from(lastId) });
}

class Stream {
  readonly #feed: WorkspaceFeed;
  readonly #leave: () => void;
  #actor: Actor;
  #hasEnded = false;
  #presence: Present[] = [];
  #wake: () => void = () => {};

  /** Counted from here on, not from when it is first read: of two asked for at once each sees the other. */
  constructor(caller: Caller, actor: Actor, signal: AbortSignal) {
    this.#actor = actor;
    const { feed, leave } = eventHub().join({
      principal: caller.principal,
      workspaceId: actor.workspaceId,
      stand: (standing) => {
        if (standing) this.#actor = { ...this.#actor, role: standing.role };
        else this.#end();
      },
      hear: (presence) => {
        this.#presence = [...this.#presence, presence].slice(-MOST_UNREAD_PRESENCE);
        this.#wake();
      },
    });
    const silence = feed.listen(() => this.#wake());
    const stop = () => this.#end();
    signal.addEventListener("abort", stop, { once: true });
    this.#feed = feed;
    this.#leave = () => {
      signal.removeEventListener("abort", stop);
      silence();
      leave();
    };
    if (signal.aborted) this.#end();
  }

  async *from(lastId: string | null): AsyncGenerator<readonly StreamItem[]> {
    const feed = this.#feed;
    try {
      await feed.pull();
      const begun = this.#place(lastId, feed.newest);
      let last = begun ?? feed.newest;
      yield begun === null
        ? [
            { kind: "hello", number: last },
            { kind: "reset", number: last },
          ]
        : [{ kind: "hello", number: last }];
      while (!this.#hasEnded) {
        const events = await feed.after(last, MOST_AT_ONCE);
        const isIdle = events.length + this.#presence.length === 0;
        const told = this.#hasEnded ? [] : this.#told(events);
        if (told.length > 0) yield told;
        last = events.at(-1)?.number ?? last;
        if (isIdle && last >= feed.newest && (await this.#rest())) yield [{ kind: "beat" }];
      }
    } finally {
      this.#end();
    }
  }

  /** What this member may be told, judged as it is taken: what they are may change until the next time. */
  #told(events: readonly FeedEvent[]): StreamItem[] {
    const presence = this.#presence;
    this.#presence = [];
    return [
      ...events.flatMap((event): StreamItem[] =>
        isToldTo(this.#actor, { ...event.live, ...event }) ? [{ kind: "change", event: event.live }] : [],
      ),
      ...presence.map((one): StreamItem => ({ kind: "presence", presence: one })),
    ];
  }

  /** Where to go on from; null where the id names nothing here, or what followed is too much. */
  #place(lastId: string | null, newest: number): number | null {
    if (lastId === null) return newest;
    const number = readCursor(this.#actor.workspaceId, lastId);
    return number === null || number > newest || newest - number > MOST_MISSED ? null : number;
  }

  /** Gives the place back, whoever reads on or does not. */
  #end(): void {
    this.#hasEnded = true;
    this.#leave();
    this.#wake();
  }

  /** Until something is to be told, or it is time for a sign of life: then true. */
  #rest(): Promise<boolean> {
    if (this.#hasEnded || this.#presence.length > 0) return Promise.resolve(false);
    return new Promise((resume) => {
      const timer = setTimeout(() => resume(true), BEAT_MS);
      this.#wake = () => {
        clearTimeout(timer);
        this.#wake = () => {};
        resume(false);
      };
    });
  }
}
