/** What JSON can say. `undefined`, NaN and functions are not in it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * Canonical JSON (RFC 8785): no white space, object keys sorted by UTF-16 code units, numbers and strings as
 * ECMAScript writes them. Equal values give equal text, whatever order a database hands the keys back in.
 * Throws TypeError on what JSON cannot carry without loss: a non-finite number, a lone surrogate, `undefined`.
 */
export function canonicalJson(value: Json): string {
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object") return canonicalObject(value);
  throw new TypeError(`Not a JSON value: ${typeof value}`);
}

function canonicalObject(value: { readonly [key: string]: Json }): string {
  // Default sort compares UTF-16 code units, which is exactly RFC 8785 section 3.2.3.
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${canonicalString(key)}:${canonicalJson(member)}`);
  return `{${members.join(",")}}`;
}

function canonicalNumber(value: number): string {
  if (!Number.isFinite(value)) throw new TypeError(`Not a JSON number: ${value}`);
  // JSON.stringify follows ECMAScript's Number-to-string, as RFC 8785 section 3.2.2.3 asks, and writes -0 as 0.
  return JSON.stringify(value);
}

function canonicalString(value: string): string {
  // JSON.stringify would escape a lone surrogate; RFC 8785 section 3.2.2.2 demands an error.
  if (!value.isWellFormed()) throw new TypeError("A string with a lone surrogate has no canonical form");
  return JSON.stringify(value);
}

// Array.isArray does not narrow a readonly array by itself.
function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
