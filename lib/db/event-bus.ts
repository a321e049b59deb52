import { randomUUID } from "node:crypto";
import { Client } from "pg";
import type { BusMessage, EventBus } from "#lib/platform/event-bus.ts";
import { log } from "#lib/platform/log.ts";

const CHANNEL = "sourceline_events";
/** Saves of one moment become one notification; short beside the way to a browser. */
const GATHER_MS = 4;
/** PostgreSQL refuses a payload of 8,000 bytes or more. */
const MOST_BYTES = 7_500;
const WAITS_MS = [100, 500, 2_000, 10_000];

/**
 * The bus on PostgreSQL's NOTIFY. One connection a process listens and notifies, outside every transaction: a
 * notification inside one makes all commits wait for each other. `url` must lead past a transaction-mode pooler.
 */
export function postgresBus(url: string): EventBus {
  return new PostgresBus(url);
}

type Envelope = { readonly from: string; readonly messages: readonly BusMessage[] };

class PostgresBus implements EventBus {
  readonly #url: string;
  readonly #self = randomUUID();
  readonly #listeners = new Set<(message: BusMessage) => void>();
  #waiting: BusMessage[] = [];
  #timer: NodeJS.Timeout | undefined;
  #client: Client | null = null;
  #failures = 0;
  #isClosed = false;

  constructor(url: string) {
    this.#url = url;
    void this.#connect();
  }

  readonly publish = (message: BusMessage): void => {
    if (this.#isClosed) return;
    for (const listener of this.#listeners) listener(message);
    const isKnown =
      message.kind === "committed" &&
      this.#waiting.some((one) => one.kind === "committed" && one.workspaceId === message.workspaceId);
    if (!isKnown) this.#waiting.push(message);
    this.#schedule();
  };

  readonly subscribe = (listener: (message: BusMessage) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly close = async (): Promise<void> => {
    this.#isClosed = true;
    clearTimeout(this.#timer);
    this.#listeners.clear();
    await this.#client?.end().catch(() => undefined);
  };

  async #flush(): Promise<void> {
    const messages = this.#waiting;
    this.#waiting = [];
    // While there is no connection the words are lost, as they may be: streams look for themselves.
    for (const payload of inPayloads(this.#self, messages)) {
      await this.#client?.query("select pg_notify($1, $2)", [CHANNEL, payload]).catch(() => undefined);
    }
    this.#timer = undefined;
    if (this.#waiting.length > 0) this.#schedule();
  }

  /** One notification at a time: what comes meanwhile goes with the next. */
  #schedule(): void {
    this.#timer ??= setTimeout(() => void this.#flush(), GATHER_MS).unref();
  }

  async #connect(): Promise<void> {
    if (this.#isClosed) return;
    const client = new Client({ connectionString: this.#url, keepAlive: true });
    client.on("error", (error) => this.#again(client, error));
    client.on("end", () => this.#again(client, null));
    client.on("notification", ({ payload }) => this.#hear(payload ?? ""));
    try {
      await client.connect();
      await client.query(`listen ${CHANNEL}`);
      this.#client = client;
      this.#failures = 0;
      if (this.#isClosed) await client.end();
    } catch (error) {
      this.#again(client, error);
      await client.end().catch(() => undefined);
    }
  }

  #lost: Client | null = null;

  #again(client: Client, error: unknown): void {
    if (this.#isClosed || this.#lost === client) return;
    this.#lost = client;
    if (this.#client === client) this.#client = null;
    if (error) log().warn({ err: error }, "the event bus lost its connection");
    const wait = WAITS_MS[Math.min(this.#failures, WAITS_MS.length - 1)] ?? 0;
    this.#failures += 1;
    setTimeout(() => void this.#connect(), wait).unref();
  }

  #hear(payload: string): void {
    const envelope = readEnvelope(payload);
    if (!envelope || envelope.from === this.#self) return;
    for (const message of envelope.messages) for (const listener of this.#listeners) listener(message);
  }
}

/** Null for what no process of ours has written: whoever may connect may notify. */
function readEnvelope(payload: string): Envelope | null {
  try {
    const envelope = JSON.parse(payload) as Envelope;
    const isOurs = (one: BusMessage) => typeof one.workspaceId === "string" && typeof one.kind === "string";
    return Array.isArray(envelope.messages) && envelope.messages.every(isOurs) ? envelope : null;
  } catch {
    return null;
  }
}

function* inPayloads(from: string, messages: readonly BusMessage[]): Generator<string> {
  let some: BusMessage[] = [];
  for (const message of messages) {
    const next = JSON.stringify({ from, messages: [...some, message] });
    if (some.length > 0 && Buffer.byteLength(next) > MOST_BYTES) {
      yield JSON.stringify({ from, messages: some });
      some = [];
    }
    some.push(message);
  }
  if (some.length > 0) yield JSON.stringify({ from, messages: some });
}
