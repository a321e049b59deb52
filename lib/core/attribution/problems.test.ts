import { describe, expect, it } from "vitest";
import { marked } from "../../../tests/support/marked-text.ts";
import type { Codebook } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import {
  carried,
  claimOf,
  courier,
  maria,
  official,
  readout,
  rumour,
  sources,
  unclear,
} from "./attribution-fixtures.cases.ts";
import { chainProblems, type ProblemContext } from "./chain-problems.ts";
import type { ClaimContent, Link } from "./claim.ts";
import { claimProblems } from "./claim-problems.ts";
import { link } from "./link.ts";
import { blocksSaving, type ClaimProblem, type ProblemKind, problemMessage } from "./problems.ts";

const context: ProblemContext = { sources, textLength: 100 };

function problems(claim: ClaimContent, changes: Partial<ProblemContext> = {}): readonly ClaimProblem[] {
  return claimProblems(sourceline1, claim, { ...context, ...changes });
}

/** `kind` of an error, `kind?` of a warning. */
function kinds(claim: ClaimContent, changes: Partial<ProblemContext> = {}): readonly string[] {
  return problems(claim, changes).map(({ kind, severity }) => (severity === "error" ? kind : `${kind}?`));
}

const parent = { id: "p", ancestorIds: ["top"], wholeChain: [courier], spans: [{ start: 5, end: 50 }] };
const elsewhere = new Set(["courier"]);
const span = (start: number, end: number) => [{ start, end }];

describe("a sound claim", () => {
  it.each([
    ["one link", claimOf([maria])],
    ["two hops", claimOf([courier, official])],
    [
      "joint speakers",
      claimOf([{ ...readout, category: "joint_statement", sources: ["readout", "ministry"] }]),
    ],
    ["carried over", claimOf([carried])],
    ["hearsay without a source", claimOf([rumour])],
    ["undescribed without a source", claimOf([{ ...rumour, category: "anonymous_undescribed" }])],
    ["an unclear link without a source", claimOf([unclear])],
    ["own voice", claimOf([])],
    ["unclear without a link", claimOf([], { provenance: "unclear" })],
    ["fragments that touch", claimOf([maria], { spans: [...span(10, 20), ...span(20, 30)] })],
    ["the whole text", claimOf([maria], { spans: span(0, 100) })],
    [
      "flags and overlapping hedges",
      claimOf([maria], {
        flags: ["heading", "desk_2"],
        hedges: [
          { type: "modal", span: { start: 1, end: 9 } },
          { type: "reportative", span: { start: 0, end: 5 } },
        ],
      }),
    ],
  ])("has no problems: %s", (_name, claim) => {
    expect(problems(claim)).toEqual([]);
  });

  it("may be nested inside its parent's range, between the parent's fragments too", () => {
    const torn = { ...parent, spans: [...span(5, 9), ...span(40, 50)] };
    const child = claimOf([official], { parentId: "p", provenance: "media_report" });
    expect(problems(child, { parent: torn, claimId: "c" })).toEqual([]);
  });
});

const quoted: Partial<Link> = { cue: [{ start: 5, end: 9 }] };
const off = new Set(["media_report", "own_analysis"]);

