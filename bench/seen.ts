import { writeFile } from "node:fs/promises";
import { scene, withServers } from "./history/scene.ts";
import { Watcher } from "./history/watcher.ts";

/** P10: how long from a save to its being seen by others, with 50 and with 500 watching; none lost, none twice. */
const SAVES = Number(process.env.SAVES ?? 300);
const FLOOD = Number(process.env.FLOOD ?? 10_000);
const PAUSE_MS = 30;

type Row = {
  readonly watching: number;
  readonly saved: number;
  readonly "seen p50": number;
  readonly "seen p95": number;
  /** The barest: what the writer itself waits for its own answer. */
  readonly "answered p50": number;
  readonly "answered p95": number;
  readonly missing: number;
  readonly twice: number;
};

await withServers(1, async ([address = ""]) => {
  const { desk, tokens, ids } = await scene([address], 10, 8);
  const writer = saver(address, desk.w, tokens[0] ?? "");
  const rows: Row[] = [];
  for (const watching of [50, 500]) rows.push(await measure(watching));
  const flood = await pour();
  console.table(rows);
  console.table([flood]);
  await writeFile(new URL("results/seen.json", import.meta.url), JSON.stringify({ rows, flood }));
  if (rows.some(({ missing, twice }) => missing + twice > 0) || flood.missing + flood.twice > 0)
    process.exitCode = 1;

  async function measure(watching: number): Promise<Row> {
    const { watchers, end } = await look(watching);
    const asked = new Map<string, number>();
    const seen: number[] = [];
    const answered: number[] = [];
    for (const watcher of watchers) {
      watcher.onTold = (key) => {
        const at = asked.get(key);
        if (at !== undefined) seen.push(performance.now() - at);
      };
    }
    const claim = ids[0] ?? "";
    let revision = await writer.revisionOf(claim);
    for (let turn = 0; turn < SAVES; turn += 1) {
      const start = performance.now();
      asked.set(`${claim} ${revision + 1}`, start);
      revision = await writer.save(claim, revision);
      answered.push(performance.now() - start);
      await new Promise((resume) => setTimeout(resume, PAUSE_MS));
    }
    await settled(watchers, asked.keys());
    await end();
    return {
      watching,
      saved: SAVES,
      "seen p50": at(seen, 0.5),
      "seen p95": at(seen, 0.95),
      "answered p50": at(answered, 0.5),
      "answered p95": at(answered, 0.95),
      ...faults(watchers, [...asked.keys()]),
    };
  }

  /** As many saves as go, by eight writers, while lines break off all the time. */
  async function pour() {
    const { watchers, end } = await look(20);
    const breaking = setInterval(() => watchers[Math.floor(Math.random() * 20)]?.breakOff(), 300);
    const keys: string[] = [];
    const start = performance.now();
    await Promise.all(
      ids.slice(0, 8).map(async (claim, place) => {
        const own = saver(address, desk.w, tokens[place] ?? "");
        let revision = await own.revisionOf(claim);
        for (let turn = 0; turn < FLOOD / 8; turn += 1) {
          revision = await own.save(claim, revision);
          keys.push(`${claim} ${revision}`);
        }
      }),
    );
    const seconds = (performance.now() - start) / 1000;
    clearInterval(breaking);
    await settled(watchers, keys);
    await end();
    const breaks = watchers.reduce((sum, one) => sum + one.breaks, 0);
    return {
      events: keys.length,
      "saves/s": Math.round(keys.length / seconds),
      breaks,
      ...faults(watchers, keys),
    };
  }

  async function look(count: number) {
    const watchers = Array.from({ length: count }, () => new Watcher([address], desk.w, tokens.at(-1) ?? ""));
    const ended = watchers.map((watcher) => watcher.watch());
    await Promise.all(watchers.map((watcher) => watcher.begun));
    const end = async () => {
      for (const watcher of watchers) watcher.end();
      await Promise.all(ended);
    };
    return { watchers, end };
  }
});

function saver(address: string, w: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, "content-type": "application/json" };
  const path = (claim: string) => `${address}/api/v1/workspaces/${w}/claims/${claim}`;
  const ask = async (claim: string, more: RequestInit): Promise<number> => {
    const answer = await fetch(path(claim), more);
    if (!answer.ok) throw new Error(`${claim} answers ${answer.status}`);
    return ((await answer.json()) as { revision: number }).revision;
  };
  return {
    revisionOf: (claim: string) => ask(claim, { headers }),
    save: (claim: string, revision: number) =>
      ask(claim, {
        method: "PATCH",
        headers: { ...headers, "if-match": `"r${revision}"` },
        body: JSON.stringify({ statement: `It rained ${revision}.` }),
      }),
  };
}

/** Until everybody has been told of everything, or for ten seconds. */
async function settled(watchers: readonly Watcher[], keys: Iterable<string>): Promise<void> {
  const all = [...keys];
  for (let wait = 0; wait < 100; wait += 1) {
    if (watchers.every(({ told }) => all.every((key) => told.has(key)))) return;
    await new Promise((resume) => setTimeout(resume, 100));
  }
}

function faults(watchers: readonly Watcher[], keys: readonly string[]): { missing: number; twice: number } {
  const missing = watchers.reduce((sum, { told }) => sum + keys.filter((key) => !told.has(key)).length, 0);
  const twice = watchers.reduce((sum, { numbers }) => sum + numbers.length - new Set(numbers).size, 0);
  return { missing, twice };
}

function at(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
}
