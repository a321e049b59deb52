import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import { type Desk, makeArticle, makeDesk, multiplyClaims } from "./open-article/fill.ts";

/** P4: opening an article takes at most 4 data statements for 1, 100, 5,000 or 20,000 claims, and 1.5 × the barest query. */
const RUNS = Number(process.env.RUNS ?? 15);
const SIZES = [1, 100, 5_000, 20_000];

/** The same rows as one JSON value: what the database alone needs. */
const BAREST = `
  select json_build_object('text', v.text, 'blocks', v.blocks, 'claims', (
    select json_agg(json_build_object('claim', c, 'spans', s.found, 'links', l.found))
    from claims c
    left join lateral (select json_agg(s order by s.role, s.link_ordinal, s.ordinal) as found from claim_spans s
      where s.workspace_id = c.workspace_id and s.claim_id = c.id) s on true
    left join lateral (select json_agg(json_build_object('link', l, 'sources', (
        select json_agg(x.source_id order by x.position) from claim_link_sources x
        where x.workspace_id = l.workspace_id and x.claim_id = l.claim_id and x.link_ordinal = l.ordinal))
        order by l.ordinal) as found
      from claim_links l where l.workspace_id = c.workspace_id and l.claim_id = c.id) l on true
    where c.workspace_id = a.workspace_id and c.article_id = a.id and c.removed_at is null)) as article
  from articles a join article_versions v on v.workspace_id = a.workspace_id and v.article_id = a.id and v.is_current
  where a.id = $1::uuid`;

/** Statements that carry data: not the transaction's own, nor the two that name role and person (rules.md 13). */
const FRAME = /^\s*(begin|commit|rollback|deallocate|select set_config)|from memberships m join workspaces/iu;

let statements: string[] = [];
const query = pg.Client.prototype.query;
pg.Client.prototype.query = function counted(this: pg.Client, ...given: Parameters<typeof query>) {
  const [first] = given as readonly unknown[];
  const text = typeof first === "string" ? first : String((first as { text?: string }).text ?? "");
  if (!FRAME.test(text)) statements.push(text);
  return query.apply(this, given);
} as typeof query;

/** The middle times of two pieces of work, run in turn, so that what else the machine does falls on both. */
async function middles(...works: readonly (() => Promise<unknown>)[]): Promise<number[]> {
  const times: number[][] = works.map(() => []);
  for (let run = 0; run < RUNS; run += 1) {
    for (const [at, work] of works.entries()) {
      const start = performance.now();
      await work();
      times[at]?.push(performance.now() - start);
    }
  }
  return times.map((each) => each.toSorted((one, other) => one - other)[RUNS >> 1] ?? 0);
}

async function measure(url: string, bare: pg.Client, desk: Desk, size: number) {
  const { getArticle } = await import("#lib/services/articles/read.ts");
  const article = await makeArticle(desk, `${size} claims`, 50_000);
  await multiplyClaims(url, article, size);
  const open = () => getArticle(desk.caller, desk.w, article, "claims");
  const opened = await open();
  if (!opened.ok || opened.value.claims?.length !== size) throw new Error("not every claim came back");
  statements = [];
  await open();
  const count = statements.length;
  const [ours = 0, barest = 0] = await middles(open, () => bare.query(BAREST, [article]));
  return { claims: size, statements: count, "ours ms": ours, "barest ms": barest, ratio: ours / barest };
}

const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const cluster = await startEmbedded(folder);
try {
  process.env.DATABASE_URL = cluster.url();
  process.env.LOG_LEVEL = "warn";
  await migrate(cluster.url());
  const { disconnect } = await import("#lib/db/client.ts");
  const desk = await makeDesk();
  const bare = new pg.Client({ connectionString: cluster.url() });
  await bare.connect();
  const rows = [];
  for (const size of SIZES) rows.push(await measure(cluster.url(), bare, desk, size));
  console.table(
    rows.map((row) =>
      Object.fromEntries(Object.entries(row).map(([key, value]) => [key, Math.round(value * 100) / 100])),
    ),
  );
  await writeFile("bench/results/open-article.json", `${JSON.stringify(rows, null, 2)}\n`);
  await bare.end();
  await disconnect();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
