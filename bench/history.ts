import { writeFile } from "node:fs/promises";
import { faultsOf, type Revision } from "./history/check.ts";
import { Client, type Desk, type Done } from "./history/client.ts";
import { scene, withServers } from "./history/scene.ts";
import { Watcher } from "./history/watcher.ts";

/** R2 over time: 16 editors, two processes, lines that break off; what was acknowledged is there, once, and no more. */
const CLIENTS = Number(process.env.CLIENTS ?? 16);
const SECONDS = Number(process.env.SECONDS ?? 120);
const CONTENDED = 6;
const WATCHERS = 4;

await withServers(2, run);

async function run(addresses: readonly string[]): Promise<void> {
  const { desk, tokens, ids, begun } = await scene(addresses, CLIENTS + 1, CONTENDED);
  const random = seeded(7);
  const clients = tokens.slice(0, CLIENTS).map((token) => new Client(desk, token, ids, random));
  const watchers = Array.from(
    { length: WATCHERS },
    () => new Watcher(addresses, desk.w, tokens.at(-1) ?? ""),
  );
  const watching = watchers.map((watcher) => watcher.watch());
  // From here on nothing may be missed.
  await Promise.all(watchers.map((watcher) => watcher.begun));
  const breaking = setInterval(() => watchers[Math.floor(random() * WATCHERS)]?.breakOff(), 700);
  const until = Date.now() + SECONDS * 1000;
  const worked = await Promise.allSettled(clients.map((client) => client.work(until)));
  clearInterval(breaking);
  const history: Done[] = [...begun, ...clients.flatMap((client) => client.history)];
  // What was made before anybody watched is told to nobody.
  const told = history
    .slice(begun.length)
    .filter(({ op, isAcknowledged }) => isAcknowledged && op.kind !== "say");
  const all = told.map(({ op, revision }) => `${op.claim} ${revision}`);
  await untilAll(() => watchers.every(({ told: has }) => all.every((one) => has.has(one))));
  for (const watcher of watchers) watcher.end();
  await Promise.all(watching);
  const end = await ending(addresses[0] ?? "", desk, tokens[0] ?? "", ids);
  const faults = [
    ...worked.flatMap((one) =>
      one.status === "rejected" ? [`an editor was turned away: ${one.reason}`] : [],
    ),
    ...faultsOf(history, end),
    ...watchers.flatMap((watcher) => untold(watcher, all)),
  ];
  const summary = {
    clients: CLIENTS,
    seconds: SECONDS,
    acknowledged: history.filter(({ isAcknowledged }) => isAcknowledged).length,
    unanswered: history.filter(({ isAcknowledged }) => !isAcknowledged).length,
    dropped: clients.reduce((sum, { dropped }) => sum + dropped, 0),
    stale: clients.reduce((sum, { stale }) => sum + stale, 0),
    streamBreaks: watchers.reduce((sum, { breaks }) => sum + breaks, 0),
    events: watchers[0]?.numbers.length ?? 0,
    faults: faults.length,
  };
  console.table(summary);
  for (const fault of faults.slice(0, 20)) console.error(fault);
  await writeFile(
    new URL("results/history.json", import.meta.url),
    JSON.stringify({ ...summary, list: faults }),
  );
  if (faults.length > 0 || summary.acknowledged === 0) process.exitCode = 1;
}

/** Waits for what is on its way, ten seconds at most. */
async function untilAll(isThere: () => boolean): Promise<void> {
  for (let wait = 0; wait < 100 && !isThere(); wait += 1)
    await new Promise((resume) => setTimeout(resume, 100));
}

/** Each number once and in order, and everything acknowledged among them. */
function untold({ numbers, told, resets }: Watcher, all: readonly string[]): string[] {
  const isOrdered = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  const missing = all.filter((one) => !told.has(one));
  return [
    ...(resets > 0 ? ["a watcher was asked to read anew"] : []),
    ...(isOrdered ? [] : ["a watcher was told something twice or out of order"]),
    ...missing.map((one) => `a watcher was never told of ${one}`),
  ];
}

/** What the server has in the end, by its own API. */
async function ending(
  address: string,
  { w, article }: Desk,
  token: string,
  ids: readonly string[],
): Promise<{ revisions: Map<string, Revision[]>; comments: string[] }> {
  const read = async <T>(path: string): Promise<T> => {
    const headers = { authorization: `Bearer ${token}` };
    const answer = await fetch(`${address}/api/v1/workspaces/${w}${path}`, { headers });
    if (!answer.ok) throw new Error(`${path} answers ${answer.status}`);
    return (await answer.json()) as T;
  };
  type Stored = { items: { revision: number; content: { statement: string } }[] };
  const revisions = new Map<string, Revision[]>();
  for (const id of ids) {
    const { items } = await read<Stored>(`/claims/${id}/revisions`);
    revisions.set(
      id,
      items.map(({ revision, content }) => ({ revision, words: content.statement })),
    );
  }
  const said = await read<{ items: { body: string }[] }>(`/articles/${article}/comments`);
  return { revisions, comments: said.items.map(({ body }) => body) };
}

/** The same run every time, as far as a machine allows (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
