import { describe, expect, test } from "vitest";
import type { CodingNumbers } from "#lib/contracts/layers.ts";
import { afterRelease, articleWords, codingWords, isReleasable, releasePlan } from "./coding-words.ts";

const coding = (fields: Partial<CodingNumbers>): CodingNumbers => ({
  ...{ needed: 2, hidden: 2, finished: 2, released: 0, waiting: 0, standing: "ready" },
  ...fields,
});

describe("how far an article is", () => {
  test.each([
    [coding({}), "2 of 2 finished · ready to release"],
    [coding({ finished: 1, standing: "unfinished" }), "1 of 2 finished"],
    [coding({ hidden: 1, finished: 1, standing: "unfinished" }), "1 of 2 finished"],
    [coding({ waiting: 1, standing: "unfinished" }), "2 of 3 finished"],
    [coding({ hidden: 0, finished: 0, standing: "empty" }), "0 of 2 finished"],
    [coding({ hidden: 0, finished: 0, released: 2, standing: "released" }), "Released"],
  ])("is said in words", (given, words) => {
    expect(codingWords(given)).toBe(words);
  });

  test("is released once it was", () => {
    expect(afterRelease(coding({}))).toEqual(
      coding({ hidden: 0, finished: 0, released: 2, standing: "released" }),
    );
  });
});

describe("what a release would do", () => {
  test("counts what is ready, what is not finished, and what stays as it is", () => {
    const some = [
      coding({}),
      coding({ standing: "unfinished" }),
      coding({ standing: "empty" }),
      coding({ standing: "released" }),
      null,
    ];
    expect(releasePlan(some)).toEqual({ ready: 1, unfinished: 1, left: 3 });
    expect(some.map((one) => isReleasable({ coding: one }))).toEqual([true, true, false, false, false]);
    expect([articleWords(1), articleWords(2)]).toEqual(["1 article", "2 articles"]);
  });
});
