import type { ReadOptions } from "./dataset.ts";

/** The text of every case. Of the first emoji's two units, code points count one. */
export const taskText = "🚢 Ada Reed said it rained. Bo denied that.";

/** Code points of words in the text, and units: one more after the emoji. */
export const places = {
  ship: [0, 1],
  ada: [2, 10],
  said: [11, 15],
  rained: [16, 25],
  bo: [27, 29],
  denied: [30, 36],
  that: [37, 41],
} as const;
export type Words = keyof typeof places;

type Value = Readonly<Record<string, unknown>>;

/** A region on words, or with a value that says otherwise. */
export function region(id: unknown, words: Words, label: string, more: Value = {}): object {
  const [start, end] = places[words];
  const text = [...taskText].slice(start, end).join("");
  return {
    id,
    from_name: "label",
    to_name: "text",
    type: "labels",
    value: { start, end, text, labels: [label], ...more },
  };
}

export const choice = (id: unknown, from_name: string, choices: unknown) => ({
  id,
  from_name,
  type: "choices",
  value: { start: 0, end: 1, text: "x", choices },
});
export const said = (id: unknown, from_name: string, text: unknown) => ({
  id,
  from_name,
  type: "textarea",
  value: { start: 0, end: 1, text },
});
export const relation = (from_id: unknown, to_id: unknown, labels?: unknown, direction = "right") => ({
  type: "relation",
  from_id,
  to_id,
  direction,
  labels,
});

/** The results of one annotation of a task on the text, and what must come out (`summaryOf`, `problemsOf`). */
export type ResultCase = {
  readonly name: string;
  readonly result: unknown;
  readonly roles?: ReadOptions["roles"];
  readonly claims: readonly string[];
  readonly problems?: readonly string[];
};

const at = (number: number) => `/0/annotations/0/result/${number}`;

export const goodResults: readonly ResultCase[] = [
  {
    name: "a region",
    result: [region("a", "rained", "Claim")],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a region whose id is a number",
    result: [region(1, "rained", "Claim")],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a region in units, by its words",
    result: [region("a", "rained", "Claim", { start: 17, end: 26 })],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a region in code points whose words have another white space",
    result: [region("a", "rained", "Claim", { text: "it\nrained" })],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a region in units whose words have another white space",
    result: [region("a", "rained", "Claim", { start: 17, end: 26, text: "it\trained" })],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a region at the end in units, beyond the code points",
    result: [region("a", "that", "Claim", { start: 38, end: 43, text: "that." })],
    claims: ["that. = (Claim)"],
  },
  {
    name: "a region without its words, in code points",
    result: [region("a", "rained", "Claim", { text: undefined })],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "a label that is a category",
    result: [region("a", "rained", "official_readout")],
    claims: ["it rained = (official_readout)"],
  },
  {
    name: "a provenance of the article's own",
    result: [region("a", "rained", "Claim"), choice("a", "Provenance", ["own_observation"])],
    claims: ["it rained = own_observation"],
  },
  {
    name: "a source and a cue tied to a claim without a link between",
    result: [
      region("a", "rained", "Claim"),
      region("b", "ada", "Source"),
      region("c", "said", "Cue"),
      relation("a", "b", ["source"]),
      relation("c", "a", ["whatever"]),
    ],
    claims: ["it rained < (null): Ada Reed / said"],
  },
  {
    name: "a link with its parts, tied in any direction",
    result: [
      region("a", "rained", "Content"),
      region("b", "ada", "Speaker"),
      region("c", "said", "Cue"),
      region("d", "said", "Attribution"),
      relation("d", "a", ["claim"]),
      relation("b", "d", ["of"]),
      relation("c", "d", [], "left"),
    ],
    claims: ["it rained < (Attribution): Ada Reed / said"],
  },
  {
    name: "a chain of two by number",
    result: [
      region("a", "that", "Claim"),
      region("b", "said", "Attribution"),
      region("c", "denied", "Attribution"),
      choice("b", "Provenance", ["named_statement"]),
      choice("c", "Provenance", ["media_report"]),
      relation("a", "b", ["chain_2"]),
      relation("a", "c", ["chain_1"]),
    ],
    claims: ["that < media_report: – / – < named_statement: – / –"],
  },
  {
    name: "a relation turned to the left",
    result: [
      region("a", "that", "Claim"),
      region("b", "said", "Attribution"),
      relation("b", "a", ["chain_1"], "left"),
    ],
    claims: ["that < (Attribution): – / –"],
  },
  {
    name: "fragments, told from the second on",
    result: [
      region("a", "ship", "Claim"),
      region("b", "rained", "Claim"),
      region("c", "that", "Claim"),
      relation("b", "c", ["fragment"]),
      relation("a", "b", ["fragment"]),
    ],
    claims: ["🚢 … it rained … that = (Claim)"],
  },
  {
    name: "fragments tied in a circle, and one to itself",
    result: [
      region("a", "ship", "Claim"),
      region("b", "rained", "Claim"),
      relation("a", "b", ["fragment"]),
      relation("b", "a", ["fragment"]),
      relation("a", "a", ["fragment"]),
    ],
    claims: ["🚢 … it rained = (Claim)"],
  },
  {
    name: "a long row of fragments",
    result: [
      ...(["ship", "ada", "said", "rained", "bo", "denied", "that"] as const).map((words, place) =>
        region(place, words, "Claim"),
      ),
      ...[5, 4, 3, 2, 1, 0].map((place) => relation(place, place + 1, ["fragment"])),
    ],
    claims: ["🚢 … Ada Reed … said … it rained … Bo … denied … that = (Claim)"],
  },
  {
    name: "roles as told",
    result: [
      region("a", "rained", "Saying"),
      region("b", "ada", "Person"),
      region("c", "that", "Noise"),
      relation("a", "b", ["by"]),
    ],
    roles: { Saying: "claim", Person: "mention", Noise: "ignore" },
    claims: ["it rained < (null): Ada Reed / –"],
  },
  {
    name: "two claims of one link",
    result: [
      region("a", "rained", "Claim"),
      region("b", "that", "Claim"),
      region("c", "denied", "Attribution"),
      relation("c", "a", ["x"]),
      relation("c", "b", ["x"]),
    ],
    claims: ["it rained < (Attribution): – / –", "that < (Attribution): – / –"],
  },
  {
    name: "what is said of a region that stands below",
    result: [said("a", "Statement", ["It rained."]), region("a", "rained", "Claim")],
    claims: ["it rained = (Claim)"],
  },
  {
    name: "nothing",
    result: [],
    claims: [],
  },
  {
    name: "no results at all",
    result: undefined,
    claims: [],
  },
];

