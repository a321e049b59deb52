import { describe, expect, it, vi } from "vitest";
import { type Fault, fault, type Heard, parsed } from "../../bench/fuzz/judge.ts";
import type { Known } from "../../bench/fuzz/known.ts";
import { Random } from "../../bench/fuzz/random.ts";
import { placesOf, type Shot, shot } from "../../bench/fuzz/requests.ts";
import { sendTo } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { described } from "../support/described.ts";
import { fuzzers } from "../support/fuzzers.ts";

vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));

await testDatabase();
process.env.WRITES_PER_MINUTE = "100000000";
process.env.READS_PER_MINUTE = "100000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";
process.env.LOG_LEVEL = "silent";

const { known, callers } = await fuzzers();
const places = placesOf(described);

type Send = (shot: Shot) => Promise<Heard>;

/** So many requests of one seed, four at a time, and what was wrong with their answers. */
async function fuzz(seed: number, count: number, send: Send, learn: Known = known): Promise<Fault[]> {
  const random = new Random(seed);
  const making = { random, known: learn, schemas: described.components.schemas ?? {}, hostility: 0.03 };
  const faults: Fault[] = [];
  const one = async () => {
    const next = shot(places, making, callers);
    const heard = await send(next);
    const wrong = fault(next, heard);
    if (wrong) faults.push(wrong);
    else if (heard.status < 300) learn.learn(next.operation, parsed(heard.text));
  };
  for (let at = 0; at < count; at += 4) await Promise.all([one(), one(), one(), one()]);
  return faults;
}

const words = ({ what, shot: { method, target, headers, body }, heard }: Fault) =>
  [
    what,
    `${method} ${target.slice(0, 300)}`,
    headers["if-match"],
    String(body).slice(0, 500),
    heard.text.slice(0, 500),
  ].join("\n  ");

/** The handler's answer, changed on its way by `spoil`. */
const through =
  (spoil: (shot: Shot, heard: Heard) => Heard = (_, heard) => heard): Send =>
  async (next) => {
    const response = await sendTo(next);
    const { status, headers } = response;
    return spoil(next, { status, headers, text: await response.text() });
  };

describe("requests made from the description, and from anything but", () => {
  it.each([1, 2, 3])(
    "are answered as described, seed %i",
    async (seed) => {
      const faults = await fuzz(seed, Number(process.env.FUZZ ?? 1_200), through());
      expect(faults.map(words)).toEqual([]);
    },
    240_000,
  );

  it.each([
    [
      "lacks a field",
      (next: Shot, heard: Heard) =>
        next.operation === "listClaims" && heard.status === 200
          ? { ...heard, text: heard.text.replace(/"next":/u, '"later":') }
          : heard,
      "next",
    ],
    [
      "throws",
      (next: Shot, heard: Heard) =>
        next.operation === "createClaim" ? { ...heard, status: 500, text: "{}" } : heard,
      "500",
    ],
    [
      "answers a status of its own",
      (next: Shot, heard: Heard) => (next.operation === "batchClaims" ? { ...heard, status: 418 } : heard),
      "418",
    ],
  ])("would find a route that %s", async (_, spoil, telling) => {
    const faults = await fuzz(7, 1_600, through(spoil));
    expect(faults.length).toBeGreaterThan(0);
    expect(faults.filter(({ what }) => !what.includes(telling)).map(words)).toEqual([]);
  });
});
