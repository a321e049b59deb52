import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CodePointIndex } from "../text/code-point-index.ts";
import { readGraph } from "./graph.ts";
import { type Tie, type Tied, type TiedMark, tiedGraph } from "./tied-graph.ts";

const place = { file: "a", line: null, at: null };
const text = "a b c d e f g h";

function mark(id: string, label: string): TiedMark {
  const start = "abcdefgh".indexOf(id) * 2;
  return { id, label, spans: [{ start, end: start + 1 }], values: new Map(), place };
}

const tie = (type: string, from: string, to: string): Tie => ({ type, from, to, place });

function tied(marks: readonly TiedMark[], ties: readonly Tie[], sourcesOf: Tied["sourcesOf"] = null): Tied {
  const known = new Set(marks.map(({ id }) => id));
  return {
    article: "a",
    index: new CodePointIndex(text),
    annotator: null,
    prefix: "p/",
    marks,
    ties,
    known,
    sourcesOf,
  };
}

describe("marks and relations", () => {
  it("say sources by their mentions where the file cannot say them, else as it says", () => {
    const marks = [mark("a", "Claim"), mark("b", "hearsay"), mark("c", "Source")];
    const ties = [tie("chain_1", "a", "b"), tie("source", "b", "c")];
    expect(tiedGraph(tied(marks, ties), {}).graph.links[0]?.sources).toBe(null);
    expect(tiedGraph(tied(marks, ties, new Map([["b", ["s1"]]])), {}).graph.links[0]?.sources).toEqual([
      "s1",
    ]);
    expect(tiedGraph(tied(marks, ties, new Map()), {}).graph.links[0]?.sources).toEqual([]);
  });

  it("wait for a category where the label of a link is a role", () => {
    const marks = [mark("a", "Claim"), mark("b", "Attribution")];
    const [link] = tiedGraph(tied(marks, [tie("chain_1", "a", "b")]), {}).graph.links;
    expect(link).toMatchObject({ category: null, label: "Attribution", order: 1 });
  });

  it("take the number of a chain's last tie where a link has two", () => {
    const marks = [mark("a", "Claim"), mark("b", "Claim"), mark("c", "hearsay")];
    const [link] = tiedGraph(tied(marks, [tie("chain_1", "a", "c"), tie("chain_1", "b", "c")]), {}).graph
      .links;
    expect(link).toMatchObject({ claims: ["a", "b"], order: 1, trigger: "c" });
  });

  it("say a group by its first member, under the prefix of the file", () => {
    const marks = [mark("a", "Claim"), mark("b", "Claim"), mark("c", "Claim")];
    const { graph } = tiedGraph(tied(marks, [tie("group", "b", "a"), tie("group", "c", "a")]), {});
    expect(readGraph(graph).claims.map(({ group }) => group)).toEqual(["p/a", "p/a", "p/a"]);
  });

  it("law: any fragments at all leave each stretch in exactly one mark", () => {
    const id = fc.constantFrom(..."abcdefgh");
    const ties = fc.array(fc.tuple(id, id), { maxLength: 16 });
    fc.assert(
      fc.property(ties, (pairs) => {
        const marks = Array.from("abcdefgh", (one) => mark(one, "Claim"));
        const { graph } = tiedGraph(
          tied(
            marks,
            pairs.map(([from, to]) => tie("fragment", from, to)),
          ),
          {},
        );
        const starts = graph.marks.flatMap(({ spans }) => spans.map(({ start }) => start));
        expect(starts.toSorted((one, other) => one - other)).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
      }),
    );
  });
});
