import { describe, expect, it } from "vitest";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { dragEdge, type Edge, moveEdge } from "./adjust.ts";

/** Reads `"He said [it rained] today"`; several brackets are several fragments. */
function read(marked: string): { index: CodePointIndex; spans: Span[] } {
  const spans: Span[] = [];
  let text = "";
  let start = 0;
  for (const letter of marked) {
    if (letter === "[") start = [...text].length;
    else if (letter === "]") spans.push({ start, end: [...text].length });
    else text += letter;
  }
  return { index: new CodePointIndex(text), spans };
}

const moves: readonly [string, Edge, 1 | -1, string | null][] = [
  ["He [said it] rained today", "end", 1, "He [said it rained] today"],
  ["He [said it] rained today", "end", -1, "He [said] it rained today"],
  ["He [said it] rained today", "start", 1, "He said [it] rained today"],
  ["He [said it] rained today", "start", -1, "[He said it] rained today"],
  ["He [said] it", "end", -1, null],
  ["He [said] it", "start", 1, null],
  ["[He] said", "start", -1, null],
  ["He [said it]", "end", 1, null],
  ["Go [🚢 now], 🇵🇹 later", "end", 1, "Go [🚢 now, 🇵🇹 later]"],
  ["[He] said [it] rained", "end", 1, "[He] said [it rained]"],
  ["[He] said [it] rained", "start", 1, null],
  ["one\n\n[two] three", "start", -1, "[one\n\ntwo] three"],
];

describe("moving an edge by a word", () => {
  it.each(moves)("takes %s, its %s by %i, to %s", (from, edge, step, to) => {
    const { index, spans } = read(from);
    expect(moveEdge(index, spans, edge, step)).toEqual(to === null ? null : read(to).spans);
  });
});

describe("dragging an edge", () => {
  it("snaps to the word under it", () => {
    const { index, spans } = read("He [said it] rained today");
    expect(dragEdge(index, spans, "end", index.text.indexOf("ined"))).toEqual(
      read("He [said it rained] today").spans,
    );
    expect(dragEdge(index, spans, "start", 1)).toEqual(read("[He said it] rained today").spans);
  });

  it("never passes the other end or a neighbouring fragment", () => {
    const { index, spans } = read("[He] said [it rained] today");
    expect(dragEdge(index, spans, "end", 0)).toEqual(read("[He] said [it] rained today").spans);
    expect(dragEdge(index, read("He [said] it").spans, "start", 99)).toBeNull();
  });
});
