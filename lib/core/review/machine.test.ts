import { afterAll, describe, expect, it } from "vitest";
import type { ReviewEvent, ReviewFacts } from "./facts.ts";
import { mayDecide } from "./four-eyes.ts";
import { actors, cells } from "./machine.cases.ts";
import { decide } from "./machine.ts";
import { outcomeOf } from "./outcome.ts";
import { rejectionReasons } from "./reasons.ts";
import { type ClaimState, claimStates, type Role } from "./state.ts";
import { isPossible, type ReviewEventType, reviewEvents, transitions } from "./transitions.ts";

type ActorName = (typeof actors)[number];

const cast: Readonly<Record<ActorName, { readonly id: string; readonly role: Role }>> = {
  viewer: { id: "vera", role: "viewer" },
  editor: { id: "emil", role: "editor" },
  creator: { id: "cleo", role: "editor" },
  reviewer: { id: "rosa", role: "reviewer" },
  "reviewing creator": { id: "cleo", role: "reviewer" },
  "reviewing reviser": { id: "rita", role: "reviewer" },
  admin: { id: "adam", role: "admin" },
};

const rosasDecision = {
  by: "rosa",
  stateBefore: "submitted",
  approvalsBefore: [],
  approvedRevisionBefore: null,
  revisedSinceBefore: ["rita"],
  isBuiltOn: false,
} as const;

function facts(actor: ActorName, changes: Partial<ReviewFacts> = {}): ReviewFacts {
  return {
    isRemoved: false,
    createdBy: "cleo",
    revisedBy: ["rita"],
    revisedSinceDecision: ["rita"],
    approvals: [],
    revision: 3,
    approvedRevision: null,
    proposalBy: "rosa",
    lastDecision: rosasDecision,
    actorId: cast[actor].id,
    role: cast[actor].role,
    mayWriteLayer: true,
    approvalsNeeded: 1,
    ...changes,
  };
}

function event(type: ReviewEventType): ReviewEvent {
  switch (type) {
    case "reject":
    case "reopen":
      return { type, reason: "wrong_source" };
    case "request_changes":
      return { type, reason: "wrong_span", hasProposal: false };
    default:
      return { type };
  }
}

const letters: Readonly<Record<ClaimState, string>> = {
  draft: "D",
  submitted: "S",
  changes_requested: "C",
  approved: "A",
  rejected: "R",
};

function cell(state: ClaimState, type: ReviewEventType, actor: ActorName): string {
  const answer = decide(state, event(type), facts(actor, { isRemoved: type === "restore" }));
  if (answer.ok) return answer.value.isRemoved ? "×" : letters[answer.value.state];
  const { failure } = answer;
  if (failure.kind === "not-possible") return "–";
  if (failure.kind === "not-allowed") return "no";
  return failure.kind === "four-eyes" ? `4${failure.because.charAt(0)}` : failure.kind;
}

const printed: string[] = [];
afterAll(() => {
  const head = ["event".padEnd(16), "state".padEnd(18), ...actors.map((actor) => actor.padEnd(18))].join("");
  console.log([head, ...printed].join("\n"));
});

describe.each(reviewEvents)("%s", (type) => {
  describe.each(claimStates)("in %s", (state) => {
    const expected = cells[type][state].trim().split(/\s+/);
    printed.push(
      [type.padEnd(16), state.padEnd(18), ...actors.map((actor) => cell(state, type, actor).padEnd(18))].join(
        "",
      ),
    );
    it.each(actors.map((actor, index) => [actor, expected[index]] as const))(
      "for the %s is %s",
      (actor, want) => {
        expect(cell(state, type, actor)).toBe(want);
      },
    );
    it("is possible exactly where the table has a destination", () => {
      expect(isPossible(type, state)).toBe(!expected.includes("–"));
    });
  });
});

/** What a successful decision stores, for cases the table of states cannot show. */
function outcome(state: ClaimState, happened: ReviewEvent, given: ReviewFacts) {
  const answer = decide(state, happened, given);
  if (!answer.ok) throw new Error(answer.failure.kind);
  return answer.value;
}

function failure(state: ClaimState, happened: ReviewEvent, given: ReviewFacts) {
  const answer = decide(state, happened, given);
  return answer.ok ? null : answer.failure;
}

