import type { Json } from "#lib/contracts/json-schema.ts";
import type { Described, Operation } from "../../tests/support/described.ts";
import { hostile, type Making, valueFor, written } from "./values.ts";

/** One request, and the operation it was made for. */
export type Shot = {
  readonly operation: string;
  readonly method: string;
  /** As the description has it, below `/api/v1`: `/workspaces/{w}`. */
  readonly path: string;
  /** The same with everything filled in. */
  readonly target: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array<ArrayBuffer> | null;
};

type Place = { readonly method: string; readonly path: string; readonly operation: Operation };

/** Streams stay open by their nature; the others hash a password, and have a limit of their own against floods. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  "watchEvents",
  "createFirstOwner",
  "acceptInvitation",
  "resetPassword",
  "changePassword",
]);

/** What is at the heart is asked for more often; what would take the ground away from all the rest, less. */
const WEIGHTS: Readonly<Record<string, number>> = {
  createClaim: 8,
  reviseClaim: 6,
  batchClaims: 5,
  submitClaim: 4,
  decideClaim: 5,
  removeClaim: 2,
  restoreClaim: 2,
  retractReview: 2,
  reopenClaim: 2,
  listClaims: 3,
  importArticle: 2,
  createSource: 2,
  changeProject: 0.1,
  trashArticle: 0.2,
  changeMember: 0.1,
  removeMember: 0.1,
  createWorkspace: 0.1,
  createProject: 0.3,
};

export function placesOf(described: Described): readonly (readonly [Place, number])[] {
  return Object.entries(described.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { operationId }]) => !LEFT_OUT.has(operationId))
      .map(([method, operation]) => {
        const place = { method: method.toUpperCase(), path: path.replace("/api/v1", ""), operation };
        return [place, WEIGHTS[operation.operationId] ?? 1] as const;
      }),
  );
}

/** A request for one of the operations: mostly as described, sometimes anything but. */
export function shot(
  places: ReturnType<typeof placesOf>,
  making: Making,
  callers: readonly Readonly<Record<string, string>>[],
): Shot {
  const { random } = making;
  const { method, path, operation } = random.weighted(places);
  const params = paramsOf(operation, making);
  const filled = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => encode(params[name] ?? ""));
  const content = bodyOf(operation, making);
  const headers = { ...random.pick(callers), ...content.headers, ...extraHeaders(operation, params, making) };
  const target = filled + queryOf(operation, making);
  return { operation: operation.operationId, method, path, target, headers, body: content.body };
}

function paramsOf({ parameters }: Operation, making: Making): Record<string, string> {
  const { random, known } = making;
  const names = parameters.filter((one) => one.in === "path").map(({ name }) => name);
  const value = (name: string) => {
    if (random.chance(0.06)) return String(hostile(random)).slice(0, 300) || "-";
    return known.id(random, name) ?? "0197f0c2-5a00-7000-8000-000000000009";
  };
  return Object.fromEntries(names.map((name) => [name, value(name)]));
}

function queryOf({ parameters }: Operation, making: Making): string {
  const { random } = making;
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of parameters) {
    if (place !== "query" || !(required || random.chance(0.3))) continue;
    const value = valueFor(schema as Json, making, name); // a schema, by OpenAPI
    query.append(name, (typeof value === "string" ? value : written(value)).toWellFormed().slice(0, 2_000));
  }
  if (random.chance(0.03)) query.append(random.pick(["surplus", "__proto__", "limit", "after"]), "x");
  const text = query.toString();
  return text && `?${text}`;
}

function extraHeaders(
  { parameters }: Operation,
  params: Record<string, string>,
  { random, known }: Making,
): Record<string, string> {
  const has = (name: string) => parameters.some((one) => one.name === name);
  const headers: Record<string, string> = {};
  if (has("If-Match") ? random.chance(0.96) : random.chance(0.02)) {
    const now = known.revision(params.c ?? params.a ?? params.s ?? params.p);
    headers["if-match"] = random.chance(0.85)
      ? `"r${now}"`
      : random.pick(['"r0"', "*", 'W/"r1"', '"r999999999999"', "r1", '"r1", "r2"', ""]);
  }
  if (random.chance(has("Idempotency-Key") ? 0.15 : 0.02)) {
    headers["idempotency-key"] = random.chance(0.9)
      ? `key-${random.below(40)}`
      : random.pick(["", "x".repeat(300), "ü", "'"]);
  }
  if (random.chance(0.01)) headers["sourceline-person"] = "nobody";
  return headers;
}

type Content = Pick<Shot, "headers" | "body">;
const JSON_TYPE = "application/json";

function bodyOf({ requestBody }: Operation, making: Making): Content {
  const { random } = making;
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  if (!type || !media)
    return random.chance(0.03) ? oddBody(random.pick(["{}", "null", "x"]), making) : nothing;
  if (type === "multipart/form-data") return formBody(making);
  const hasExample = media.example !== undefined && random.chance(0.1);
  const value = hasExample ? media.example : valueFor(media.schema as Json, making); // a schema, by OpenAPI
  const text = written(value);
  return random.chance(0.05) ? oddBody(text, making) : { headers: { "content-type": JSON_TYPE }, body: text };
}

const nothing: Content = { headers: {}, body: null };

/** Not what it says it is, cut short, or in bytes that are no text. */
function oddBody(text: string, { random }: Making): Content {
  const encoder = new TextEncoder();
  const odd: readonly (() => Content)[] = [
    () => ({ headers: { "content-type": "text/plain" }, body: text }),
    () => ({ headers: { "content-type": "application/xml" }, body: `<a>${text.length}</a>` }),
    () => ({ headers: { "content-type": "application/json; charset=utf-16" }, body: text }),
    () => ({ headers: { "content-type": "multipart/form-data" }, body: text }),
    () => ({ headers: { "content-type": JSON_TYPE, "content-encoding": "gzip" }, body: text }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: text.slice(0, text.length >> 1) }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: `\ufeff${text}` }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: Uint8Array.of(0xff, 0xfe, 0xc3, 0x28) }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: encoder.encode(`[${text}`) }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: `"${"y".repeat(1_100_000)}"` }),
    () => ({ headers: { "content-type": JSON_TYPE }, body: "[".repeat(100_000) }),
  ];
  return random.pick(odd)();
}

function formBody({ random }: Making): Content {
  const boundary = "fuzz-boundary";
  const name = random.pick(["a.txt", "b.md", "c.html", "../d.txt", "e\u0001.txt", "f.docx"]);
  const words = random.pick(["Rain fell.", "", "<h1>Hail</h1><p>fell.", "\u0000", "# Snow"]);
  const end = random.chance(0.9) ? `\r\n--${boundary}--\r\n` : "";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"`;
  const body = `${head}\r\n\r\n${words} ${random.below(1_000)}${end}`;
  return { headers: { "content-type": `multipart/form-data; boundary=${boundary}` }, body };
}

/** Dots alone would be taken out of the address before it is sent. */
function encode(value: string): string {
  return encodeURIComponent(value.toWellFormed()).replaceAll(".", "%2E");
}
