/** JSON of somebody else: nothing is known of it until it is looked at. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The object, or null for anything else, lists too. */
export function objectOf(value: unknown): JsonObject | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  return value as JsonObject; // An object, as just seen.
}

/** The text, or null for anything else. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** The whole number from 0, or null for anything else. */
export function countOf(value: unknown): number | null {
  return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
}

/** The list, or an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts of a list; what is none is left out. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((one) => typeof one === "string");
}

/** The member of a closed list that the value is, or null. */
export function memberOf<T extends string>(list: readonly T[], value: unknown): T | null {
  return list.find((one) => one === value) ?? null;
}

/** The value of a JSON text, or null where it is none: a text that says `null` is none here either. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Whether a JSON text ends before it is done: inside a string, an object or a list. */
export function isCutShort(text: string): boolean {
  const marks = text.replace(/"(?:[^"\\]|\\.)*"/gsu, "").replace(/[^"{}[\]]/gu, "");
  if (marks.includes('"')) return true;
  let depth = 0;
  for (const mark of marks) depth += mark === "{" || mark === "[" ? 1 : -1;
  return depth > 0;
}
