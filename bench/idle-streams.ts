import { writeFile } from "node:fs/promises";
import { scene, withServers } from "./history/scene.ts";
import { Watcher } from "./history/watcher.ts";
import { freePort } from "./interaction/place.ts";

/** What a thousand streams that only wait cost one process, and what is left of them when their readers have gone. */
const PEOPLE = Number(process.env.PEOPLE ?? 50);
const EACH = 20;
const ROUNDS = Number(process.env.ROUNDS ?? 4);
const READS = 200;
const FAREWELL_MS = 3_000;
const WEIGH_PORT = await freePort();
process.env.WEIGH_PORT = String(WEIGH_PORT);
process.env.NODE_OPTIONS = `--import=${new URL("idle-streams/weigh.mjs", import.meta.url).href}`;

type Row = {
  readonly round: number;
  readonly streams: number;
  readonly told: number;
  readonly "heap before, MB": number;
  readonly "heap with, MB": number;
  readonly "heap after, MB": number;
  readonly "read p95 without, ms": number;
  readonly "read p95 with, ms": number;
};

await withServers(1, async ([address = ""]) => {
  const { desk, tokens, ids } = await scene([address], PEOPLE, 1);
  const claim = `${address}/api/v1/workspaces/${desk.w}/claims/${ids[0]}`;
  const headers = { authorization: `Bearer ${tokens[0]}`, "content-type": "application/json" };
  const rows: Row[] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    const [before, readsWithout] = [await heapOf(), await readsOf(claim, headers)];
    const watchers = tokens.flatMap((token) =>
      Array.from({ length: EACH }, () => new Watcher([address], desk.w, token)),
    );
    const ended = watchers.map((watcher) => watcher.watch());
    await Promise.all(watchers.map(({ begun }) => begun));
    const [during, readsWith] = [await heapOf(), await readsOf(claim, headers)];
    const key = await save(claim, headers);
    await until(() => watchers.every(({ told }) => told.has(key)));
    for (const watcher of watchers) watcher.end();
    await Promise.all(ended);
    // The server hears of each reader's going by its connection, a little later.
    await new Promise((resume) => setTimeout(resume, FAREWELL_MS));
    const after = await heapOf();
    rows.push({
      round,
      streams: watchers.length,
      told: watchers.filter(({ numbers }) => numbers.length === 1).length,
      "heap before, MB": before,
      "heap with, MB": during,
      "heap after, MB": after,
      "read p95 without, ms": readsWithout,
      "read p95 with, ms": readsWith,
    });
  }
  console.table(rows);
  await writeFile(new URL("results/idle-streams.json", import.meta.url), JSON.stringify(rows));
  if (rows.some(({ streams, told }) => told !== streams)) process.exitCode = 1;
});

/** What the server holds once all that nobody holds is thrown away; the heap in MB. */
async function heapOf(): Promise<number> {
  const said = await (await fetch(`http://127.0.0.1:${WEIGH_PORT}`)).json();
  return Math.round((said as { heapUsed: number }).heapUsed / 100_000) / 10;
}

async function readsOf(claim: string, headers: Record<string, string>): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < READS; turn += 1) {
    const start = performance.now();
    const answer = await fetch(claim, { headers });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`a read answers ${answer.status}`);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((one, other) => one - other);
  return Math.round((sorted[Math.floor(READS * 0.95)] ?? 0) * 10) / 10;
}

/** Answers what a watcher is told of it. */
async function save(claim: string, headers: Record<string, string>): Promise<string> {
  const read = (await (await fetch(claim, { headers })).json()) as { id: string; revision: number };
  const answer = await fetch(claim, {
    method: "PATCH",
    headers: { ...headers, "if-match": `"r${read.revision}"` },
    body: JSON.stringify({ statement: `It rained ${read.revision}.` }),
  });
  if (!answer.ok) throw new Error(`a save answers ${answer.status}`);
  return `${read.id} ${read.revision + 1}`;
}

async function until(isSo: () => boolean): Promise<void> {
  for (let wait = 0; wait < 100 && !isSo(); wait += 1) await new Promise((resume) => setTimeout(resume, 100));
}
