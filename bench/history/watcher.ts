/** Somebody looking at a workspace's events all the time, whose line breaks off now and then. */
export class Watcher {
  readonly numbers: number[] = [];
  /** "claim 4": revisions told. */
  readonly told = new Set<string>();
  breaks = 0;
  /** Times the stream could not go on from where it had broken off. */
  resets = 0;
  /** Resolves once the stream has said hello. */
  readonly begun: Promise<void>;
  onTold: (key: string) => void = () => {};
  readonly #servers: readonly string[];
  readonly #path: string;
  readonly #token: string;
  #lastId = "";
  #stop = new AbortController();
  #isOver = false;
  #begin: () => void = () => {};

  constructor(servers: readonly string[], w: string, token: string) {
    this.#servers = servers;
    this.#path = `/api/v1/workspaces/${w}/events`;
    this.#token = token;
    this.begun = new Promise((resume) => {
      this.#begin = resume;
    });
  }

  async watch(): Promise<void> {
    for (let turn = 0; !this.#isOver; turn += 1)
      await this.#read(this.#servers[turn % this.#servers.length] ?? "");
  }

  /** As a network does: without a word. It comes back, to another process, with the last id. */
  breakOff(): void {
    this.breaks += 1;
    this.#stop.abort();
  }

  end(): void {
    this.#isOver = true;
    this.#stop.abort();
  }

  async #read(server: string): Promise<void> {
    this.#stop = new AbortController();
    const headers: Record<string, string> = { authorization: `Bearer ${this.#token}` };
    if (this.#lastId !== "") headers["last-event-id"] = this.#lastId;
    try {
      const response = await fetch(server + this.#path, { headers, signal: this.#stop.signal });
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let rest = "";
      for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
        const frames = (rest + part.value).split("\n\n");
        rest = frames.pop() ?? "";
        for (const frame of frames) this.#take(frame);
      }
    } catch {
      // Broken off: the next turn goes on.
    }
  }

  #take(frame: string): void {
    const fields = Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/su).slice(0, 2)));
    if (fields.event === "reset") this.resets += 1;
    if (fields.id) this.#lastId = fields.id;
    if (fields.event === "hello") this.#begin();
    if (fields.event !== "change") return;
    const event = JSON.parse(fields.data ?? "{}") as {
      number: number;
      objectId: string;
      payload: { revision?: number };
    };
    this.numbers.push(event.number);
    const key = `${event.objectId} ${event.payload.revision}`;
    this.told.add(key);
    this.onTold(key);
  }
}
