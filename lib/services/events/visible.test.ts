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

it.each([
  ["ada", "editor", true, null, true],
  ["olga", "editor", true, null, false],
  ["olga", "owner", true, null, false],
  ["olga", "editor", true, false, false],
  ["olga", "editor", true, true, true],
  ["olga", "viewer", false, null, true],
] as const)(
  "tells %s, %s, of a source that Ada found in an article where blind is %s and her layer released is %s: %s",
  (userId, role, isBlind, isReleased, isTold) => {
    const project = { isBlind, isRestricted: false, memberIds: [] };
    const layer = isReleased === null ? null : { kind: "editor" as const, ownerId: "ada", isReleased };
    const event = { kind: "source.created", actorId: "ada", payload: {}, project, layer };
    expect(isToldTo({ userId, workspaceId: "w", role }, event)).toBe(isTold);
  },
);
