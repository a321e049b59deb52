import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import { categoryOf } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { Span } from "../text/span.ts";
import { link } from "./link.ts";
import { type ChainNames, chainSentence, chainText } from "./sentence.ts";

const { text, spans } = marked(
  "[The Daily Courier] [reported] that [two officials] [told] it of [rumours] of [a] strike [b].",
);
const [paper, reported, officials, told, rumours, a, b] = spans.map((span) => [span]);
const registry = new Map([
  ["courier", "The Daily Courier"],
  ["two", "two officials, unnamed"],
  ["fleet", "the fleet"],
]);

const names: ChainNames = {
  source: (id) => registry.get(id) ?? null,
  words: (given: readonly Span[]) =>
    given.map(({ start, end }) => [...text].slice(start, end).join("")).join(" … "),
  category: (id) => categoryOf(sourceline1, id)?.label ?? id,
};

const courier = link({
  category: "media_report",
  sources: ["courier"],
  mention: paper ?? [],
  cue: reported ?? [],
});
const two = link({
  category: "anonymous_described",
  sources: ["two"],
  mention: officials ?? [],
  cue: told ?? [],
});

describe("the chain as a sentence", () => {
  it("begins with the article and names each hop with its cue", () => {
    expect(chainSentence([courier, two], names)).toEqual([
      { kind: "article" },
      {
        kind: "link",
        index: 0,
        category: "media_report",
        sources: [{ id: "courier", name: "The Daily Courier" }],
        name: "The Daily Courier",
        cue: "reported",
        isCarriedOver: false,
      },
      {
        kind: "link",
        index: 1,
        category: "anonymous_described",
        sources: [{ id: "two", name: "two officials, unnamed" }],
        name: "two officials, unnamed",
        cue: "told",
        isCarriedOver: false,
      },
    ]);
  });

  it.each([
    [
      "reads outwards-in",
      [courier, two],
      "this article ← The Daily Courier (“reported”) ← two officials, unnamed (“told”)",
    ],
    ["is the article alone without links", [], "this article"],
    [
      "joins joint speakers",
      [{ ...two, sources: ["two", "fleet"] }],
      "this article ← two officials, unnamed and the fleet (“told”)",
    ],
    [
      "says what is carried over",
      [{ ...two, cue: [], explicit: false }],
      "this article ← two officials, unnamed (carried over)",
    ],
    [
      "takes the mention where nobody vouches",
      [link({ category: "hearsay", mention: rumours ?? [] })],
      "this article ← rumours",
    ],
    [
      "joins a torn cue",
      [{ ...courier, cue: [...(a ?? []), ...(b ?? [])] }],
      "this article ← The Daily Courier (“a … b”)",
    ],
    [
      "takes the category where nothing is marked",
      [link({ category: "hearsay" })],
      "this article ← Rumour or hearsay",
    ],
    [
      "takes the category for a source the viewer may not know",
      [{ ...two, sources: ["sealed"] }],
      "this article ← Unnamed but described (“told”)",
    ],
  ])("%s", (_name, chain, expected) => {
    expect(chainText(chainSentence(chain, names))).toBe(expected);
  });

  it("law: has a piece for the article and one a link, none without a name, and nothing between but arrows", () => {
    const hops = fc.record({
      category: fc.constantFrom("hearsay", "media_report", "gossip"),
      sources: fc.subarray(["courier", "two", "sealed"]),
      mention: fc.constantFrom([], [...(officials ?? [])]),
      cue: fc.constantFrom([], [...(told ?? [])], [...(a ?? []), ...(b ?? [])]),
      explicit: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(hops, { maxLength: 5 }), (chain) => {
        const pieces = chainSentence(chain, names);
        expect(pieces.map((piece) => (piece.kind === "link" ? piece.index : piece.kind))).toEqual([
          "article",
          ...chain.keys(),
        ]);
        const said = chainText(pieces).split(" ← ");
        expect(said).toHaveLength(chain.length + 1);
        for (const [index, hop] of chain.entries()) {
          const words = said[index + 1] ?? "";
          expect(words).toMatch(/^[^(]/u);
          expect(words.endsWith("(carried over)")).toBe(!hop.explicit);
          expect(words.includes("(“")).toBe(hop.cue.length > 0);
        }
      }),
    );
  });
});
