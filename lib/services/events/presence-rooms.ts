import type { Present } from "#lib/contracts/presence.ts";
import type { BusMessage } from "#lib/platform/event-bus.ts";

/** Two words missed of one every four seconds, and whoever said nothing is gone. */
const STAYS_MS = 10_000;

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
    const room = this.#rooms.get(present.articleId) ?? new Map<string, Seen>();
    if (present.isLeaving) room.delete(present.tab);
    else room.set(present.tab, { present, until: this.#now() + STAYS_MS });
    if (room.size > 0) this.#rooms.set(present.articleId, room);
    else this.#rooms.delete(present.articleId);
  }

  /** Everybody in an article at this moment. */
  in(articleId: string): Present[] {
    const room = this.#rooms.get(articleId);
    if (!room) return [];
    for (const [tab, { until }] of room) if (until <= this.#now()) room.delete(tab);
    if (room.size === 0) this.#rooms.delete(articleId);
    return [...room.values()].map(({ present }) => present);
  }

  /** Whoever is in an article was let in there seconds ago: they may hear of the others. */
  has(userId: string, articleId: string): boolean {
    return this.in(articleId).some((present) => present.userId === userId);
  }
}

const held = globalThis as typeof globalThis & { sourcelineRooms?: PresenceRooms };

/** One set of rooms a process: Next evaluates modules once per bundle, so it hangs on the global object. */
export function presenceRooms(): PresenceRooms {
  held.sourcelineRooms ??= new PresenceRooms(Date.now);
  return held.sourcelineRooms;
}
