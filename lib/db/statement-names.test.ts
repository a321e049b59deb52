import { expect, it } from "vitest";
import { statementNames } from "./statement-names.ts";

it("names each text once, and those after the most not at all", () => {
  const nameOf = statementNames(2);
  const [a, b, c, again, still] = ["a", "b", "c", "a", "c"].map(nameOf);
  expect(a).toMatch(/^s[0-9a-f]{32}$/u);
  expect([c, again, still]).toEqual([undefined, a, undefined]);
  expect(b).not.toBe(a);
});

it("names a text alike in every process, whatever came before", () => {
  const [one, other] = [statementNames(), statementNames()];
  other("select 2");
  expect(other("select 1")).toBe(one("select 1"));
});
