import type { LiveEvent } from "#lib/contracts/events.ts";
import type { Present } from "#lib/contracts/presence.ts";
import { Course } from "./course.ts";

/** `down`: nothing comes at the moment; what happens meanwhile is told later. */
export type LinkState = "connecting" | "live" | "down";

export type LiveListener = {
  readonly onChange?: (event: LiveEvent) => void;
  /** Something was missed: read anew what is shown. */
  readonly onReset?: () => void;
  readonly onPresence?: (present: Present) => void;
  readonly onState?: (state: LinkState) => void;
};

/** What the tab that holds the stream passes on to the others. */
type Relayed =
  | { readonly kind: "change"; readonly previous: number; readonly event: LiveEvent }
  | { readonly kind: "reset"; readonly number: number }
  | { readonly kind: "at"; readonly number: number }
  | { readonly kind: "presence"; readonly present: Present }
  | { readonly kind: "state"; readonly state: LinkState }
  | { readonly kind: "where" };

/**
 * The server says "retry" for streams that break off. These are for answers that are no stream at all, such as that too
 * many are open: each is waited for longer than the one before, until a stream has begun.
 */
const WAITS_MS = [5_000, 10_000, 20_000, 40_000, 60_000];

/**
 * One stream of a workspace's events for all tabs of a browser, which allows six connections a server: the tab that
 * holds the lock reads it and passes everything on. When it closes, another takes over where it has been told to.
 */
export class LiveLink {
  readonly #workspace: string;
  readonly #channel: BroadcastChannel;
  readonly #course: Course;
  readonly #listeners = new Set<LiveListener>();
  readonly #stop = new AbortController();
  #source: EventSource | null = null;
  #previous = 0;
  #refusals = 0;
  #state: LinkState = "connecting";

  /** `number`: of the newest event in what the page shows. */
  constructor(workspace: string, userId: string, number: number | null) {
    this.#workspace = workspace;
    this.#course = new Course(number);
    const name = `sl-live ${workspace} ${userId}`;
    this.#channel = new BroadcastChannel(name);
    this.#channel.addEventListener("message", ({ data }: MessageEvent<Relayed>) => this.#take(data));
    this.#channel.postMessage({ kind: "where" } satisfies Relayed);
    void this.#lead(name);
  }

  get state(): LinkState {
    return this.#state;
  }

  listen(listener: LiveListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  close(): void {
    this.#stop.abort();
    this.#source?.close();
    this.#channel.close();
    this.#listeners.clear();
  }

  async #lead(name: string): Promise<void> {
    const { signal } = this.#stop;
    const hold = async () => {
      while (!signal.aborted) await this.#read();
    };
    // Without locks (an old browser, a page that is not secure) each tab has a stream of its own.
    await (navigator.locks ? navigator.locks.request(name, { signal }, hold) : hold()).catch(() => undefined);
  }

  /** Reads until the stream is no more; the browser itself comes back after an interruption. */
  #read(): Promise<void> {
    const { last } = this.#course;
    const after = last === null ? "" : `?after=${last}`;
    const source = new EventSource(`/api/v1/workspaces/${this.#workspace}/events${after}`);
    this.#source = source;
    const on = <T>(name: string, take: (data: T) => void) =>
      source.addEventListener(name, ({ data }: MessageEvent<string>) => take(JSON.parse(data) as T)); // Our own API's contract.
    on<{ number: number }>("hello", ({ number }) => {
      this.#previous = number;
      this.#refusals = 0;
      this.#pass({ kind: "at", number });
      this.#pass({ kind: "state", state: "live" });
    });
    on<{ number: number }>("reset", ({ number }) => this.#pass({ kind: "reset", number }));
    on<Present>("presence", (present) => this.#pass({ kind: "presence", present }));
    on<LiveEvent>("change", (event) => {
      this.#pass({ kind: "change", previous: this.#previous, event });
      this.#previous = event.number;
    });
    return new Promise((resume) => {
      this.#stop.signal.addEventListener("abort", () => resume(), { once: true });
      source.addEventListener("error", () => {
        this.#pass({ kind: "state", state: "down" });
        if (source.readyState !== EventSource.CLOSED) return;
        setTimeout(resume, WAITS_MS[Math.min(this.#refusals, WAITS_MS.length - 1)]);
        this.#refusals += 1;
      });
    });
  }

  #pass(message: Relayed): void {
    if (this.#stop.signal.aborted) return;
    this.#channel.postMessage(message);
    this.#take(message);
  }

  #take(message: Relayed): void {
    if (message.kind === "change") this.#change(message.previous, message.event);
    else if (message.kind === "at") this.#meet(message.number, false);
    else if (message.kind === "reset") this.#meet(message.number, true);
    else if (message.kind === "presence") this.#tell(({ onPresence }) => onPresence?.(message.present));
    else if (message.kind === "state") this.#enter(message.state);
    else this.#answer();
  }

  #meet(number: number, isBroken: boolean): void {
    if (this.#course.meet(number) || isBroken) this.#tell(({ onReset }) => onReset?.());
  }

  #enter(state: LinkState): void {
    this.#state = state;
    this.#tell(({ onState }) => onState?.(state));
  }

  #change(previous: number, event: LiveEvent): void {
    const news = this.#course.take(previous, event.number);
    if (news === "new") this.#tell(({ onChange }) => onChange?.(event));
    if (news === "gap") this.#tell(({ onReset }) => onReset?.());
  }

  /** A tab has just opened: the one that reads says where the stream is. */
  #answer(): void {
    if (!this.#source || this.#state === "connecting") return;
    if (this.#state === "live")
      this.#channel.postMessage({ kind: "at", number: this.#previous } satisfies Relayed);
    this.#channel.postMessage({ kind: "state", state: this.#state } satisfies Relayed);
  }

  #tell(say: (listener: LiveListener) => void): void {
    for (const listener of this.#listeners) say(listener);
  }
}