describe("approving", () => {
  it("marks the current revision approved and starts four eyes anew", () => {
    expect(outcome("submitted", event("approve"), facts("reviewer"))).toMatchObject({
      state: "approved",
      approvals: ["rosa"],
      approvedRevision: 3,
      revisedSinceDecision: [],
      clearsApprovals: false,
    });
  });

  it("waits for the second approval where two are needed, and goes on barring the reviser", () => {
    const first = outcome("submitted", event("approve"), facts("reviewer", { approvalsNeeded: 2 }));
    expect(first).toMatchObject({ state: "submitted", approvals: ["rosa"], approvedRevision: null });
    expect(first.revisedSinceDecision).toEqual(["rita"]);
    const second = facts("admin", { approvalsNeeded: 2, approvals: first.approvals });
    expect(outcome("submitted", event("approve"), second)).toMatchObject({
      state: "approved",
      approvals: ["rosa", "adam"],
      approvedRevision: 3,
    });
  });

  it("does not count one person twice", () => {
    const again = facts("reviewer", { approvalsNeeded: 2, approvals: ["rosa"] });
    expect(failure("submitted", event("approve"), again)).toEqual({ kind: "already-approved" });
    expect(failure("submitted", event("reject"), again)).toBeNull();
  });

  it.each(["approve", "reject", "request_changes"] as const)("is off without review: %s", (type) => {
    const off = facts("reviewer", { approvalsNeeded: 0 });
    expect(failure("submitted", event(type), off)).toEqual({ kind: "review-is-off" });
  });
});

describe("giving reasons", () => {
  it.each([
    ["submitted", "reject"],
    ["approved", "reopen"],
  ] as const)("in %s, a blank reason is refused: %s", (state, type) => {
    const blank = failure(state, { type, reason: "  " }, facts("reviewer"));
    expect(blank).toEqual({ kind: "reason-needed", event: type });
  });

  it("is needed for asking for changes too", () => {
    const blank = { type: "request_changes", reason: "", hasProposal: true } as const;
    expect(failure("submitted", blank, facts("reviewer"))).toMatchObject({ kind: "reason-needed" });
  });

  it("is asked only of who may decide", () => {
    const own = failure("submitted", { type: "reject", reason: "" }, facts("editor"));
    expect(own).toMatchObject({ kind: "not-allowed", who: "second_reviewer" });
  });

  it.each(reviewEvents)("is asked for exactly where the table says so: %s", (type) => {
    expect(transitions[type].needsReason).toBe("reason" in event(type));
  });

  it("offers each code once, with words", () => {
    expect(new Set(rejectionReasons.map(({ id }) => id)).size).toBe(rejectionReasons.length);
    expect(rejectionReasons.every(({ label }) => label.length > 0)).toBe(true);
  });
});

describe("asking for changes", () => {
  it("remembers who proposed a revision, and only then", () => {
    const asked = (hasProposal: boolean) =>
      outcome("submitted", { type: "request_changes", reason: "x", hasProposal }, facts("reviewer"))
        .proposalBy;
    expect(asked(true)).toBe("rosa");
    expect(asked(false)).toBeNull();
  });

  it("clears approvals given before and keeps the approved revision", () => {
    const given = facts("reviewer", { approvalsNeeded: 2, approvals: ["adam"], approvedRevision: 2 });
    expect(outcome("submitted", event("request_changes"), given)).toMatchObject({
      clearsApprovals: true,
      approvals: [],
      approvedRevision: 2,
      revisedSinceDecision: [],
    });
  });
});

describe("accepting a proposal", () => {
  const accept = event("accept_proposal");

  it("makes a new revision, approved by the proposer", () => {
    expect(outcome("changes_requested", accept, facts("creator"))).toMatchObject({
      state: "approved",
      revision: 4,
      approvedRevision: 4,
      approvals: ["rosa"],
      proposalBy: null,
    });
  });

  it("counts as one approval where two are needed, and bars both from the second", () => {
    const after = outcome("changes_requested", accept, facts("creator", { approvalsNeeded: 2 }));
    expect(after).toMatchObject({ state: "submitted", approvals: ["rosa"] });
    expect([...after.revisedSinceDecision].toSorted()).toEqual(["cleo", "rita", "rosa"]);
  });

  it("needs a proposal, somebody else's, and review switched on", () => {
    const refusedWith = (changes: Partial<ReviewFacts>) =>
      failure("changes_requested", accept, facts("reviewing reviser", changes));
    expect(refusedWith({ proposalBy: null })).toEqual({ kind: "no-proposal" });
    expect(refusedWith({ proposalBy: "rita" })).toEqual({ kind: "four-eyes", because: "proposer" });
    expect(refusedWith({ approvalsNeeded: 0 })).toEqual({ kind: "review-is-off" });
  });
});

