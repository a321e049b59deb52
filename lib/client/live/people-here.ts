import type { Present } from "#lib/contracts/presence.ts";
import { type ApiResult, call } from "../api.ts";

/** The server forgets after ten seconds; two of these may be lost. */
const BEAT_MS = 4_000;
/** Typing and selecting are told a few times a second at most. */
const GATHER_MS = 250;
const STAYS_MS = 10_000;

export type Whereabouts = Pick<Present, "paragraph" | "selection" | "claimId" | "isTyping">;
type Say = (body: Whereabouts & { tab: string; isLeaving: boolean }) => ApiResult<{ items: Present[] }>;

/** The article one is in, and how long its text is in code points. */
export type Place = { readonly articleId: string; readonly length: number };

export const nowhere: Whereabouts = { paragraph: null, selection: null, claimId: null, isTyping: false };

/** Says where one is in an article, and knows who else is there. Silent while the page is not looked at. */
export class PeopleHere {
  readonly #place: Place;
  readonly #say: Say;
  readonly #tab: string;
  readonly #now: () => number;
  readonly #listeners = new Set<() => void>();
  #others = new Map<string, { present: Present; until: number }>();
  #snapshot: readonly Present[] = [];
  #where = nowhere;
  #beat: ReturnType<typeof setInterval> | undefined;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(place: Place, tab: string, say: Say, now: () => number = Date.now) {
    this.#place = place;
    this.#tab = tab;
    this.#say = say;
    this.#now = now;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly snapshot = (): readonly Present[] => this.#snapshot;

  arrive(): void {
    if (this.#beat !== undefined) return;
    this.#beat = setInterval(() => void this.#speak(), BEAT_MS);
    void this.#speak();
  }

  leave(): void {
    if (this.#beat === undefined) return;
    clearInterval(this.#beat);
    clearTimeout(this.#soon);
    this.#beat = undefined;
    this.#soon = undefined;
    this.#others.clear();
    this.#publish();
    void this.#say({ ...nowhere, tab: this.#tab, isLeaving: true });
  }

  /** Told soon, several changes together. */
  move(where: Partial<Whereabouts>): void {
    const next = { ...this.#where, ...where };
    if (JSON.stringify(next) === JSON.stringify(this.#where)) return;
    this.#where = next;
    if (this.#beat === undefined) return;
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      void this.#speak();
    }, GATHER_MS);
  }

  /** Something heard by the stream, which tells of every article one has open, in this tab or another. */
  hear(present: Present): void {
    if (present.articleId !== this.#place.articleId) return;
    if (present.tab === this.#tab || this.#beat === undefined) return;
    const key = `${present.userId} ${present.tab}`;
    if (present.isLeaving) this.#others.delete(key);
    else this.#others.set(key, { present: this.#within(present), until: this.#now() + STAYS_MS });
    this.#publish();
  }

  /** Without words that are not in the text: another's page is not to be trusted with this one. */
  #within(present: Present): Present {
    const isBeyond = present.selection !== null && present.selection.end > this.#place.length;
    return isBeyond ? { ...present, selection: null } : present;
  }

  async #speak(): Promise<void> {
    const heard = await this.#say({ ...this.#where, tab: this.#tab, isLeaving: false });
    if (heard.ok) for (const present of heard.value.items) this.hear(present);
    this.#forget();
  }

  #forget(): void {
    const before = this.#others.size;
    for (const [tab, { until }] of this.#others) if (until <= this.#now()) this.#others.delete(tab);
    if (this.#others.size !== before) this.#publish();
  }

  #publish(): void {
    const others = [...this.#others.values()].map(({ present }) => present);
    this.#snapshot = others.toSorted((one, other) => (one.tab < other.tab ? -1 : 1));
    for (const listener of this.#listeners) listener();
  }
}

/** Says it to the server; a page that closes still gets its leaving through. */
export function sayTo(workspace: string, article: string): Say {
  return (body) =>
    call("POST", `/workspaces/${workspace}/articles/${article}/presence`, body, {
      keepalive: body.isLeaving,
    });
}
