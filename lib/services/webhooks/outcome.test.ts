import { describe, expect, it } from "vitest";
import type { OutboundAnswer } from "#lib/platform/outbound.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";

const at = new Date("2026-03-01T12:00:00Z");
const HOUR = 3_600_000;

const answered = (status: number, headers: Record<string, string> = {}, body = ""): OutboundAnswer => ({
  ...{ kind: "answered", status, headers, body: Buffer.from(body), isWhole: true },
});
const tried = (attempts = 1, random = 0, isTest = false) => ({ attempts, isTest, at, random });
const waitOf = ({ nextAt }: Outcome) => (nextAt === null ? null : nextAt.getTime() - at.getTime());

describe("what an answer means", () => {
  it.each([
    [200, "delivered", null],
    [204, "delivered", null],
    [299, "delivered", null],
    [301, "failed", /301: redirects are not followed/u],
    [308, "failed", /308: redirects are not followed/u],
    [400, "failed", /400/u],
    [401, "failed", /401/u],
    [410, "given_up", /410: it is gone/u],
    [429, "failed", /429/u],
    [500, "failed", /500/u],
    [503, "failed", /503/u],
  ] as const)("%d: %s", (status, state, error) => {
    const outcome = outcomeOf(answered(status), tried());
    expect([outcome.state, outcome.status, outcome.isGone]).toEqual([state, status, status === 410]);
    if (error === null) expect(outcome.error).toBeNull();
    else expect(outcome.error).toMatch(error);
  });

  it("none, and why, is to be tried again", () => {
    expect(outcomeOf({ kind: "failed", reason: "nobody listens there" }, tried())).toMatchObject({
      ...{ state: "failed", status: null, response: null, error: "No answer: nobody listens there." },
    });
    expect(outcomeOf({ kind: "refused", reason: "10.0.0.1 is private" }, tried())).toMatchObject({
      ...{ state: "failed", status: null, error: "Not sent: 10.0.0.1 is private." },
    });
  });

  it("keeps the beginning of what was said, as text that can be stored", () => {
    const said = outcomeOf(answered(500, {}, `a\0b${"😀".repeat(600)}`), tried()).response ?? "";
    expect(said.startsWith("a\u{fffd}b😀")).toBe(true);
    expect([said.length, said.isWellFormed()]).toEqual([1_000, true]);
    const bytes: OutboundAnswer = {
      ...answered(500),
      ...{ body: Buffer.from([0xff, 0x41]) },
    } as OutboundAnswer; // Same kind.
    expect(outcomeOf(bytes, tried()).response).toBe("\u{fffd}A");
  });
});

describe("trying again", () => {
  const waits = (random: number) =>
    Array.from({ length: 8 }, (_, before) => waitOf(outcomeOf(answered(500), tried(before + 1, random))));

  it("comes later and later, eight times in a little more than a day", () => {
    const seconds = waits(0).map((wait) => (wait === null ? null : wait / 1_000));
    expect(seconds).toEqual([5, 60, 300, 1_800, 7_200, 34_200, 43_200, null]);
    const together = seconds.reduce<number>((sum, wait) => sum + (wait ?? 0), 0);
    expect(together).toBeGreaterThan(24 * 3_600);
  });

  it("is spread, never sooner than it should be", () => {
    expect(waits(1)[0]).toBe(5_500);
    expect(waits(0.5)[6]).toBe(12 * HOUR * 1.05);
  });

  it("is not for a test, which is sent once", () => {
    expect(outcomeOf(answered(500), tried(1, 0, true))).toMatchObject({ state: "given_up", nextAt: null });
  });

  it.each([
    ["120", 120_000],
    ["0", 5_000],
    ["2", 5_000],
    ["999999999", 12 * HOUR],
    ["Sun, 01 Mar 2026 13:00:00 GMT", HOUR],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 5_000],
    ["Wed, 01 Mar 2056 13:00:00 GMT", 12 * HOUR],
    ["soon", 5_000],
    ["-5", 5_000],
    ["", 5_000],
    ["1e9", 5_000],
  ])("waits as long as Retry-After: %s asks for, within bounds", (asked, wait) => {
    expect(waitOf(outcomeOf(answered(503, { "retry-after": asked }), tried()))).toBe(wait);
  });

  it("is given up after the last attempt, whatever is asked for", () => {
    const outcome = outcomeOf(answered(503, { "retry-after": "60" }), tried(8));
    expect(outcome).toMatchObject({ state: "given_up", nextAt: null, isGone: false });
  });
});
