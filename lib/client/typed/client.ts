import { fail, ok, type Result } from "#core/result.ts";
import type { AnswerOf, ApiProblem, CallOptions, ItemOf } from "#lib/contracts/call-types.ts";
import { keepsAnswers } from "#lib/contracts/operation-problems.ts";
import type { RouteContract } from "#lib/contracts/route.ts";
import { problemIn, unreachable } from "./problem-in.ts";
import { pause, waitBefore } from "./retry.ts";

export type ClientSettings = {
  /** Of the installation, without a path: `https://desk.example.org`. Left out, the page's own. */
  readonly base?: string;
  /** A personal token, `sl_…`. Left out, the browser's session. */
  readonly token?: string;
  readonly fetch?: typeof fetch;
  /** How often a call that may be repeated is sent again after 429 or 503; 3 when left out. */
  readonly retries?: number;
  /** Waits so many milliseconds; for tests. */
  readonly wait?: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
};

/** A file as it comes. */
export type Streamed = {
  readonly mediaType: string;
  readonly fileName: string | null;
  readonly chunks: AsyncIterable<Uint8Array>;
};

/** Thrown by `pages` alone: a loop over items has no place for a result. */
export class ApiError extends Error {
  constructor(readonly problem: ApiProblem) {
    super(`${problem.title}: ${problem.detail}`);
  }
}

type Calling<C extends RouteContract> = Promise<Result<AnswerOf<C>, ApiProblem<C>>>;

export type Client = {
  /** One call, by its contract. Never throws for what a server or network can do. */
  call<C extends RouteContract>(contract: C, options: CallOptions<C>): Calling<C>;
  /** Every item of a list, page after page; throws `ApiError`. */
  pages<C extends RouteContract>(contract: C, options: CallOptions<C>): AsyncGenerator<ItemOf<C>>;
  /** A file while it is written: for exports. */
  stream<C extends RouteContract>(
    contract: C,
    options: CallOptions<C>,
  ): Promise<Result<Streamed, ApiProblem<C>>>;
};

/** The API of an installation, typed by the contracts that the server itself validates with. In Node and browsers. */
export function createClient(settings: ClientSettings = {}): Client {
  return {
    async call(contract, options) {
      const response = await send(settings, contract, options);
      if (response === null) return fail(unreachable);
      if (!response.ok) return fail(await problemIn(response));
      // Null and every other answer are what the contract says: the server's tests hold it to that.
      if (response.status === 204) return ok(null as AnswerOf<typeof contract>);
      const answer: unknown = await response.json().catch(() => undefined);
      return answer === undefined ? fail(unreachable) : ok(answer as AnswerOf<typeof contract>);
    },
    async *pages(contract, options) {
      let after: string | null = null;
      do {
        const page: Result<unknown, ApiProblem> = await this.call(contract, pageOptions(options, after));
        if (!page.ok) throw new ApiError(page.failure);
        const { items, next: more } = page.value as PageOf<typeof contract>; // `ItemOf` is never for anything else
        yield* items;
        after = more;
      } while (after !== null);
    },
    async stream(contract, options) {
      const response = await send(settings, contract, options);
      if (response === null) return fail(unreachable);
      if (!response.ok) return fail(await problemIn(response));
      const { headers, body } = response;
      const named = /filename\*=UTF-8''([^;]+)/u.exec(headers.get("content-disposition") ?? "")?.[1];
      const fileName = named === undefined ? null : decodeURIComponent(named);
      return ok({ mediaType: headers.get("content-type") ?? "", fileName, chunks: chunksOf(body) });
    },
  };
}

function pageOptions<C extends RouteContract>(options: CallOptions<C>, after: string | null): CallOptions<C> {
  if (after === null) return options;
  const { query } = options as { readonly query?: Fields }; // plain values, by the schemas of queries
  return Object.assign({}, options, { query: { ...query, after } });
}

type PageOf<C extends RouteContract> = { items: ItemOf<C>[]; next: string | null };

/** Sends a call, again after a wait where the server asks for one; null when nothing answered. */
async function send<C extends RouteContract>(
  settings: ClientSettings,
  contract: C,
  options: CallOptions<C>,
): Promise<Response | null> {
  const { fetch: ask = fetch, retries = 3, wait = pause } = settings;
  const { url, init, isRepeatable } = requestOf(settings, contract, options);
  for (let attempt = 0; ; attempt += 1) {
    const response = await ask(url, init).catch(() => null);
    const milliseconds = response && waitBefore(response, attempt);
    if (response === null || milliseconds === null || !isRepeatable || attempt >= retries) return response;
    // Read to its end, so that the connection can be used again.
    await response.arrayBuffer().catch(() => null);
    await wait(milliseconds, options.signal);
    if (options.signal?.aborted) return null;
  }
}

function requestOf<C extends RouteContract>(
  { base = "", token }: ClientSettings,
  contract: C,
  options: CallOptions<C>,
): { url: string; init: RequestInit; isRepeatable: boolean } {
  const { method } = contract;
  const { params = {}, query = {}, body, form, ifMatch, signal } = options;
  const key = options.idempotencyKey ?? (keepsAnswers(contract) ? crypto.randomUUID() : undefined);
  const headers = new Headers({ accept: contract.stream?.join(", ") ?? "application/json" });
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  if (body !== undefined) headers.set("content-type", "application/json");
  if (ifMatch !== undefined) headers.set("if-match", `"r${ifMatch}"`);
  if (key !== undefined) headers.set("idempotency-key", key);
  const content = form ?? (body === undefined ? null : JSON.stringify(body));
  // Both are objects of plain values by their schemas.
  const url = `${base}/api/v1${pathOf(contract, params as Fields)}${queryOf(query as Fields)}`;
  const init = { method, headers, body: content, signal: signal ?? null };
  return { url, init, isRepeatable: method !== "POST" || key !== undefined };
}

type Fields = Readonly<Record<string, unknown>>;

function pathOf({ path }: RouteContract, params: Fields): string {
  return path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encodeURIComponent(String(params[name])));
}

function queryOf(query: Fields): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== null);
  const text = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return text && `?${text}`;
}

/** Not every browser lets a body be iterated. */
async function* chunksOf(body: Response["body"]): AsyncGenerator<Uint8Array> {
  const reader = body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      yield value;
    }
  } finally {
    await reader.cancel();
  }
}
