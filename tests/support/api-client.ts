import { encode } from "next-auth/jwt";
import type { Scope } from "#core/review/state.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import * as sessions from "#lib/services/identity/sessions.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { sessionCookieName } from "#lib/web/auth-cookies.ts";
import { sessionSecret } from "#lib/web/auth-secret.ts";
import { type ApiRoute, apiRoutes } from "./api-routes.ts";
import { undescribed } from "./described.ts";
import { type Person, value } from "./people.ts";

export const ORIGIN = "http://127.0.0.1:3000";
const ALL: readonly Scope[] = ["read", "write", "review", "export", "admin"];

export type Call = {
  readonly headers?: Readonly<Record<string, string>>;
  /** Sent as JSON. */
  readonly body?: unknown;
  /** Sent as it is, with no content type of its own. */
  readonly raw?: BodyInit;
};
export type Reply = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body where it is JSON. */
  readonly json: unknown;
  /** The last part of a problem's `type`, or null. */
  readonly problem: string | null;
};

const routes = await apiRoutes();
/** Has to be said of a body that is a stream; TypeScript's DOM does not know it. */
const asItComes = { duplex: "half" };

/**
 * Calls the route handler a path leads to, in this process, as Next would: `call("GET /workspaces/desk", …)`.
 * Throws when the answer is not as the API describes it, whatever the test is about.
 */
export async function call(request: string, { headers = {}, body, raw }: Call = {}): Promise<Reply> {
  const [method = "", target = ""] = request.split(" ");
  const url = new URL(`/api/v1${target}`, ORIGIN);
  const { route, params } = find(method, url.pathname.slice("/api/v1".length));
  const json = body === undefined ? undefined : JSON.stringify(body);
  const sent = new Request(url, {
    method,
    headers: { ...(json === undefined ? {} : { "content-type": "application/json" }), ...headers },
    body: raw ?? json ?? null,
    ...asItComes,
  });
  const reply = await replyOf(await route.handler(sent, { params: Promise.resolve(params) }));
  if (route.path !== "/openapi.json") expectDescribed(route, reply);
  return reply;
}

function expectDescribed({ method, path }: ApiRoute, { status, headers, json }: Reply): void {
  const wrong = undescribed(method, path, { status, headers, json, type: headers.get("content-type") ?? "" });
  if (wrong.length > 0) throw new Error(`${wrong.join("\n")}\n${JSON.stringify(json)}`);
}

/** A request that is nothing but sent: its answer is not held against anything. */
export async function sendTo(sent: {
  readonly method: string;
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: BodyInit | null;
}): Promise<Response> {
  const url = new URL(`/api/v1${sent.target}`, ORIGIN);
  const { route, params } = find(sent.method, url.pathname.slice("/api/v1".length));
  const { method, headers, body } = sent;
  const request = new Request(url, { method, headers, body: method === "GET" ? null : body });
  return route.handler(request, { params: Promise.resolve(params) });
}

async function replyOf(response: Response): Promise<Reply> {
  const type = response.headers.get("content-type") ?? "";
  const text = type === "text/event-stream" ? await beginning(response) : await response.text();
  const isJson = /[/+]json\b/u.test(type);
  const json: unknown = isJson && text !== "" ? JSON.parse(text) : null;
  const named = typeof json === "object" && json !== null && "type" in json ? String(json.type) : "";
  const problem = /^\/docs\/problems\/(.+)$/u.exec(named)?.[1] ?? null;
  return { status: response.status, headers: response.headers, text, json, problem };
}

/** A stream of events has no end: its first words are its text, and then the reader goes. */
async function beginning(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  const { value } = (await reader?.read()) ?? {};
  await reader?.cancel();
  return new TextDecoder().decode(value);
}

function find(method: string, path: string): { route: ApiRoute; params: Record<string, string> } {
  const candidates = routes.filter((route) => route.method === method).toSorted(byLiteralParts);
  for (const route of candidates) {
    const params = match(route.path, path);
    if (params) return { route, params };
  }
  throw new Error(`no route answers ${method} ${path}`);
}

// `/sessions/revoke-all` before `/sessions/{id}`, as Next has it.
const byLiteralParts = (one: ApiRoute, other: ApiRoute) =>
  one.path.split("{").length - other.path.split("{").length;

function match(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [at, part] of wanted.entries()) {
    const name = /^\{(\w+)\}$/u.exec(part)?.[1];
    if (name) params[name] = decodeURIComponent(given[at] ?? "");
    else if (part !== given[at]) return null;
  }
  return params;
}

/** Headers of somebody who calls with a personal token. */
export async function withToken(person: Person, scopes = ALL): Promise<Record<string, string>> {
  const made = value(await tokens.create(person, { name: "Test", scopes, expiresInDays: 1 }));
  return { authorization: `Bearer ${made.token}` };
}

/** Somebody who calls from a browser: the session's cookie with the page's origin, and the session's public id. */
export async function withSession(
  person: Person,
): Promise<{ headers: Record<string, string>; sessionId: string }> {
  const sid = await sessions.open(person.id, "Test");
  const cookie = await encode({ token: { sid }, secret: sessionSecret() });
  return {
    headers: { cookie: `${sessionCookieName()}=${cookie}`, origin: ORIGIN },
    sessionId: sha256Hex(sid),
  };
}
