import { writeFile } from "node:fs/promises";
import pg from "pg";
import { scene, withServers } from "./history/scene.ts";

/** P11: what a read and a whole save cost beside the barest of their kind, and what watchers take from writers. */
const CLIENTS = 8;
const SECONDS = Number(process.env.SECONDS ?? 5);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
const WATCHING = 50;

await withServers(1, async ([address = ""], database) => {
  const { desk, users, tokens, ids } = await scene([address], CLIENTS + 1, 2 * CLIENTS);
  const claims = `${address}/api/v1/workspaces/${desk.w}/claims`;
  const headersOf = (at: number) => ({
    authorization: `Bearer ${tokens[at] ?? ""}`,
    "content-type": "application/json",
  });
  const revisions = await Promise.all(ids.map((id) => revisionOf(`${claims}/${id}`, headersOf(0))));
  const save = async (at: number): Promise<void> => {
    const answer = await fetch(`${claims}/${ids[at]}`, {
      method: "PATCH",
      headers: { ...headersOf(at), "if-match": `"r${revisions[at]}"` },
      body: JSON.stringify({ statement: `It rained ${revisions[at]}.` }),
    });
    if (!answer.ok) throw new Error(`a save answers ${answer.status}`);
    revisions[at] = ((await answer.json()) as { revision: number }).revision;
  };
  const bank = await bankOf(database);
  const { revise } = await import("#lib/services/claims/revise.ts");
  /** Transaction, revision, audit row and event, as the plain transaction is called: from this process. */
  const saveHere = async (at: number): Promise<void> => {
    const mine = at + CLIENTS;
    const caller = { principal: { userId: users[at] ?? "", via: "session", scopes: null } } as const;
    const patch = { statement: `It rained ${revisions[mine]}.` };
    const done = await revise(caller, desk.w, ids[mine] ?? "", revisions[mine] ?? 0, patch);
    if (!done.ok) throw new Error(`a save ends in ${done.failure.kind}`);
    revisions[mine] = done.value.revision;
  };
  const ways = {
    "empty handler": () => get(`${address}/healthz`, {}),
    "claim read": (at: number) => get(`${claims}/${ids[at]}`, headersOf(at)),
    "plain transaction": bank.transact,
    "save's transaction": saveHere,
    save,
    "save, 50 watching": save,
  } as const;
  const rates: Record<string, number[]> = {};
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [name, way] of Object.entries(ways)) {
      const stop = name.includes("watching") ? await watching(address, desk.w, tokens.at(-1) ?? "") : null;
      rates[name] = [...(rates[name] ?? []), await rateOf(way)];
      await stop?.();
    }
  }
  await bank.end();
  const median = (name: string) => (rates[name] ?? []).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
  const share = (one: string, other: string) => Math.round((median(one) / median(other)) * 100) / 100;
  const table = [
    { what: "claim read / empty handler", target: 0.5, is: share("claim read", "empty handler") },
    {
      what: "save's transaction / plain transaction",
      target: 0.2,
      is: share("save's transaction", "plain transaction"),
    },
    { what: "save / plain transaction", target: "", is: share("save", "plain transaction") },
    { what: "save / empty handler", target: "", is: share("save", "empty handler") },
    { what: "save with watchers / without", target: 0.9, is: share("save, 50 watching", "save") },
  ];
  console.table(Object.keys(ways).map((name) => ({ what: name, "a second": Math.round(median(name)) })));
  console.table(table);
  await writeFile(new URL("results/throughput.json", import.meta.url), JSON.stringify({ rates, table }));
});

/** How many times a second eight clients get through, each waiting for its answer. */
async function rateOf(way: (client: number) => Promise<void>): Promise<number> {
  let done = 0;
  const until = performance.now() + SECONDS * 1000;
  await Promise.all(
    Array.from({ length: CLIENTS }, async (_, client) => {
      for (; performance.now() < until; done += 1) await way(client);
    }),
  );
  return done / SECONDS;
}

async function get(address: string, headers: Record<string, string>): Promise<void> {
  const answer = await fetch(address, { headers });
  if (!answer.ok) throw new Error(`${address} answers ${answer.status}`);
  await answer.arrayBuffer();
}

async function revisionOf(address: string, headers: Record<string, string>): Promise<number> {
  return ((await (await fetch(address, { headers })).json()) as { revision: number }).revision;
}

/** Readers that take what they are told and do nothing with it: a browser has a processor of its own for that. */
async function watching(address: string, w: string, token: string): Promise<() => Promise<void>> {
  const gone = new AbortController();
  const open = async (): Promise<Response> =>
    fetch(`${address}/api/v1/workspaces/${w}/events`, {
      headers: { authorization: `Bearer ${token}` },
      signal: gone.signal,
    });
  const streams = await Promise.all(Array.from({ length: WATCHING }, open));
  const refused = streams.find(({ ok }) => !ok);
  if (refused) throw new Error(`a stream answers ${refused.status}`);
  const ended = streams.map(({ body }) => body?.pipeTo(new WritableStream()).catch(() => undefined));
  return async () => {
    gone.abort();
    await Promise.all(ended);
  };
}

/** The transaction pgbench runs by default (TPC-B-like: three updates, a read, an insert), by a client each. */
async function bankOf(url: string) {
  const clients = await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      const client = new pg.Client({ connectionString: url });
      // The server going first says what happened before.
      client.on("error", () => undefined);
      await client.connect();
      return client;
    }),
  );
  const [first] = clients;
  await first?.query(`
    create schema bench;
    create table bench.accounts (id int primary key, balance int);
    create table bench.tellers (id int primary key, balance int);
    create table bench.branches (id int primary key, balance int);
    create table bench.history (teller int, branch int, account int, delta int, at timestamptz);
    insert into bench.accounts select n, 0 from generate_series(1, 100000) n;
    insert into bench.tellers select n, 0 from generate_series(1, 80) n;
    insert into bench.branches select n, 0 from generate_series(1, 8) n;`);
  const any = (most: number) => 1 + Math.floor(Math.random() * most);
  return {
    transact: async (at: number): Promise<void> => {
      const client = clients[at];
      const [account, teller, branch, delta] = [any(100_000), any(80), any(8), any(5_000)];
      await client?.query("begin");
      await client?.query("update bench.accounts set balance = balance + $1 where id = $2", [delta, account]);
      await client?.query("select balance from bench.accounts where id = $1", [account]);
      await client?.query("update bench.tellers set balance = balance + $1 where id = $2", [delta, teller]);
      await client?.query("update bench.branches set balance = balance + $1 where id = $2", [delta, branch]);
      const row = [teller, branch, account, delta];
      await client?.query("insert into bench.history values ($1, $2, $3, $4, now())", row);
      await client?.query("commit");
    },
    end: () => Promise.all(clients.map((client) => client.end())),
  };
}
