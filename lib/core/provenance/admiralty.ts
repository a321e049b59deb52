import type { InfoCredibility, SourceReliability } from "./facets.ts";

/** A grade with its exact label and meaning. */
export type Grade<Id> = { readonly id: Id; readonly label: string; readonly definition: string };

/** Admiralty / NATO source reliability. Each descriptor is considered in isolation from credibility: never prefill. */
export const reliabilityGrades: readonly Grade<SourceReliability>[] = [
  {
    id: "A",
    label: "Completely reliable",
    definition: "no doubt of authenticity, trustworthiness, competency; history of complete reliability",
  },
  { id: "B", label: "Usually reliable", definition: "minor doubt; valid information most of the time" },
  { id: "C", label: "Fairly reliable", definition: "doubt, but has provided valid information" },
  {
    id: "D",
    label: "Not usually reliable",
    definition: "significant doubt, but has provided valid information",
  },
  {
    id: "E",
    label: "Unreliable",
    definition: "lacks authenticity, trustworthiness, competency; history of invalid information",
  },
  { id: "F", label: "Reliability cannot be judged", definition: "" },
];

/** Admiralty / NATO information credibility; says nothing about the source. */
export const credibilityGrades: readonly Grade<InfoCredibility>[] = [
  {
    id: 1,
    label: "Confirmed by other sources",
    definition:
      "confirmed by other independent sources; logical in itself; consistent with other information",
  },
  { id: 2, label: "Probably true", definition: "not confirmed; logical; consistent" },
  {
    id: 3,
    label: "Possibly true",
    definition: "not confirmed; reasonably logical; agrees with some other information",
  },
  { id: 4, label: "Doubtful", definition: "not confirmed; possible but not logical; no other information" },
  {
    id: 5,
    label: "Improbable",
    definition: "not confirmed; not logical; contradicted by other information",
  },
  { id: 6, label: "Truth cannot be judged", definition: "" },
];
