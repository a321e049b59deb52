import { describe, expect, it } from "vitest";
import type { ReviewCase } from "#lib/contracts/review-case.ts";
import { approvalsOf, whyNot } from "./standing.ts";

const me = "01890000-0000-7000-8000-00000000000a";
const reader = { userId: me, role: "reviewer" } as const;

// Only the fields that are asked about.
const given = (claim: object, rest: object = {}) =>
  ({
    claim: { state: "submitted", createdBy: "other", actions: [], removedAt: null, approvals: 0, ...claim },
    reviews: [],
    approvalsNeeded: 1,
    ...rest,
  }) as unknown as ReviewCase;
const approval = { reviewerId: me, decision: "approve", counts: true, retractedAt: null };

describe("why a reader decides nothing", () => {
  it("is null where they may", () => {
    expect(whyNot(given({ actions: ["review:decide"] }), reader)).toBeNull();
  });

  it("is that the work is their own", () => {
    expect(whyNot(given({ createdBy: me }), reader)).toMatch(/your own claim/u);
    expect(whyNot(given({}), reader)).toMatch(/You revised/u);
  });

  it("is that they have approved already, unless they took it back", () => {
    const actions = ["review:decide"];
    expect(whyNot(given({ actions }, { reviews: [approval] }), reader)).toMatch(
      /Another reviewer’s approval/u,
    );
    const takenBack = { ...approval, counts: false, retractedAt: "2026-01-01T00:00:00Z" };
    expect(whyNot(given({ actions }, { reviews: [takenBack] }), reader)).toBeNull();
  });

  it("is the claim's state, said to its author as what to do", () => {
    expect(whyNot(given({ state: "changes_requested", createdBy: me }), reader)).toMatch(/Sent back to you/u);
    expect(whyNot(given({ state: "approved" }), reader)).toBe("Approved.");
  });

  it("is their role, or a project without review", () => {
    expect(whyNot(given({}), { userId: me, role: "editor" })).toMatch(/reviewer/u);
    expect(whyNot(given({}, { approvalsNeeded: 0 }), reader)).toMatch(/asks for no review/u);
  });
});

it("counts approvals only where more than one is needed", () => {
  expect(approvalsOf(given({ approvals: 1 }, { approvalsNeeded: 2 }))).toBe("1 of 2 approvals");
  expect(approvalsOf(given({}))).toBeNull();
});
