import { isAtLeast } from "#core/review/refusal.ts";
import type { ClaimState, Role } from "#core/review/state.ts";
import type { ClaimsQuery } from "#lib/contracts/claims.ts";

/** Piles a reader may look through. */
export const piles = [
  "awaiting",
  "returned",
  "waiting",
  "changes_requested",
  "approved",
  "rejected",
] as const;
export type Pile = (typeof piles)[number];

/** What the queue shows; kept in the address, so that it can be shared and come back to. */
export type ReviewView = {
  readonly pile: Pile;
  readonly author: string | null;
  readonly provenance: string | null;
  readonly article: string | null;
  /** The claim that is open. */
  readonly claim: string | null;
};

export type Reader = { readonly userId: string; readonly role: Role };

/** Reviewers see what awaits them first; everyone else what became of their own. */
export function firstPile(role: Role): Pile {
  return isAtLeast(role, "reviewer") ? "awaiting" : isAtLeast(role, "editor") ? "returned" : "waiting";
}

/** The piles a role has any use for, in the order they are offered. */
export function pilesFor(role: Role): readonly Pile[] {
  if (isAtLeast(role, "reviewer")) return piles;
  return piles.filter((pile) => pile !== "awaiting" && (pile !== "returned" || role !== "viewer"));
}

export const pileLabels: Readonly<Record<Pile, string>> = {
  awaiting: "Awaiting you",
  returned: "Sent back to you",
  waiting: "All submitted",
  changes_requested: "Changes requested",
  approved: "Approved",
  rejected: "Rejected",
};

export function reviewView(search: Readonly<Record<string, string>>, role: Role): ReviewView {
  const asked = piles.find((pile) => pile === search.show);
  return {
    pile: asked && pilesFor(role).includes(asked) ? asked : firstPile(role),
    author: idOf(search.author),
    provenance: search.provenance ?? null,
    article: idOf(search.article),
    claim: idOf(search.claim),
  };
}

/** An address can be mistyped: what is no id names nobody. */
function idOf(given: string | undefined): string | null {
  return given !== undefined && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/iu.test(given) ? given : null;
}

/** The search of an address, without what it would show anyway. */
export function searchOf(view: ReviewView, role: Role): Record<string, string | null> {
  const { pile, author, provenance, article, claim } = view;
  return { show: pile === firstPile(role) ? null : pile, author, provenance, article, claim };
}

const states: Readonly<Partial<Record<Pile, ClaimState>>> = {
  returned: "changes_requested",
  waiting: "submitted",
  changes_requested: "changes_requested",
  approved: "approved",
  rejected: "rejected",
};

/** What the list of claims is asked for. */
export function queryOf(view: ReviewView, project: string, { userId }: Reader): Omit<ClaimsQuery, "limit"> {
  const state = states[view.pile];
  const author = view.pile === "returned" ? userId : view.author;
  return {
    project,
    ...(view.pile === "awaiting" ? { decidable: true } : {}),
    ...(state ? { state } : {}),
    ...(author ? { author } : {}),
    ...(view.provenance ? { provenance: view.provenance } : {}),
    ...(view.article ? { article: view.article } : {}),
  };
}

export function isFiltered({ pile, author, provenance, article }: ReviewView): boolean {
  return (author !== null && pile !== "returned") || provenance !== null || article !== null;
}
