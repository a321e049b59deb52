/**
 * States of a claim (rules.md 4). "Finished" is a state of an editor's work on an article, not of a claim; "removed" is
 * none either, so that a claim that is restored is where it was.
 */
export const claimStates = ["draft", "submitted", "changes_requested", "approved", "rejected"] as const;
export type ClaimState = (typeof claimStates)[number];

/** Roles of a membership, weakest first (rules.md 5): the order is the rank that `isAtLeast` compares. */
export const roles = ["viewer", "editor", "reviewer", "admin", "owner"] as const;
export type Role = (typeof roles)[number];

/** One editor's work on one article and layer. */
export const workStates = ["open", "in_progress", "finished"] as const;
export type WorkState = (typeof workStates)[number];

/** What an API token may do; a browser session has no such limit. */
export const scopes = ["read", "write", "review", "export", "admin"] as const;
export type Scope = (typeof scopes)[number];