describe("revising", () => {
  it("clears approvals, takes the proposal off the table and names the reviser once", () => {
    const given = facts("reviewing reviser", { approvals: ["rosa"], approvedRevision: 3 });
    expect(outcome("approved", event("revise"), given)).toEqual({
      state: "submitted",
      isRemoved: false,
      approvals: [],
      clearsApprovals: true,
      revision: 4,
      approvedRevision: 3,
      revisedSinceDecision: ["rita"],
      proposalBy: null,
    });
  });

  it.each(["revise", "submit"] as const)("is not for who may not write the layer: %s", (type) => {
    const blind = facts("editor", { mayWriteLayer: false });
    expect(failure("draft", event(type), blind)).toMatchObject({ kind: "not-allowed", who: "reviser" });
  });
});

describe("leaving approved", () => {
  it("ends the approved revision on reopening and rejecting, not on an edit that waits", () => {
    const given = facts("reviewer", { approvedRevision: 2, approvals: ["adam"] });
    expect(outcome("approved", event("reopen"), given)).toMatchObject({
      approvedRevision: null,
      clearsApprovals: true,
    });
    expect(outcome("submitted", event("reject"), given).approvedRevision).toBeNull();
    expect(outcome("submitted", event("withdraw"), { ...given, actorId: "cleo" }).approvedRevision).toBe(2);
  });
});

describe("retracting a review", () => {
  it("restores what stood before the decision", () => {
    const before = { ...rosasDecision, approvalsBefore: ["adam"], approvedRevisionBefore: 1 };
    const given = facts("reviewer", {
      lastDecision: before,
      approvals: ["adam", "rosa"],
      approvedRevision: 3,
    });
    expect(outcome("approved", event("retract_review"), given)).toMatchObject({
      state: "submitted",
      approvals: ["adam"],
      clearsApprovals: true,
      approvedRevision: 1,
      revisedSinceDecision: ["rita"],
    });
  });

  it("is too late once somebody has built on it", () => {
    const built = facts("reviewer", { lastDecision: { ...rosasDecision, isBuiltOn: true } });
    expect(failure("approved", event("retract_review"), built)).toEqual({ kind: "built-on" });
  });

  it("says so when there is no decision at all", () => {
    const none = facts("reviewer", { lastDecision: null });
    expect(failure("draft", event("retract_review"), none)).toEqual({ kind: "no-decision" });
    expect(() => outcomeOf("draft", event("retract_review"), none)).toThrow("without a decision");
  });
});

describe("a removed claim", () => {
  it.each(reviewEvents.filter((type) => type !== "restore"))("refuses %s", (type) => {
    expect(failure("draft", event(type), facts("admin", { isRemoved: true }))).toEqual({
      kind: "is-removed",
    });
  });

  it("is the only one to be restored", () => {
    expect(failure("draft", event("restore"), facts("admin"))).toEqual({ kind: "not-removed" });
  });
});

describe("four eyes", () => {
  it("lets a stranger decide and nobody who wrote it", () => {
    const claim = { createdBy: "cleo", revisedSinceDecision: ["rita"] };
    expect(["cleo", "rita", "rosa"].map((user) => mayDecide(user, claim))).toEqual([false, false, true]);
  });
});

describe("the outcome of an impossible event", () => {
  it("throws: only a caller that skipped the refusal gets there", () => {
    const none = facts("creator", { proposalBy: null });
    expect(() => outcomeOf("changes_requested", event("accept_proposal"), none)).toThrow(
      "without a proposal",
    );
    expect(() => outcomeOf("approved", event("submit"), facts("editor"))).toThrow("No cell for submit");
  });
});
