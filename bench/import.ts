import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import { bareInsert, copyGround, readRows } from "./import/bare.ts";
import { corpusOf } from "./import/corpus.ts";
import { makeDesk } from "./open-article/fill.ts";

/** P3: 20,000 claims with full validation come in at half the pace of bare inserts of the same rows, or faster. */
const RUNS = Number(process.env.RUNS ?? 3);
const ARTICLES = 200;
const CLAIMS = 20_000;

const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const cluster = await startEmbedded(folder);
process.env.DATABASE_URL = cluster.url();
process.env.FILES_URL = `file://${folder}/files`;
try {
  await migrate(cluster.url());
  const bare = new pg.Client({ connectionString: cluster.url() });
  await bare.connect();
  const runs: { ours: number; barest: number; claimsOnly: number; look: number }[] = [];
  for (let run = 0; run < RUNS; run += 1) runs.push(await measure(bare, run));
  await bare.end();
  const middle = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
  const row = {
    claims: CLAIMS,
    "look ms": middle(runs.map(({ look }) => look)),
    "ours ms": middle(runs.map(({ ours }) => ours)),
    "barest ms": middle(runs.map(({ barest }) => barest)),
    "claims table alone ms": middle(runs.map(({ claimsOnly }) => claimsOnly)),
  };
  const share = row["barest ms"] / row["ours ms"];
  const whole = {
    ...row,
    "ours claims/s": (CLAIMS / row["ours ms"]) * 1_000,
    "pace of the barest": share,
    target: 0.5,
    reached: share >= 0.5,
  };
  console.table([whole]);
  await writeFile("bench/results/import.json", `${JSON.stringify(whole, null, 2)}\n`);
} finally {
  const { disconnect } = await import("#lib/db/client.ts");
  await disconnect();
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}

async function measure(bare: pg.Client, run: number) {
  const { createImport } = await import("#lib/services/annotation-imports/imports.ts");
  const { runWhole } = await import("#lib/services/annotation-imports/run.ts");
  const { caller, w, p } = await makeDesk(`bench-${run}`);
  const files = [new File([corpusOf(ARTICLES, CLAIMS)], "corpus.json")];
  const [look, looked] = await timed(() => createImport(caller, w, p, { files }));
  if (!looked.ok) throw new Error(JSON.stringify(looked.failure));
  const options = { onProblems: "refuse", submit: false } as const;
  const [ours, done] = await timed(() => runWhole(caller, w, p, looked.value.id, options));
  if (!done.ok || done.value.result?.claims.created !== CLAIMS) throw new Error("not every claim came in");
  const { w: other } = await makeDesk(`bare-${run}`);
  await copyGround(bare, w, other);
  const rows = await readRows(bare, w);
  const [barest] = await timed(() => bareInsert(bare, other, rows));
  const { w: third } = await makeDesk(`claims-${run}`);
  await copyGround(bare, w, third);
  const [claimsOnly] = await timed(() => bareInsert(bare, third, rows.slice(0, 1)));
  return { look, ours, barest, claimsOnly };
}

async function timed<T>(work: () => Promise<T>): Promise<[number, T]> {
  const begun = performance.now();
  const value = await work();
  return [performance.now() - begun, value];
}
