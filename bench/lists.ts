import { mkdtempSync, rmSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { ClaimFilter, ClaimPosition } from "#lib/db/claim-list.ts";
import type { Tx } from "#lib/db/client.ts";
import { migrate } from "../scripts/migrations.ts";
import { startEmbedded } from "../scripts/open-database.ts";
import { type Desk, fillDesk, wordsOf } from "./lists/fill.ts";

/** P12, P14: what a page far down a list costs beside the first, and a search beside the barest one by trigrams. */
const RUNS = Number(process.env.RUNS ?? 25);
const SIZES = (process.env.SIZES ?? "10000,230000").split(",").map(Number);
const PAGE = 50;

type Row = Record<string, string | number>;
const round = (value: number) => Math.round(value * 100) / 100;

/** The middle times of pieces of work, run in turn, so that what else the machine does falls on all. */
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

/** The same words in a table of one workspace alone, without row-level security: the floor. */
async function makeFloor(bare: pg.Client, { w }: Desk): Promise<void> {
  await bare.query("drop table if exists floor");
  await bare.query(
    "create table floor as select id, statement, updated_at from claims where workspace_id = $1::uuid",
    [w],
  );
  await bare.query("create index on floor (updated_at, id)");
  await bare.query("create index on floor using gin (statement gin_trgm_ops)");
  await bare.query("grant select on floor to sourceline_app");
  await bare.query("vacuum analyze floor");
}

const byHand = (bare: pg.Client, after: ClaimPosition | null) =>
  bare.query(
    `select id, statement, updated_at from floor where ($1::text is null or (updated_at, id) < ($1::timestamptz, $2::uuid))
     order by updated_at desc, id desc limit ${PAGE}`,
    [after?.key ?? null, after?.id ?? null],
  );
const BY_TRIGRAMS = `select id::text, statement, updated_at from floor where statement ilike $1
  order by updated_at desc, id desc limit ${PAGE}`;

const SCAN = "select count(*) from claims where workspace_id = $1::uuid and statement ilike $2";

async function pages(bare: pg.Client, desk: Desk, size: number): Promise<Row[]> {
  const { inWorkspace } = await import("#lib/db/transaction.ts");
  const { listClaims } = await import("#lib/db/claim-list.ts");
  const { listArticles } = await import("#lib/db/article-list.ts");
  const { permit, projectId } = desk;
  const deep = Math.min(2_000, Math.floor(size / PAGE) - 1);
  const at = async (down: number): Promise<ClaimPosition> => {
    const { rows } = await bare.query(
      "select updated_at::text as key, id::text from floor order by updated_at desc, id desc offset $1 limit 1",
      [down],
    );
    return rows[0];
  };
  const after = await at((deep - 1) * PAGE - 1);
  const list = (filter: ClaimFilter, from: ClaimPosition | null) => () =>
    inWorkspace(permit, async (tx) => {
      const found = await listClaims(tx, permit, filter, { limit: PAGE, after: from });
      if (found.length !== PAGE) throw new Error(`a page holds ${found.length}`);
    });
  const rows: Row[] = [];
  for (const [name, filter] of Object.entries({
    claims: {},
    "claims approved": { state: "approved" },
    "claims of a project": { project: projectId },
  } as const)) {
    const [first = 0, far = 0, hand = 0] = await middles(list(filter, null), list(filter, after), () =>
      byHand(bare, after),
    );
    rows.push(row(size, name, { page: deep, first, far, floor: hand, "far / first (≤ 1.5)": far / first }));
  }
  const { rows: titled } = await bare.query(
    "select sort_title as key, id::text from articles where workspace_id = $1::uuid order by sort_title desc, id desc offset 100 limit 1",
    [desk.w],
  );
  const articles = (from: ClaimPosition | null) => () =>
    inWorkspace(permit, (tx: Tx) =>
      listArticles(tx, permit, { projectId, show: "active", sort: "title", limit: PAGE, after: from }),
    );
  const [first = 0, far = 0] = await middles(articles(null), articles(titled[0]));
  rows.push(row(size, "articles by title", { page: "last", first, far, "far / first (≤ 1.5)": far / first }));
  return rows;
}

async function searches(bare: pg.Client, desk: Desk, size: number): Promise<Row[]> {
  const { inWorkspace } = await import("#lib/db/transaction.ts");
  const { listClaims } = await import("#lib/db/claim-list.ts");
  const { permit } = desk;
  const said = await bare.query(wordsOf(7, 1, 2));
  const phrase: string = said.rows[0].words;
  const needles: Readonly<Record<string, string>> = {
    "a phrase": phrase,
    "part of a phrase": phrase.slice(1, -1),
    "a word": phrase.split(" ")[0] ?? "",
    "a word of every claim": "would",
    nothing: "xylophone",
    "two letters": "qu",
  };
  const rows: Row[] = [];
  for (const [name, words] of Object.entries(needles)) {
    let hits = 0;
    const ours = async () => {
      const found = await inWorkspace(permit, (tx) =>
        listClaims(tx, permit, { q: words }, { limit: PAGE, after: null }),
      );
      hits = found.length;
    };
    const pattern = `%${words}%`;
    const [found = 0, floor = 0, framed = 0, every = 0] = await middles(
      ours,
      () => bare.query(BY_TRIGRAMS, [pattern]),
      // The same statement by the way every statement of ours takes: a transaction with role and workspace set.
      () => inWorkspace(permit, (tx) => tx.$queryRawUnsafe(BY_TRIGRAMS, pattern)),
      () => bare.query(SCAN, [desk.w, pattern]),
    );
    rows.push(
      row(size, name, {
        hits,
        ours: found,
        floor,
        "floor in a transaction": framed,
        "ours / floor": found / floor,
        "ours / floor in a transaction (≤ 10)": found / framed,
        "every claim read": every,
      }),
    );
  }
  return rows;
}

function row(size: number, what: string, values: Readonly<Record<string, string | number>>): Row {
  const rounded = Object.entries(values).map(([key, value]) => [
    key,
    typeof value === "number" ? round(value) : value,
  ]);
  return { claims: size, what, ...Object.fromEntries(rounded) };
}

const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
const cluster = await startEmbedded(folder);
try {
  process.env.DATABASE_URL = cluster.url();
  process.env.LOG_LEVEL = "warn";
  await migrate(cluster.url());
  const { disconnect } = await import("#lib/db/client.ts");
  const bare = new pg.Client({ connectionString: cluster.url() });
  await bare.connect();
  const listed: Row[] = [];
  const searched: Row[] = [];
  for (const size of SIZES) {
    const desk = await fillDesk(cluster.url(), size);
    await makeFloor(bare, desk);
    listed.push(...(await pages(bare, desk, size)));
    searched.push(...(await searches(bare, desk, size)));
  }
  console.table(listed);
  console.table(searched);
  await writeFile("bench/results/lists.json", `${JSON.stringify({ listed, searched }, null, 2)}\n`);
  await bare.end();
  await disconnect();
} finally {
  await cluster.stop();
  rmSync(folder, { recursive: true, force: true });
}
