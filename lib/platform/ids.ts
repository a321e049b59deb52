import { v5, v7 } from "uuid";

/** A new UUIDv7: ids sort by the time they were made, so indexes grow at one end. */
export function newId(): string {
  return v7();
}

// Made for this purpose at random; another one would give other ids for the same parts.
const NAMESPACE = "6f3c1c52-0f0e-4b55-9d4e-7f2f0f6b8a11";

/** The same id (UUIDv5) for the same parts, and for no others. */
export function idFrom(parts: readonly string[]): string {
  return v5(JSON.stringify(parts), NAMESPACE);
}
