import { describe, expect, test } from "vitest";
import { idsBetween, withRange, withToggled } from "./selected.ts";

const shown = ["a", "b", "c", "d", "e"];

describe("a selection of claims", () => {
  test.each([
    { name: "down", anchor: "b", id: "d", ids: ["b", "c", "d"] },
    { name: "up", anchor: "d", id: "b", ids: ["b", "c", "d"] },
    { name: "one", anchor: "c", id: "c", ids: ["c"] },
    { name: "from nowhere", anchor: null, id: "c", ids: ["c"] },
    { name: "from one that is not shown", anchor: "z", id: "c", ids: ["c"] },
    { name: "to one that is not shown", anchor: "a", id: "z", ids: [] },
  ])("ranges $name", ({ anchor, id, ids }) => {
    expect(idsBetween(shown, anchor, id)).toEqual(ids);
  });

  test("takes one in and out", () => {
    expect(withToggled(["a"], "b")).toEqual(["a", "b"]);
    expect(withToggled(["a", "b"], "a")).toEqual(["b"]);
  });

  test("shrinks a range that is drawn back, and keeps what was selected apart from it", () => {
    const wide = withRange(["a"], shown, "c", null, "e");
    expect(wide).toEqual(["a", "c", "d", "e"]);
    expect(withRange(wide, shown, "c", "e", "d")).toEqual(["a", "c", "d"]);
  });

  test("keeps what the filter hides", () => {
    expect(withRange(["hidden"], shown, "a", null, "b")).toEqual(["hidden", "a", "b"]);
  });
});
