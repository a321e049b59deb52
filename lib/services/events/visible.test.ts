import { expect, it } from "vitest";
import { assignmentCases } from "./visible.cases.ts";
import { isToldTo } from "./visible.ts";

it.each(assignmentCases)(
  "tells %s, %s, of %s where blind is %s: %s",
  (userId, role, kind, isBlind, isTold) => {
    const project = isBlind === null ? null : { isBlind, isRestricted: false, memberIds: [] };
    const event = { kind, actorId: "ada", payload: { userId: "hanna" }, project, layer: null };
    expect(isToldTo({ userId, workspaceId: "w", role }, event)).toBe(isTold);
  },
);

it("tells an admin outside a restricted project nothing of its assignments", () => {
  const project = { isBlind: true, isRestricted: true, memberIds: ["hanna"] };
  const event = {
    kind: "assignment.done",
    actorId: "hanna",
    payload: { userId: "hanna" },
    project,
    layer: null,
  };
  expect(isToldTo({ userId: "olga", workspaceId: "w", role: "admin" }, event)).toBe(false);
});
