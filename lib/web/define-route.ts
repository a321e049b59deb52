import type { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import type { Principal } from "#lib/authz/principal.ts";
import type { RouteContract } from "#lib/contracts/route.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { log } from "#lib/platform/log.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Failure, FieldError } from "#lib/services/failure.ts";
import { unavailable } from "#lib/services/unavailable.ts";
import { clientAddress } from "./auth-address.ts";
import { authenticate } from "./authenticate.ts";
import { isSameOrigin } from "./origin.ts";
import { problem, problemResponse } from "./problem.ts";
import { allowRequest } from "./rate-limit.ts";
import { readBytes, readJson } from "./read-body.ts";
import { asData } from "./security-headers.ts";

type AnyContract = RouteContract;

/** What a handler is given: everything validated, nothing raw. */
export type RouteRequest<C extends AnyContract> = {
  readonly caller: Caller;
  readonly params: z.output<C["params"]>;
  readonly query: z.output<C["query"]>;
  readonly body: z.output<C["body"]>;
  /** Revision named by `If-Match: "r7"`; always there when the contract needs it. */
  readonly ifMatch: number;
  /** The parts of a multipart body; only with `multipart`. */
  readonly form: FormData;
  /** Ends when the client goes away. */
  readonly signal: AbortSignal;
  /** Where a stream of events broke off. */
  readonly lastEventId: string | null;
};

/** Bytes written as they come; for contracts with `stream`. */
export type StreamAnswer = {
  readonly chunks: AsyncIterable<string | Uint8Array>;
  readonly mediaType: string;
  /** What a browser saves it as; null for what is not saved. */
  readonly fileName: string | null;
  /** The reader has gone. */
  readonly stop?: () => void;
};

type AnswerOf<C extends AnyContract> = C["stream"] extends readonly string[]
  ? StreamAnswer
  : z.input<C["answer"]>;
type Handler<C extends AnyContract> = (request: RouteRequest<C>) => Promise<Result<AnswerOf<C>, Failure>>;
type RouteContext = { params: Promise<Record<string, string | string[] | undefined>> };

/** Turns a contract and a use case into a route handler: who asks, whether they may ask so, what they sent. */
export function defineRoute<C extends AnyContract>(contract: C, handler: Handler<C>) {
  return async (request: Request, context: RouteContext): Promise<Response> => {
    const answer = asData(await answerTo(contract, handler, request, context));
    if (request.method !== "HEAD") return answer;
    // Next asks GET for it, and reads nothing: what would be streamed is not begun, and gives its place back.
    await answer.body?.cancel();
    return new Response(null, answer);
  };
}

async function answerTo<C extends AnyContract>(
  contract: C,
  handler: Handler<C>,
  request: Request,
  context: RouteContext,
): Promise<Response> {
  try {
    // Next gives a route without parameters none at all.
    const prepared = await prepare(contract, request, (await context.params) ?? {});
    if (!prepared.ok) return problemResponse(prepared.failure);
    const answer = await handler(prepared.value);
    return answer.ok ? respond(contract, request, answer.value) : problemResponse(answer.failure);
  } catch (error) {
    const failure = unavailable(error);
    if (failure) {
      log().warn({ err: error, route: contract.id }, "a request was put off: the database cannot be asked");
      return problemResponse(failure);
    }
    log().error({ err: error, route: contract.id }, "a request failed unexpectedly");
    return problem(
      500,
      "unexpected",
      "Something went wrong here",
      "Nothing was saved. It has been logged; try again.",
    );
  }
}

async function prepare<C extends AnyContract>(
  contract: C,
  request: Request,
  rawParams: Record<string, unknown>,
): Promise<Result<RouteRequest<C>, Failure>> {
  const admitted = await admit(contract, request);
  if (!admitted.ok) return admitted;
  const params = parse(contract.params, rawParams);
  // A path that cannot name anything names nothing.
  if (!params.ok || Object.values(rawParams).some(hasNul))
    return fail({ kind: "not-found", what: "resource" });
  const query = readQuery(contract, request);
  if (!query.ok) return query;
  const content = await readContent(contract, request);
  if (!content.ok) return content;
  const ifMatch = readIfMatch(contract, request);
  if (!ifMatch.ok) return ifMatch;
  const caller = callerOf(contract, request, admitted.value, content.value.raw);
  if (!caller.ok) return caller;
  return ok({
    caller: caller.value,
    // Each was parsed by the contract's own schema just above.
    params: params.value as z.output<C["params"]>,
    query: query.value as z.output<C["query"]>,
    body: content.value.body as z.output<C["body"]>,
    form: content.value.form,
    ifMatch: ifMatch.value,
    signal: request.signal,
    lastEventId: request.headers.get("last-event-id"),
  });
}

/** Nobody: what a public operation is called by. It is a member of nothing. */
const nobody: Principal = { userId: "00000000-0000-0000-0000-000000000000", via: "session", scopes: [] };

async function admit(contract: AnyContract, request: Request): Promise<Result<Principal, Failure>> {
  const principal = await authenticate(request);
  if (principal && !isMeant(request, principal)) return unauthenticated;
  if (!principal) return contract.scope === null ? admitNobody(contract, request) : unauthenticated;
  if (contract.method !== "GET" && principal.via === "session" && !isSameOrigin(request)) {
    return fail({ kind: "own-origin-only" });
  }
  if (contract.scope && principal.scopes && !mayUse(principal.scopes, contract.scope)) {
    return fail({ kind: "out-of-scope", scope: contract.scope });
  }
  const wait = allowRequest(principal, contract.rate ?? (contract.method === "GET" ? "read" : "write"));
  return wait === 0 ? ok(principal) : fail({ kind: "too-many", retryAfterSeconds: wait });
}

/** A page that outlived a change of person says whose writing it sends; it is not taken for the newcomer's. */
function isMeant(request: Request, { userId }: Principal): boolean {
  const person = request.headers.get("sourceline-person");
  return person === null || person === userId;
}

const unauthenticated = fail({ kind: "unauthenticated" } as const);

/** What anybody may call is limited by where the call comes from. */
function admitNobody(contract: AnyContract, request: Request): Result<Principal, Failure> {
  const sender = { userId: clientAddress(request.headers) };
  const wait = allowRequest(sender, contract.method === "GET" ? "read" : "write");
  return wait === 0 ? ok(nobody) : fail({ kind: "too-many", retryAfterSeconds: wait });
}

/** Reading comes with any scope: who may write must see what. */
function mayUse(scopes: readonly string[], needed: string): boolean {
  return needed === "read" ? scopes.length > 0 : scopes.includes(needed);
}

function parse(schema: z.ZodType, value: unknown): Result<unknown, Failure> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const errors: FieldError[] = parsed.error.issues.map((issue) => ({
    pointer: issue.path
      .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
      .join(""),
    message: issue.message,
  }));
  return fail({ kind: "invalid", errors });
}

