import { describe, expect, it } from "vitest";
import { credibilityGrades, reliabilityGrades } from "./admiralty.ts";
import { facetLabels } from "./facet-labels.ts";
import * as facets from "./facets.ts";

const lists: readonly (readonly [keyof typeof facetLabels, readonly string[]])[] = [
  ["kind", facets.claimKinds],
  ["act", facets.acts],
  ["directness", facets.directnesses],
  ["cueStance", facets.cueStances],
  ["polarity", facets.polarities],
  ["basis", facets.bases],
  ["attributionStatus", facets.attributionStatuses],
  ["channel", facets.channels],
  ["hedge", facets.hedgeTypes],
  ["flag", facets.claimFlags],
  ["sourceType", facets.sourceTypes],
  ["documentType", facets.documentTypes],
  ["identification", facets.identifications],
  ["fidelity", facets.fidelities],
  ["verification", facets.verifications],
  ["confidence", facets.confidences],
];

describe("facet labels", () => {
  it.each(lists)("name every value of %s once and in order", (facet, values) => {
    expect(Object.keys(facetLabels[facet])).toEqual([...values]);
    const labels = Object.values(facetLabels[facet]).map(({ label }) => label);
    expect(new Set(labels).size).toBe(values.length);
    expect(labels).not.toContain("");
  });

  it("cover every facet there is", () => {
    expect(lists.map(([facet]) => facet)).toEqual(Object.keys(facetLabels));
  });
});

describe("Admiralty grades", () => {
  it("carry the exact labels, A to F", () => {
    expect(reliabilityGrades.map(({ id, label }) => `${id} ${label}`)).toEqual([
      "A Completely reliable",
      "B Usually reliable",
      "C Fairly reliable",
      "D Not usually reliable",
      "E Unreliable",
      "F Reliability cannot be judged",
    ]);
  });

  it("carry the exact labels, 1 to 6", () => {
    expect(credibilityGrades.map(({ id, label }) => `${id} ${label}`)).toEqual([
      "1 Confirmed by other sources",
      "2 Probably true",
      "3 Possibly true",
      "4 Doubtful",
      "5 Improbable",
      "6 Truth cannot be judged",
    ]);
  });
});
