import { describe, expect, it } from "vitest";
import { isLineEnd, onOneLine } from "./line-ends.ts";

describe("a line end", () => {
  it.each([
    ["\n", true],
    ["\r", true],
    ["\v", true],
    ["\f", true],
    ["\u001c", true],
    ["\u001e", true],
    ["\u0085", true],
    ["\u2028", true],
    ["\u2029", true],
    [" ", false],
    ["\t", false],
    ["a", false],
    ["🚢", false],
    ["\u001f", false],
  ])("is told from other characters: %j is one is %s", (character, expected) => {
    expect(isLineEnd(character)).toBe(expected);
  });

  it("becomes a space, one for one", () => {
    expect(onOneLine("a\r\n🚢\u2028b")).toBe("a  🚢 b");
    expect(onOneLine("a\tb")).toBe("a\tb");
  });
});
