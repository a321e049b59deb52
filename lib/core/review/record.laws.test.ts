import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ReviewEvent } from "./facts.ts";
import { stories } from "./record.cases.ts";
import { newRecord, type RecordedEvent, type ReviewRecord, replay, step } from "./record.ts";
import type { Role } from "./state.ts";
import { type ReviewEventType, reviewEvents } from "./transitions.ts";

const people: Readonly<Record<string, Role>> = {
  Vera: "viewer",
  Cleo: "editor",
  Emil: "editor",
  Rita: "reviewer",
  Rosa: "reviewer",
  Adam: "admin",
};
type Needed = 0 | 1 | 2;

function event(type: ReviewEventType | "propose"): ReviewEvent {
  if (type === "propose" || type === "request_changes")
    return { type: "request_changes", reason: "wrong_span", hasProposal: type === "propose" };
  return type === "reject" || type === "reopen" ? { type, reason: "wrong_source" } : { type };
}

function did(actorId: string, type: ReviewEventType | "propose", approvalsNeeded: Needed): RecordedEvent {
  const role = people[actorId] ?? "reviewer";
  return { event: event(type), acting: { actorId, role, mayWriteLayer: role !== "viewer", approvalsNeeded } };
}

const words = new Set<string>([...reviewEvents, "propose"]);
const isEvent = (word: string): word is ReviewEventType | "propose" => words.has(word);

function history(told: string, needed: Needed): readonly RecordedEvent[] {
  return told.split(", ").map((sentence) => {
    const [who = "", what = ""] = sentence.split(" ");
    if (!isEvent(what) || !(who in people)) throw new Error(`nobody can tell what “${sentence}” is`);
    return did(who, what, needed);
  });
}

describe("the stories of a claim", () => {
  it.each(stories)("$name: $told → $then", ({ told, needed, then, approvals, exports }) => {
    const events = history(told, needed);
    const before = replay("Cleo", events.slice(0, -1));
    if (!before.ok) throw new Error(`event ${before.failure.at}: ${before.failure.failure.kind}`);
    const all = replay("Cleo", events);
    const came = all.ok ? all.value.state : all.failure.failure.kind;
    const record = all.ok ? all.value : before.value;
    expect(came).toBe(then);
    if (approvals) expect(record.approvals).toEqual(approvals);
    if (exports !== undefined) expect(record.approvedRevision).toBe(exports);
  });
});

/** Everything one person can bring about, alone, from a record: each distinct record once. */
function reachableBy(actorId: string, from: ReviewRecord, needed: Needed, revisions: number): ReviewRecord[] {
  const seen = new Map([[JSON.stringify(from), from]]);
  for (const record of seen.values()) {
    for (const type of [...reviewEvents, "propose"] as const) {
      const next = step(record, did(actorId, type, needed));
      if (!next.ok || next.value.revision > revisions || next.value.decisions.length > 4) continue;
      seen.set(JSON.stringify(next.value), next.value);
    }
  }
  return [...seen.values()];
}

describe("one person alone", () => {
  const everybody = Object.keys(people);

  it.each(everybody)("creating, revising, handing in and deciding, never approves: %s", (who) => {
    for (const needed of [0, 1, 2] as const) {
      const reached = reachableBy(who, newRecord(who), needed, 4);
      expect(reached.length).toBeGreaterThan(people[who] === "viewer" ? 0 : 5);
      const states = new Set(reached.map(({ state }) => state));
      expect([...states].filter((state) => state !== "draft" && state !== "submitted")).toEqual([]);
      expect(reached.every(({ approvedRevision }) => approvedRevision === null)).toBe(true);
    }
  });

  it.each(everybody)("approves nothing of another's claim but what the other wrote: %s", (who) => {
    const handedIn = replay("Zoe", [did("Cleo", "submit", 1)]);
    if (!handedIn.ok) throw new Error("a draft can be handed in");
    const reached = reachableBy(who, handedIn.value, 1, 4);
    for (const { approvedRevision } of reached) expect([null, 1]).toContain(approvedRevision);
    const mayDecide = ["reviewer", "admin"].includes(people[who] ?? "");
    expect(reached.some(({ state }) => state === "approved")).toBe(mayDecide);
  });

  it.each(everybody)("is never enough where two approvals are needed: %s", (who) => {
    const handedIn = replay("Zoe", [did("Cleo", "submit", 2)]);
    if (!handedIn.ok) throw new Error("a draft can be handed in");
    const reached = reachableBy(who, handedIn.value, 2, 4);
    expect(reached.filter(({ state }) => state === "approved")).toEqual([]);
    expect(Math.max(...reached.map(({ approvals }) => approvals.length))).toBeLessThanOrEqual(1);
  });
});

const tries = (cast: readonly string[]) =>
  fc.array(fc.tuple(fc.constantFrom(...cast), fc.constantFrom(...reviewEvents, "propose" as const)), {
    maxLength: 40,
  });

