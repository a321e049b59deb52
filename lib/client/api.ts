import { fail, ok, type Result } from "#core/result.ts";
import type { Problem } from "#lib/contracts/common.ts";

/** What went wrong, in words for a person: the server's problem, or a network that did not answer. */
export type ApiFailure = Problem | { readonly status: 0; readonly title: string; readonly detail: string };
export type ApiResult<T> = Promise<Result<T, ApiFailure>>;

type Options = {
  readonly ifMatch?: number;
  /** So that a retry takes effect once; a POST without one gets one here. */
  readonly idempotencyKey?: string;
  /** Whose writing this is; refused when somebody else is signed in by now. */
  readonly person?: string;
  readonly signal?: AbortSignal;
  /** Goes out even when the page is being left. */
  readonly keepalive?: boolean;
};
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/** The API under `/api/v1`, with the browser's own session. Never throws for what a server or network can do. */
export async function call<T>(
  method: Method,
  path: string,
  body?: unknown,
  options: Options = {},
): ApiResult<T> {
  const response = await send(method, path, body, options).catch(() => null);
  if (!response) return fail(unreachable);
  if (response.status === 204) return ok(null as T); // A 204's contract has no answer: its `T` is null.
  const answer: unknown = await response.json().catch(() => cutOff);
  if (!response.ok) return fail(problemOf(response.status, answer));
  // The server answers by the contract that `T` was taken from; OpenAPI and the routes share the schema.
  return answer === cutOff ? fail(unreachable) : ok(answer as T);
}

/** Stands for an answer that broke off after its head: the page was left, or the network went. */
const cutOff = Symbol("cut off");

function send(method: Method, path: string, body: unknown, options: Options): Promise<Response> {
  const headers = new Headers({ accept: "application/json" });
  const isForm = body instanceof FormData;
  if (body !== undefined && !isForm) headers.set("content-type", "application/json");
  if (options.ifMatch !== undefined) headers.set("if-match", `"r${options.ifMatch}"`);
  const key = options.idempotencyKey ?? (method === "POST" ? crypto.randomUUID() : null);
  if (key !== null) headers.set("idempotency-key", key);
  if (options.person !== undefined) headers.set("sourceline-person", options.person);
  const content = body === undefined ? undefined : isForm ? body : JSON.stringify(body);
  const { signal = null, keepalive = false } = options;
  return fetch(`/api/v1${path}`, { method, headers, body: content ?? null, signal, keepalive });
}

const unreachable: ApiFailure = {
  status: 0,
  title: "The server did not answer",
  detail: "What was sent may not have been saved. Check the connection and try again.",
};

function problemOf(status: number, answer: unknown): ApiFailure {
  if (typeof answer === "object" && answer !== null && "title" in answer) return answer as Problem; // RFC 9457 body.
  return {
    type: "about:blank",
    status,
    title: "The server could not answer",
    detail: "Try again in a moment.",
  };
}

/** `{ a: 1, b: undefined }` → `?a=1`. */
export function queryString(fields: Record<string, string | number | boolean | undefined | null>): string {
  const given = Object.entries(fields).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text && `?${text}`;
}