/** One row a rule: what is wrong, the claim, its context, and exactly the problems found. */
const rows: readonly (readonly [string, ClaimContent, Partial<ProblemContext>, readonly string[]])[] = [
  ["unknown category", claimOf([{ ...maria, category: "gossip" }]), {}, ["unknown_category"]],
  ["unknown provenance", claimOf([], { provenance: "gossip" }), {}, ["unknown_category"]],
  ["category switched off", claimOf([courier]), { switchedOff: off }, ["switched_off_category"]],
  [
    "switched off, already used",
    claimOf([courier]),
    { switchedOff: off, before: claimOf([courier]) },
    ["switched_off_category?"],
  ],
  [
    "switched off, used deeper",
    claimOf([courier]),
    { switchedOff: off, before: claimOf([maria, courier]) },
    ["switched_off_category?"],
  ],
  [
    "switched off, used by another edit",
    claimOf([courier]),
    { switchedOff: off, before: claimOf([maria]) },
    ["switched_off_category"],
  ],
  ["own voice switched off", claimOf([]), { switchedOff: off }, ["switched_off_category"]],
  ["own voice as a link", claimOf([link({ ...maria, category: "own_analysis" })]), {}, ["own_voice_link"]],
  ["no source", claimOf([{ ...maria, sources: [] }]), {}, ["missing_source"]],
  ["no source for a described one", claimOf([{ ...official, sources: [] }]), {}, ["missing_source"]],
  ["a source for hearsay", claimOf([{ ...rumour, sources: ["official"] }]), {}, ["unexpected_source?"]],
  ["a source nobody registered", claimOf([{ ...maria, sources: ["ghost"] }]), {}, ["unknown_source"]],
  [
    "one source twice in a link",
    claimOf([{ ...maria, sources: ["maria", "maria"] }]),
    {},
    ["repeated_source"],
  ],
  ["one source twice in a row", claimOf([maria, maria]), {}, ["circular_source?"]],
  ["a circle over another", claimOf([courier, official, courier]), {}, ["circular_source?"]],
  ["an anonymous named source", claimOf([{ ...official, sources: ["maria"] }]), {}, ["named_but_anonymous?"]],
  [
    "a named statement by nobody named",
    claimOf([{ ...maria, sources: ["official"] }]),
    {},
    ["unnamed_but_named_statement?"],
  ],
  ["no basis", claimOf([{ ...carried, basis: null }]), {}, ["basis_missing"]],
  [
    "a basis although explicit",
    claimOf([{ ...maria, basis: "carried_over" }]),
    {},
    ["basis_without_carrying"],
  ],
  ["carried over with a cue", claimOf([{ ...carried, ...quoted }]), {}, ["carried_over_with_cue?"]],
  [
    "carried over from nowhere",
    claimOf([carried]),
    { attributedElsewhere: elsewhere },
    ["nothing_to_carry_over?"],
  ],
  [
    "carried over from somewhere",
    claimOf([{ ...carried, sources: ["courier"] }]),
    { attributedElsewhere: elsewhere },
    [],
  ],
  ["nothing marked", claimOf([{ ...maria, mention: [], cue: [] }]), {}, ["nothing_marked?"]],
  ["a mention outside the text", claimOf([{ ...maria, mention: span(99, 101) }]), {}, ["bad_span"]],
  ["an empty cue", claimOf([{ ...maria, cue: span(5, 5) }]), {}, ["bad_span"]],
  ["an addressee before the text", claimOf([{ ...maria, addressee: span(-1, 5) }]), {}, ["bad_span"]],
  [
    "a hedge outside the text",
    claimOf([maria], { hedges: [{ type: "modal", span: { start: 0, end: 999 } }] }),
    {},
    ["bad_span"],
  ],
  ["no words", claimOf([maria], { spans: [] }), {}, ["no_spans"]],
  ["no statement", claimOf([maria], { statement: " " }), {}, ["no_statement?"]],
  ["no chain", claimOf([], { provenance: "official_readout" }), {}, ["missing_chain"]],
  [
    "provenance against link 1",
    claimOf([maria], { provenance: "expert_opinion" }),
    {},
    ["provenance_disagrees"],
  ],
  ["own voice with a chain", claimOf([maria], { provenance: "own_analysis" }), {}, ["provenance_disagrees"]],
  ["a parent nobody has", claimOf([maria], { parentId: "q" }), {}, ["unknown_parent"]],
  ["another parent than the one given", claimOf([maria], { parentId: "q" }), { parent }, ["unknown_parent"]],
  [
    "nested in itself",
    claimOf([official], { parentId: "p", provenance: "media_report" }),
    { parent, claimId: "p" },
    ["nested_in_itself"],
  ],
  [
    "nested below itself",
    claimOf([official], { parentId: "p", provenance: "media_report" }),
    { parent, claimId: "top" },
    ["nested_in_itself"],
  ],
  [
    "nested without a link",
    claimOf([], { parentId: "p", provenance: "media_report" }),
    { parent },
    ["no_own_link"],
  ],
  [
    "nested before the parent",
    claimOf([official], { parentId: "p", provenance: "media_report", spans: span(4, 20) }),
    { parent },
    ["outside_parent"],
  ],
  [
    "nested beyond the parent",
    claimOf([official], { parentId: "p", provenance: "media_report", spans: span(40, 51) }),
    { parent },
    ["outside_parent"],
  ],
  [
    "nested provenance of its own link",
    claimOf([official], { parentId: "p" }),
    { parent },
    ["provenance_disagrees"],
  ],
  [
    "nested back to the parent's source",
    claimOf([courier], { parentId: "p" }),
    { parent },
    ["circular_source?"],
  ],
  ["a flag that is no slug", claimOf([maria], { flags: ["Not a slug"] }), {}, ["bad_flag"]],
];

