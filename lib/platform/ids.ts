import { v5, v7 } from "uuid";

/** A new UUIDv7: ids sort by the time they were made, so indexes grow at one end. */
export function newId(): string {
  return v7();
}

/** The same id for the same name in the same space, a UUID itself (RFC 9562, version 5). */
export function namedId(space: string, name: string): string {
  return v5(name, space);
}
