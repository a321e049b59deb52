import { describe, expect, it } from "vitest";
import { chordOf } from "#components/ui/chord.ts";
import { readKeyMap } from "./key-map.ts";
import { matchKeys } from "./match.ts";

const press = (key: string, extra: Partial<KeyboardEvent> = {}) => ({
  key,
  code: "",
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...extra,
});

describe("chordOf", () => {
  it.each([
    [press("j"), "j"],
    [press("J", { shiftKey: true }), "Shift-j"],
    [press("?", { shiftKey: true }), "?"],
    [press("k", { ctrlKey: true }), "Ctrl-K"],
    [press("k", { metaKey: true }), "Ctrl-K"],
    [press("Z", { ctrlKey: true, shiftKey: true }), "Ctrl-Shift-Z"],
    [press("Enter", { ctrlKey: true }), "Ctrl-Enter"],
    [press("Escape"), "Esc"],
    [press("Control", { ctrlKey: true }), null],
    [press("о", { code: "KeyJ" }), "j"],
  ])("writes %o as %s", (event, written) => {
    expect(chordOf(event)).toBe(written);
  });
});

describe("matchKeys", () => {
  const articles = { keys: "g a", id: "articles" };
  const approve = { keys: "a", id: "approve" };
  const bindings = [articles, approve];

  it("waits for the second press of a sequence", () => {
    expect(matchKeys(bindings, "", "g")).toEqual({ kind: "prefix", pending: "g" });
    expect(matchKeys(bindings, "g", "a")).toEqual({ kind: "hit", binding: articles });
  });

  it("starts anew when a press cannot continue the sequence", () => {
    expect(matchKeys([...bindings, { keys: "j", id: "next" }], "g", "j")).toMatchObject({ kind: "hit" });
    expect(matchKeys(bindings, "g", "z")).toEqual({ kind: "none" });
  });

  it("lets the binding registered last win", () => {
    const later = { keys: "A", id: "later" };
    expect(matchKeys([...bindings, later], "", "a")).toEqual({ kind: "hit", binding: later });
  });
});

describe("readKeyMap", () => {
  it("keeps the strings of a stored record and drops the rest", () => {
    expect(readKeyMap('{"a":"x","b":3}')).toEqual({ a: "x" });
    expect(readKeyMap("not json")).toEqual({});
    expect(readKeyMap("null")).toEqual({});
    expect(readKeyMap(null)).toEqual({});
  });
});
