import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { problemsOf } from "../../../tests/support/laws/summary.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { DatasetDraft } from "./draft.ts";
import { type GraphCase, graphCases, graphText } from "./graph.cases.ts";
import { type Graph, type GraphLink, type GraphMark, type GraphTie, readGraph } from "./graph.ts";

const index = new CodePointIndex(graphText);
const placeOf = (at: string) => ({ file: "a", line: null, at });
const isRole = (role: string): role is GraphMark["role"] =>
  ["claim", "mention", "cue", "addressee", "event", "hedge"].includes(role);
const isKind = (kind: string): kind is GraphTie["kind"] => ["parent", "same", "hedge"].includes(kind);

function markOf(line: string): GraphMark {
  const [id = "", role = "", words = ""] = line.split(" ");
  if (!isRole(role)) throw new Error(`no role: ${role}`);
  const start = graphText.indexOf(words);
  const spans = [{ start, end: start + words.length }];
  return { id, label: role, role, spans, values: new Map(), place: placeOf(id) };
}

function linkOf(line: string): GraphLink {
  const [id = "", order = "", parts = ""] = line.split(" ");
  const [claims = [], mentions = [], cues = []] = parts
    .split(";")
    .map((list) => list.split(",").filter((one) => one !== ""));
  return {
    id,
    label: "link",
    category: null,
    claims,
    mentions,
    cues,
    addressees: [],
    order: order === "-" ? null : Number(order),
    trigger: null,
    sources: [],
    values: new Map(),
    place: placeOf(id),
  };
}

function tieOf(line: string): GraphTie {
  const [kind = "", from = "", to = ""] = line.split(" ");
  if (!isKind(kind)) throw new Error(`no kind: ${kind}`);
  return { kind, from, to, place: placeOf(kind) };
}

function graphOf({ marks, links, ties }: Pick<GraphCase, "marks" | "links" | "ties">): Graph {
  return {
    article: "a",
    index,
    annotator: null,
    prefix: "",
    marks: marks.map(markOf),
    links: (links ?? []).map(linkOf),
    ties: (ties ?? []).map(tieOf),
  };
}

describe("the claims of a graph", () => {
  it.each(graphCases)("are those of $name", (given) => {
    const read = readGraph(graphOf(given));
    const told = read.claims.map((claim) => {
      const cues = claim.chain.map(({ cue }) => cue.map((span) => index.slice(span)).join("+"));
      const ties = [claim.parent && `in ${claim.parent}`, claim.sameClaimAs && `again ${claim.sameClaimAs}`];
      const own = `${claim.key}: ${[...cues, "/"].join(" ")} ${claim.inheritedLinks}`;
      return [own, ...ties.filter((tie) => tie !== null)].join(" ");
    });
    expect(told).toEqual(given.claims);
    expect(problemsOf({ articles: [], ...read })).toEqual(given.problems ?? []);
  });

  it("law: any ties at all leave every claim in place, and no circle", () => {
    const id = fc.constantFrom("1", "2", "3", "4", "5", "6");
    const tie = fc.tuple(fc.constantFrom("parent", "same"), id, id).map((parts) => parts.join(" "));
    const marks = ["1 claim a", "2 claim b", "3 claim c", "4 claim d", "5 claim e", "6 cue f"];
    fc.assert(
      fc.property(fc.array(tie, { maxLength: 12 }), (ties) => {
        const { claims } = readGraph(graphOf({ marks, ties }));
        expect(claims.map(({ key }) => key)).toEqual(["1", "2", "3", "4", "5"]);
        const parents = new Map(claims.map(({ key, parent }) => [key, parent]));
        for (const { key } of claims) {
          const walked = new Set<string>();
          for (let at: string | null | undefined = key; at; at = parents.get(at)) {
            expect(walked).not.toContain(at);
            walked.add(at);
          }
        }
      }),
    );
  });

  it("law: any links at all give each claim a chain whose first links are its parent's", () => {
    const claim = fc.constantFrom("1", "2", "3");
    const link = fc
      .tuple(fc.constantFrom("-", "1", "2", "3", "4"), claim, fc.constantFrom("4", "5"))
      .map(([order, of, cue]) => `${order} ${of};;${cue}`);
    const marks = ["1 claim a", "2 claim b", "3 claim c", "4 cue d", "5 cue e"];
    const ties = ["parent 2 1", "parent 3 2"];
    fc.assert(
      fc.property(fc.array(link, { maxLength: 8 }), (lines) => {
        const links = lines.map((line, at) => `l${at} ${line}`);
        const { claims } = readGraph(graphOf({ marks, links, ties }));
        const byKey = new Map(claims.map((one) => [one.key, one]));
        for (const { chain, inheritedLinks, parent } of claims) {
          const outer = byKey.get(parent ?? "")?.chain ?? [];
          expect(chain.slice(0, inheritedLinks)).toEqual(outer.slice(0, inheritedLinks));
          expect(inheritedLinks).toBeLessThanOrEqual(chain.length);
        }
      }),
    );
  });
});

describe("a dataset while it is gathered", () => {
  const source = (key: string, name: string) => ({ key, id: key, name, issuedBy: null, article: null });

  it("is empty at first", () => {
    expect(new DatasetDraft().read()).toEqual({ articles: [], sources: [], claims: [], problems: [] });
  });

  it("keeps the first record of each source", () => {
    const draft = new DatasetDraft();
    draft.sources([source("s1", "one"), source("s2", "two")]);
    draft.sources([source("s1", "other")]);
    expect(draft.read().sources.map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("takes in graphs and problems in the order they come", () => {
    const draft = new DatasetDraft();
    draft.graph(graphOf({ marks: ["1 claim a", "2 cue b"] }));
    draft.report([{ ...placeOf("z"), code: "late", message: "Late.", severity: "note" }]);
    const read = draft.read();
    expect(read.claims.map(({ key }) => key)).toEqual(["1"]);
    expect(problemsOf(read)).toEqual(["2 stands-alone (note)", "z late (note)"]);
  });
});
