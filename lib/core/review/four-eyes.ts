/** What four eyes looks at. */
export type Authorship = {
  readonly createdBy: string;
  /** Users who revised the content since the last decision that settled the claim. */
  readonly revisedSinceDecision: readonly string[];
};

/**
 * Why this user may not decide on the claim: they created it, or revised it since its last decision. Null when they
 * may. "Last decision" is one that took the claim out of `submitted`: the first of two approvals does not free the
 * person who wrote the revision to give the second.
 */
export function fourEyesConflict(userId: string, claim: Authorship): "creator" | "reviser" | null {
  if (claim.createdBy === userId) return "creator";
  return claim.revisedSinceDecision.includes(userId) ? "reviser" : null;
}

/** True when four eyes lets this user decide. Role, state and visibility are asked elsewhere. */
export function mayDecide(userId: string, claim: Authorship): boolean {
  return fourEyesConflict(userId, claim) === null;
}
