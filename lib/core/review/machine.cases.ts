import type { ClaimState } from "./state.ts";
import type { ReviewEventType } from "./transitions.ts";

/** Who tries. `viewer` … `admin` are strangers to the claim; the other three have a hand in it. */
export const actors = [
  "viewer",
  "editor",
  "creator",
  "reviewer",
  "reviewing creator",
  "reviewing reviser",
  "admin",
] as const;

/**
 * What each actor comes to, in the order of `actors`:
 * `D S C A R` the state after · `×` removed · `–` not possible in this state · `no` not allowed ·
 * `4c` `4r` four eyes: creator, reviser.
 * The claim has one decision, the reviewer's, not built on; its proposal is the reviewer's too; one approval is needed.
 */
export const cells: Readonly<Record<ReviewEventType, Readonly<Record<ClaimState, string>>>> = {
  submit: {
    draft: "             no S  S  S  S  S  S",
    submitted: "         –  –  –  –  –  –  –",
    changes_requested: " no S  S  S  S  S  S",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  withdraw: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         no no D  no D  D  no",
    changes_requested: " –  –  –  –  –  –  –",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  approve: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         no no no A  4c 4r A",
    changes_requested: " –  –  –  –  –  –  –",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  reject: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         no no no R  4c 4r R",
    changes_requested: " –  –  –  –  –  –  –",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  request_changes: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         no no no C  4c 4r C",
    changes_requested: " –  –  –  –  –  –  –",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  accept_proposal: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         –  –  –  –  –  –  –",
    changes_requested: " no no A  no A  A  no",
    approved: "          –  –  –  –  –  –  –",
    rejected: "          –  –  –  –  –  –  –",
  },
  revise: {
    draft: "             no D  D  D  D  D  D",
    submitted: "         no S  S  S  S  S  S",
    changes_requested: " no C  C  C  C  C  C",
    approved: "          no S  S  S  S  S  S",
    rejected: "          no D  D  D  D  D  D",
  },
  reopen: {
    draft: "             –  –  –  –  –  –  –",
    submitted: "         –  –  –  –  –  –  –",
    changes_requested: " –  –  –  –  –  –  –",
    approved: "          no no no S  S  S  S",
    rejected: "          no no no S  S  S  S",
  },
  retract_review: {
    draft: "             no no no S  no no no",
    submitted: "         no no no S  no no no",
    changes_requested: " no no no S  no no no",
    approved: "          no no no S  no no no",
    rejected: "          no no no S  no no no",
  },
  remove: {
    draft: "             no no ×  no ×  ×  ×",
    submitted: "         no no no no no no ×",
    changes_requested: " no no no no no no ×",
    approved: "          no no no no no no ×",
    rejected: "          no no no no no no ×",
  },
  restore: {
    draft: "             no no D  no D  D  D",
    submitted: "         no no no no no no S",
    changes_requested: " no no no no no no C",
    approved: "          no no no no no no A",
    rejected: "          no no no no no no R",
  },
};
