import type { Principal } from "#lib/authz/principal.ts";
import type { Present } from "#lib/contracts/presence.ts";
import { liveCredentials, type Standing, standingsOf } from "#lib/db/identity/standings.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { type BusMessage, eventBus } from "#lib/platform/event-bus.ts";
import { log } from "#lib/platform/log.ts";
import { WorkspaceFeed } from "./feed.ts";
import { presenceRooms } from "./presence-rooms.ts";

/** One open stream, as the hub sees it. */
export type Watcher = {
  readonly principal: Principal;
  readonly workspaceId: string;
  /** The membership as it is now; null ends the stream. */
  readonly stand: (standing: Standing | null) => void;
  readonly hear: (presence: Present) => void;
};

/** A revoked session ends its streams within a second (R11), whether or not anybody says so. */
const STANDING_EVERY_MS = 500;
/** Looks that may fail in a row before nobody watches any more. */
const MOST_UNANSWERED = 4;
/** What a lost notification costs at most. */
const LOOK_EVERY_MS = 3_000;

/** Everything a process's streams share: a feed a workspace, and one look at who may still watch. */
export class EventHub {
  readonly #feeds = new Map<string, WorkspaceFeed>();
  readonly #watchers = new Set<Watcher>();
  #stop: (() => void) | null = null;
  #isAsking = false;
  #unanswered = 0;

  /** Joins a watcher to its workspace's feed until the answer is called. */
  join(watcher: Watcher): { feed: WorkspaceFeed; leave: () => void } {
    const feed = this.#feeds.get(watcher.workspaceId) ?? new WorkspaceFeed(watcher.workspaceId);
    this.#feeds.set(watcher.workspaceId, feed);
    this.#watchers.add(watcher);
    this.#stop ??= this.#start();
    return { feed, leave: () => this.#leave(watcher) };
  }

  get size(): number {
    return this.#watchers.size;
  }

  /** Workspaces whose events are kept in memory. */
  get feeds(): number {
    return this.#feeds.size;
  }

  streamsOf(userId: string): number {
    return [...this.#watchers].filter(({ principal }) => principal.userId === userId).length;
  }

  #leave(watcher: Watcher): void {
    this.#watchers.delete(watcher);
    if (this.#watchersIn(watcher.workspaceId).length === 0) this.#feeds.delete(watcher.workspaceId);
    if (this.#watchers.size > 0) return;
    this.#stop?.();
    this.#stop = null;
  }

  #watchersIn(workspaceId: string): Watcher[] {
    return [...this.#watchers].filter((watcher) => watcher.workspaceId === workspaceId);
  }

  #start(): () => void {
    const silence = eventBus().subscribe((message) => this.#hear(message));
    const standing = setInterval(() => void this.#askStandings(), STANDING_EVERY_MS);
    const look = setInterval(() => this.#lookEverywhere(), LOOK_EVERY_MS);
    return () => {
      silence();
      clearInterval(standing);
      clearInterval(look);
    };
  }

  #hear(message: BusMessage): void {
    if (message.kind === "committed") this.#pull(this.#feeds.get(message.workspaceId));
    // Said by a service of ours, in this process or another.
    else this.#pass(message.workspaceId, message.presence as Present);
  }

  /** Only to those in the same article, which they were let into seconds ago. */
  #pass(workspaceId: string, present: Present): void {
    for (const watcher of this.#watchersIn(workspaceId)) {
      if (presenceRooms().has(watcher.principal.userId, workspaceId, present.articleId))
        watcher.hear(present);
    }
  }

  #lookEverywhere(): void {
    for (const feed of this.#feeds.values()) this.#pull(feed);
  }

  #pull(feed: WorkspaceFeed | undefined): void {
    feed?.pull().catch((error) => log().warn({ err: error }, "events could not be read; it is tried again"));
  }

  async #askStandings(): Promise<void> {
    if (this.#isAsking) return;
    this.#isAsking = true;
    const watchers = [...this.#watchers];
    try {
      const credentials = await liveCredentials(
        [...new Set(watchers.flatMap(({ principal }) => principal.sessionId ?? []))],
        [...new Set(watchers.flatMap(({ principal }) => principal.tokenId ?? []))],
        systemClock(),
      );
      const standings = await standingsOf(
        [...new Set(watchers.map(({ principal }) => principal.userId))],
        [...new Set(watchers.map(({ workspaceId }) => workspaceId))],
      );
      this.#unanswered = 0;
      const byPlace = new Map(standings.map((one) => [`${one.userId} ${one.workspaceId}`, one]));
      for (const { principal, workspaceId, stand } of watchers) {
        const isLive = credentials.has(principal.sessionId ?? principal.tokenId ?? "");
        stand(isLive ? (byPlace.get(`${principal.userId} ${workspaceId}`) ?? null) : null);
      }
    } catch (error) {
      log().warn({ err: error }, "who may watch could not be asked");
      this.#unanswered += 1;
      // Nobody can tell who may still watch: the streams end, and come back with their last id when somebody can.
      if (this.#unanswered >= MOST_UNANSWERED) for (const { stand } of watchers) stand(null);
    } finally {
      this.#isAsking = false;
    }
  }
}

const held = globalThis as typeof globalThis & { sourcelineHub?: EventHub };

/** One hub a process: Next evaluates modules once per bundle, so it hangs on the global object. */
export function eventHub(): EventHub {
  held.sourcelineHub ??= new EventHub();
  return held.sourcelineHub;
}
