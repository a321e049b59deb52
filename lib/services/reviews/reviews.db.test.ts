import { describe, expect, it } from "vitest";
import { reviewCreate } from "#lib/contracts/claims.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, type Person, value } from "../../../tests/support/people.ts";
import { acceptProposal } from "../claims/accept-proposal.ts";
import { list as listClaims } from "../claims/list.ts";
import { get, revisions } from "../claims/read.ts";
import { revise } from "../claims/revise.ts";
import { reopen, submit } from "../claims/transitions.ts";
import { decide, list, retract } from "./reviews.ts";

await testDatabase();

async function submitted(approvalsNeeded: number): Promise<{ room: Newsroom; id: string }> {
  const room = await newsroom({ approvalsNeeded });
  const { id } = await claim(room);
  value(await submit(room.editor, room.w, id, 1));
  return { room, id };
}

const approve = reviewCreate.parse({ decision: "approve" });
const proposing = reviewCreate.parse({
  decision: "request_changes",
  reason: "statement_inaccurate",
  proposal: { statement: "Smoke rose over the town" },
});
const queue = async ({ w }: Newsroom, who: Person) =>
  value(await listClaims(who, w, { limit: 10, decidable: true })).items.map(({ id }) => id);

describe("approval", () => {
  it("needs two different people where the project asks for two", async () => {
    const { room, id } = await submitted(2);
    const first = value(await decide(room.reviewer, room.w, id, 1, approve));
    expect(first.claim).toMatchObject({ state: "submitted", approvals: 1, approvedRevision: null });
    expect(outcome(await decide(room.reviewer, room.w, id, 1, approve))).toBe("conflict already-approved");
    expect(await queue(room, room.reviewer)).toEqual([]);
    expect(await queue(room, room.second)).toEqual([id]);
    const second = value(await decide(room.second, room.w, id, 1, approve));
    expect(second.claim).toMatchObject({ state: "approved", approvals: 2, approvedRevision: 1 });
  });

  it("is what exports hold while a later edit waits, until the claim is reopened", async () => {
    const { room, id } = await submitted(1);
    value(await decide(room.reviewer, room.w, id, 1, approve));
    const edited = value(await revise(room.editor, room.w, id, 1, { statement: "Smoke rose" }));
    expect(edited).toMatchObject({ state: "submitted", revision: 2, approvedRevision: 1, approvals: 0 });
    value(await decide(room.reviewer, room.w, id, 2, approve));
    const again = value(await reopen(room.second, room.w, id, 2, { reason: "The date is wrong" }));
    expect(again).toMatchObject({ state: "submitted", approvedRevision: null });
  });

  it("is not asked for where a project has no review", async () => {
    const { room, id } = await submitted(0);
    expect(outcome(await decide(room.reviewer, room.w, id, 1, approve))).toBe("conflict review-is-off");
    expect(await queue(room, room.reviewer)).toEqual([]);
  });

  it("sent twice with its id is one decision", async () => {
    const { room, id } = await submitted(2);
    const once = { ...approve, id: newId() };
    const first = value(await decide(room.reviewer, room.w, id, 1, once));
    expect(value(await decide(room.reviewer, room.w, id, 1, once))).toEqual(first);
    expect(outcome(await decide(room.second, room.w, id, 1, once))).toBe("conflict id-taken");
  });
});

describe("the review queue", () => {
  it("holds what one may decide on, and every row says so", async () => {
    const { room, id } = await submitted(1);
    expect(await queue(room, room.reviewer)).toEqual([id]);
    expect(await queue(room, room.editor)).toEqual([]);
    const own = await claim(room, {}, room.reviewer);
    value(await submit(room.editor, room.w, own.id, 1));
    expect(await queue(room, room.reviewer)).toEqual([id]);
    expect((await queue(room, room.second)).toSorted()).toEqual([id, own.id].toSorted());
    value(await revise(room.second, room.w, id, 1, { statement: "Smoke rose" }));
    expect(await queue(room, room.second)).toEqual([own.id]);
    for (const who of [room.reviewer, room.second, room.admin]) {
      const { items } = value(await listClaims(who, room.w, { limit: 10 }));
      const offered = items.filter(({ actions }) => actions.includes("review:decide")).map((row) => row.id);
      expect((await queue(room, who)).toSorted()).toEqual(offered.toSorted());
    }
  });
});

