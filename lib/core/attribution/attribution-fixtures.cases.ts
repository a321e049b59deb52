import type { Identification } from "../provenance/facets.ts";
import type { ClaimContent, Link } from "./claim.ts";
import { claimContent, link } from "./link.ts";

/** Registry used by the tests of chains. */
export const sources: ReadonlyMap<string, { readonly identification: Identification }> = new Map([
  ["courier", { identification: "named_institution" }],
  ["ministry", { identification: "named_institution" }],
  ["maria", { identification: "named_person" }],
  ["official", { identification: "unnamed_described" }],
  ["readout", { identification: "named_document" }],
]);

const said: Partial<Link> = { mention: [{ start: 0, end: 4 }], cue: [{ start: 5, end: 9 }] };

export const courier = link({ category: "media_report", sources: ["courier"], ...said });
export const official = link({ category: "anonymous_described", sources: ["official"], ...said });
export const maria = link({ category: "named_statement", sources: ["maria"], ...said });
export const readout = link({ category: "official_readout", sources: ["readout"], ...said });
export const carried = link({
  category: "official_readout",
  sources: ["readout"],
  explicit: false,
  basis: "carried_over",
});
export const rumour = link({ category: "hearsay", ...said });
export const unclear = link({ category: "unclear", ...said });

/** A claim of one fragment with a statement, so that only what a test adds can be a problem. */
export function claimOf(chain: readonly Link[], changes: Partial<ClaimContent> = {}): ClaimContent {
  return claimContent({
    spans: [{ start: 10, end: 20 }],
    statement: "It rained.",
    chain,
    ...(chain.length === 0 ? { provenance: "own_analysis" } : {}),
    ...changes,
  });
}
