/** A value of a JSON text, or why it is none. */
export type ParsedJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly message: string };

/** Parses without throwing; depth does not matter to the parser. */
export function parseJson(text: string): ParsedJson {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, message: "This is not JSON, or is cut off." };
  }
}

/** What stands under a key of an object; undefined where it is no object, or has no such key of its own. */
export function field(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** The items of a list; none for anything else. */
export function items(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** A text that is not empty; null for anything else. */
export function words(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

/** A text or a number as a text: what a program may have for an id. Null for anything else. */
export function idOf(value: unknown): string | null {
  return Number.isSafeInteger(value) ? String(value) : words(value);
}

/** True for a JSON object; a list is none. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
