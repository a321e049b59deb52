import { canonicalLink } from "#core/attribution/canonical-content.ts";
import type { Chain } from "#core/attribution/chain.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { DecisionCreate } from "#lib/contracts/adjudication.ts";
import { type ClaimCreate, claimCreate } from "#lib/contracts/claims.ts";
import type { ChainedClaim } from "#lib/db/claims.ts";
import { conflict } from "../claims/refusals.ts";
import { type Failure, invalid } from "../failure.ts";
import { decisionOn, type Units } from "./units.ts";

type Given = Exclude<DecisionCreate, { outcome: "none" }>;
type Place = { readonly versionId: string; readonly layerId: string };

/** The claim to be made in the adjudicated layer: a coder's as it is, or the content given. */
export function resultOf(all: Units, decision: Given, place: Place): Result<ClaimCreate, Failure> {
  return decision.outcome === "taken" ? taken(all, decision, place) : given(all, decision, place);
}

function taken(
  all: Units,
  { claimIds, takenFrom }: Extract<Given, { outcome: "taken" }>,
  place: Place,
): Result<ClaimCreate, Failure> {
  const claim = claimIds.includes(takenFrom) ? all.claims.get(takenFrom) : undefined;
  if (!claim) return fail(invalid("/takenFrom", "This is none of the claims that are decided on."));
  const parent = parentFor(all, claim);
  if (!parent.ok) return parent;
  const { spans, statement, kind, provenance, hedges, flags, chain } = claim.content;
  // Beneath what came of its parent it keeps its own links; without a parent its whole chain.
  const links = parent.value === null ? { chain: claim.wholeChain } : { ownChain: chain };
  const content = { spans, statement, kind, hedges, flags, parentId: parent.value?.id ?? null };
  const isOwnVoice = claim.wholeChain.length === 0;
  return ok(claimCreate.parse({ ...place, ...content, ...links, ...(isOwnVoice ? { provenance } : {}) }));
}

function given(
  all: Units,
  { claimIds, content }: Extract<Given, { outcome: "combined" | "anew" }>,
  place: Place,
): Result<ClaimCreate, Failure> {
  const chain = content.chain ?? [];
  const parents: ChainedClaim[] = [];
  for (const id of claimIds) {
    const claim = all.claims.get(id);
    const parent = claim ? parentFor(all, claim) : ok(null);
    if (!parent.ok) return parent;
    if (parent.value) parents.push(parent.value);
  }
  const parent = parents.find(({ wholeChain }) => isBelow(chain, wholeChain));
  const { provenance, ...rest } = content;
  const isOwnVoice = chain.length === 0;
  return ok(
    claimCreate.parse({
      ...place,
      ...rest,
      chain,
      parentId: parent?.id ?? null,
      ...(isOwnVoice && provenance !== undefined ? { provenance } : {}),
    }),
  );
}

const isBelow = (chain: Chain, above: Chain) =>
  chain.length > above.length &&
  above.every((link, at) => canonicalLink(link) === canonicalLink(chain[at] ?? link));

/** What came of the claim that this one is nested in; null where it is nested in none, or that one was wrong. */
function parentFor(all: Units, { content }: ChainedClaim): Result<ChainedClaim | null, Failure> {
  if (content.parentId === null) return ok(null);
  const decision = decisionOn(all, [content.parentId]);
  if (!decision) return fail(undecided);
  return ok((decision.resultId === null ? null : all.claims.get(decision.resultId)) ?? null);
}

const undecided: Failure = conflict(
  "parent-undecided",
  "This claim is nested in another that has not been settled yet. Settle that one first.",
);
