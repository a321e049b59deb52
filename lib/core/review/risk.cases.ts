import {
  carried,
  courier,
  maria,
  official,
  readout,
  rumour,
  unclear,
} from "../attribution/attribution-fixtures.cases.ts";
import type { Chain } from "../attribution/chain.ts";
import { link } from "../attribution/link.ts";
import type { RiskReason } from "./risk.ts";

const joint = link({ category: "joint_statement", sources: ["ministry", "readout"] });
const fromElsewhere = link({ category: "of_another_codebook", sources: ["courier"] });

/** What each chain gives a reviewer to look at. */
export const risks: readonly {
  readonly name: string;
  readonly chain: Chain;
  readonly reasons: readonly RiskReason[];
}[] = [
  { name: "no link at all", chain: [], reasons: [] },
  { name: "a joint statement of two", chain: [joint], reasons: [] },
  { name: "one named person", chain: [maria], reasons: ["single_source"] },
  { name: "one unnamed official", chain: [official], reasons: ["anonymous_weakest_link", "single_source"] },
  { name: "a rumour, of nobody knows how many", chain: [rumour], reasons: ["anonymous_weakest_link"] },
  { name: "an unclear link, which has no rank", chain: [unclear], reasons: [] },
  { name: "a category this codebook does not know", chain: [fromElsewhere], reasons: ["single_source"] },
  { name: "one paper on two who spoke together", chain: [courier, joint], reasons: [] },
  { name: "two links", chain: [courier, maria], reasons: ["single_source"] },
  {
    name: "three links, all named",
    chain: [courier, readout, maria],
    reasons: ["single_source", "long_chain"],
  },
  {
    name: "an unnamed official between a paper and two who spoke together",
    chain: [courier, official, joint],
    reasons: ["anonymous_weakest_link", "long_chain"],
  },
  {
    name: "four links down to an unnamed official",
    chain: [courier, carried, maria, official],
    reasons: ["anonymous_weakest_link", "single_source", "long_chain"],
  },
  {
    name: "a carried-over paper that ties with the unnamed official below it: the outer one is the weakest",
    chain: [{ ...courier, explicit: false, basis: "carried_over" }, official],
    reasons: ["single_source"],
  },
];
