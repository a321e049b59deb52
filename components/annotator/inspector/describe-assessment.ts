import { credibilityGrades, reliabilityGrades } from "#core/provenance/admiralty.ts";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { Assessment } from "#lib/contracts/claims.ts";

/** One editor's judgement in a line: what was not judged is left out. */
export function describeAssessment(given: Assessment): string {
  const reliability = reliabilityGrades.find(({ id }) => id === given.sourceReliability);
  const credibility = credibilityGrades.find(({ id }) => id === given.infoCredibility);
  const parts = [
    reliability && `Source ${reliability.id}, ${reliability.label.toLowerCase()}`,
    credibility && `information ${credibility.id}, ${credibility.label.toLowerCase()}`,
    given.attributionFidelity &&
      `attribution ${facetLabels.fidelity[given.attributionFidelity].label.toLowerCase()}`,
    given.verification && facetLabels.verification[given.verification].label.toLowerCase(),
    given.confidence && `${facetLabels.confidence[given.confidence].label.toLowerCase()} confidence`,
  ].filter(Boolean);
  return parts.length === 0 ? "Nothing judged yet." : `${parts.join("; ")}.`;
}

/** Grades at the ends of the scales say something strong, and so need their reasons (domain.md). */
export function needsRationale(given: Pick<Assessment, "sourceReliability" | "infoCredibility">): boolean {
  const { sourceReliability, infoCredibility } = given;
  return (
    sourceReliability === "A" || sourceReliability === "E" || infoCredibility === 1 || infoCredibility === 5
  );
}
