import { expect, it } from "vitest";
import { statementNames } from "./statement-names.ts";

it("names each text once, and those after the most not at all", () => {
  const nameOf = statementNames(2);
  expect(["a", "b", "c", "a", "c"].map(nameOf)).toEqual(["s1", "s2", undefined, "s1", undefined]);
});
