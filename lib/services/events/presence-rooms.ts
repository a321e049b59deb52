import type { Present } from "#lib/contracts/presence.ts";
import type { BusMessage } from "#lib/platform/event-bus.ts";

/** Two words missed of one every four seconds, and whoever said nothing is gone. */
const STAYS_MS = 10_000;

/** Pages one person may have in one article; more are nobody's. */
const MOST_TABS = 10;

type Seen = { readonly present: Present; readonly until: number };

/** Who is in which article, as this process has heard it from all of them. In memory only. */
export class PresenceRooms {
  readonly #rooms = new Map<string, Map<string, Seen>>();
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  hear(message: BusMessage): void {
    if (message.kind !== "presence") return;
    // Said by a service of ours, in this process or another.
    const present = message.presence as Present;
    const room = this.#room(message.workspaceId, present.articleId);
    // A page is its person's: nobody speaks for another's.
    const key = `${present.userId} ${present.tab}`;
    if (present.isLeaving) room.delete(key);
    else if (room.has(key) || tabsOf(present.userId, room) < MOST_TABS) {
      room.set(key, { present, until: this.#now() + STAYS_MS });
    }
    this.#keep(message.workspaceId, present.articleId, room);
  }

  /** Everybody in an article at this moment. */
  in(workspaceId: string, articleId: string): Present[] {
    const room = this.#room(workspaceId, articleId);
    this.#keep(workspaceId, articleId, room);
    return [...room.values()].map(({ present }) => present);
  }

  /** Whoever is in an article was let in there seconds ago: they may hear of the others. */
  has(userId: string, workspaceId: string, articleId: string): boolean {
    return this.in(workspaceId, articleId).some((present) => present.userId === userId);
  }

  /** Without those of whom nothing was heard. An article's id says nothing without its workspace's. */
  #room(workspaceId: string, articleId: string): Map<string, Seen> {
    const room = this.#rooms.get(`${workspaceId} ${articleId}`) ?? new Map<string, Seen>();
    for (const [key, { until }] of room) if (until <= this.#now()) room.delete(key);
    return room;
  }

  #keep(workspaceId: string, articleId: string, room: Map<string, Seen>): void {
    const key = `${workspaceId} ${articleId}`;
    if (room.size > 0) this.#rooms.set(key, room);
    else this.#rooms.delete(key);
  }
}

function tabsOf(userId: string, room: ReadonlyMap<string, Seen>): number {
  return [...room.values()].filter(({ present }) => present.userId === userId).length;
}

const held = globalThis as typeof globalThis & { sourcelineRooms?: PresenceRooms };

/** One set of rooms a process: Next evaluates modules once per bundle, so it hangs on the global object. */
export function presenceRooms(): PresenceRooms {
  held.sourcelineRooms ??= new PresenceRooms(Date.now);
  return held.sourcelineRooms;
}
