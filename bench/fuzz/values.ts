import { randomUUID } from "node:crypto";
import type { Json } from "#lib/contracts/json-schema.ts";
import type { Known } from "./known.ts";
import type { Random } from "./random.ts";

/** Written as it is into the JSON, where no value of JavaScript would come out so. */
export class Raw {
  constructor(readonly json: string) {}
}

export type Making = {
  readonly random: Random;
  readonly known: Known;
  readonly schemas: Readonly<Record<string, unknown>>;
  /** How often a value is replaced by one that has no business there. */
  readonly hostility: number;
};

const WORDS = [
  "The dam would hold.",
  "smoke",
  "Überschwemmung 🌊",
  "نهر",
  "a\u0301",
  " ",
  "=1+1",
  "<script>alert(1)</script>",
  "' or 1=1 --",
  "%00%2e%2e/",
  "{{7*7}}",
  "O'Brien; drop table claims",
];

const nested = (open: string, close: string, depth: number) => open.repeat(depth) + close.repeat(depth);

const HOSTILE: readonly ((random: Random) => unknown)[] = [
  () => null,
  () => true,
  () => -1,
  () => 2 ** 53,
  () => 2 ** 31,
  () => 1.5,
  () => new Raw("1e999"),
  () => new Raw("-0"),
  () => new Raw(`1${"0".repeat(400)}`),
  () => "",
  () => "a\u0000b",
  () => "half \ud83d of a pair",
  () => "\ufeff\u202e\u2066",
  () => "x".repeat(20_000),
  () => [],
  () => ({}),
  () => new Raw('{"__proto__":{"a":1},"constructor":1,"toString":null}'),
  () => new Raw(nested("[", "]", 500)),
  () => new Raw(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`),
  () => "9999-12-31T23:59:60Z",
  () => "0000-00-00T00:00:00Z",
  () => "00000000-0000-0000-0000-000000000000",
  () => randomUUID().toUpperCase(),
  (random) => random.pick(WORDS),
];

export const hostile = (random: Random): unknown => random.pick(HOSTILE)(random);

/** A value the schema mostly takes: with every so many of its parts replaced by something hostile. */
export function valueFor(schema: Json, making: Making, name = "", depth = 0): unknown {
  const { random, hostility } = making;
  if (random.chance(hostility)) return hostile(random);
  const whole = resolved(schema, making);
  if ("const" in whole) return whole.const;
  if (Array.isArray(whole.enum)) return random.pick(whole.enum);
  const either = whole.anyOf ?? whole.oneOf;
  if (Array.isArray(either)) return valueFor(random.pick(either), making, name, depth);
  return ofType(whole, making, name, depth);
}

function ofType(schema: Json, making: Making, name: string, depth: number): unknown {
  const { random } = making;
  const type = Array.isArray(schema.type) ? random.pick(schema.type) : schema.type;
  switch (type) {
    case "object":
      return objectOf(schema, making, depth);
    case "array":
      return arrayOf(schema, making, name, depth);
    case "integer":
    case "number":
      return numberOf(schema, random);
    case "boolean":
      return random.chance(0.5);
    case "null":
      return null;
    default:
      return stringOf(schema, making, name);
  }
}

function objectOf({ properties = {}, required = [] }: Json, making: Making, depth: number): unknown {
  const { random } = making;
  const needed = new Set(required as string[]); // so by JSON Schema
  const fields = Object.entries(properties as Record<string, Json>); // so by JSON Schema
  const chosen = fields.filter(([name]) => needed.has(name) || random.chance(depth > 2 ? 0.1 : 0.35));
  const value = Object.fromEntries(
    chosen.map(([name, field]) => [name, valueFor(field, making, name, depth + 1)]),
  );
  return random.chance(making.hostility / 2) ? { ...value, surplus: hostile(random) } : value;
}

function arrayOf({ items, minItems }: Json, making: Making, name: string, depth: number): unknown {
  const { random } = making;
  const most = depth > 4 ? 1 : 4;
  const length = Math.max(Number(minItems ?? 0), random.below(most));
  return Array.from({ length }, () => valueFor((items ?? {}) as Json, making, name, depth + 1)); // a schema
}

function numberOf({ minimum = 0, maximum }: Json, random: Random): number {
  const least = Number(minimum);
  const most = Number(maximum ?? least + 40);
  const edge = random.chance(0.2) ? [least, most, least - 1, most + 1] : null;
  return edge ? random.pick(edge) : least + random.below(Math.min(60, most - least + 1));
}

function stringOf({ format, maxLength, pattern }: Json, making: Making, name: string): string {
  const { random, known } = making;
  const named = known.id(random, name);
  if (named !== null && random.chance(0.85)) return named;
  if (format === "uuid") return randomUUID();
  if (format === "date-time") return new Date(1.7e12 + random.below(1e9)).toISOString();
  if (format === "email") return `e${random.below(50)}@example.org`;
  if (format === "uri") return "https://news.example.org/a";
  if (typeof pattern === "string") return random.pick(["named_statement", "heading", "en", "desk-1", "Q42"]);
  const words = random.chance(0.1) && Number(maxLength) < 9_000 ? "x".repeat(Number(maxLength) + 1) : "";
  return words || random.pick([...WORDS, "named_statement", "own_observation", "unclear", "approve"]);
}

function resolved(schema: Json, { schemas }: Making): Json {
  if (typeof schema.$ref !== "string") return schema;
  return (schemas[schema.$ref.split("/").at(-1) ?? ""] ?? {}) as Json; // components are schemas
}

/** JSON with the raw parts in it. */
export function written(value: unknown): string {
  const raws: string[] = [];
  const text = JSON.stringify(value, (_, inner) => {
    if (!(inner instanceof Raw)) return inner;
    raws.push(inner.json);
    return `\u0001raw${raws.length - 1}\u0001`;
  });
  return (text ?? "null").replaceAll(
    /"\\u0001raw(\d+)\\u0001"/gu,
    (_, at: string) => raws[Number(at)] ?? "null",
  );
}
