import { describe, expect, test } from "vitest";
import type { Present } from "#lib/contracts/presence.ts";
import { PresenceRooms } from "./presence-rooms.ts";

const someone = (tab: string, more: Partial<Present> = {}): Present => ({
  tab,
  userId: `user of ${tab}`,
  articleId: "article",
  paragraph: null,
  selection: null,
  claimId: null,
  isTyping: false,
  isLeaving: false,
  ...more,
});

describe("presence", () => {
  let now = 0;
  const said = (...presences: Present[]): PresenceRooms => {
    now = 0;
    const rooms = new PresenceRooms(() => now);
    for (const presence of presences) rooms.hear({ kind: "presence", workspaceId: "w", presence });
    return rooms;
  };
  const tabs = (rooms: PresenceRooms) => rooms.in("w", "article").map(({ tab }) => tab);

  test("is what was said last by each tab, in one article", () => {
    const rooms = said(
      someone("a"),
      someone("b"),
      someone("a", { isTyping: true }),
      someone("c", { articleId: "x" }),
    );
    expect(rooms.in("w", "article").map(({ tab, isTyping }) => [tab, isTyping])).toEqual([
      ["a", true],
      ["b", false],
    ]);
  });

  test("ends by leaving, or by saying nothing for ten seconds", () => {
    const rooms = said(someone("a"), someone("b"), someone("b", { isLeaving: true }));
    expect(tabs(rooms)).toEqual(["a"]);
    now = 9_999;
    expect(rooms.has("user of a", "w", "article")).toBe(true);
    now = 10_000;
    expect(rooms.has("user of a", "w", "article")).toBe(false);
    expect(tabs(rooms)).toEqual([]);
  });

  test("is of one workspace, and nobody's to speak for another", () => {
    const rooms = said(someone("a"), someone("a", { userId: "eve", isLeaving: true }));
    rooms.hear({ kind: "presence", workspaceId: "other", presence: someone("spy") });
    expect(tabs(rooms)).toEqual(["a"]);
    expect(rooms.has("user of spy", "w", "article")).toBe(false);
  });

  test("is so many pages a person at most", () => {
    const many = Array.from({ length: 30 }, (_, at) => someone(`t${at}`, { userId: "ann" }));
    expect(tabs(said(...many))).toHaveLength(10);
  });

  test("is not what is committed, nor the leaving of somebody unknown", () => {
    const rooms = said(someone("z", { isLeaving: true }));
    rooms.hear({ kind: "committed", workspaceId: "w" });
    expect(tabs(rooms)).toEqual([]);
  });
});
