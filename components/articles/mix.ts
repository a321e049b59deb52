import { type FamilyId, families } from "#components/provenance-legend/families.ts";
import type { BarSegment } from "#components/ui/stacked-bar.tsx";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import { type ClaimState, claimStates } from "#core/review/state.ts";

type Counts = Readonly<Record<string, number>>;

const stateLook: Readonly<Record<ClaimState, { label: string; color: string }>> = {
  approved: { label: "approved", color: "var(--success)" },
  submitted: { label: "submitted", color: "var(--accent)" },
  changes_requested: { label: "changes requested", color: "var(--warning)" },
  draft: { label: "draft", color: "var(--line-strong)" },
  rejected: { label: "rejected", color: "var(--danger)" },
};
const stateOrder = Object.keys(stateLook) as ClaimState[]; // the record's own keys

/** Claims by state, settled ones first. */
export function stateSegments(states: Counts): BarSegment[] {
  return stateOrder.map((state) => ({ id: state, value: states[state] ?? 0, ...stateLook[state] }));
}

/** Claims by provenance family, in the legend's order; a category the codebook does not know counts as unclear. */
export function familyCounts(codebook: Codebook, provenances: Counts): Record<FamilyId, number> {
  const counts = Object.fromEntries(families.map(({ id }) => [id, 0])) as Record<FamilyId, number>; // every family
  for (const [category, claims] of Object.entries(provenances)) {
    counts[categoryOf(codebook, category)?.family ?? "unclear"] += claims;
  }
  return counts;
}

export function familySegments(codebook: Codebook, provenances: Counts): BarSegment[] {
  const counts = familyCounts(codebook, provenances);
  return families.map(({ id, label }) => ({
    id,
    label,
    value: counts[id],
    color: `var(--family-${id}-line)`,
  }));
}

/** "4 of 12 approved", or what there is to say before anything was handed in. */
export function progressWords(states: Counts): string {
  const total = claimStates.reduce((sum, state) => sum + (states[state] ?? 0), 0);
  if (total === 0) return "no claims yet";
  return `${states.approved ?? 0} of ${total} approved`;
}
