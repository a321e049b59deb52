import { normaliseFragments } from "#core/text/spans.ts";
import type { ClaimView } from "./change.ts";

/** The share of a text's code points that lie in at least one claim, 0 to 1. */
export function coverage(claims: readonly Pick<ClaimView, "spans">[], length: number): number {
  if (length === 0) return 0;
  const covered = normaliseFragments(claims.flatMap((claim) => claim.spans));
  return covered.reduce((sum, { start, end }) => sum + end - start, 0) / length;
}
