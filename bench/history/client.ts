import { randomUUID } from "node:crypto";

/** What a client asked for, under one key however often it had to ask. */
export type Op =
  | { readonly kind: "create"; readonly claim: string; readonly words: string }
  | { readonly kind: "write"; readonly claim: string; readonly words: string }
  | { readonly kind: "say"; readonly claim: string; readonly words: string };

/** `revision`: of the claim the server said it had made. Null where no answer came at all: it may have taken effect. */
export type Done = { readonly op: Op; readonly isAcknowledged: boolean; readonly revision: number | null };

type Answer = { readonly status: number; readonly body: { revision?: number; statement?: string } | null };

export type Desk = {
  /** Addresses of the processes that serve. */
  readonly servers: readonly string[];
  readonly w: string;
  readonly article: string;
  readonly version: string;
};

/** Every so many requests one is cut off while it is on its way. */
const DROPS = 0.15;
const MOST_TRIES = 12;

/** One editor that creates, rewrites and comments, whatever happens to the line in between. */
export class Client {
  readonly history: Done[] = [];
  stale = 0;
  dropped = 0;
  readonly #desk: Desk;
  readonly #token: string;
  readonly #claims: string[];
  readonly #random: () => number;

  /** `claims`: those all clients contend for, and those they make. */
  constructor(desk: Desk, token: string, claims: string[], random: () => number) {
    this.#desk = desk;
    this.#token = token;
    this.#claims = claims;
    this.#random = random;
  }

  async work(until: number): Promise<void> {
    while (Date.now() < until) {
      const roll = this.#random();
      if (roll < 0.06) await this.create();
      else if (roll < 0.85) await this.#write();
      else await this.#say();
    }
  }

  async create(): Promise<void> {
    const op = { kind: "create", claim: randomUUID(), words: unique() } as const;
    const body = {
      id: op.claim,
      versionId: this.#desk.version,
      spans: [{ start: 0, end: 3 }],
      statement: op.words,
      provenance: "own_observation",
    };
    const path = `/articles/${this.#desk.article}/claims`;
    if (await this.#ask(op, "POST", path, body)) this.#claims.push(op.claim);
  }

  /** Reads, writes over what was read, and where somebody was quicker reads again: nothing is written blindly. */
  async #write(): Promise<void> {
    const claim = this.#pick();
    const now = await this.#send("GET", `/claims/${claim}`, undefined, {});
    if (now?.status !== 200 || !now.body?.revision) return;
    const op = { kind: "write", claim, words: unique() } as const;
    await this.#ask(op, "PATCH", `/claims/${claim}`, { statement: op.words }, now.body.revision);
  }

  async #say(): Promise<void> {
    const op = { kind: "say", claim: this.#pick(), words: unique() } as const;
    await this.#ask(op, "POST", `/claims/${op.claim}/comments`, { body: op.words });
  }

  /** The same request under the same key until an answer comes; true where it was acknowledged. */
  async #ask(op: Op, method: string, path: string, body: unknown, ifMatch?: number): Promise<boolean> {
    const headers: Record<string, string> = { "idempotency-key": randomUUID() };
    if (ifMatch !== undefined) headers["if-match"] = `"r${ifMatch}"`;
    let answer: Answer | null = null;
    let tries = 0;
    for (; !answer && tries < MOST_TRIES; tries += 1) answer = await this.#send(method, path, body, headers);
    const isAcknowledged = answer !== null && answer.status < 300;
    const isStale = answer?.status === 412;
    if (answer && !isAcknowledged && !isStale) throw new Error(`${method} ${path} answers ${answer.status}`);
    if (isStale) this.stale += 1;
    // A refusal after a dropped try says nothing of that try: it may have been what made this one stale.
    const isNothing = isStale && tries === 1;
    if (!isNothing)
      this.history.push({
        op,
        isAcknowledged,
        revision: isAcknowledged ? (answer?.body?.revision ?? null) : null,
      });
    return isAcknowledged;
  }

  async #send(
    method: string,
    path: string,
    body: unknown,
    headers: Record<string, string>,
  ): Promise<Answer | null> {
    const { servers, w } = this.#desk;
    const server = servers[Math.floor(this.#random() * servers.length)] ?? "";
    const cut = new AbortController();
    const isDropped = this.#random() < DROPS;
    const timer = isDropped ? setTimeout(() => cut.abort(), this.#random() * 40) : undefined;
    const { signal } = cut;
    // Node's fetch was seen to leave its promise unsettled when it is cut off at the wrong moment.
    const gone = new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason), { once: true });
    });
    const asked = async (): Promise<Answer> => {
      const response = await fetch(`${server}/api/v1/workspaces/${w}${path}`, {
        method,
        headers: { authorization: `Bearer ${this.#token}`, "content-type": "application/json", ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal,
      });
      return { status: response.status, body: (await response.json()) as Answer["body"] };
    };
    try {
      return await Promise.race([asked(), gone]);
    } catch {
      this.dropped += 1;
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  #pick(): string {
    return this.#claims[Math.floor(this.#random() * this.#claims.length)] ?? "";
  }
}

/** Words that were never written before, so that one of them twice is an effect twice. */
function unique(): string {
  return `It rained ${randomUUID()}.`;
}
