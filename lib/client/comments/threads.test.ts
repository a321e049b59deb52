import { describe, expect, test } from "vitest";
import type { Comment } from "#lib/contracts/comments.ts";
import { threadsOf, withoutComment } from "./threads.ts";

const at = "2026-01-01T00:00:00.000Z";
const comment = (id: string, more: Partial<Comment> = {}): Comment => ({
  id,
  articleId: "a",
  claimId: null,
  parentId: null,
  span: null,
  body: `Words of ${id}`,
  mentions: [],
  createdBy: "u",
  createdAt: at,
  updatedAt: at,
  editedAt: null,
  resolvedAt: null,
  resolvedBy: null,
  removedAt: null,
  ...more,
});

const shown = (comments: readonly Comment[]) =>
  threadsOf(comments)
    .map(({ id, answers, isResolved }) =>
      [id, ...answers.map((answer) => answer.id), isResolved ? "done" : ""].join(" ").trim(),
    )
    .join(" | ");

describe("comments", () => {
  test("are threads, those that are resolved last", () => {
    const all = [
      comment("1", { resolvedAt: at }),
      comment("2"),
      comment("3", { parentId: "1" }),
      comment("4", { parentId: "2" }),
      comment("5", { parentId: "2", removedAt: at }),
    ];
    expect(shown(all)).toBe("2 4 | 1 3 done");
  });

  test("are gone when taken back, unless answers hang on them", () => {
    const all = [comment("1"), comment("2", { parentId: "1" }), comment("3")];
    expect(shown(withoutComment(all, "3", at))).toBe("1 2");
    expect(withoutComment(all, "1", at)[0]).toMatchObject({ body: "", removedAt: at });
    expect(shown(withoutComment(withoutComment(all, "2", at), "1", at))).toBe("3");
  });
});
