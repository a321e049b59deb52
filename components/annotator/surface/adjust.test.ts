import { describe, expect, it } from "vitest";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { dragEdge, type EdgeOf, fragmentNear, moveEdge } from "./adjust.ts";
import type { Snap } from "./snap.ts";

function read(source: string): { index: CodePointIndex; spans: readonly Span[] } {
  const { text, spans } = marked(source);
  return { index: new CodePointIndex(text), spans };
}

const first = (edge: "start" | "end"): EdgeOf => ({ fragment: 0, edge });
const second = (edge: "start" | "end"): EdgeOf => ({ fragment: 1, edge });

const moves: readonly [string, EdgeOf, 1 | -1, string | null][] = [
  ["He [said it] rained today", first("end"), 1, "He [said it rained] today"],
  ["He [said it] rained today", first("end"), -1, "He [said] it rained today"],
  ["He [said it] rained today", first("start"), 1, "He said [it] rained today"],
  ["He [said it] rained today", first("start"), -1, "[He said it] rained today"],
  ["He [said] it", first("end"), -1, null],
  ["He [said] it", first("start"), 1, null],
  ["[He] said", first("start"), -1, null],
  ["He [said it]", first("end"), 1, null],
  ["Go [🚢 now], 🇵🇹 later", first("end"), 1, "Go [🚢 now, 🇵🇹 later]"],
  ["[He] said [it] rained", second("end"), 1, "[He] said [it rained]"],
  ["[He] once said [it] rained", first("end"), 1, "[He once] said [it] rained"],
  ["[He] once said [it] rained", second("start"), -1, "[He] once [said it] rained"],
  ["[He] said [it] rained", first("end"), 1, "[He said] [it] rained"],
  ["[He said] [it] rained", first("end"), 1, null],
  ["[He] said [it] rained", first("start"), 1, null],
  ["[He] said it", second("end"), 1, null],
  ["one\n\n[two] three", first("start"), -1, "[one\n\ntwo] three"],
];

describe("moving an edge by a word", () => {
  it.each(moves)("takes %s, its %o by %i, to %s", (from, which, step, to) => {
    const { index, spans } = read(from);
    expect(moveEdge(index, spans, which, step)).toEqual(to === null ? null : read(to).spans);
  });
});

const letters: readonly [string, EdgeOf, 1 | -1, string | null][] = [
  ["re[port]s", first("end"), 1, "re[ports]"],
  ["re[port]s", first("start"), -1, "r[eport]s"],
  ["re[ports]", first("end"), -1, "re[port]s"],
  ["[r]eports", first("end"), -1, null],
  ["a[b]👩‍👩‍👧c", first("end"), 1, "a[b👩‍👩‍👧]c"],
  ["🇵🇹[x]", first("start"), -1, "[🇵🇹x]"],
  ["e\u0301[x]", first("start"), -1, "[e\u0301x]"],
  ["ab[c]", first("end"), 1, null],
];

describe("moving an edge by a letter", () => {
  it.each(letters)("takes %s, its %o by %i, to %s", (from, which, step, to) => {
    const { index, spans } = read(from);
    expect(moveEdge(index, spans, which, step, "graphemes")).toEqual(to === null ? null : read(to).spans);
  });
});

describe("dragging an edge", () => {
  it("snaps to the word under it, or to the letter", () => {
    const { index, spans } = read("He [said it] rained today");
    const drag = (which: EdgeOf, offset: number, snap?: Snap) => dragEdge(index, spans, which, offset, snap);
    const middle = index.text.indexOf("ined");
    expect(drag(first("end"), middle)).toEqual(read("He [said it rained] today").spans);
    expect(drag(first("end"), middle, "graphemes")).toEqual(read("He [said it ra]ined today").spans);
    expect(drag(first("start"), 1)).toEqual(read("[He said it] rained today").spans);
  });

  it("never passes the other end or a neighbouring fragment", () => {
    const { index, spans } = read("[He] said [it rained] today");
    expect(dragEdge(index, spans, second("end"), 0)).toEqual(read("[He] said [it] rained today").spans);
    expect(dragEdge(index, spans, first("end"), index.length)).toBeNull();
    expect(dragEdge(index, read("He [said] it").spans, first("start"), 99)).toBeNull();
  });
});

describe("the fragment that keys move", () => {
  // `|` is the caret.
  it.each([
    ["the first, by its start, without a caret", "[He] said [it rained] today, [again]", "start", 0],
    ["the last, by its end, without a caret", "[He] said [it rained] today, [again]", "end", 2],
    ["the one the caret is in", "[He] said [it |rained] today, [again]", "start", 1],
    ["the one the caret is at the end of", "[He]| said [it rained] today, [again]", "end", 0],
    ["the nearest", "[He] said [it rained] to|day, [again]", "end", 1],
  ] as const)("is %s", (_, source, edge, fragment) => {
    const { spans } = marked(source.replace("|", ""));
    const caret = source.includes("|") ? source.replaceAll(/[[\]]/g, "").indexOf("|") : null;
    expect(fragmentNear(spans, caret, edge)).toBe(fragment);
  });
});
