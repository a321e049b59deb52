import type { ReviewFailure } from "./facts.ts";
import type { ClaimState } from "./state.ts";

/**
 * Histories of a claim, told as they happen. Cleo (an editor) created it; Emil is an editor, Rita and Rosa review,
 * Adam administers. `then` is what the last event comes to: a state, or why it is refused. `exports` is the revision
 * an export of approved claims holds after it.
 */
export type Story = {
  readonly name: string;
  readonly needed: 0 | 1 | 2;
  readonly told: string;
  readonly then: ClaimState | ReviewFailure["kind"];
  readonly approvals?: readonly string[];
  readonly exports?: number | null;
};

const one = (name: string, told: string, then: Story["then"], more: Partial<Story> = {}): Story => ({
  name,
  told,
  then,
  needed: 1,
  ...more,
});

export const stories: readonly Story[] = [
  one("a draft is handed in", "Cleo submit", "submitted"),
  one("and taken back", "Cleo submit, Cleo withdraw", "draft"),
  one("another editor hands it in", "Emil submit", "submitted"),
  one("but may not take it back", "Emil submit, Emil withdraw", "not-allowed"),
  one("unless having revised it", "Emil revise, Emil submit, Emil withdraw", "draft"),
  one("a second person approves", "Cleo submit, Rosa approve", "approved", {
    approvals: ["Rosa"],
    exports: 1,
  }),
  one("the same one again is too late", "Cleo submit, Rosa approve, Rosa approve", "not-possible", {
    exports: 1,
  }),
  one("an editor may not decide", "Cleo submit, Emil approve", "not-allowed"),
  one("a reviser may not decide", "Rita revise, Cleo submit, Rita approve", "four-eyes"),
  one("nor reject what is half theirs", "Rita revise, Cleo submit, Rita reject", "four-eyes"),
  one("nor ask for changes in it", "Rita revise, Cleo submit, Rita request_changes", "four-eyes"),
  one("somebody else may", "Rita revise, Cleo submit, Rosa approve", "approved", { exports: 2 }),
  one(
    "an edit after approval waits, and the approved one is exported",
    "Cleo submit, Rosa approve, Emil revise",
    "submitted",
    {
      approvals: [],
      exports: 1,
    },
  ),
  one("and the approver approves again", "Cleo submit, Rosa approve, Emil revise, Rosa approve", "approved", {
    exports: 2,
  }),
  one("but not an edit of their own", "Cleo submit, Rosa approve, Rosa revise, Rosa approve", "four-eyes", {
    exports: 1,
  }),
  one(
    "withdrawing the edit leaves the approved one exported",
    "Cleo submit, Rosa approve, Emil revise, Emil withdraw",
    "draft",
    {
      exports: 1,
    },
  ),
  one("rejecting the edit ends that", "Cleo submit, Rosa approve, Emil revise, Rosa reject", "rejected", {
    exports: null,
  }),
  one(
    "asking for changes does not",
    "Cleo submit, Rosa approve, Emil revise, Rosa request_changes",
    "changes_requested",
    {
      exports: 1,
    },
  ),
  one("reopening does", "Cleo submit, Rosa approve, Rita reopen", "submitted", { exports: null }),
  one("a rejected claim that is revised is a draft", "Cleo submit, Rosa reject, Cleo revise", "draft"),
  one(
    "and comes back by handing in",
    "Cleo submit, Rosa reject, Cleo revise, Cleo submit, Rosa approve",
    "approved",
    {
      exports: 2,
    },
  ),
  one(
    "a reviser is free once a decision settled it",
    "Rita revise, Cleo submit, Rosa reject, Rosa reopen, Rita approve",
    "approved",
    {
      exports: 2,
    },
  ),
  one(
    "a proposal accepted is approved by its proposer",
    "Cleo submit, Rosa propose, Cleo accept_proposal",
    "approved",
    {
      approvals: ["Rosa"],
      exports: 2,
    },
  ),
  one("not by a stranger", "Cleo submit, Rosa propose, Emil accept_proposal", "not-allowed"),
  one(
    "and not by the proposer, author or not",
    "Rosa revise, Cleo submit, Rita reject, Rita reopen, Rosa propose, Rosa accept_proposal",
    "four-eyes",
  ),
  one(
    "handing in instead takes it off the table",
    "Cleo submit, Rosa propose, Cleo submit, Rosa request_changes, Cleo accept_proposal",
    "no-proposal",
  ),
  one(
    "a decision is taken back by who made it",
    "Cleo submit, Rosa approve, Rosa retract_review",
    "submitted",
    {
      approvals: [],
      exports: null,
    },
  ),
  one("not by another", "Cleo submit, Rosa approve, Rita retract_review", "not-allowed", { exports: 1 }),
  one("not once built on", "Cleo submit, Rosa approve, Emil revise, Rosa retract_review", "built-on", {
    exports: 1,
  }),
  one("not where there is none", "Cleo submit, Rosa retract_review", "no-decision"),
  one(
    "a proposal is taken back with its decision",
    "Cleo submit, Rosa propose, Rosa retract_review",
    "submitted",
  ),
  one("a draft goes by its author's hand", "Cleo remove, Cleo revise", "is-removed"),
  one("and comes back by it", "Cleo remove, Cleo restore", "draft"),
  one("handed in, only an admin removes it", "Cleo submit, Cleo remove", "not-allowed"),
  one("who can also bring it back", "Cleo submit, Adam remove, Adam restore", "submitted"),
  one("what is there cannot be restored", "Adam restore", "not-removed"),
  one("one of two approvals waits", "Cleo submit, Rosa approve", "submitted", {
    needed: 2,
    approvals: ["Rosa"],
    exports: null,
  }),
  one("two people make two", "Cleo submit, Rosa approve, Rita approve", "approved", {
    needed: 2,
    approvals: ["Rosa", "Rita"],
    exports: 1,
  }),
  one("one person does not", "Cleo submit, Rosa approve, Rosa approve", "already-approved", {
    needed: 2,
    approvals: ["Rosa"],
  }),
  one(
    "an edit between the two starts anew",
    "Cleo submit, Rosa approve, Emil revise, Rita approve",
    "submitted",
    {
      needed: 2,
      approvals: ["Rita"],
    },
  ),
  one(
    "the first approver may still ask for changes",
    "Cleo submit, Rosa approve, Rosa request_changes",
    "changes_requested",
    {
      needed: 2,
      approvals: [],
    },
  ),
  one("an accepted proposal is one of two", "Cleo submit, Rosa propose, Cleo accept_proposal", "submitted", {
    needed: 2,
    approvals: ["Rosa"],
  }),
  one(
    "whose other half is not the proposer's",
    "Cleo submit, Rosa propose, Cleo accept_proposal, Rosa approve",
    "four-eyes",
    {
      needed: 2,
      approvals: ["Rosa"],
    },
  ),
  one("but a third person's", "Cleo submit, Rosa propose, Cleo accept_proposal, Rita approve", "approved", {
    needed: 2,
    approvals: ["Rosa", "Rita"],
    exports: 2,
  }),
  one(
    "nor that of who accepted it",
    "Rita revise, Cleo submit, Rosa propose, Rita accept_proposal, Rita approve",
    "four-eyes",
    {
      needed: 2,
      approvals: ["Rosa"],
    },
  ),
  one("without review nobody approves", "Cleo submit, Rosa approve", "review-is-off", { needed: 0 }),
  one("nor rejects", "Cleo submit, Rosa reject", "review-is-off", { needed: 0 }),
  one("nor asks for changes", "Cleo submit, Rosa propose", "review-is-off", { needed: 0 }),
];
