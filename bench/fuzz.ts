import { writeFile } from "node:fs/promises";
import { request } from "node:http";
import { described } from "../tests/support/described.ts";
import { type Fault, fault, parsed } from "./fuzz/judge.ts";
import type { Known } from "./fuzz/known.ts";
import { Random } from "./fuzz/random.ts";
import { placesOf, type Shot, shot } from "./fuzz/requests.ts";
import { withServers } from "./history/scene.ts";
import { freePort } from "./interaction/place.ts";

/** R6: requests made from the description of the API, right and wrong; is any answer other than it is described? */
const REQUESTS = Number(process.env.REQUESTS ?? 100_000);
const SEED = Number(process.env.SEED ?? 1);
const AT_ONCE = 8;
const ROUNDS = 10;
const SLOWEST_MS = 2_000;
/** What the server may hold more at the end than after the first tenth, when everything was loaded. */
const MOST_GROWTH_MB = 32;
const WEIGH_PORT = await freePort();
process.env.WEIGH_PORT = String(WEIGH_PORT);
process.env.LOG_LEVEL ??= "error";

type Callers = readonly Readonly<Record<string, string>>[];
type Tally = {
  readonly statuses: Record<string, number>;
  readonly times: number[];
  readonly faults: string[];
  readonly slow: string[];
};

process.env.NODE_OPTIONS = `--import=${new URL("idle-streams/weigh.mjs", import.meta.url).href}`;
await withServers(1, async ([address = ""]) => {
  const { fuzzers } = await import("../tests/support/fuzzers.ts");
  const { known, callers } = await fuzzers();
  const random = new Random(SEED);
  const tally: Tally = { statuses: {}, times: [], faults: [], slow: [] };
  const heaps: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    await fire(address, REQUESTS / ROUNDS, random, known, callers, tally);
    heaps.push(await heapOf());
    console.log(
      `${(round + 1) * (REQUESTS / ROUNDS)} sent, ${tally.faults.length} faults, ${heaps.at(-1)} MB held`,
    );
  }
  const odd = await oddAddresses(address, random);
  const growth = Math.round(((heaps.at(-1) ?? 0) - (heaps[0] ?? 0)) * 10) / 10;
  const times = tally.times.toSorted((one, other) => one - other);
  const at = (share: number) => Math.round(times[Math.floor(times.length * share)] ?? 0);
  const summary = {
    ...{ seed: SEED, requests: times.length, "odd addresses": odd.count },
    ...{ faults: tally.faults.length + odd.faults.length, "p50, ms": at(0.5), "p99, ms": at(0.99) },
    ...{
      "over 2 s": tally.slow.length,
      "slowest, ms": Math.round(times.at(-1) ?? 0),
      "heap grown, MB": growth,
    },
  };
  console.table(summary);
  console.table(tally.statuses);
  const faults = [...tally.faults, ...odd.faults];
  for (const one of [...faults.slice(0, 20), ...tally.slow.slice(0, 20)]) console.error(one);
  await writeFile(
    new URL("results/fuzz.json", import.meta.url),
    JSON.stringify({ ...summary, statuses: tally.statuses, heaps, list: faults.slice(0, 200) }),
  );
  // On a machine that others use, too, slow ones say nothing of the program: they are told apart for that.
  if (faults.length + tally.slow.length > 0 || growth > MOST_GROWTH_MB) process.exitCode = 1;
});

async function fire(
  address: string,
  count: number,
  random: Random,
  known: Known,
  callers: Callers,
  { statuses, times, faults, slow }: Tally,
): Promise<void> {
  const places = placesOf(described);
  const making = { random, known, schemas: described.components.schemas ?? {}, hostility: 0.03 };
  let sent = 0;
  const one = async () => {
    const next = shot(places, making, callers);
    const begun = performance.now();
    const heard = await send(address, next);
    const took = performance.now() - begun;
    times.push(took);
    statuses[heard.status] = (statuses[heard.status] ?? 0) + 1;
    const wrong = fault(next, heard);
    if (wrong) faults.push(words(wrong));
    else if (heard.status < 300) known.learn(next.operation, parsed(heard.text));
    if (took > SLOWEST_MS) slow.push(`${next.operation} took ${Math.round(took)} ms`);
  };
  await Promise.all(
    Array.from({ length: AT_ONCE }, async () => {
      for (; sent < count; ) {
        sent += 1;
        await one();
      }
    }),
  );
}

async function send(address: string, { method, target, headers, body }: Shot) {
  const response = await fetch(`${address}/api/v1${target}`, {
    ...{ method, headers, redirect: "manual" },
    body: method === "GET" ? null : body,
  });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function words({ what, shot: { method, target, headers, body }, heard }: Fault): string {
  const sent = [method, target.slice(0, 300), headers["if-match"] ?? "", String(body).slice(0, 300)];
  return `${what}\n  ${sent.join(" ")}\n  ${heard.text.slice(0, 300)}`;
}

/** Addresses that no client of HTTP would make: nothing is described for them, but nothing may break. */
async function oddAddresses(address: string, random: Random) {
  const parts = [
    "%ff",
    "%",
    "%00",
    "..",
    "%2e%2e",
    "%2f",
    "a".repeat(3_000),
    "%c0%af",
    ";",
    "[w]",
    "~",
    "%F0%9F%8C%8A",
  ];
  const faults: string[] = [];
  const count = 300;
  for (let at = 0; at < count; at += 1) {
    const path = `/api/v1/workspaces/${Array.from({ length: 1 + random.below(3) }, () => random.pick(parts)).join("/")}`;
    const status = await statusOf(address, path);
    if (status >= 500 || status < 300) faults.push(`${path.slice(0, 200)} answers ${status}`);
  }
  return { count, faults };
}

/** As it is written: `fetch` would put the address in order first. */
function statusOf(address: string, path: string): Promise<number> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, refuse) => {
    request({ hostname, port, path, method: "GET" }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    })
      .once("error", refuse)
      .end();
  });
}

/** What the server holds once all that nobody holds is thrown away; the heap in MB. */
async function heapOf(): Promise<number> {
  const said = (await (await fetch(`http://127.0.0.1:${WEIGH_PORT}`)).json()) as { heapUsed: number };
  return Math.round(said.heapUsed / 100_000) / 10;
}
