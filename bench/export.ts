import { readFileSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type Filled, fillProject } from "./export/fill.ts";
import { withServer } from "./export/server.ts";

/** P1, P2, P14: what an export over HTTP costs beside a bare COPY of the same SQL, and what it keeps in memory. */
const SIZES = (process.env.SIZES ?? "10000,100000,1000000").split(",").map(Number);
const ROUNDS = Number(process.env.ROUNDS ?? 3);
/** Above so many, the control is not waited for. */
const MOST_FOR_CONTROL = 100_000;

type Row = Record<string, string | number>;

await withServer(async ({ address, database, pid }) => {
  const rows: Row[] = [];
  for (const size of SIZES) {
    const filled = await fillProject(database, size);
    await over(address, filled);
    const rounds: { copy: number; http: number; first: number; peak: number }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const copy = await bareCopy(database, filled);
      const peak = watchMemory(pid);
      const { took, first } = await over(address, filled);
      rounds.push({ copy, http: took, first, peak: peak() });
    }
    const median = (of: (round: (typeof rounds)[number]) => number) =>
      rounds.map(of).toSorted((a, b) => a - b)[ROUNDS >> 1] ?? 0;
    const [copy, http] = [median((r) => r.copy), median((r) => r.http)];
    rows.push({
      claims: size,
      "COPY, s": round3(copy),
      "HTTP, s": round3(http),
      "HTTP / COPY (≤ 1.3)": round3(http / copy),
      "claims/s (≥ 60k)": Math.round(size / http),
      "first byte, ms (≤ 100)": round3(median((r) => r.first) * 1000),
      "peak RSS, MB": Math.round(median((r) => r.peak)),
      "include, s": size > MOST_FOR_CONTROL ? "" : round3(await throughInclude(filled)),
      "stopped after, ms": Math.round(await stopsQuery(address, database, filled)),
    });
    console.table(rows.slice(-1));
  }
  const [smallest, largest] = [rows[0], rows.at(-1)];
  const grown = Number(largest?.["peak RSS, MB"]) - Number(smallest?.["peak RSS, MB"]);
  console.table(rows);
  console.log(`memory from the smallest to the largest: +${grown} MB (≤ 32)`);
  await writeFile(new URL("results/export.json", import.meta.url), JSON.stringify({ rows, grown }));
});

function round3(value: number): number {
  return Math.round(value * 1000) / 1000;
}

function seconds(since: number): number {
  return (performance.now() - since) / 1000;
}

async function over(address: string, { w, p, token }: Filled): Promise<{ took: number; first: number }> {
  const begun = performance.now();
  const answer = await fetch(`${address}/api/v1/workspaces/${w}/projects/${p}/export?format=jsonl`, {
    headers: { authorization: `Bearer ${token}` },
  });
  if (!answer.ok || !answer.body) throw new Error(`the export answers ${answer.status}`);
  let first = 0;
  let end = Buffer.alloc(0);
  for await (const bytes of answer.body) {
    first ||= seconds(begun);
    end = Buffer.from(bytes).subarray(-200);
  }
  if (!end.toString().includes('"type":"end"')) throw new Error("the export was cut short");
  return { took: seconds(begun), first };
}

/** All claims by one COPY, read and thrown away. */
async function bareCopy(database: string, { selection }: Filled): Promise<number> {
  const { claimLines } = await import("#lib/db/exports.ts");
  const { copyStatement } = await import("#lib/db/export-snapshot.ts");
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  await client.query("begin isolation level repeatable read read only");
  await client.query(
    "select set_config('role', 'sourceline_app', true), set_config('app.workspace', $1, true)",
    [selection.workspaceId],
  );
  const begun = performance.now();
  let bytes = 0;
  const statement = claimLines(selection, null, null, '{"type":"claim",');
  for await (const chunk of client.query(copyTo(copyStatement(statement)))) bytes += chunk.length;
  const took = seconds(begun);
  await client.end();
  if (bytes === 0) throw new Error("the copy is empty");
  return took;
}

/** The barest way with the object mapper: everything included, then written. */
async function throughInclude({ selection }: Filled): Promise<number> {
  const begun = performance.now();
  const { database } = await import("#lib/db/client.ts");
  await database().$transaction(
    async (tx) => {
      await tx.$queryRaw`select set_config('role', 'sourceline_app', true), set_config('app.workspace', ${selection.workspaceId}, true)`;
      let bytes = 0;
      let after = "00000000-0000-0000-0000-000000000000";
      for (;;) {
        const claims = await tx.claim.findMany({
          where: { workspaceId: selection.workspaceId, state: "approved", id: { gt: after } },
          include: { revisions: true, reviews: true, assessments: true },
          orderBy: { id: "asc" },
          take: 1_000,
        });
        for (const claim of claims) bytes += JSON.stringify(claim).length;
        after = claims.at(-1)?.id ?? after;
        if (claims.length < 1_000) break;
      }
      return bytes;
    },
    { timeout: 600_000 },
  );
  return seconds(begun);
}

/** How long the query goes on after its reader has gone, in ms. */
async function stopsQuery(address: string, database: string, { w, p, token }: Filled): Promise<number> {
  const gone = new AbortController();
  const answer = await fetch(`${address}/api/v1/workspaces/${w}/projects/${p}/export?format=jsonl`, {
    headers: { authorization: `Bearer ${token}` },
    signal: gone.signal,
  });
  const reader = answer.body?.getReader();
  await reader?.read();
  const client = new pg.Client({ connectionString: database });
  await client.connect();
  const begun = performance.now();
  gone.abort();
  for (;;) {
    const { rows } = await client.query(
      "select 1 from pg_stat_activity where application_name = 'sourceline export'",
    );
    if (rows.length === 0) break;
    if (seconds(begun) > 60) throw new Error("the query goes on without its reader");
  }
  await client.end();
  return seconds(begun) * 1000;
}

/** The most memory a process holds until the answer is called, in MB. */
function watchMemory(pid: number): () => number {
  // Linux forgets the highest mark when told so.
  writeFileSync(`/proc/${pid}/clear_refs`, "5");
  return () => Number(/VmHWM:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
}
