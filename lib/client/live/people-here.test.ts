import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { ok } from "#core/result.ts";
import type { Present } from "#lib/contracts/presence.ts";
import { nowhere, PeopleHere } from "./people-here.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const other: Present = { ...nowhere, tab: "other", userId: "ben", articleId: "a", isLeaving: false };

function here(others: readonly Present[] = []) {
  const said: string[] = [];
  const people = new PeopleHere({ articleId: "a", length: 20 }, "mine", async (body) => {
    said.push(body.isLeaving ? "leaving" : body.isTyping ? "typing" : "here");
    return ok({ items: [...others] });
  });
  const names = () => people.snapshot().map(({ userId }) => userId);
  return { people, said, names };
}

describe("people here", () => {
  test("are known from the answer, and from what is heard", async () => {
    const { people, names } = here([other]);
    people.arrive();
    await vi.advanceTimersByTimeAsync(0);
    people.hear({ ...other, tab: "third", userId: "ada" });
    people.hear({ ...other, tab: "mine", userId: "myself" });
    expect(names()).toEqual(["ben", "ada"]);
    people.hear({ ...other, isLeaving: true });
    expect(names()).toEqual(["ada"]);
  });

  test.each([
    ["another article's, open in another tab", { articleId: "b" }, []],
    ["words within the text", { selection: { start: 4, end: 20 } }, [{ start: 4, end: 20 }]],
    ["words beyond the text", { selection: { start: 4, end: 21 } }, [null]],
  ])("%s", (_, differs, selections) => {
    const { people } = here();
    people.arrive();
    people.hear({ ...other, ...differs });
    expect(people.snapshot().map(({ selection }) => selection)).toEqual(selections);
  });

  test("are gone when nothing more is heard of them", async () => {
    const { people, names } = here();
    people.arrive();
    people.hear(other);
    await vi.advanceTimersByTimeAsync(8_000);
    expect(names()).toEqual(["ben"]);
    await vi.advanceTimersByTimeAsync(4_000);
    expect(names()).toEqual([]);
  });

  test("hear of oneself at once, then every few seconds, and soon when something changes", async () => {
    const { people, said } = here();
    people.arrive();
    people.move({ isTyping: true });
    people.move({ isTyping: true, claimId: "c" });
    await vi.advanceTimersByTimeAsync(250);
    expect(said).toEqual(["here", "typing"]);
    people.move({ isTyping: true, claimId: "c" });
    await vi.advanceTimersByTimeAsync(3_000);
    expect(said).toHaveLength(2);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(said).toHaveLength(3);
    people.leave();
    people.leave();
    await vi.advanceTimersByTimeAsync(20_000);
    expect(said.slice(3)).toEqual(["leaving"]);
    people.hear(other);
    expect(people.snapshot()).toEqual([]);
  });
});
