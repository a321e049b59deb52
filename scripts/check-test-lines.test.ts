import { describe, expect, it } from "vitest";
import { countRooms, LEAST, roomOf, tooFew } from "./check-test-lines.mjs";

const lines = (count: number) => "x\n\n".repeat(count);

describe("check-test-lines", () => {
  it.each([
    ["lib/core/text/span.ts", "lib/core/text"],
    ["lib/core/text/deep/er.ts", "lib/core/text"],
    ["lib/core/result.ts", "lib/core"],
    ["lib/authz/policy.ts", "lib/authz"],
  ])("puts %s into the room %s", (file, room) => {
    expect(roomOf(file)).toBe(room);
  });

  it("counts what is not blank, tests and tables on one side, all else on the other", () => {
    const files = [
      ["lib/core/text/a.ts", lines(4)],
      ["lib/core/text/a.test.ts", lines(5)],
      ["lib/core/text/a.cases.ts", lines(2)],
      ["lib/core/text/words.codebook.json", lines(90)],
      ["lib/services/a.ts", lines(90)],
    ] as const;
    expect([...countRooms(files)]).toEqual([["lib/core/text", { source: 4, test: 7 }]]);
  });

  it("refuses a room with too little, and takes one that has just enough", () => {
    const rooms = new Map([
      ["lib/core/text", { source: 100, test: LEAST * 100 }],
      ["lib/core/audit", { source: 100, test: LEAST * 100 - 1 }],
      ["lib/core/review", { source: 1, test: 0 }],
    ]);
    expect(tooFew(rooms)).toEqual(["lib/core/audit", "lib/core/review"]);
  });
});
