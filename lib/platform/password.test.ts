import { describe, expect, it } from "vitest";
import { hashPassword, passwordMatches, passwordProblem } from "./password.ts";

const PROBLEMS: [string, ReturnType<typeof passwordProblem>][] = [
  ["elevenchars", "too_short"],
  ["😀😀😀", "too_short"],
  ["x".repeat(1001), "too_long"],
  ["password1234", "too_common"],
  ["P@ssw0rd2026!!", "too_common"],
  ["qwertyuiopasdf", "too_common"],
  ["123456789012", "too_common"],
  ["abcabcabcabc", "too_common"],
  ["aaaaaaaaaaaa", "too_common"],
  ["correct horse battery staple", "too_common"],
  ["margarethe2026!", "too_common"],
  ["ebb tide before noon", null],
  ["kleine-uhr-am-fenster", null],
  ["пароль длиннее двенадцати", null],
];

describe("passwordProblem", () => {
  it.each(PROBLEMS)("judges %s: %s", (password, problem) => {
    expect(passwordProblem(password, ["Margarethe@example.org"])).toBe(problem);
  });
});

describe("passwordMatches", () => {
  it("knows the right password, in whichever Unicode form it was typed, and no other", async () => {
    const stored = await hashPassword("caf\u00e9 am morgen");
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/u);
    expect(await passwordMatches(stored, "cafe\u0301 am morgen")).toBe(true);
    expect(await passwordMatches(stored, "cafe am morgen")).toBe(false);
  });

  it("does the work for an unknown user too, and says no", async () => {
    expect(await passwordMatches(null, "whatever it is")).toBe(false);
  });

  it("works through a burst larger than what may run at once", async () => {
    const stored = await hashPassword("one of many passwords");
    const answers = await Promise.all(
      Array.from({ length: 9 }, () => passwordMatches(stored, "one of many passwords")),
    );
    expect(answers).toEqual(Array(9).fill(true));
  });
});
