import { describe, expect, test } from "vitest";
import { Tally } from "./tally.mjs";

describe("what a run comes to", () => {
  test("is the sum of its tiers, and nothing more to say where all is well", () => {
    const tally = new Tally();
    tally.check("checks", "types", true);
    tally.add("core", { passed: 10, skipped: 2 });
    tally.add("db", { passed: 5 });
    expect([tally.words, tally.troubles, tally.hasPassed]).toEqual([
      "tests: 16 passed, 0 failed, 2 skipped",
      [],
      true,
    ]);
  });

  test("names the tier that ended badly though no test of it failed", () => {
    const tally = new Tally();
    tally.add("core", { passed: 10 }, 1);
    expect([tally.words, tally.hasPassed]).toEqual(["tests: 10 passed, 1 failed, 0 skipped", false]);
    expect(tally.troubles).toEqual([
      expect.stringMatching(/^core: no test failed, but .*code 1 .*coverage/u),
    ]);
  });

  test("names each check, each tier with failures, and what was never run", () => {
    const tally = new Tally();
    tally.check("checks", "layers", false);
    tally.check("checks", "types", true);
    tally.add("db", { passed: 3, failed: 2 }, 1);
    tally.fail("e2e: no browser");
    expect(tally.troubles).toEqual(["checks: layers", "db: 2 failed", "e2e: no browser"]);
    expect(tally.words).toBe("tests: 4 passed, 4 failed, 0 skipped");
  });

  test("is a failure where nothing was run", () => {
    expect(new Tally().hasPassed).toBe(false);
  });
});
