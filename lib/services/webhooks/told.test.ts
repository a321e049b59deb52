import { describe, expect, it } from "vitest";
import type { Actor, LayerFacts } from "#lib/authz/objects.ts";
import type { ToldEvent } from "#lib/db/events.ts";
import { isAbleHolder, isTold, messageOf } from "./told.ts";

const holder: Actor = { userId: "anna", workspaceId: "w", role: "admin" };
const open = { isBlind: false, isRestricted: false, memberIds: [] };

const event = (kind: string, more: Partial<ToldEvent> = {}): ToldEvent => ({
  ...{ number: 7, at: "2026-03-01T12:00:00.000Z", kind, actorId: "edda", articleId: "a", objectId: "o" },
  ...{ payload: {}, project: open, projectId: "p", layer: null },
  ...more,
});
const own = (ownerId: string, isReleased = false): LayerFacts => ({ kind: "editor", ownerId, isReleased });
const all = { events: ["*"], projectId: null };

describe("a webhook is told", () => {
  it.each([
    [["*"], "claim.created", true],
    [["claim.*"], "claim.created", true],
    [["claim.*"], "comment.added", false],
    [["claim.approved"], "claim.approved", true],
    [["claim.approved"], "claim.approved_twice", false],
    [["claim.approved", "source.*"], "source.merged", true],
    [["claim.*"], "claims.created", false],
    [["*"], "notification.created", false],
  ])("with %j of %s: %s", (events, kind, told) => {
    const payload = { userId: holder.userId };
    expect(isTold({ events, projectId: null }, holder, event(kind, { payload }))).toBe(told);
  });

  it.each([
    ["its own project", "p", true],
    ["another project", "q", false],
    ["no project", null, false],
  ])("where it names a project, of %s: %s", (_, projectId, told) => {
    expect(isTold({ events: ["*"], projectId: "p" }, holder, event("claim.created", { projectId }))).toBe(
      told,
    );
  });

  it.each([
    ["another's blind layer", { layer: own("edda") }, false],
    ["another's released layer", { layer: own("edda", true) }, true],
    ["their own blind layer", { layer: own("anna") }, true],
    ["a restricted project without them", { project: { ...open, isRestricted: true } }, false],
    ["one that names them", { project: { ...open, isRestricted: true, memberIds: ["anna"] } }, true],
  ])("as its holder is, of %s: %s", (_, facts, told) => {
    expect(isTold(all, holder, event("claim.created", facts))).toBe(told);
  });
});

it.each([
  [null, false],
  [{ ...holder, role: "reviewer" as const }, false],
  [holder, true],
  [{ ...holder, role: "owner" as const }, true],
])("may be told for somebody who manages webhooks: %j %s", (who, isAble) => {
  expect(isAbleHolder(who)).toBe(isAble);
});

describe("what is sent", () => {
  const id = "01a2b3c4-0000-7000-8000-000000000001";

  it("is ids, numbers and states, and no other words", () => {
    const payload = {
      ...{ claimId: id, revision: 3, state: "approved", isLast: true, parent: null },
      ...{ name: "The desk", reason: "a_word", state2: "approved", kind: "Two words", role: "admin" },
      ...{ spans: [1, 2], more: { state: "approved" } },
    };
    expect(messageOf(id, "w", event("claim.approved", { payload }))).toEqual({
      ...{ id, type: "claim.approved", number: 7, at: "2026-03-01T12:00:00.000Z" },
      ...{ workspaceId: "w", projectId: "p", articleId: "a", objectId: "o" },
      data: { claimId: id, revision: 3, state: "approved", isLast: true, parent: null, role: "admin" },
    });
  });

  it("names no project where there is none", () => {
    expect(messageOf(id, "w", event("member.joined", { projectId: null }))).not.toHaveProperty("projectId");
  });
});
