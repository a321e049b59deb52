import { carried, courier, maria, official, readout, rumour, unclear } from "./attribution-fixtures.cases.ts";
import type { Chain } from "./chain.ts";
import { link } from "./link.ts";

const transcript = link({ category: "official_transcript", sources: ["ministry"] });
const joint = link({ category: "joint_statement", sources: ["ministry", "readout"] });
const undescribed = link({ category: "anonymous_undescribed" });
const fromElsewhere = link({ category: "of_another_codebook", sources: ["courier"] });
const stillCarried = (hop: Chain[number]) => ({ ...hop, explicit: false, basis: "carried_over" as const });

/**
 * What each chain comes to. `weakest` is the index of the weakest link, its rank behind it, or `unclear`; `unranked`
 * the links that have no rank. Ranks are the codebook's (rules.md 1): the higher, the harder to check.
 */
export const readings: readonly {
  readonly name: string;
  readonly chain: Chain;
  readonly provenance: string;
  readonly origin: string;
  readonly weakest: readonly [index: number, rank: number] | "unclear";
  readonly unranked?: readonly number[];
  readonly isAnonymous?: boolean;
  readonly isCarriedOver?: boolean;
}[] = [
  {
    name: "a transcript",
    chain: [transcript],
    provenance: "official_transcript",
    origin: "official_transcript",
    weakest: [0, 1],
  },
  {
    name: "a paper on a transcript: the paper is the weaker",
    chain: [courier, transcript],
    provenance: "media_report",
    origin: "official_transcript",
    weakest: [0, 5],
  },
  {
    name: "a paper on an official on a rumour",
    chain: [courier, official, rumour],
    provenance: "media_report",
    origin: "hearsay",
    weakest: [2, 8],
    isAnonymous: true,
  },
  {
    name: "an official in the middle of three",
    chain: [transcript, official, maria],
    provenance: "official_transcript",
    origin: "named_statement",
    weakest: [1, 6],
    isAnonymous: true,
  },
  {
    name: "a tie of two: the outer one is named",
    chain: [readout, maria],
    provenance: "official_readout",
    origin: "named_statement",
    weakest: [0, 3],
  },
  {
    name: "a tie of three",
    chain: [maria, readout, maria],
    provenance: "named_statement",
    origin: "named_statement",
    weakest: [0, 3],
  },
  {
    name: "a tie that only carrying over makes",
    chain: [stillCarried(joint), readout],
    provenance: "joint_statement",
    origin: "official_readout",
    weakest: [0, 3],
    isCarriedOver: true,
  },
  {
    name: "a tie that carrying over breaks",
    chain: [maria, carried],
    provenance: "named_statement",
    origin: "official_readout",
    weakest: [1, 4],
    isCarriedOver: true,
  },
  {
    name: "carried over, and still the stronger",
    chain: [stillCarried(transcript), courier],
    provenance: "official_transcript",
    origin: "media_report",
    weakest: [1, 5],
    isCarriedOver: true,
  },
  {
    name: "a carried-over rumour: weaker than anything the codebook ranks",
    chain: [courier, stillCarried(rumour)],
    provenance: "media_report",
    origin: "hearsay",
    weakest: [1, 9],
    isAnonymous: true,
    isCarriedOver: true,
  },
  {
    name: "nobody described",
    chain: [undescribed],
    provenance: "anonymous_undescribed",
    origin: "anonymous_undescribed",
    weakest: [0, 7],
    isAnonymous: true,
  },
  {
    name: "an unclear link between two that are clear",
    chain: [courier, unclear, maria],
    provenance: "media_report",
    origin: "named_statement",
    weakest: [0, 5],
    unranked: [1],
  },
  {
    name: "a category this codebook does not know",
    chain: [fromElsewhere, transcript],
    provenance: "of_another_codebook",
    origin: "official_transcript",
    weakest: [1, 1],
    unranked: [0],
  },
  {
    name: "nothing but unclear, also when carried over",
    chain: [unclear, stillCarried(unclear)],
    provenance: "unclear",
    origin: "unclear",
    weakest: "unclear",
    unranked: [0, 1],
    isCarriedOver: true,
  },
];

/** Chains of a parent and of what is said to be its child's, and the first link that is not the parent's. */
export const nestings: readonly {
  readonly name: string;
  readonly parent: Chain;
  readonly whole: Chain;
  readonly own?: Chain;
  readonly differsAt?: number;
}[] = [
  { name: "no parent's link", parent: [], whole: [courier], own: [courier] },
  { name: "one link below one", parent: [courier], whole: [courier, official], own: [official] },
  {
    name: "two links below one",
    parent: [courier],
    whole: [courier, official, maria],
    own: [official, maria],
  },
  {
    name: "one link below two",
    parent: [courier, official],
    whole: [courier, official, maria],
    own: [maria],
  },
  { name: "the parent's own chain again", parent: [courier, official], whole: [courier, official], own: [] },
  { name: "the same source twice in a row", parent: [courier], whole: [courier, courier], own: [courier] },
  { name: "nothing", parent: [courier], whole: [], differsAt: 1 },
  { name: "half of the parent's", parent: [courier, official], whole: [courier], differsAt: 2 },
  { name: "another first link", parent: [courier], whole: [maria, courier], differsAt: 1 },
  { name: "the two exchanged", parent: [courier, official], whole: [official, courier], differsAt: 1 },
  {
    name: "the last exchanged",
    parent: [courier, official],
    whole: [courier, maria, official],
    differsAt: 2,
  },
  {
    name: "another facet of a link",
    parent: [courier],
    whole: [{ ...courier, polarity: "negative" }],
    differsAt: 1,
  },
  {
    name: "another mark on a link",
    parent: [courier, official],
    whole: [courier, { ...official, cue: [{ start: 5, end: 10 }] }],
    differsAt: 2,
  },
];
