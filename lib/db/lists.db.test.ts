import { beforeAll, describe, expect, it } from "vitest";
import { enterWorkspace } from "#lib/authz/authorize.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../tests/support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../../tests/support/factories.ts";
import { type ArticleOrder, listArticles } from "./article-list.ts";
import { readArticle } from "./article-reading.ts";
import { type ClaimFilter, listClaims } from "./claim-list.ts";
import { database, type Tx } from "./client.ts";
import { listSources } from "./source-list.ts";
import { inWorkspace } from "./transaction.ts";

await testDatabase();

const CLAIMS = 15_000;
const ARTICLES = 1_500;
const SOURCES = 1_500;
const PAGE = 26;

let room: Newsroom;
const permit = () => enterWorkspace({ userId: room.owner.id, workspaceId: room.w, role: "owner" });

/** As it is on a desk after years: many of everything, most of it long approved. */
beforeAll(async () => {
  // No two of these words are alike, so that the text does not fit into its row.
  room = await newsroom({ text: `[It rained]. ${Array.from({ length: 400 }, newId).join(" ")}` });
  const { w, owner, editor, projectId } = room;
  const sourceId = await source(room, "The Harbour Herald");
  const chain = [{ category: "media_report", sources: [sourceId], cue: [room.text.span] }];
  const { id } = await claim(room, { statement: "The river rose in the night", chain });
  await database().$executeRaw`
    insert into claims select (jsonb_populate_record(c, jsonb_build_object('id', gen_random_uuid(),
      'statement', 'The river rose to ' || md5(n::text), 'state', 'approved', 'approved_revision', 1,
      'updated_at', now() - n * interval '1 minute'))).*
    from claims c, generate_series(1, ${CLAIMS}::int) n where c.workspace_id = ${w}::uuid and c.id = ${id}::uuid`;
  await database().$executeRaw`
    insert into claim_links select (jsonb_populate_record(k, jsonb_build_object('claim_id', c.id))).*
    from claim_links k, claims c where k.claim_id = ${id}::uuid and c.workspace_id = ${w}::uuid and c.id <> ${id}::uuid`;
  await database().$executeRaw`
    insert into claim_link_sources select (jsonb_populate_record(k, jsonb_build_object('claim_id', c.id))).*
    from claim_link_sources k, claims c where k.claim_id = ${id}::uuid and c.workspace_id = ${w}::uuid and c.id <> ${id}::uuid`;
  await database().$executeRaw`
    insert into articles (workspace_id, id, project_id, title, imported_by, last_activity_at, published_at)
    select ${w}::uuid, gen_random_uuid(), ${projectId}::uuid, 'Article ' || n, ${owner.id}::uuid,
      now() - n * interval '1 hour', case when n % 3 > 0 then now() - n * interval '1 day' end
    from generate_series(1, ${ARTICLES}::int) n`;
  await database().$executeRaw`
    insert into article_versions (workspace_id, id, article_id, ordinal, text, length, sha256, blocks, created_by)
    select a.workspace_id, gen_random_uuid(), a.id, 1, v.text, v.length, a.id, '[]', ${owner.id}::uuid
    from articles a, article_versions v where a.workspace_id = ${w}::uuid and a.id <> ${room.articleId}::uuid
      and v.article_id = ${room.articleId}::uuid`;
  await database().$executeRaw`
    insert into sources (workspace_id, id, name, type, identification, created_by)
    select ${w}::uuid, gen_random_uuid(), 'Gazette ' || md5(n::text), 'news_media', 'named_institution', ${editor.id}::uuid
    from generate_series(1, ${SOURCES}::int) n`;
  await database().$executeRaw`vacuum analyze`;
});

/** How many rows of each table the work reads, by an index or without one. */
async function rowsRead(work: (tx: Tx) => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const seen = (tx: Tx) => tx.$queryRaw<{ name: string; rows: number }[]>`
    select coalesce('text of ' || o.relname, s.relname) as name,
      (coalesce(s.seq_tup_read, 0) + coalesce(s.idx_tup_fetch, 0))::int as rows
    from pg_stat_xact_all_tables s left join pg_class o on o.reltoastrelid = s.relid
    where s.schemaname in (current_schema(), 'pg_toast') and coalesce(s.seq_tup_read, 0) + coalesce(s.idx_tup_fetch, 0) > 0`;
  return inWorkspace(permit(), async (tx) => {
    const before = new Map((await seen(tx)).map(({ name, rows }) => [name, rows]));
    await work(tx);
    const after = await seen(tx);
    return Object.fromEntries(after.map(({ name, rows }) => [name, rows - (before.get(name) ?? 0)]));
  });
}

