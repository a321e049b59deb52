import { fail, ok } from "#core/result.ts";
import { claimOf } from "#lib/client/workspace/claim.cases.ts";
import type { ClaimApi } from "#lib/client/workspace/claim-api.ts";

export type Claim = ReturnType<typeof claimOf>;

const offline = async () => fail({ type: "", status: 0, title: "The server did not answer", detail: "" });
/** A server that has these claims and answers nothing else. */
export const apiWith = (claims: readonly Claim[]): ClaimApi => ({
  create: offline,
  change: offline,
  remove: offline,
  restore: offline,
  transition: offline,
  claim: offline,
  activity: offline,
  read: async () => ok({ lastActivityAt: "", eventNumber: 0, sources: [], claims }),
});

const WORDS = ["Ash", "Birds", "Clouds", "Dust", "Elms"];
export const sentence = (at: number) => `${WORDS[at % WORDS.length]} ${at} fell.`;

/** So many claims, one a sentence; every third is nested in the one before it. */
export function someClaims(count: number): Claim[] {
  let start = 0;
  return Array.from({ length: count }, (_, at) => {
    const claim = claimOf({
      id: `c${at}`,
      lineageId: `c${at}`,
      statement: sentence(at),
      parentId: at % 3 === 2 ? `c${at - 1}` : null,
      state: at % 2 === 0 ? "draft" : "approved",
      spans: [{ start, end: start + sentence(at).length }],
    });
    start += sentence(at).length + 1;
    return claim;
  });
}