export const badResults: readonly ResultCase[] = [
  {
    name: "words that stand elsewhere in either unit",
    result: [region("a", "rained", "Claim", { text: "it snowed" })],
    claims: [],
    problems: [`${at(0)} text-differs (row)`],
  },
  {
    name: "a span beyond the text",
    result: [region("a", "rained", "Claim", { end: 999 })],
    claims: [],
    problems: [`${at(0)} span-outside-text (row)`],
  },
  {
    name: "a huge offset",
    result: [region("a", "rained", "Claim", { end: 1e308 })],
    claims: [],
    problems: [`${at(0)} span-not-offsets (row)`],
  },
  {
    name: "a negative offset",
    result: [region("a", "rained", "Claim", { start: -1 })],
    claims: [],
    problems: [`${at(0)} span-not-offsets (row)`],
  },
  {
    name: "offsets in quotes",
    result: [region("a", "rained", "Claim", { start: "16", end: "25" })],
    claims: [],
    problems: [`${at(0)} span-not-offsets (row)`],
  },
  {
    name: "an offset with a point",
    result: [region("a", "rained", "Claim", { start: 16.5 })],
    claims: [],
    problems: [`${at(0)} span-not-offsets (row)`],
  },
  {
    name: "offsets swapped",
    result: [region("a", "rained", "Claim", { start: 25, end: 16 })],
    claims: [],
    problems: [`${at(0)} span-swapped (row)`],
  },
  {
    name: "an empty region",
    result: [region("a", "rained", "Claim", { start: 16, end: 16 })],
    claims: [],
    problems: [`${at(0)} span-empty (row)`],
  },
  {
    name: "a region without a value",
    result: [{ id: "a", type: "labels" }],
    claims: [],
    problems: [`${at(0)} region-unreadable (row)`],
  },
  {
    name: "a region without an id",
    result: [region(undefined, "rained", "Claim")],
    claims: [],
    problems: [`${at(0)} region-unreadable (row)`],
  },
  {
    name: "a region whose labels are no list",
    result: [region("a", "rained", "Claim", { labels: "Claim" })],
    claims: [],
    problems: [`${at(0)} region-unreadable (row)`],
  },
  {
    name: "a region with two labels",
    result: [region("a", "rained", "Claim", { labels: ["Claim", "Quote"] })],
    claims: ["it rained = (Claim)"],
    problems: [`${at(0)} second-label (note)`],
  },
  {
    name: "labels that are no words",
    result: [
      region("a", "rained", "Claim", { labels: [7, null] }),
      region("b", "that", "Claim"),
      region("c", "ada", "Source"),
      relation("b", "c", [7, ""]),
    ],
    claims: ["that < (null): Ada Reed / –"],
    problems: [`${at(0)} region-unreadable (row)`],
  },
  {
    name: "an id that comes twice",
    result: [region("a", "rained", "Claim"), region("a", "that", "Claim")],
    claims: ["it rained = (Claim)"],
    problems: [`${at(1)} duplicate-id (row)`],
  },
  {
    name: "a relation to a region that is not there",
    result: [
      region("a", "rained", "Claim"),
      relation("a", "zz", ["source"]),
      relation("zz", "a", ["source"]),
    ],
    claims: ["it rained = (Claim)"],
    problems: [`${at(1)} unknown-reference (row)`, `${at(2)} unknown-reference (row)`],
  },
  {
    name: "a relation to a region that could not be read",
    result: [
      region("a", "rained", "Claim"),
      region("b", "ada", "Source", { text: "Bo" }),
      relation("a", "b", ["source"]),
      relation("b", "a", ["source"]),
    ],
    claims: ["it rained = (Claim)"],
    problems: [`${at(1)} text-differs (row)`],
  },
  {
    name: "a relation with one end",
    result: [
      region("a", "rained", "Claim"),
      relation("a", undefined, ["source"]),
      relation({}, "a", ["source"]),
    ],
    claims: ["it rained = (Claim)"],
    problems: [`${at(1)} relation-unreadable (row)`, `${at(2)} relation-unreadable (row)`],
  },
  {
    name: "relations that say nothing we know",
    result: [
      region("a", "rained", "Claim"),
      region("b", "that", "Claim"),
      region("c", "ada", "Source"),
      region("d", "said", "Cue"),
      region("e", "ship", "Hedge"),
      relation("a", "b", ["causes"]),
      relation("c", "d", ["of"]),
      relation("a", "e"),
    ],
    claims: ["it rained = (Claim)", "that = (Claim)"],
    problems: [
      `${at(5)} relation-left-out (note)`,
      `${at(6)} relation-left-out (note)`,
      `${at(7)} relation-left-out (note)`,
      `${at(2)} stands-alone (note)`,
      `${at(3)} stands-alone (note)`,
      `${at(4)} stands-alone (note)`,
    ],
  },
  {
    name: "a chain that starts at a source",
    result: [region("a", "ada", "Source"), region("b", "said", "Cue"), relation("a", "b", ["chain_1"])],
    claims: [],
    problems: [`${at(1)} link-without-claim (row)`],
  },
  {
    name: "a link that attributes nothing",
    result: [
      region("a", "said", "Attribution"),
      region("b", "ada", "Source"),
      relation("a", "b", ["source"]),
    ],
    claims: [],
    problems: [`${at(0)} link-without-claim (row)`],
  },
  {
    name: "a chain that begins at the third link",
    result: [
      region("a", "rained", "Claim"),
      region("b", "said", "Attribution"),
      relation("a", "b", ["chain_3"]),
    ],
    claims: ["it rained < (Attribution): – / –"],
    problems: [`${at(0)} chain-incomplete (note)`],
  },
  {
    name: "controls that are none of ours, each named once",
    result: [
      region("a", "rained", "Claim"),
      choice("a", "mood", ["grim"]),
      choice("a", "mood", ["grim"]),
      said(undefined, "Statement", ["x"]),
      said("a", "constructor", ["x"]),
      said("a", "__proto__", ["x"]),
    ],
    claims: ["it rained = (Claim)"],
    problems: [
      `${at(1)} control-left-out (note)`,
      `${at(3)} control-left-out (note)`,
      `${at(4)} control-left-out (note)`,
      `${at(5)} control-left-out (note)`,
    ],
  },
  {
    name: "a control without a name",
    result: [{ id: "a", type: "choices", value: { choices: ["x"] } }],
    claims: [],
    problems: [`${at(0)} control-left-out (note)`],
  },
  {
    name: "results of another type, named once a type",
    result: [
      { id: "a", type: "rectanglelabels", value: {} },
      { id: "b", type: "rectanglelabels", value: {} },
      { id: "c", type: "rating", value: {} },
    ],
    claims: [],
    problems: [`${at(0)} result-left-out (note)`, `${at(2)} result-left-out (note)`],
  },
  {
    name: "results that are no objects",
    result: [null, 7, "labels", [], {}],
    claims: [],
    problems: [0, 1, 2, 3, 4].map((number) => `${at(number)} result-unreadable (row)`),
  },
  {
    name: "values that are on no list",
    result: [region("a", "rained", "Claim"), choice("a", "Kind", ["miracle"])],
    claims: ["it rained = (Claim)"],
    problems: [`${at(0)} unknown-value (note)`],
  },
  {
    name: "a choice that is no list, and one of no words",
    result: [region("a", "rained", "Claim"), choice("a", "Provenance", "hearsay"), choice("a", "Kind", [7])],
    claims: ["it rained = hearsay"],
    problems: [`${at(0)} unknown-value (note)`],
  },
];
