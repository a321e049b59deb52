import type { ReadOptions } from "./dataset.ts";

/** The text of every case; words of it are written as their offsets in code points. */
export const lineText = "🚢 Ada Reed said it rained. Bo denied that.";

/** Keys of one line beside its text, and what must come out (`summaryOf`, `problemsOf`). */
export type LineCase = {
  readonly name: string;
  readonly line: Readonly<Record<string, unknown>>;
  readonly roles?: ReadOptions["roles"];
  readonly claims: readonly string[];
  readonly problems?: readonly string[];
};

export const entity = (id: unknown, start_offset: unknown, end_offset: unknown, label: unknown) => ({
  id,
  start_offset,
  end_offset,
  label,
});
export const relation = (from_id: unknown, to_id: unknown, type: unknown) => ({
  id: 1,
  from_id,
  to_id,
  type,
});

export const goodLines: readonly LineCase[] = [
  {
    name: "an entity",
    line: { entities: [entity(1, 16, 25, "Claim")] },
    claims: ["it rained = (Claim)"],
  },
  {
    name: "an entity on an emoji",
    line: { entities: [entity(1, 0, 1, "Claim")] },
    claims: ["🚢 = (Claim)"],
  },
  {
    name: "an entity without an id",
    line: { entities: [entity(undefined, 16, 25, "Claim"), entity(undefined, 27, 29, "Claim")] },
    claims: ["it rained = (Claim)", "Bo = (Claim)"],
  },
  {
    name: "triples under label",
    line: { label: [[16, 25, "official_readout"]] },
    claims: ["it rained = (official_readout)"],
  },
  {
    name: "triples under labels",
    line: {
      labels: [
        [16, 25, "Claim"],
        [27, 29, "Rumour"],
      ],
    },
    claims: ["it rained = (Claim)", "Bo = (Rumour)"],
  },
  {
    name: "a claim in the article's own voice",
    line: {
      entities: [entity(1, 16, 25, "Claim"), entity(2, 16, 25, "own_observation")],
      relations: [relation(1, 2, "chain_0")],
    },
    claims: ["it rained = own_observation"],
  },
  {
    name: "a chain of two with its parts",
    line: {
      entities: [
        entity(1, 16, 25, "Claim"),
        entity(2, 2, 10, "Source"),
        entity(3, 11, 15, "Cue"),
        entity(4, 11, 15, "named_statement"),
        entity(5, 0, 1, "media_report"),
      ],
      relations: [
        relation(1, 4, "chain_2"),
        relation(1, 5, "chain_1"),
        relation(4, 2, "source"),
        relation(4, 3, "cue"),
      ],
    },
    claims: ["it rained < media_report: – / – < named_statement: Ada Reed / said"],
  },
  {
    name: "a nested claim that adds one link",
    line: {
      entities: [
        entity(1, 16, 25, "Claim"),
        entity(2, 0, 1, "media_report"),
        entity(3, 37, 41, "Claim"),
        entity(4, 30, 36, "hearsay"),
      ],
      relations: [relation(1, 2, "chain_1"), relation(3, 4, "chain_2"), relation(3, 1, "nested_in")],
    },
    claims: ["it rained < media_report: – / –", "that < media_report: – / – < hearsay: – / –"],
  },
  {
    name: "a nested claim whose whole chain is there",
    line: {
      entities: [
        entity(1, 16, 25, "Claim"),
        entity(2, 0, 1, "media_report"),
        entity(3, 37, 41, "Claim"),
        entity(4, 0, 1, "media_report"),
        entity(5, 30, 36, "hearsay"),
      ],
      relations: [
        relation(1, 2, "chain_1"),
        relation(3, 4, "chain_1"),
        relation(3, 5, "chain_2"),
        relation(3, 1, "nested_in"),
      ],
    },
    claims: ["it rained < media_report: – / –", "that < media_report: – / – < hearsay: – / –"],
  },
  {
    name: "fragments",
    line: {
      entities: [entity(1, 27, 29, "Claim"), entity(2, 37, 41, "Claim")],
      relations: [relation(1, 2, "fragment")],
    },
    claims: ["Bo … that = (Claim)"],
  },
  {
    name: "a label that is a role in other words",
    line: {
      entities: [entity(1, 16, 25, "Quote"), entity(2, 2, 10, "Speaker")],
      relations: [relation(2, 1, "said")],
    },
    claims: ["it rained < (null): Ada Reed / –"],
  },
  {
    name: "roles as told",
    line: {
      entities: [entity(1, 16, 25, "S"), entity(2, 2, 10, "P"), entity(3, 0, 1, "N")],
      relations: [relation(1, 2, "x"), relation(3, 1, "x")],
    },
    roles: { S: "claim", P: "mention", N: "ignore" },
    claims: ["it rained < (null): Ada Reed / –"],
  },
  {
    name: "nothing",
    line: { entities: [], relations: [], Comments: [] },
    claims: [],
  },
  {
    name: "keys that hold nothing",
    line: { entities: null, relations: null, label: null, Comments: null },
    claims: [],
  },
];

