import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import type { WebServer } from "../scripts/web-server.ts";
import { faultsOf, type Revision } from "./history/check.ts";
import { Client, type Desk, type Done } from "./history/client.ts";
import { Watcher } from "./history/watcher.ts";
import { serveBuild } from "./interaction/place.ts";
import { makeDesk } from "./open-article/fill.ts";

/** R2 over time: 16 editors, two processes, lines that break off; what was acknowledged is there, once, and no more. */
const CLIENTS = Number(process.env.CLIENTS ?? 16);
const SECONDS = Number(process.env.SECONDS ?? 120);
const CONTENDED = 6;
const WATCHERS = 4;

const folder = mkdtempSync(join(tmpdir(), "sourceline-history-"));
const cluster = await startEmbedded(folder);
const servers: WebServer[] = [];
try {
  process.env.DATABASE_URL = cluster.url();
  process.env.SOURCELINE_DATA_DIR = folder;
  await migrate(cluster.url());
  const addresses: string[] = [];
  for (let at = 0; at < 2; at += 1) {
    const { server, address } = await serveBuild();
    servers.push(server);
    addresses.push(address);
  }
  await run(addresses);
} finally {
  for (const server of servers) await server.stop();
  const { disconnect } = await import("#lib/db/client.ts");
  await disconnect();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function run(addresses: readonly string[]): Promise<void> {
  const { desk, tokens, ids, begun } = await scene(addresses);
  const random = seeded(7);
  const clients = tokens.slice(0, CLIENTS).map((token) => new Client(desk, token, ids, random));
  const watchers = Array.from(
    { length: WATCHERS },
    () => new Watcher(addresses, desk.w, tokens.at(-1) ?? ""),
  );
  const watching = watchers.map((watcher) => watcher.watch());
  const breaking = setInterval(() => watchers[Math.floor(random() * WATCHERS)]?.breakOff(), 700);
  const until = Date.now() + SECONDS * 1000;
  await Promise.all(clients.map((client) => client.work(until)));
  clearInterval(breaking);
  const history: Done[] = [...begun, ...clients.flatMap((client) => client.history)];
  const end = await ending(addresses[0] ?? "", desk, tokens[0] ?? "", ids);
  // What was made before anybody watched is told to nobody.
  const told = history
    .slice(begun.length)
    .filter(({ op, isAcknowledged }) => isAcknowledged && op.kind !== "say");
  const all = told.map(({ op, revision }) => `${op.claim} ${revision}`);
  for (
    let wait = 0;
    wait < 100 && !watchers.every(({ told: has }) => all.every((one) => has.has(one)));
    wait += 1
  ) {
    await new Promise((resume) => setTimeout(resume, 100));
  }
  for (const watcher of watchers) watcher.end();
  await Promise.all(watching);
  const faults = [...faultsOf(history, end), ...watchers.flatMap((watcher) => untold(watcher, all))];
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

/** Each number once and in order, and everything acknowledged among them. */
function untold({ numbers, told }: Watcher, all: readonly string[]): string[] {
  const isOrdered = numbers.every((number, at) => at === 0 || number > (numbers[at - 1] ?? 0));
  const missing = all.filter((one) => !told.has(one));
  return [
    ...(isOrdered ? [] : ["a watcher was told something twice or out of order"]),
    ...missing.map((one) => `a watcher was never told of ${one}`),
  ];
}

async function scene(
  addresses: readonly string[],
): Promise<{ desk: Desk; tokens: string[]; ids: string[]; begun: readonly Done[] }> {
  const { importArticle } = await import("#lib/services/articles/import-article.ts");
  const tokensOf = await import("#lib/services/identity/tokens.ts");
  const { newId } = await import("#lib/platform/ids.ts");
  const { database } = await import("#lib/db/client.ts");
  const { caller, w, p } = await makeDesk();
  const article = await importArticle(caller, w, p, { text: "It rained all day, the report says." });
  if (!article.ok) throw new Error("the article was refused");
  const tokens: string[] = [];
  for (let at = 0; at <= CLIENTS; at += 1) {
    const userId = newId();
    await database().user.create({
      data: { id: userId, email: `${userId}@example.org`, name: `Editor ${at}` },
    });
    await database().membership.create({ data: { workspaceId: w, userId, role: "editor" } });
    const person = { principal: { userId, via: "session", scopes: null } } as const;
    const made = await tokensOf.create(person, {
      name: "Bench",
      scopes: ["read", "write"],
      expiresInDays: 1,
    });
    if (!made.ok || !made.value.token) throw new Error("no token");
    tokens.push(made.value.token);
  }
  const desk = { servers: addresses, w, article: article.value.id, version: article.value.version.id };
  const ids: string[] = [];
  const first = new Client(desk, tokens[0] ?? "", ids, () => 0.5);
  for (let at = 0; at < CONTENDED; at += 1) await first.create();
  return { desk, tokens, ids, begun: first.history };
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
