import type { Chain } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { Json } from "#core/audit/canonical.ts";
import type { ReviewOutcome } from "#core/review/facts.ts";
import { touchArticle } from "#lib/db/claim-places.ts";
import { saveStandings, writeContents } from "#lib/db/claim-writes.ts";
import { clearApprovals } from "#lib/db/reviews.ts";
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
export async function saveChanges(inside: Writing, changes: readonly ClaimChange[]): Promise<void> {
  const { tx, permit, at, actor } = inside;
  await saveStandings(
    tx,
    permit,
    changes.map(({ loaded: { claim }, outcome }) => ({
      claimId: claim.id,
      state: outcome.state,
      revision: outcome.revision,
      approvedRevision: outcome.approvedRevision,
      removed: outcome.isRemoved ? { at, by: actor.userId } : null,
    })),
    at,
  );
  await writeContents(
    tx,
    permit,
    changes.flatMap(({ loaded: { claim }, outcome, written }) =>
      written
        ? [{ ...written, claimId: claim.id, versionId: claim.versionId, revision: outcome.revision }]
        : [],
    ),
    at,
  );
  const cleared = changes.filter(
    ({ isDecision, isUntouched, outcome }) => !(isDecision || isUntouched || outcome.isRemoved),
  );
  if (cleared.length > 0) {
    await clearApprovals(
      tx,
      permit,
      cleared.map(({ loaded }) => loaded.claim.id),
    );
  }
  for (const articleId of new Set(changes.map(({ loaded }) => loaded.claim.articleId))) {
    await touchArticle(tx, permit, articleId, at);
  }
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
