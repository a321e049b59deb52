import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ActingFacts, ReviewEvent } from "./facts.ts";
import { factsOf, newRecord, type RecordedEvent, type ReviewRecord, replay, step } from "./record.ts";
import { reviewEvents } from "./transitions.ts";

function did(actorId: string, event: ReviewEvent, changes: Partial<ActingFacts> = {}): RecordedEvent {
  return {
    event,
    acting: { actorId, role: "reviewer", mayWriteLayer: true, approvalsNeeded: 1, ...changes },
  };
}

function recordAfter(...history: readonly RecordedEvent[]): ReviewRecord {
  const result = replay("cleo", history);
  if (!result.ok) throw new Error(`${result.failure.at}: ${result.failure.failure.kind}`);
  return result.value;
}

const submit = did("cleo", { type: "submit" });
const two = { approvalsNeeded: 2 } as const;

describe("replay", () => {
  it("begins with a draft of revision 1", () => {
    expect(recordAfter()).toEqual(newRecord("cleo"));
    expect(factsOf(recordAfter()).lastDecision).toBeNull();
  });

  it("names the first event that cannot have happened", () => {
    const result = replay("cleo", [submit, did("cleo", { type: "approve" }), submit]);
    expect(result).toEqual({
      ok: false,
      failure: { at: 1, failure: { kind: "four-eyes", because: "creator" } },
    });
  });

  it("frees a reviser once a decision has settled what they wrote", () => {
    const revised = [did("rita", { type: "revise" }), submit];
    expect(step(recordAfter(...revised), did("rita", { type: "approve" })).ok).toBe(false);
    const rejected = [...revised, did("rosa", { type: "reject", reason: "x" })];
    const reopened = [...rejected, did("rosa", { type: "reopen", reason: "y" })];
    expect(recordAfter(...reopened, did("rita", { type: "approve" })).state).toBe("approved");
  });

  it("does not free a reviser by the first of two approvals", () => {
    const history = [did("rita", { type: "revise" }), submit, did("rosa", { type: "approve" }, two)];
    expect(step(recordAfter(...history), did("rita", { type: "approve" }, two))).toEqual({
      ok: false,
      failure: { kind: "four-eyes", because: "reviser" },
    });
  });

  it("lets two reviewers take back their approvals, the later one first", () => {
    const history = [submit, did("rosa", { type: "approve" }, two), did("rita", { type: "approve" }, two)];
    const approved = recordAfter(...history);
    expect(approved.state).toBe("approved");
    const retract = { type: "retract_review" } as const;
    expect(step(approved, did("rosa", retract)).ok).toBe(false);
    const one = recordAfter(...history, did("rita", retract));
    expect(one).toMatchObject({ state: "submitted", approvals: ["rosa"], approvedRevision: null });
    expect(recordAfter(...history, did("rita", retract), did("rosa", retract))).toEqual(recordAfter(submit));
  });

  it("refuses a retraction after an edit, and allows it after removal and restoration", () => {
    const approved = [submit, did("rosa", { type: "approve" })];
    const retract = did("rosa", { type: "retract_review" });
    expect(step(recordAfter(...approved, did("emil", { type: "revise" })), retract)).toEqual({
      ok: false,
      failure: { kind: "built-on" },
    });
    const back = [
      did("adam", { type: "remove" }, { role: "admin" }),
      did("adam", { type: "restore" }, { role: "admin" }),
    ];
    expect(recordAfter(...approved, ...back, retract).state).toBe("submitted");
  });

  it("holds the approved revision while a later edit waits", () => {
    const history = [submit, did("rosa", { type: "approve" }), did("emil", { type: "revise" })];
    expect(recordAfter(...history)).toMatchObject({ state: "submitted", revision: 2, approvedRevision: 1 });
  });

  it("makes the proposer of an accepted revision one of its authors", () => {
    const asked = did("rosa", { type: "request_changes", reason: "x", hasProposal: true });
    const accepted = recordAfter(submit, asked, did("cleo", { type: "accept_proposal" }));
    expect(accepted).toMatchObject({
      state: "approved",
      revision: 2,
      revisedBy: ["rosa"],
      approvals: ["rosa"],
    });
  });

  it("takes a proposal off the table when the content changes", () => {
    const asked = did("rosa", { type: "request_changes", reason: "x", hasProposal: true });
    const revised = recordAfter(submit, asked, did("cleo", { type: "revise" }));
    expect(step(revised, did("cleo", { type: "accept_proposal" }))).toEqual({
      ok: false,
      failure: { kind: "no-proposal" },
    });
  });
});

const eventArbitrary = fc.constantFrom(...reviewEvents).map((type): ReviewEvent => {
  if (type === "reject" || type === "reopen") return { type, reason: "x" };
  return type === "request_changes" ? { type, reason: "x", hasProposal: true } : { type };
});

/** Any tries by a few people; the refused ones are dropped, so that what stays is a possible history. */
function historyArbitrary(approvalsNeeded: 1 | 2) {
  const user = fc.constantFrom("cleo", "rita", "rosa", "adam");
  const tries = fc.array(fc.tuple(user, eventArbitrary), { maxLength: 40 });
  return tries.map((all) => {
    const history: RecordedEvent[] = [];
    let record = newRecord("cleo");
    for (const [actorId, event] of all) {
      const tried = did(actorId, event, { approvalsNeeded, role: actorId === "adam" ? "admin" : "reviewer" });
      const next = step(record, tried);
      if (!next.ok) continue;
      history.push(tried);
      record = next.value;
    }
    return { history, record };
  });
}

describe.each([1, 2] as const)("with %i approvals needed, every possible history", (needed) => {
  it("replays to what its steps came to", () => {
    fc.assert(
      fc.property(historyArbitrary(needed), ({ history, record }) => {
        expect(recordAfter(...history)).toEqual(record);
      }),
    );
  });

  it("approves only by enough different people, none of them the creator", () => {
    fc.assert(
      fc.property(historyArbitrary(needed), ({ record }) => {
        expect(new Set(record.approvals).size).toBe(record.approvals.length);
        expect(record.approvals).not.toContain("cleo");
        if (record.state === "approved") expect(record.approvals.length).toBeGreaterThanOrEqual(needed);
      }),
    );
  });

  it("exports the current revision while approved, an earlier or none otherwise", () => {
    fc.assert(
      fc.property(historyArbitrary(needed), ({ record }) => {
        if (record.state === "approved") expect(record.approvedRevision).toBe(record.revision);
        expect(record.approvedRevision ?? 0).toBeLessThanOrEqual(record.revision);
      }),
    );
  });

  it("is undone by retracting its last decision, if nothing followed", () => {
    const decisions = ["approve", "reject", "request_changes"];
    fc.assert(
      fc.property(historyArbitrary(needed), ({ history }) => {
        const at = history.findLastIndex(({ event }) => decisions.includes(event.type));
        const decided = history[at];
        if (!decided) return;
        const retract = { ...decided, event: { type: "retract_review" } as const };
        expect(recordAfter(...history.slice(0, at + 1), retract)).toEqual(
          recordAfter(...history.slice(0, at)),
        );
      }),
    );
  });
});
