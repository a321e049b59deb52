import { describe, expect, it } from "vitest";
import { keyConflict } from "./key-conflict.ts";

const rows = [
  { id: "next", label: "Next claim", keys: "j" },
  { id: "articles", label: "Go to Articles", keys: "g a" },
  { id: "leave", label: "Leave", keys: "Esc" },
  { id: "palette", label: "Command palette", keys: "Ctrl-K", whileTyping: true },
];

describe("keyConflict", () => {
  it.each([
    ["free keys", "next", "n"],
    ["its own keys once more", "next", "j"],
    ["a sequence beside another with the same first press", "next", "g b"],
    ["another chord for what works while typing", "palette", "Alt-p"],
  ])("lets an action have %s", (_, id, keys) => {
    expect(keyConflict(rows, id, keys)).toBeNull();
  });

  it.each([
    ["what another action has", "articles", "j", "“Next claim”"],
    ["the same in capitals", "next", "ctrl-k", "“Command palette”"],
    ["the first press of another's sequence", "next", "g", "“Go to Articles”"],
    ["a sequence that begins with another's keys", "articles", "j a", "“Next claim”"],
    ["the key that moves between controls", "next", "Tab", "moves from one control"],
    ["a chord of the browser", "next", "g Ctrl-W", "closes the browser's tab"],
    ["a bare letter for what works while typing", "palette", "p", "must begin with Ctrl or Alt"],
  ])("refuses %s", (_, id, keys, reason) => {
    expect(keyConflict(rows, id, keys)).toContain(reason);
  });
});