describe("a proposed revision", () => {
  it("becomes the approved content when an author takes it over", async () => {
    const { room, id } = await submitted(1);
    const asked = value(await decide(room.reviewer, room.w, id, 1, proposing));
    expect(asked.claim).toMatchObject({ state: "changes_requested", revision: 1, statement: "" });
    expect(asked.review.proposal).toMatchObject({ statement: "Smoke rose over the town" });
    expect(outcome(await acceptProposal(room.colleague, room.w, id, 1))).toBe("not-found");
    const taken = value(await acceptProposal(room.editor, room.w, id, 1));
    expect(taken).toMatchObject({
      state: "approved",
      revision: 2,
      approvedRevision: 2,
      approvals: 1,
      statement: "Smoke rose over the town",
    });
    const kept = value(await revisions(room.editor, room.w, id)).items;
    expect(kept.map(({ createdBy }) => createdBy)).toEqual([room.editor.id, room.reviewer.id]);
  });

  it("waits for a second pair of eyes where two are needed: neither the proposer's nor the taker's", async () => {
    const room = await newsroom({ approvalsNeeded: 2 });
    const { id } = await claim(room);
    value(await revise(room.second, room.w, id, 1, { kind: "event" }));
    value(await submit(room.editor, room.w, id, 2));
    value(await decide(room.reviewer, room.w, id, 2, proposing));
    const taken = value(await acceptProposal(room.second, room.w, id, 2));
    expect(taken).toMatchObject({ state: "submitted", revision: 3, approvals: 1 });
    expect(outcome(await decide(room.reviewer, room.w, id, 3, approve))).toBe("own-work");
    expect(outcome(await decide(room.second, room.w, id, 3, approve))).toBe("own-work");
    expect(await queue(room, room.second)).toEqual([]);
    expect(value(await decide(room.admin, room.w, id, 3, approve)).claim.state).toBe("approved");
  });

  it("is off the table once the claim was revised", async () => {
    const { room, id } = await submitted(1);
    value(await decide(room.reviewer, room.w, id, 1, proposing));
    value(await revise(room.editor, room.w, id, 1, { statement: "My own words" }));
    expect(outcome(await acceptProposal(room.editor, room.w, id, 2))).toBe("conflict no-proposal");
  });

  it("passes every check a revision passes, and changes something", async () => {
    const { room, id } = await submitted(1);
    const bad = { ...proposing, proposal: { provenance: "gossip" } };
    expect(outcome(await decide(room.reviewer, room.w, id, 1, bad))).toBe("invalid /proposal/provenance");
    const same = { ...proposing, proposal: { statement: "" } };
    expect(outcome(await decide(room.reviewer, room.w, id, 1, same))).toBe("invalid /proposal");
    const praise = { ...proposing, decision: "approve" as const };
    expect(outcome(await decide(room.reviewer, room.w, id, 1, praise))).toBe("invalid /proposal");
    expect(value(await get(room.editor, room.w, id)).state).toBe("submitted");
  });
});

describe("taking a decision back", () => {
  it("restores what was before, the first approval too", async () => {
    const { room, id } = await submitted(2);
    value(await decide(room.reviewer, room.w, id, 1, approve));
    const reject = reviewCreate.parse({ decision: "reject", reason: "not_a_claim" });
    const { review } = value(await decide(room.second, room.w, id, 1, reject));
    expect(outcome(await retract(room.reviewer, room.w, id, review.id, 1))).toBe("not-found");
    const back = value(await retract(room.second, room.w, id, review.id, 1));
    expect(back).toMatchObject({ state: "submitted", approvals: 1 });
    const all = value(await list(room.viewer, room.w, id)).items;
    expect(all.map(({ decision, retractedAt }) => [decision, retractedAt !== null])).toEqual([
      ["approve", false],
      ["reject", true],
    ]);
  });

  it("is too late once somebody has built on it", async () => {
    const { room, id } = await submitted(1);
    const { review } = value(await decide(room.reviewer, room.w, id, 1, approve));
    value(await revise(room.editor, room.w, id, 1, { statement: "Smoke rose" }));
    expect(outcome(await retract(room.reviewer, room.w, id, review.id, 2))).toBe("conflict built-on");
  });
});
