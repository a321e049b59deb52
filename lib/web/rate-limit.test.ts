import { expect, it } from "vitest";
import type { Principal } from "#lib/authz/principal.ts";
import { allowRequest, limitHeaders, takeRequests } from "./rate-limit.ts";

const principal = (userId: string): Principal => ({ userId, via: "session", scopes: null });
const spend = (who: Principal, times: number, now: number) => {
  for (let at = 0; at < times; at += 1) expect(allowRequest(who, "write", now)).toBe(0);
};

it("allows 120 writes a minute and says how long to wait for the next", () => {
  const ada = principal("ada");
  spend(ada, 120, 0);
  expect(allowRequest(ada, "write", 0)).toBe(1);
  expect(allowRequest(ada, "write", 1_000)).toBe(0);
});

it("counts reads and other people apart", () => {
  const bob = principal("bob");
  spend(bob, 120, 0);
  expect(allowRequest(bob, "read", 0)).toBe(0);
  expect(allowRequest(principal("cy"), "write", 0)).toBe(0);
});

it("does not forget who is over the limit when many strangers come by", () => {
  const eve = principal("eve");
  spend(eve, 120, 0);
  for (let at = 0; at < 9_000; at += 1) allowRequest(principal(`stranger-${at}`), "write", 0);
  expect(allowRequest(eve, "write", 0)).toBeGreaterThan(0);
});

it("takes what costs several at once whole or not at all", () => {
  const dan = principal("dan");
  const take = (count: number, now = 0) => takeRequests(dan, "write", { count, now });
  expect(take(100)).toMatchObject({ waitSeconds: 0, remaining: 20, resetSeconds: 50 });
  expect(take(30)).toMatchObject({ waitSeconds: 5, remaining: 20 });
  expect(take(30, 5_000)).toMatchObject({ waitSeconds: 0, remaining: 0 });
});

it("lets through in the end what costs more than a minute's allowance", () => {
  expect(takeRequests(principal("fay"), "write", { count: 1_000, now: 0 })).toMatchObject({
    waitSeconds: 0,
    remaining: 0,
  });
});

it("says so in structured fields", () => {
  const allowance = takeRequests(principal("gil"), "presence", { now: 0 });
  expect(limitHeaders(allowance)).toEqual([
    ["ratelimit-policy", '"presence";q=1200;w=60'],
    ["ratelimit", '"presence";r=1199;t=1'],
  ]);
});
