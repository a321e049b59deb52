import { describe, expect, it } from "vitest";
import { nextAfter, putBack, stepFrom } from "./queue-order.ts";

const rows = ["a", "b", "c", "d"].map((id) => ({ id }));
const gone = (...ids: string[]) => new Set(ids);

describe("moving through the queue", () => {
  it("goes one on and back, and stops at the ends", () => {
    expect(stepFrom(rows, "b", 1)?.id).toBe("c");
    expect(stepFrom(rows, "b", -1)?.id).toBe("a");
    expect(stepFrom(rows, "d", 1)?.id).toBe("d");
    expect(stepFrom(rows, "a", -1)?.id).toBe("a");
  });

  it("begins at the beginning when what is open is not in the list", () => {
    expect(stepFrom(rows, "elsewhere", 1)?.id).toBe("a");
    expect(stepFrom([], null, 1)).toBeNull();
  });
});

describe("the claim that comes by itself", () => {
  it("is the next below that stays", () => {
    expect(nextAfter(rows, "b", gone("b"))?.id).toBe("c");
    expect(nextAfter(rows, "b", gone("b", "c"))?.id).toBe("d");
  });

  it("is the nearest above after the last", () => {
    expect(nextAfter(rows, "d", gone("d"))?.id).toBe("c");
    expect(nextAfter(rows, "c", gone("c", "d"))?.id).toBe("b");
  });

  it("is none when nothing stays", () => {
    expect(nextAfter(rows, "a", gone("a", "b", "c", "d"))).toBeNull();
  });

  it("is never the one just decided on, even where it stays in the list", () => {
    expect(nextAfter(rows, "b", gone())?.id).toBe("c");
  });
});

describe("taking a decision back", () => {
  it("puts the claim where it was", () => {
    expect(putBack([{ id: "a" }, { id: "c" }], { id: "b" }, 1).map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("puts it at the end of a list that became shorter, and not twice", () => {
    expect(putBack([{ id: "a" }], { id: "z" }, 9).map(({ id }) => id)).toEqual(["a", "z"]);
    const again = { id: "a", isNew: true };
    expect(putBack([{ id: "a", isNew: false }], again, 0)).toEqual([again]);
  });
});