describe("problems", () => {
  it.each(rows)("of a claim with %s", (_name, claim, changes, expected) => {
    expect(kinds(claim, changes)).toEqual(expected);
    expect(blocksSaving(problems(claim, changes))).toBe(expected.some((kind) => !kind.endsWith("?")));
  });

  it("of a retired category block new use only", () => {
    const book: Codebook = {
      ...sourceline1,
      categories: sourceline1.categories.map((category) => ({
        ...category,
        isRetired: category.id === "media_report",
      })),
    };
    const found = (before: ClaimContent | null) =>
      claimProblems(book, claimOf([courier]), { ...context, before });
    expect(found(null)).toMatchObject([{ kind: "retired_category", severity: "error" }]);
    expect(found(claimOf([courier]))).toMatchObject([{ kind: "retired_category", severity: "warning" }]);
  });

  it("say which own link and which order in the whole chain", () => {
    const child = claimOf([official, { ...maria, sources: [] }], {
      parentId: "p",
      provenance: "media_report",
    });
    expect(problems(child, { parent })).toEqual([
      { kind: "missing_source", severity: "error", category: "named_statement", link: 1, order: 3 },
    ]);
  });

  it("do not take over a parent the claim is not nested in", () => {
    expect(chainProblems(sourceline1, claimOf([courier]), { ...context, parent })).toEqual([]);
  });
});

describe("fragments", () => {
  it.each([
    ["not_an_offset", [{ start: 0.5, end: 3 }], 0],
    ["not_an_offset", [{ start: 0, end: Number.NaN }], 0],
    ["not_an_offset", [{ start: -1, end: 3 }], 0],
    ["empty", [{ start: 3, end: 2 }], 0],
    ["outside_text", [{ start: 90, end: 101 }], 0],
    [
      "overlapping",
      [
        { start: 0, end: 5 },
        { start: 4, end: 9 },
      ],
      1,
    ],
    [
      "overlapping",
      [
        { start: 4, end: 9 },
        { start: 0, end: 5 },
      ],
      1,
    ],
    [
      "out_of_order",
      [
        { start: 5, end: 9 },
        { start: 0, end: 5 },
      ],
      1,
    ],
  ] as const)("are %s: %j", (fault, spans, index) => {
    expect(problems(claimOf([maria], { spans }))).toEqual([
      { kind: "bad_span", severity: "error", field: "spans", span: index, fault, link: null, order: null },
    ]);
  });

  it("are counted in code points, so that an emoji is one", () => {
    const { text, spans } = marked("🌧️ fell, [she 😀 said]");
    const textLength = [...text].length;
    expect(problems(claimOf([maria], { spans }), { textLength })).toEqual([]);
    expect(kinds(claimOf([maria], { spans }), { textLength: textLength - 1 })).toContain("bad_span");
  });
});

describe("messages", () => {
  const found = new Map<ProblemKind, ClaimProblem>();
  for (const [, claim, changes] of rows)
    for (const each of problems(claim, changes)) found.set(each.kind, each);
  const retired: ClaimProblem = {
    kind: "retired_category",
    severity: "error",
    category: "hearsay",
    link: 0,
    order: 1,
  };
  found.set(retired.kind, retired);

  it.each([...found.values()])("say $kind in plain words", (problem) => {
    const message = problemMessage(problem, sourceline1);
    expect(message).toMatch(/^["“A-Z].*\.$/su);
    expect(message).not.toMatch(/_|undefined|null/);
  });

  it("are as many as there are kinds", () => {
    expect(found.size).toBe(26);
  });

  it("call categories by their label and links by their order", () => {
    const [problem] = problems(claimOf([{ ...maria, sources: [] }]));
    expect(problem && problemMessage(problem, sourceline1)).toBe(
      "Link 1: “Named person on the record” needs a source. Pick or create one.",
    );
  });

  it("fall back on the id of a category the codebook does not know", () => {
    const [problem] = problems(claimOf([], { provenance: "gossip" }));
    expect(problem && problemMessage(problem, sourceline1)).toBe(
      "The codebook has no category “gossip”. Choose another.",
    );
  });
});
