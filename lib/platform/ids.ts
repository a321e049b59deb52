import { v5, v7 } from "uuid";

/** A new UUIDv7: ids sort by the time they were made, so indexes grow at one end. */
export function newId(): string {
  return v7();
}

/** The same id for the same name in the same space, a UUID itself (RFC 9562, version 5). */
export function namedId(space: string, name: string): string {
  return v5(name, space);
}

// Made for this purpose at random; another one would give other ids for the same parts.
const NAMESPACE = "6f3c1c52-0f0e-4b55-9d4e-7f2f0f6b8a11";

/** The same id (UUIDv5) for the same parts, and for no others. */
export function idFrom(parts: readonly string[]): string {
  return namedId(NAMESPACE, JSON.stringify(parts));
}
