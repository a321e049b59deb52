import type { Codebook } from "#core/provenance/codebook.ts";
import { type FamilyId, familyOf } from "#core/provenance/codebook.ts";
import type { ClaimState } from "#core/review/state.ts";
import { type ClaimView, sameValue } from "#lib/client/workspace/change.ts";
import { ClaimPlaces } from "#lib/client/workspace/claim-places.ts";
import { ClaimRows } from "#lib/client/workspace/claim-rows.ts";
import type { ClaimStore } from "#lib/client/workspace/claim-store.ts";
import { Tally } from "#lib/client/workspace/tally.ts";
import type { ArticleClaim } from "../surface/article-types.ts";
import { PaintedClaims } from "../surface/painted-claims.ts";

/** What follows from the claims, each kept up to date by what changed. */
export type Derived = {
  readonly rows: ClaimRows;
  readonly states: Tally<ClaimState>;
  readonly families: Tally<FamilyId>;
  readonly painted: PaintedClaims;
  readonly places: ClaimPlaces;
};

export function derive(store: ClaimStore, codebook: Codebook): Derived {
  const { claims, feed } = store;
  const familyOfClaim = ({ provenance }: ClaimView) => familyOf(codebook, provenance)?.id ?? "unclear";
  const painted = new PaintedClaims([...claims.values()].map((claim) => paintOf(claim, codebook)));
  feed.subscribe((changed) => {
    const changes = [...changed].map((id) => {
      const claim = claims.get(id);
      return { id, claim: claim ? paintUnless(painted.get(id), paintOf(claim, codebook)) : null };
    });
    painted.update(changes);
  });
  return {
    rows: new ClaimRows(claims, store.childrenOf, feed),
    states: new Tally(claims, ({ state }) => state, feed),
    families: new Tally(claims, familyOfClaim, feed),
    painted,
    places: new ClaimPlaces(claims, feed),
  };
}

function paintOf(claim: ClaimView, codebook: Codebook): ArticleClaim {
  return {
    id: claim.id,
    spans: claim.spans,
    family: familyOf(codebook, claim.provenance)?.id ?? "unclear",
    carried: claim.chain.some((hop) => !hop.explicit),
    faint: claim.state === "draft",
    state: claim.state,
  };
}

/** The known object where the new one would look the same: a statement is written without painting anything. */
function paintUnless(known: ArticleClaim | null, now: ArticleClaim): ArticleClaim {
  const isSame =
    known !== null &&
    sameValue(known.spans, now.spans) &&
    known.family === now.family &&
    known.carried === now.carried &&
    known.state === now.state;
  return isSame ? known : now;
}