type LifeStep = {
  readonly done: RecordedEvent;
  readonly before: ReviewRecord;
  readonly after: ReviewRecord;
};

const isDecision = ({ done }: LifeStep) =>
  done.event.type === "approve" || done.event.type === "reject" || done.event.type === "request_changes";

/** Who wrote since the claim was last settled, told once more and in other words than the machine's. */
function writersAfter(writers: ReadonlySet<string>, { done, before, after }: LifeStep): ReadonlySet<string> {
  const { actorId } = done.acting;
  const isAccepted = done.event.type === "accept_proposal";
  if (done.event.type === "revise") return new Set([...writers, actorId]);
  const isSettling = isAccepted || isDecision({ done, before, after });
  if (isSettling && after.state !== "submitted") return new Set();
  return isAccepted ? new Set([...writers, before.proposalBy ?? "", actorId]) : writers;
}

/** The record after each of the tries that could be done. */
function lived(all: readonly (readonly [string, ReviewEventType | "propose"])[], needed: Needed) {
  const steps: LifeStep[] = [];
  let record = newRecord("Cleo");
  for (const [who, type] of all) {
    const done = did(who, type, needed);
    const next = step(record, done);
    if (!next.ok) continue;
    steps.push({ done, before: record, after: next.value });
    record = next.value;
  }
  return steps;
}

const everybody = Object.keys(people);

describe.each([0, 1, 2] as const)("with %i approvals needed, whatever people try", (needed) => {
  it("law: replaying is stepping, and every beginning of a history is one", () => {
    fc.assert(
      fc.property(tries(everybody), fc.nat(), (all, cut) => {
        const steps = lived(all, needed);
        const length = cut % (steps.length + 1);
        const result = replay(
          "Cleo",
          steps.slice(0, length).map(({ done }) => done),
        );
        expect(result).toEqual({ ok: true, value: steps[length - 1]?.after ?? newRecord("Cleo") });
      }),
    );
  });

  it("law: nobody decides on what they created, or wrote since it was last settled", () => {
    const withoutRetracting = tries(everybody).map((all) =>
      all.filter(([, type]) => type !== "retract_review"),
    );
    fc.assert(
      fc.property(withoutRetracting, (all) => {
        let writers: ReadonlySet<string> = new Set();
        for (const lifeStep of lived(all, needed)) {
          const { actorId } = lifeStep.done.acting;
          if (isDecision(lifeStep)) expect(["Cleo", ...writers]).not.toContain(actorId);
          if (lifeStep.done.event.type === "accept_proposal")
            expect(lifeStep.before.proposalBy).not.toBe(actorId);
          writers = writersAfter(writers, lifeStep);
          expect(new Set(lifeStep.after.revisedSinceDecision)).toEqual(writers);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("law: a revision counts up by one exactly where content changed, and takes approvals with it", () => {
    fc.assert(
      fc.property(tries(everybody), (all) => {
        for (const { done, before, after } of lived(all, needed)) {
          const isContent = done.event.type === "revise" || done.event.type === "accept_proposal";
          expect(after.revision - before.revision).toBe(isContent ? 1 : 0);
          if (done.event.type === "revise") expect(after.approvals).toEqual([]);
          expect(after.approvals.length).toBeLessThanOrEqual(Math.max(needed, 0));
        }
      }),
    );
  });

  it("law: removing and restoring leaves everything as it was", () => {
    fc.assert(
      fc.property(tries(everybody), (all) => {
        const record = lived(all, needed).at(-1)?.after ?? newRecord("Cleo");
        if (record.isRemoved) return;
        const removed = step(record, did("Adam", "remove", needed));
        const restored = removed.ok ? step(removed.value, did("Adam", "restore", needed)) : removed;
        expect(restored).toEqual({ ok: true, value: record });
      }),
    );
  });

  it("law: a step leaves the record it started from untouched", () => {
    fc.assert(
      fc.property(tries(everybody), (all) => {
        for (const { done, before } of lived(all, needed)) {
          const copy = structuredClone(before);
          step(before, done);
          expect(before).toEqual(copy);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("law: editors among themselves settle nothing, viewers do nothing at all", () => {
    fc.assert(
      fc.property(tries(["Cleo", "Emil", "Vera"]), (all) => {
        for (const { done, after } of lived(all, needed)) {
          expect(done.acting.actorId).not.toBe("Vera");
          expect(["draft", "submitted"]).toContain(after.state);
          expect([after.approvedRevision, after.approvals]).toEqual([null, []]);
        }
      }),
    );
  });
});

describe("without review", () => {
  it("law: a claim is a draft or handed in, whoever tries what", () => {
    fc.assert(
      fc.property(tries(everybody), (all) => {
        for (const { after } of lived(all, 0)) {
          expect(["draft", "submitted"]).toContain(after.state);
          expect(after.decisions).toEqual([]);
        }
      }),
    );
  });
});
