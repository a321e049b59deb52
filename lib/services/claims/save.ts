import type { Chain } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import { contentEquals } from "#core/attribution/difference.ts";
import type { Json } from "#core/audit/canonical.ts";
import type { ReviewOutcome } from "#core/review/facts.ts";
import { type SavedClaim, saveClaims } from "#lib/db/claim-writes.ts";
import type { Inside, Journal } from "../workspace.ts";
import type { LoadedClaim } from "./loaded.ts";

/** What became of a claim by an event. */
export type ClaimChange = {
  readonly loaded: Pick<LoadedClaim, "claim">;
  readonly outcome: ReviewOutcome;
  /** New content with its whole chain, when the event brought some; `by` is who wrote it. */
  readonly written?: { readonly content: ClaimContent; readonly wholeChain: Chain; readonly by: string };
  /** A decision leaves earlier approvals findable for whoever takes it back. */
  readonly isDecision?: boolean;
  /** Only brought back: approvals given before count as they did. */
  readonly isUntouched?: boolean;
};

/** How a change is told: `claim.submit` in the audit, `claim.submitted` to whoever is looking. */
export type Told = {
  readonly action: string;
  readonly kind: string;
  readonly detail?: { readonly [key: string]: Json };
};

type Writing = Inside & { readonly journal: Journal };

/** Stores changes, parents before children, and their article's activity. */
export async function saveChanges({ tx, permit, at, actor }: Writing, changes: readonly ClaimChange[]) {
  const saved = changes.map(({ loaded: { claim }, outcome, ...change }): SavedClaim => {
    const { written, isDecision = false, isUntouched = false } = change;
    return {
      claimId: claim.id,
      versionId: claim.versionId,
      state: outcome.state,
      revision: outcome.revision,
      approvedRevision: outcome.approvedRevision,
      removed: outcome.isRemoved ? { at, by: actor.userId } : null,
      written: written ? { ...written, marksDiffer: !haveSameMarks(claim.content, written.content) } : null,
      clearsApprovals: !(isDecision || isUntouched || outcome.isRemoved),
    };
  });
  await saveClaims(tx, permit, saved, at);
}

/** Whether two contents mark the same words and say the same of their links. */
function haveSameMarks(one: ClaimContent, other: ClaimContent): boolean {
  const { spans, chain, hedges } = other;
  return contentEquals(one, { ...one, spans, chain, hedges });
}

/** One audit row and one event for a changed claim. */
export function tell({ journal }: Writing, { loaded: { claim }, outcome }: ClaimChange, told: Told): void {
  const { state, revision } = outcome;
  journal.audit({
    action: told.action,
    objectType: "claim",
    objectId: claim.id,
    detail: { revision, from: claim.state, to: state, ...told.detail },
  });
  journal.announce({
    kind: told.kind,
    articleId: claim.articleId,
    objectId: claim.id,
    payload: { id: claim.id, revision, state },
  });
}