const most = (rows: Readonly<Record<string, number>>) => Math.max(0, ...Object.values(rows));

/** The row so far down a table in the order of a list, as a position in it. */
async function position(table: string, key: string, order: "asc" | "desc", down: number) {
  const [row] = await database().$queryRawUnsafe<{ key: string; id: string }[]>(
    `select ${key}::text as key, id::text from ${table} where workspace_id = $1::uuid
     order by ${key} ${order}, id ${order} offset ${down} limit 1`,
    room.w,
  );
  if (!row) throw new Error(`${table} has no row ${down}`);
  return row;
}

describe("a page deep in a list", () => {
  const filters: Readonly<Record<string, () => ClaimFilter>> = {
    "of all claims": () => ({}),
    "of claims in a state": () => ({ state: "approved" }),
    "of a provenance": () => ({ provenance: "media_report" }),
    "of a project": () => ({ project: room.projectId }),
    "of an author": () => ({ author: room.editor.id }),
    "of those changed since": () => ({ updatedSince: "2020-01-01T00:00:00Z" }),
  };
  it.each(Object.keys(filters))("%s reads no more rows than the first", async (name) => {
    const filter = filters[name]?.() ?? {};
    const after = await position("claims", "updated_at", "desc", CLAIMS - 2 * PAGE);
    const page = (from: typeof after | null) =>
      rowsRead(async (tx) => {
        const listed = await listClaims(tx, permit(), filter, { limit: PAGE, after: from });
        expect(listed).toHaveLength(PAGE);
      });
    const [first, deep] = [await page(null), await page(after)];
    expect(most(deep), JSON.stringify(deep)).toBeLessThanOrEqual(1.5 * Math.max(PAGE, most(first)));
    expect(most(first), JSON.stringify(first)).toBeLessThanOrEqual(3 * PAGE);
  });

  it.each<[ArticleOrder, string, "asc" | "desc"]>([
    ["activity", "last_activity_at", "desc"],
    ["published", "sort_published", "desc"],
    ["title", "sort_title", "asc"],
  ])("of articles by %s reads no others, and no text", async (sort, key, order) => {
    const after = await position("articles", key, order, ARTICLES - 2 * PAGE);
    const filter = { projectId: room.projectId, show: "active", sort, limit: PAGE } as const;
    for (const from of [null, after]) {
      const read = await rowsRead(async (tx) => {
        expect(await listArticles(tx, permit(), { ...filter, after: from })).toHaveLength(PAGE);
      });
      expect(read.articles, JSON.stringify(read)).toBeLessThanOrEqual(2 * PAGE);
      expect(read["text of article_versions"] ?? 0).toBe(0);
    }
    // What the count would be, were a text read.
    const opened = await rowsRead((tx) => readArticle(tx, permit(), room.articleId));
    expect(opened["text of article_versions"]).toBeGreaterThan(0);
  });

  it("of sources reads no others", async () => {
    const after = await position("sources", "sort_name", "asc", SOURCES - 2 * PAGE);
    const read = await rowsRead(async (tx) => {
      expect(await listSources(tx, permit(), { limit: PAGE, after })).toHaveLength(PAGE);
    });
    expect(read.sources, JSON.stringify(read)).toBeLessThanOrEqual(2 * PAGE);
  });
});

describe("a list in which little is found", () => {
  const list = (filter: ClaimFilter, expected: number) =>
    rowsRead(async (tx) => {
      const listed = await listClaims(tx, permit(), filter, { limit: PAGE, after: null });
      expect(listed).toHaveLength(expected);
    });

  it("does not read every claim to learn that none waits for a decision", async () => {
    expect(most(await list({ decidable: true }, 0))).toBeLessThanOrEqual(PAGE);
    expect(most(await list({ state: "rejected" }, 0))).toBeLessThanOrEqual(PAGE);
  });

  it("finds rare words, frequent ones and none without reading every claim", async () => {
    // By the name of a source so many lean on, as many are collected as ever are.
    const needles = [
      ["NIGHT", 1, 200],
      ["river rose", PAGE, 200],
      ["harbour her", PAGE, 5_200],
      ["Vulcan", 0, 200],
    ] as const;
    for (const [q, expected, bound] of needles) {
      const read = await list({ q }, expected);
      expect(most(read), `${q} ${JSON.stringify(read)}`).toBeLessThanOrEqual(bound);
    }
    const everyOne = await rowsRead(
      (tx) => tx.$queryRaw`select id from claims c where c.statement ilike '%volcano%'`,
    );
    expect(everyOne.claims).toBeGreaterThan(CLAIMS);
  });
});
