import type { Json } from "./json-schema.ts";

/** Values by the name of a field, so that examples read as one story. Ids differ by what they name. */
const VALUES: Readonly<Record<string, unknown>> = {
  slug: "north-desk",
  name: "North desk",
  email: "edda@example.org",
  title: "The dam at Alder Creek",
  articleTitle: "The dam at Alder Creek",
  text: "The minister said the dam would hold.",
  html: "<p>The minister said the dam would hold.</p>",
  exact: "the dam would hold",
  statement: "The dam will hold.",
  claimStatement: "The dam will hold.",
  start: 18,
  end: 36,
  length: 37,
  kind: "statement",
  category: "named_statement",
  provenance: "named_statement",
  originProvenance: "named_statement",
  revision: 3,
  sha256: "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e46f6be03b",
  comment: "Who said so?",
  body: "Who said so?",
  reason: "The quotation is cut short.",
  detail: "What happened, and what to do.",
  hint: "sl_…9Fq2",
  language: "en",
  outlet: "The Alder Courier",
  byline: "Ida Brandt",
  url: "https://news.example.org/dam",
  next: null,
  pointer: "/spans/0/exact",
  message: "The text there reads otherwise.",
  timeZone: "Europe/Lisbon",
  action: "claim:revise",
  flag: "heading",
  aliase: "Water ministry",
  disabledCategorie: "hearsay",
  description: "Everything said about the dam.",
  notes: "",
  note: "",
  rationale: "Two reports agree.",
  workspace: "north-desk",
  token: "hq3V0l7Yc2Jm9TzKx4Ra",
  password: "nine-otters-under-the-weir",
  ticket: `WyIwMTk3ZjBjMi01YTAwIl0.${"q8".repeat(21)}Q`,
  link: "https://desk.example.org/join#hq3V0l7Yc2Jm9TzKx4Ra",
  scope: "write",
  articleId: "0197f0c2-5a00-7000-8000-000000000001",
  claimId: "0197f0c2-5a00-7000-8000-000000000003",
  a: "0197f0c2-5a00-7000-8000-000000000001",
  c: "0197f0c2-5a00-7000-8000-000000000003",
  versionId: "0197f0c2-5a00-7000-8000-000000000002",
};

const AT = "2026-03-02T09:30:00.000Z";
const DEEPEST = 8;

/** A value that the schema takes: what is required, with words of the table where they fit, and no more than that. */
export function exampleOf(schema: Json, components: Json, name = "", depth = 0): unknown {
  const whole = resolved(schema, components);
  if ("const" in whole) return whole.const;
  const known = VALUES[name];
  if (known !== undefined && fits(known, whole)) return known;
  if (isNullable(whole)) return null;
  if (Array.isArray(whole.enum)) return whole.enum[0];
  if ("default" in whole && depth > 0) return whole.default;
  const either = whole.anyOf ?? whole.oneOf;
  if (Array.isArray(either)) return exampleOf(either[0] as Json, components, name, depth); // schemas, by JSON Schema
  if (Array.isArray(whole.allOf)) return exampleOf(whole.allOf[0] as Json, components, name, depth); // as above
  return ofType(whole, components, name, depth);
}

function isNullable({ type, anyOf }: Json): boolean {
  return (
    (Array.isArray(type) && type.includes("null")) ||
    (Array.isArray(anyOf) && anyOf.some((one) => (one as Json).type === "null")) // schemas, by JSON Schema
  );
}

function ofType(schema: Json, components: Json, name: string, depth: number): unknown {
  switch (schema.type) {
    case "object":
      return objectOf(schema, components, depth);
    case "array":
      return depth > DEEPEST || schema.items === undefined
        ? []
        : [exampleOf(schema.items as Json, components, singular(name), depth + 1)]; // a schema, by JSON Schema
    case "integer":
    case "number":
      return Math.max(1, Number(schema.minimum ?? 1));
    case "boolean":
      return false;
    case "string":
      return stringOf(schema, name);
    default:
      return schema.type === "null" ? null : {};
  }
}

function objectOf({ properties = {}, required = [], propertyNames }: Json, components: Json, depth: number) {
  if (propertyNames !== undefined) return {};
  // Both are so by JSON Schema.
  const wanted = new Set(required as string[]);
  const fields = Object.entries(properties as Record<string, Json>).filter(([name]) => wanted.has(name));
  return Object.fromEntries(
    fields.map(([name, field]) => [name, exampleOf(field, components, name, depth + 1)]),
  );
}

function stringOf({ format, minLength, pattern }: Json, name: string): string {
  if (format === "uuid") return idFor(name);
  if (format === "date-time") return AT;
  if (format === "email") return "edda@example.org";
  if (format === "uri") return "https://news.example.org/dam";
  if (typeof pattern === "string" && pattern.includes("[0-9a-f]{64}")) return String(VALUES.sha256);
  return "words".padEnd(Number(minLength ?? 0), "s");
}

/** A UUIDv7 that is the same for one name. */
function idFor(name: string): string {
  const sum = [...name].reduce((total, letter) => (total * 31 + letter.charCodeAt(0)) % 0xffff, 7);
  return `0197f0c2-5a00-7000-8000-${sum.toString(16).padStart(12, "0")}`;
}

const singular = (name: string) => name.replace(/s$/u, "");

function resolved(schema: Json, components: Json): Json {
  if (typeof schema.$ref !== "string") return schema;
  return (components[schema.$ref.split("/").at(-1) ?? ""] ?? {}) as Json; // components are schemas
}

/** Only as much as these words need: the tests hold every example against its whole schema. */
function fits(value: unknown, schema: Json): boolean {
  if (Array.isArray(schema.enum)) return schema.enum.includes(value);
  const either = schema.anyOf ?? schema.oneOf;
  if (Array.isArray(either)) return either.some((one) => fits(value, one as Json)); // schemas, by JSON Schema
  const types = [schema.type].flat();
  if (value === null) return types.includes("null");
  if (typeof value === "number") return types.includes("integer") || types.includes("number");
  return types.includes("string") && fitsString(String(value), schema);
}

function fitsString(value: string, { format, pattern, maxLength }: Json): boolean {
  if (format === "date-time") return false;
  if (typeof maxLength === "number" && value.length > maxLength) return false;
  return typeof pattern !== "string" || new RegExp(pattern, "u").test(value);
}
