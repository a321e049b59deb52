import { v7, validate, version } from "uuid";

/** A new UUIDv7: ids sort by the time they were made, so indexes grow at one end. */
export function newId(): string {
  return v7();
}

/** True for a UUIDv7 in its canonical lower-case spelling, the only one that is stored. */
export function isId(value: string): boolean {
  return value === value.toLowerCase() && validate(value) && version(value) === 7;
}
