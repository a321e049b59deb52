import { describe, expect, test } from "vitest";
import { compareTexts, inOrder } from "./order.ts";

describe("order", () => {
  test.each([
    ["a", "b", -1],
    ["b", "a", 1],
    ["a", "a", 0],
    ["", "a", -1],
    ["Z", "a", -1],
    ["10", "9", -1],
  ])("%j and %j come to %d", (one, other, expected) => {
    expect(compareTexts(one, other)).toBe(expected);
  });

  test("of articles is by id, the list given left as it was", () => {
    const given = [{ articleId: "b" }, { articleId: "a" }, { articleId: "c" }];
    expect(inOrder(given).map(({ articleId }) => articleId)).toEqual(["a", "b", "c"]);
    expect(given[0]?.articleId).toBe("b");
  });
});