// Said once for every address: PostgreSQL refuses NUL in any text, also in one that is only looked for.
const hasNul = (value: unknown) => typeof value === "string" && value.includes("\0");

function readQuery(contract: AnyContract, request: Request): Result<unknown, Failure> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const bad = Object.keys(given).filter((name) => hasNul(given[name]));
  if (bad.length === 0) return parse(contract.query, given);
  const errors = bad.map((name) => ({ pointer: `/${name}`, message: "contains a NUL character" }));
  return fail({ kind: "invalid", errors });
}

type Content = { raw: string; body: unknown; form: FormData };

async function readContent(contract: AnyContract, request: Request): Promise<Result<Content, Failure>> {
  if (contract.multipart) return readForm(contract, request);
  if (contract.method === "GET") return ok({ raw: "", body: undefined, form: new FormData() });
  const json = await readJson(request, contract.bodyLimit);
  if (!json.ok) return json;
  const body = parse(contract.body, json.value.value);
  return body.ok ? ok({ raw: json.value.raw, body: body.value, form: new FormData() }) : body;
}

async function readForm(contract: AnyContract, request: Request): Promise<Result<Content, Failure>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return fail({ kind: "unsupported-media", detail: "Send `Content-Type: multipart/form-data`." });
  }
  const bytes = await readBytes(request, contract.bodyLimit);
  if (!bytes.ok) return bytes;
  try {
    const form = await new Response(bytes.value, { headers: { "content-type": type } }).formData();
    return ok({ raw: sha256Hex(bytes.value), body: undefined, form });
  } catch {
    return fail({ kind: "invalid", errors: [{ pointer: "", message: "the multipart body cannot be read" }] });
  }
}

function readIfMatch(contract: AnyContract, request: Request): Result<number, Failure> {
  const header = request.headers.get("if-match");
  if (header === null) return contract.needsIfMatch ? fail({ kind: "precondition-required" }) : ok(0);
  const revision = /^"r(\d{1,9})"$/u.exec(header.trim())?.[1];
  // A tag never given out matches nothing: revision 0 is always stale.
  return ok(revision ? Number(revision) : 0);
}

function callerOf(
  contract: AnyContract,
  request: Request,
  principal: Principal,
  raw: string,
): Result<Caller, Failure> {
  const key = request.headers.get("idempotency-key");
  if (key === null || contract.method === "GET" || contract.secret) return ok({ principal });
  if (key.length < 1 || key.length > 255) {
    return fail({
      kind: "invalid",
      errors: [{ pointer: "Idempotency-Key", message: "must have 1 to 255 characters" }],
    });
  }
  const { pathname, search } = new URL(request.url);
  const route = `${contract.method} ${pathname}`;
  // All that says what is to be done: the same words on another revision are another request.
  const requestHash = sha256Hex(JSON.stringify([search, request.headers.get("if-match"), raw]));
  return ok({ principal, idempotency: { route, key, requestHash } });
}

function respond(contract: AnyContract, request: Request, answer: unknown): Response {
  if (contract.stream) return streamed(answer as StreamAnswer); // Handler's type says so for contracts with `stream`.
  const headers = new Headers({ "cache-control": "no-store" });
  if (contract.status === 204) return new Response(null, { status: 204, headers });
  if (contract.etag) headers.set("etag", contract.etag(answer));
  const next = nextOf(answer);
  if (next) headers.set("link", `<${nextAddress(request.url, next)}>; rel="next"`);
  return Response.json(answer, { status: contract.status, headers });
}

function nextOf(answer: unknown): string | null {
  if (typeof answer !== "object" || answer === null || !("next" in answer)) return null;
  return typeof answer.next === "string" ? answer.next : null;
}

function nextAddress(current: string, cursor: string): string {
  const url = new URL(current);
  url.searchParams.set("after", cursor);
  return url.pathname + url.search;
}

function streamed(answer: StreamAnswer): Response {
  const encoder = new TextEncoder();
  const chunks = answer.chunks[Symbol.asyncIterator]();
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(typeof value === "string" ? encoder.encode(value) : value);
    },
    async cancel() {
      answer.stop?.();
      await chunks.return?.();
    },
  });
  const saved = answer.fileName === null ? null : encodeURIComponent(answer.fileName);
  return new Response(body, {
    headers: {
      "content-type": answer.mediaType,
      ...(saved === null ? {} : { "content-disposition": `attachment; filename*=UTF-8''${saved}` }),
      // A proxy that gathers or compresses what is streamed would hold it back.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
      "x-content-type-options": "nosniff",
    },
  });
}
