import { describe, expect, test } from "vitest";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import { treeOf } from "#lib/client/workspace/tree.ts";
import { isLetter, TypeAhead, treeMove } from "./tree-keys.ts";

const plain = { shiftKey: false, ctrlKey: false, metaKey: false, altKey: false };
const rows = treeOf(
  ["a", "b", "c", "d"].map((id, at) => ({ claim: claimOf({ id }), level: at === 1 ? 1 : 0 })),
  null,
  new Set(),
);
const folded = treeOf(
  ["a", "b"].map((id, level) => ({ claim: claimOf({ id }), level })),
  null,
  new Set(["a"]),
);

describe("keys of the list", () => {
  test.each([
    { key: "ArrowDown", from: 0, move: { kind: "go", to: 1 } },
    { key: "ArrowDown", from: 3, move: { kind: "go", to: 3 } },
    { key: "k", from: 2, move: { kind: "go", to: 1 } },
    { key: "Home", from: 2, move: { kind: "go", to: 0 } },
    { key: "End", from: 0, move: { kind: "go", to: 3 } },
    { key: "PageDown", from: 0, move: { kind: "go", to: 3 } },
    { key: "PageUp", from: 3, move: { kind: "go", to: 0 } },
    { key: "ArrowRight", from: 0, move: { kind: "go", to: 1 } },
    { key: "ArrowRight", from: 2, move: null },
    { key: "ArrowLeft", from: 1, move: { kind: "go", to: 0 } },
    { key: "ArrowLeft", from: 0, move: { kind: "fold" } },
    { key: "ArrowLeft", from: 2, move: null },
    { key: "Enter", from: 0, move: { kind: "open" } },
    { key: " ", from: 0, move: { kind: "toggle" } },
    { key: "x", from: 0, move: { kind: "toggle" } },
    { key: "Escape", from: 0, move: { kind: "none" } },
    { key: "]", from: 0, move: null },
    { key: "Tab", from: 0, move: null },
  ])("$key on row $from", ({ key, from, move }) => {
    expect(treeMove({ ...plain, key }, rows, from)).toEqual(move);
  });

  test.each([
    { name: "Shift-J", press: { key: "J", shiftKey: true }, move: { kind: "extend", to: 2 } },
    { name: "Shift-Up", press: { key: "ArrowUp", shiftKey: true }, move: { kind: "extend", to: 0 } },
    { name: "Ctrl-A", press: { key: "a", ctrlKey: true }, move: { kind: "all" } },
    { name: "Command-A", press: { key: "a", metaKey: true }, move: { kind: "all" } },
    { name: "Ctrl-K", press: { key: "k", ctrlKey: true }, move: null },
    { name: "Alt-Down", press: { key: "ArrowDown", altKey: true }, move: null },
  ])("$name", ({ press, move }) => {
    expect(treeMove({ ...plain, ...press }, rows, 1)).toEqual(move);
  });

  test("to the right unfolds what is folded away", () => {
    expect(treeMove({ ...plain, key: "ArrowRight" }, folded, 0)).toEqual({ kind: "fold" });
  });

  test("mean nothing in an empty list", () => {
    expect(treeMove({ ...plain, key: "Enter" }, [], 0)).toBeNull();
  });
});

describe("typing in the list", () => {
  const names = ["Ash", "Jays", "Jackdaws", "Ash again"];

  test("grows a word while letters follow one another, and begins anew after a pause", () => {
    const ahead = new TypeAhead();
    expect(ahead.press("j", names, 0, 1_000)).toBe(1);
    expect(ahead.press("a", names, 1, 1_200)).toBe(1);
    expect(ahead.press("c", names, 1, 1_400)).toBe(2);
    expect(ahead.isTyping(1_900)).toBe(true);
    expect(ahead.isTyping(2_100)).toBe(false);
    expect(ahead.press("a", names, 2, 2_200)).toBe(3);
  });

  test("goes through all that begin with a letter typed again", () => {
    const ahead = new TypeAhead();
    expect(ahead.press("a", names, 0, 1_000)).toBe(3);
    expect(ahead.press("a", names, 3, 1_100)).toBe(0);
  });

  test.each([
    { press: { key: "é" }, letter: true },
    { press: { key: "1" }, letter: false },
    { press: { key: "J", shiftKey: true }, letter: false },
    { press: { key: "a", ctrlKey: true }, letter: false },
    { press: { key: "Enter" }, letter: false },
  ])("takes $press for a letter: $letter", ({ press, letter }) => {
    expect(isLetter({ ...plain, ...press })).toBe(letter);
  });
});
