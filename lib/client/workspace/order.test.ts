import { describe, expect, test } from "vitest";
import { claimOf } from "./claim.cases.ts";
import { ClaimPlaces } from "./claim-places.ts";
import { Feed } from "./feed.ts";
import { possibleParents } from "./nesting.ts";
import { newId } from "./new-id.ts";
import { neighbour, rowsOf } from "./order.ts";

const at = (id: string, start: number, end: number, parentId: string | null = null) =>
  claimOf({ id, parentId, spans: [{ start, end }] });
const shown = (claims: ReturnType<typeof at>[]) =>
  rowsOf(claims).map(({ claim, level }) => `${"-".repeat(level)}${claim.id}`);

describe("rowsOf", () => {
  test("reads as the text does, nested claims under theirs", () => {
    const claims = [
      at("late", 50, 60),
      at("child", 12, 18, "outer"),
      at("outer", 10, 30),
      at("other", 10, 12),
    ];
    expect(shown(claims)).toEqual(["outer", "-child", "other", "late"]);
  });

  test("loses none whose parent is not here", () => {
    expect(shown([at("orphan", 5, 6, "gone")])).toEqual(["orphan"]);
  });

  test("steps to the neighbour and stops at the ends", () => {
    const rows = rowsOf([at("a", 0, 1), at("b", 2, 3)]);
    expect(neighbour(rows, null, 1)).toBe("a");
    expect(neighbour(rows, null, -1)).toBe("b");
    expect(neighbour(rows, "a", 1)).toBe("b");
    expect(neighbour(rows, "b", 1)).toBe("b");
    expect(neighbour([], null, 1)).toBeNull();
  });
});

describe("possibleParents", () => {
  test("are claims whose range holds this one's words and that do not hang below it", () => {
    const claims = new Map(
      [at("me", 10, 20), at("around", 5, 25), at("below", 10, 20, "me"), at("beside", 15, 25)].map(
        (claim) => [claim.id, claim],
      ),
    );
    expect(
      possibleParents(at("me", 10, 20), new ClaimPlaces(claims, new Feed())).map(({ id }) => id),
    ).toEqual(["around"]);
  });
});

describe("newId", () => {
  test("is a UUID of version 7 that sorts by time", () => {
    expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(newId(1_000) < newId(2_000)).toBe(true);
    expect(newId(2 ** 40).slice(0, 13)).toBe("01000000-0000");
  });
});
