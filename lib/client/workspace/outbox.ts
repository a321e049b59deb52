import type { Drafts } from "./drafts.ts";
import { isCreate, type Write } from "./write.ts";

/** `again`: the server could not be reached; what was sent stays first in line. */
export type Outcome = "done" | "again";
/** Something asked of the server that is answered at once or not at all; it is kept nowhere. */
export type Errand = { readonly key: string; readonly id: string; readonly run: () => Promise<Outcome> };

type Means = {
  readonly send: (write: Write) => Promise<Outcome>;
  readonly onChange: () => void;
  readonly drafts: Drafts | null;
};

/** Waits after the first, second, … failure in a row. */
const waits = [1_000, 2_000, 5_000, 10_000, 30_000];

/**
 * What is to be sent, one after another in the order it was made, each kept on the device until the server has
 * acknowledged it. When the server does not answer, the line stands still and tries again; what waits for a person
 * holds up nothing but the claim that it would make.
 */
export class Outbox {
  #line = new Map<string, Write | Errand>();
  readonly #sent = new Set<string>();
  #latest = 0;
  #keeping = 0;
  #isRefusedByDevice = false;
  #isRunning = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #means: Means;

  constructor(means: Means) {
    this.#means = means;
    this.#isRefusedByDevice = means.drafts === null;
  }

  /** Nothing is under way, nor could be. */
  get isIdle(): boolean {
    return !this.#isRunning && this.#next() === null;
  }
  /** True while something is to be sent and the server is not answering. */
  get isWaiting(): boolean {
    return this.#failures > 0 && this.#next() !== null;
  }
  /** The device takes what is given to it, as far as is known. */
  get canKeep(): boolean {
    return !this.#isRefusedByDevice;
  }
  /** Something is on its way to the device. */
  get isKeeping(): boolean {
    return this.#keeping > 0;
  }
  /** Everything unsent would survive the page; an errand never does. */
  get isKept(): boolean {
    if (this.#line.size === 0) return true;
    if (this.#isRefusedByDevice || this.#keeping > 0) return false;
    return ![...this.#line.values()].some(isErrand);
  }

  /** It was, or may have been, sent: under its key nothing else may be sent any more. */
  isSent(key: string): boolean {
    return this.#sent.has(key);
  }

  /** The place of the next write among all. */
  nextOrder(now: number): number {
    this.#latest = Math.max(this.#latest + 1, now * 1_000);
    return this.#latest;
  }

  /** Puts the writes of one claim in the place of those it had. */
  set(before: readonly Write[], now: readonly Write[]): void {
    const keys = new Set(now.map(({ key }) => key));
    const gone = before.filter(({ key }) => !keys.has(key)).map(({ key }) => key);
    for (const key of gone) this.#line.delete(key);
    const fresh = now.filter((write) => this.#line.get(write.key) !== write);
    for (const write of fresh) this.#enter(write);
    if (fresh.length + gone.length > 0) void this.#keep(fresh, gone);
    void this.work();
  }

  /** Takes in what was kept earlier, and may have been sent then; it stays in the order it was made. */
  take(writes: readonly Write[]): void {
    for (const write of writes) {
      this.#line.set(write.key, write);
      this.#sent.add(write.key);
      this.#latest = Math.max(this.#latest, write.order);
    }
    this.#sort();
  }

  ask(errand: Errand): void {
    this.#line.set(errand.key, errand);
    void this.work();
  }

  /** Tries at once: the network is back, or the person asked. */
  retry(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    void this.work();
  }

  async work(): Promise<void> {
    if (this.#isRunning || this.#timer !== undefined || !this.#next()) return;
    this.#isRunning = true;
    this.#means.onChange();
    const drain = () => this.#drain();
    try {
      await (this.#means.drafts ? this.#means.drafts.alone(drain) : drain());
    } catch {
      // Whatever went wrong with one must not end the sending of all: it is tried again.
      this.#standStill();
    } finally {
      this.#isRunning = false;
      this.#means.onChange();
    }
    // What came in between the last look and now.
    void this.work();
  }

  async #drain(): Promise<void> {
    for (let item = this.#next(); item; item = this.#next()) {
      if (!isErrand(item)) this.#sent.add(item.key);
      const outcome = await (isErrand(item) ? item.run() : this.#means.send(item));
      if (outcome === "again") {
        this.#standStill();
        return;
      }
      if (isErrand(item)) this.#line.delete(item.key);
      this.#failures = 0;
    }
  }

  #enter(write: Write): void {
    const isLast = !this.#line.has(write.key) && write.order >= this.#latest;
    const isKnown = this.#line.has(write.key);
    this.#line.set(write.key, write);
    if (!isLast && !isKnown) this.#sort();
  }

  /** By the order they were made; an errand keeps its place behind what it followed. */
  #sort(): void {
    let order = 0;
    const placed = [...this.#line].map(([key, item]) => {
      if (!isErrand(item)) order = item.order;
      return { key, item, order };
    });
    placed.sort((one, other) => one.order - other.order);
    this.#line = new Map(placed.map(({ key, item }) => [key, item]));
  }

  #next(): Write | Errand | null {
    const unmade = new Set<string>();
    for (const item of this.#line.values()) {
      if (isErrand(item)) return item;
      if (item.stuck && isCreate(item)) unmade.add(item.id);
      if (!item.stuck && !unmade.has(item.id)) return item;
    }
    return null;
  }

  async #keep(writes: readonly Write[], gone: readonly string[]): Promise<void> {
    const { drafts, onChange } = this.#means;
    for (const key of gone) this.#sent.delete(key);
    if (!drafts || this.#isRefusedByDevice) return;
    const puts = writes.length > 0 ? 1 : 0;
    this.#keeping += puts;
    // No room, or a private window: the page says so, and asks before it is left.
    await drafts.save(writes, gone).catch(() => {
      this.#isRefusedByDevice = true;
    });
    this.#keeping -= puts;
    onChange();
  }

  #standStill(): void {
    const wait = waits[Math.min(this.#failures, waits.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.retry(), wait);
  }
}

const isErrand = (item: Write | Errand): item is Errand => "run" in item;
