import fc from "fast-check";
import { expect, it } from "vitest";
import type { ClaimFacts, ReviewEvent } from "#core/review/facts.ts";
import { factsOf, newRecord, type ReviewRecord, step } from "#core/review/record.ts";
import type { Role } from "#core/review/state.ts";
import { reviewEvents } from "#core/review/transitions.ts";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { reviewCreate } from "#lib/contracts/claims.ts";
import type { Standing } from "#lib/db/claim-facts.ts";
import { standingClaims } from "#lib/db/claims.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import type { Person } from "../../../tests/support/people.ts";
import { decide, retract } from "../reviews/reviews.ts";
import { acceptProposal } from "./accept-proposal.ts";
import { remove } from "./remove.ts";
import { restore } from "./restore.ts";
import { revise } from "./revise.ts";
import { reopen, submit, withdraw } from "./transitions.ts";

await testDatabase();

type Who = "viewer" | "editor" | "colleague" | "reviewer" | "second" | "admin";
const roleOf: Record<Who, Role> = {
  viewer: "viewer",
  editor: "editor",
  colleague: "editor",
  reviewer: "reviewer",
  second: "reviewer",
  admin: "admin",
};

// Whole random histories seldom get far, so the likely ways through a review are likelier here.
const act = fc.record({
  who: fc.constantFrom<Who>(
    "editor",
    "editor",
    "colleague",
    "reviewer",
    "reviewer",
    "second",
    "second",
    "admin",
    "viewer",
  ),
  type: fc.constantFrom(
    ...reviewEvents,
    "submit",
    "submit",
    "approve",
    "approve",
    "accept_proposal",
    "retract_review",
  ),
  hasProposal: fc.boolean(),
});
type Act = { who: Who; type: (typeof reviewEvents)[number]; hasProposal: boolean };

let count = 0;

it.each([0, 1, 2] as const)(
  "keeps the same record as the review machine does, whatever people do, with %i approvals needed",
  async (approvalsNeeded) => {
    const room = await newsroom({ approvalsNeeded });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (acts) => {
        const { id } = await claim(room);
        let record = newRecord(room.editor.id);
        for (const one of acts) {
          const event = eventOf(one);
          const acting = actingOf(room, one, approvalsNeeded);
          const expected = step(record, { event, acting });
          const before = await standing(room, id);
          const done = await perform(room, id, record.revision, one, before.lastReviewId);
          expect([one.who, one.type, record.state, done.ok]).toEqual([
            one.who,
            one.type,
            record.state,
            expected.ok,
          ]);
          if (expected.ok) record = expected.value;
          expect(comparable(await standing(room, id))).toEqual(comparable(recorded(record)));
        }
      }),
      { numRuns: 8 },
    );
  },
  180_000,
);

function eventOf({ type, hasProposal }: Act): ReviewEvent {
  switch (type) {
    case "request_changes":
      return { type, reason: "wrong_span", hasProposal };
    case "reject":
    case "reopen":
      return { type, reason: "wrong_span" };
    default:
      return { type };
  }
}

function actingOf(room: Newsroom, { who }: Act, approvalsNeeded: 0 | 1 | 2) {
  const role = roleOf[who];
  return { actorId: room[who].id, role, mayWriteLayer: role !== "viewer", approvalsNeeded };
}

function perform(
  room: Newsroom,
  id: string,
  revision: number,
  { who, type, hasProposal }: Act,
  reviewId: string | null,
) {
  const by: Person = room[who];
  const statement = `Version ${++count}`;
  switch (type) {
    case "submit":
      return submit(by, room.w, id, revision);
    case "withdraw":
      return withdraw(by, room.w, id, revision);
    case "reopen":
      return reopen(by, room.w, id, revision, { reason: "wrong_span" });
    case "revise":
      return revise(by, room.w, id, revision, { statement });
    case "accept_proposal":
      return acceptProposal(by, room.w, id, revision);
    case "retract_review":
      return retract(by, room.w, id, reviewId ?? newId(), revision);
    case "remove":
      return remove(by, room.w, id, revision);
    case "restore":
      return restore(by, room.w, id, revision);
    default: {
      const proposal = type === "request_changes" && hasProposal ? { proposal: { statement } } : {};
      const body = { decision: type, reason: type === "approve" ? undefined : "wrong_span", ...proposal };
      return decide(by, room.w, id, revision, reviewCreate.parse(body));
    }
  }
}

async function standing({ w, owner }: Newsroom, id: string): Promise<Standing> {
  const permit = enterWorkspace({ userId: owner.id, workspaceId: w, role: "owner" });
  const found = (await inWorkspace(permit, (tx) => standingClaims(tx, permit, [id]))).get(id);
  if (!found) throw new Error("the claim is gone");
  return found.standing;
}

function recorded(record: ReviewRecord): Pick<Standing, "state" | "facts"> {
  return { state: record.state, facts: factsOf(record) };
}

/** People are sets; everything else is compared as it is. */
function comparable({ state, facts }: Pick<Standing, "state" | "facts">) {
  const { lastDecision, ...rest } = facts;
  const sorted = (people: ClaimFacts["approvals"]) => people.toSorted();
  return {
    ...rest,
    state,
    revisedBy: sorted(rest.revisedBy),
    revisedSinceDecision: sorted(rest.revisedSinceDecision),
    approvals: sorted(rest.approvals),
    lastDecision: lastDecision && {
      by: lastDecision.by,
      isBuiltOn: lastDecision.isBuiltOn,
      // What was before matters only while it can be gone back to.
      ...(lastDecision.isBuiltOn
        ? {}
        : {
            stateBefore: lastDecision.stateBefore,
            approvedRevisionBefore: lastDecision.approvedRevisionBefore,
            approvalsBefore: sorted(lastDecision.approvalsBefore),
            revisedSinceBefore: sorted(lastDecision.revisedSinceBefore),
          }),
    },
  };
}
