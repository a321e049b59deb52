import type { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import type { Principal } from "#lib/authz/principal.ts";
import type { RouteContract } from "#lib/contracts/route.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import type { Caller } from "#lib/services/caller.ts";
import type { Failure, FieldError } from "#lib/services/failure.ts";
import { readBytes, readJson } from "./read-body.ts";

type Content = { raw: string; body: unknown; form: FormData };

/** A path that cannot name anything names nothing. */
export function readParams(
  contract: RouteContract,
  given: Record<string, unknown>,
): Result<unknown, Failure> {
  const params = parse(contract.params, given);
  return params.ok && !Object.values(given).some(hasNul)
    ? params
    : fail({ kind: "not-found", what: "resource" });
}

export function readQuery(contract: RouteContract, request: Request): Result<unknown, Failure> {
  const given = Object.fromEntries(new URL(request.url).searchParams);
  const parsed = contract.query.safeParse(given);
  const unknown = parsed.error?.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys" ? issue.keys : [],
  );
  if (unknown && unknown.length > 0) return fail({ kind: "unknown-parameter", names: unknown });
  const bad = Object.keys(given).filter((name) => hasNul(given[name]));
  if (bad.length === 0) return resultOf(parsed);
  const errors = bad.map((name) => ({ pointer: `/${name}`, message: "contains a NUL character" }));
  return fail({ kind: "invalid", errors });
}

export async function readContent(
  contract: RouteContract,
  request: Request,
): Promise<Result<Content, Failure>> {
  if (contract.multipart) return readForm(contract, request);
  if (contract.method === "GET") return ok({ raw: "", body: undefined, form: new FormData() });
  const json = await readJson(request, contract.bodyLimit);
  if (!json.ok) return json;
  const body = parse(contract.body, json.value.value);
  return body.ok ? ok({ raw: json.value.raw, body: body.value, form: new FormData() }) : body;
}

async function readForm(contract: RouteContract, request: Request): Promise<Result<Content, Failure>> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data")) {
    return fail({ kind: "unsupported-media", detail: "Send `Content-Type: multipart/form-data`." });
  }
  const bytes = await readBytes(request, contract.bodyLimit);
  if (!bytes.ok) return bytes;
  try {
    const form = await new Response(bytes.value, { headers: { "content-type": type } }).formData();
    return ok({ raw: await fingerprint(form), body: undefined, form });
  } catch {
    return fail({ kind: "invalid", errors: [{ pointer: "", message: "the multipart body cannot be read" }] });
  }
}

/** The same for the same fields and files: what separates them in the body differs each time it is sent. */
async function fingerprint(form: FormData): Promise<string> {
  const parts: unknown[] = [];
  for (const [name, value] of form) {
    parts.push(typeof value === "string" ? [name, value] : [name, value.name, await digest(value)]);
  }
  return JSON.stringify(parts);
}

async function digest(file: File): Promise<string> {
  return sha256Hex(new Uint8Array(await file.arrayBuffer()));
}

export function readIfMatch(contract: RouteContract, request: Request): Result<number, Failure> {
  const header = request.headers.get("if-match");
  if (header === null) return contract.needsIfMatch ? fail({ kind: "precondition-required" }) : ok(0);
  const revision = /^"r(\d{1,9})"$/u.exec(header.trim())?.[1];
  // A tag never given out matches nothing: revision 0 is always stale.
  return ok(revision ? Number(revision) : 0);
}

/** The caller with their Idempotency-Key, where they sent one and the answer may be kept. */
export function callerOf(
  contract: RouteContract,
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

function parse(schema: z.ZodType, value: unknown): Result<unknown, Failure> {
  return resultOf(schema.safeParse(value));
}

function resultOf(parsed: z.ZodSafeParseResult<unknown>): Result<unknown, Failure> {
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
