/** Approvals a claim needs, as one chooses them. */
export const approvalOptions = [
  {
    value: "0",
    label: "No review",
    hint: "Nobody approves. Exports hold what was submitted, and say “not reviewed”.",
  },
  { value: "1", label: "One approval", hint: "One reviewer, who is not the claim’s author." },
  { value: "2", label: "Two approvals", hint: "Two reviewers, neither of them the claim’s author." },
] as const;
export type Approvals = (typeof approvalOptions)[number]["value"];

export const modeOptions = [
  { value: "shared", label: "Shared", hint: "Everybody works on the same claims, and sees each other." },
  {
    value: "blind",
    label: "Blind",
    hint: "Each editor marks alone, and sees the others’ claims once they are released.",
  },
] as const;

export function approvalsOf(needed: number): Approvals {
  return needed === 0 ? "0" : needed === 1 ? "1" : "2";
}

export const approvalWords = (needed: number) => approvalOptions[needed]?.label ?? `${needed} approvals`;

/** How many people code each article of a blind project, as one chooses them. */
export const layerOptions = [
  { value: "1", label: "1" },
  { value: "2", label: "2" },
  { value: "3", label: "3" },
  { value: "4", label: "4" },
  { value: "5", label: "5" },
] as const;
export type Layers = (typeof layerOptions)[number]["value"];

export const layersOf = (count: number): Layers =>
  layerOptions.find(({ value }) => Number(value) === count)?.value ?? "2";
