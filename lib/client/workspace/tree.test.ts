import { describe, expect, test } from "vitest";
import { claimOf } from "./claim.cases.ts";
import type { Row } from "./order.ts";
import { treeOf, typedRow } from "./tree.ts";

/** `a -b --c` is a claim, one nested in it, and one nested in that. */
function rows(drawn: string): Row[] {
  return drawn.split(" ").map((word) => {
    const id = word.replace(/^-*/u, "");
    return { claim: claimOf({ id }), level: word.length - id.length };
  });
}

const shown = (drawn: string, matching: string | null, collapsed = "") =>
  treeOf(rows(drawn), matching === null ? null : new Set(matching.split(" ")), new Set(collapsed.split(" ")))
    .map(({ claim, level }) => `${"-".repeat(level)}${claim.id}`)
    .join(" ");

describe("treeOf", () => {
  test.each([
    { name: "all, without a filter", all: "a -b --c d", matching: null, tree: "a -b --c d" },
    { name: "a match whose parent does not match rises", all: "a -b --c d", matching: "a c", tree: "a -c" },
    { name: "a match alone stands at the edge", all: "a -b --c d", matching: "c d", tree: "c d" },
    {
      name: "a match is not hung under the claim before its own parent",
      all: "a b -c",
      matching: "a c",
      tree: "a c",
    },
    { name: "siblings stay siblings", all: "a -b --c -d", matching: "a b d", tree: "a -b -d" },
  ])("shows $name", ({ all, matching, tree }) => {
    expect(shown(all, matching)).toBe(tree);
  });

  test("leaves out all that hangs below a collapsed claim", () => {
    expect(shown("a -b --c d -e", null, "a")).toBe("a d -e");
    expect(shown("a -b --c d -e", null, "b d")).toBe("a -b d");
  });

  test("counts places and siblings as they are shown, collapsed or not", () => {
    const tree = treeOf(rows("a -b --c -d e"), new Set(["a", "b", "d", "e"]), new Set(["b", "a"]));
    expect(tree).toMatchObject([
      { position: 1, size: 2, children: 2, isCollapsed: true, parent: null },
      { position: 2, size: 2, children: 0, isCollapsed: false, parent: null },
    ]);
    const open = treeOf(rows("a -b --c -d e"), null, new Set(["b"]));
    expect(open.map(({ position, size, parent }) => [position, size, parent])).toEqual([
      [1, 2, null],
      [1, 2, 0],
      [2, 2, 0],
      [2, 2, null],
    ]);
  });
});

describe("typedRow", () => {
  const names = ["Ash fell", "Birds left", "Ask again", "birds came"];
  test.each([
    { typed: "b", from: 0, at: 1 },
    { typed: "b", from: 1, at: 3 },
    { typed: "b", from: 3, at: 1 },
    { typed: "as", from: 0, at: 0 },
    { typed: "ask", from: 0, at: 2 },
    { typed: "a", from: -1, at: 0 },
    { typed: "z", from: 0, at: null },
  ])("$typed from row $from leads to $at", ({ typed, from, at }) => {
    expect(typedRow(names, from, typed)).toBe(at);
  });
});
