import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { monitorEventLoopDelay } from "node:perf_hooks";
import pg from "pg";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import { codeThrice } from "./agreement-job/code.ts";
import { fillDesk } from "./lists/fill.ts";

/** What agreement over a large project costs from the database on, and what whoever else asks notices of it. */
const ARTICLES = Number(process.env.ARTICLES ?? 1_000);
const RESAMPLES = Number(process.env.RESAMPLES ?? 1_000);

const round = (value: number) => Math.round(value * 10) / 10;
const middle = (times: number[]) => times.toSorted((one, other) => one - other)[times.length >> 1] ?? 0;
const late = (times: number[]) =>
  times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;

const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const cluster = await startEmbedded(folder);
try {
  process.env.DATABASE_URL = cluster.url();
  process.env.LOG_LEVEL = "warn";
  await migrate(cluster.url());
  const desk = await fillDesk(cluster.url(), ARTICLES * 40);
  await codeThrice(cluster.url(), desk);
  const { start, read } = await import("#lib/services/agreement/agreement.ts");
  const { reckonWaiting } = await import("#lib/services/agreement/run.ts");
  const { getArticle } = await import("#lib/services/articles/read.ts");
  const asked = { seed: 1, resamples: RESAMPLES, gamma: false };

  const bare = new pg.Client({ connectionString: cluster.url() });
  // The database ends before this connection where something failed: that is then what is told.
  bare.on("error", () => undefined);
  await bare.connect();
  const { rows: articles } = await bare.query<{ id: string }>("select id::text from articles limit 100");

  /** One article after another, as somebody else would read them, until it is over. */
  const askMeanwhile = async (isOver: () => boolean): Promise<number[]> => {
    const times: number[] = [];
    while (!isOver()) {
      const begun = performance.now();
      await getArticle(desk.caller, desk.w, articles[times.length % articles.length]?.id ?? "");
      times.push(performance.now() - begun);
      await new Promise((resume) => setTimeout(resume, 20));
    }
    return times;
  };
  const quietUntil = performance.now() + 5_000;
  const quiet = await askMeanwhile(() => performance.now() > quietUntil);

  /** Seconds that a reckoning takes, with what the others and the event loop noticed. */
  const reckon = async (what: string) => {
    const started = await start(desk.caller, desk.w, desk.projectId, asked);
    if (!started.ok) throw new Error(`it could not be begun: ${JSON.stringify(started.failure)}`);
    const delay = monitorEventLoopDelay({ resolution: 5 });
    delay.enable();
    let isOver = false;
    const begun = performance.now();
    const meanwhile = askMeanwhile(() => isOver);
    await reckonWaiting(desk.w);
    const took = performance.now() - begun;
    isOver = true;
    const times = await meanwhile;
    delay.disable();
    return {
      what,
      seconds: round(took / 1_000),
      "others p50, ms": round(middle(times)),
      "others p95, ms": round(late(times)),
      "p95 against quiet": round(late(times) / late(quiet)),
      "longest the loop was held, ms": round(delay.max / 1e6),
    };
  };
  const rows = [await reckon("everything tallied"), await reckon("nothing changed")];
  await bare.query(
    "update claims set revision = revision + 1, approved_revision = revision + 1 where id = (select min(id::text)::uuid from claims)",
  );
  rows.push(await reckon("one article changed"));
  const floor = performance.now();
  await bare.query(
    "select c.*, s.* from claims c join claim_spans s on s.workspace_id = c.workspace_id and s.claim_id = c.id",
  );
  const reading = performance.now() - floor;
  await bare.end();
  const looking = performance.now();
  const found = await read(desk.caller, desk.w, desk.projectId);
  const looked = performance.now() - looking;
  if (!(found.ok && found.value.report)) throw new Error("there is no report");
  const { disconnect } = await import("#lib/db/client.ts");
  await disconnect();
  console.table(rows);
  const { counts } = found.value.report;
  const rest = {
    ...counts,
    "others quiet p50, ms": round(middle(quiet)),
    "others quiet p95, ms": round(late(quiet)),
    "asking for the report, ms": round(looked),
    "bare reading of claims and spans, ms": round(reading),
  };
  console.table([rest]);
  await writeFile(
    new URL("results/agreement-job.json", import.meta.url),
    JSON.stringify({ rows, rest }, null, 2),
  );
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
