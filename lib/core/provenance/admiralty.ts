import grades from "./admiralty.codebook.json" with { type: "json" };
import type { InfoCredibility, SourceReliability } from "./facets.ts";

/** A grade with its exact label and meaning. */
export type Grade<Id> = { readonly id: Id; readonly label: string; readonly definition: string };

// Reason for both `as`: the compiler reads an id in JSON as any text or number; the test holds them to the lists.
/** Admiralty / NATO source reliability. Each descriptor is considered in isolation from credibility: never prefill. */
export const reliabilityGrades = grades.reliability as readonly Grade<SourceReliability>[];

/** Admiralty / NATO information credibility; says nothing about the source. */
export const credibilityGrades = grades.credibility as readonly Grade<InfoCredibility>[];
