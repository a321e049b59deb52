import { describe, expect, it } from "vitest";
import { between } from "./use-selection.ts";

const shown = ["a", "b", "c", "d"];

describe("what Shift selects", () => {
  it.each([
    ["downwards", "b", "d", ["b", "c", "d"]],
    ["upwards", "d", "b", ["b", "c", "d"]],
    ["one alone, where it was touched last itself", "c", "c", ["c"]],
    ["one alone, at the beginning", null, "c", ["c"]],
    ["one alone, where the last one has left the list", "x", "c", ["c"]],
  ])("%s", (_, from, to, expected) => {
    expect(between(shown, from, to)).toEqual(expected);
  });
});