export const badLines: readonly LineCase[] = [
  {
    name: "an end beyond the text",
    line: { entities: [entity(1, 16, 999, "Claim")] },
    claims: [],
    problems: ["1:/entities/0 span-outside-text (row)"],
  },
  {
    name: "a negative start",
    line: { entities: [entity(1, -1, 5, "Claim")] },
    claims: [],
    problems: ["1:/entities/0 span-not-offsets (row)"],
  },
  {
    name: "an offset with a point",
    line: { entities: [entity(1, 0.5, 5, "Claim")] },
    claims: [],
    problems: ["1:/entities/0 span-not-offsets (row)"],
  },
  {
    name: "an offset in quotes",
    line: { entities: [entity(1, "0", 5, "Claim")] },
    claims: [],
    problems: ["1:/entities/0 span-not-offsets (row)"],
  },
  {
    name: "a huge offset",
    line: { entities: [entity(1, 0, 1e308, "Claim")] },
    claims: [],
    problems: ["1:/entities/0 span-not-offsets (row)"],
  },
  {
    name: "offsets swapped",
    line: { label: [[25, 16, "Claim"]] },
    claims: [],
    problems: ["1:/label/0 span-swapped (row)"],
  },
  {
    name: "an empty span",
    line: { labels: [[16, 16, "Claim"]] },
    claims: [],
    problems: ["1:/labels/0 span-empty (row)"],
  },
  {
    name: "labels of the whole text",
    line: { label: ["positive"] },
    claims: [],
    problems: ["1:/label/0 span-not-offsets (row)", "1:/label/0 label-missing (row)"],
  },
  {
    name: "an entity without a label",
    line: { entities: [entity(1, 16, 25, null), entity(2, 16, 25, "")] },
    claims: [],
    problems: ["1:/entities/0 label-missing (row)", "1:/entities/1 label-missing (row)"],
  },
  {
    name: "an entity that is none",
    line: { entities: [7, null, "x", []] },
    claims: [],
    problems: [0, 1, 2, 3].flatMap((at) => [
      `1:/entities/${at} span-not-offsets (row)`,
      `1:/entities/${at} label-missing (row)`,
    ]),
  },
  {
    name: "an id that comes twice",
    line: { entities: [entity(1, 16, 25, "Claim"), entity(1, 27, 29, "Claim")] },
    claims: ["it rained = (Claim)"],
    problems: ["1:/entities/1 duplicate-id (row)"],
  },
  {
    name: "a relation to nothing",
    line: { entities: [entity(1, 16, 25, "Claim")], relations: [relation(1, 9, "source")] },
    claims: ["it rained = (Claim)"],
    problems: ["1:/relations/0 unknown-reference (row)"],
  },
  {
    name: "a relation to an entity that could not be read",
    line: {
      entities: [entity(1, 16, 25, "Claim"), entity(2, 16, 999, "Source")],
      relations: [relation(1, 2, "source")],
    },
    claims: ["it rained = (Claim)"],
    problems: ["1:/entities/1 span-outside-text (row)"],
  },
  {
    name: "relations without an end or a type",
    line: {
      entities: [entity(1, 16, 25, "Claim")],
      relations: [relation(1, null, "x"), relation(undefined, 1, "x"), relation(1, 1, 7), 7],
    },
    claims: ["it rained = (Claim)"],
    problems: [0, 1, 2, 3].map((at) => `1:/relations/${at} relation-unreadable (row)`),
  },
  {
    name: "a relation that is none of ours",
    line: {
      entities: [entity(1, 16, 25, "Claim"), entity(2, 27, 29, "Claim")],
      relations: [relation(1, 2, "causes")],
    },
    claims: ["it rained = (Claim)", "Bo = (Claim)"],
    problems: ["1:/relations/0 relation-left-out (note)"],
  },
  {
    name: "a chain beyond counting",
    line: {
      entities: [entity(1, 16, 25, "Claim"), entity(2, 0, 1, "hearsay")],
      relations: [relation(1, 2, "chain_99999")],
    },
    claims: ["it rained = (Claim)", "🚢 = (hearsay)"],
    problems: ["1:/relations/0 relation-left-out (note)"],
  },
  {
    name: "comments that are none of ours",
    line: { entities: [entity(1, 16, 25, "Claim")], Comments: ["sure?", "#x: y", 7, "#1:no space"] },
    claims: ["it rained = (Claim)"],
    problems: [0, 1, 2, 3].map((at) => `1:/Comments/${at} note-left-out (note)`),
  },
  {
    name: "a hedge of no known type",
    line: {
      entities: [entity(1, 16, 25, "Claim"), entity(2, 0, 1, "hedge_wild")],
      relations: [relation(1, 2, "hedge")],
    },
    claims: ["it rained = (Claim)"],
    problems: ["1:/entities/1 unknown-value (note)", "1:/entities/1 hedge-without-type (note)"],
  },
  {
    name: "keys that reach for a prototype",
    line: JSON.parse(
      '{"entities":[{"id":"__proto__","start_offset":16,"end_offset":25,"label":"__proto__"}],"relations":[{"from_id":"__proto__","to_id":"constructor","type":"x"}]}',
    ),
    claims: ["it rained = (__proto__)"],
    problems: ["1:/relations/0 unknown-reference (row)"],
  },
];
