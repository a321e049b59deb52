import type pg from "pg";

/** Rows of one table as columns, each an array of texts with its type: what `unnest` takes. */
export type Rows = { readonly table: string; readonly columns: readonly Column[] };
type Column = { readonly name: string; readonly type: string; readonly values: readonly (string | null)[] };

/** In the order they point to each other; the claims themselves first. */
const TABLES = ["claims", "claim_revisions", "claim_links", "claim_link_sources", "claim_spans"];
/** What claims stand on: copied before the clock runs. */
const GROUND = ["projects", "articles", "article_versions", "layers", "sources"];

/** The rows a workspace's claims are made of. */
export async function readRows(client: pg.Client, workspace: string): Promise<Rows[]> {
  const all: Rows[] = [];
  for (const table of TABLES) {
    const columns = await columnsOf(client, table);
    const list = columns.map(({ name }) => `"${name}"::text`).join(", ");
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${list} from ${table} where workspace_id = $1`,
      values: [workspace],
      rowMode: "array",
    });
    all.push({
      table,
      columns: columns.map((column, at) => ({ ...column, values: rows.map((row) => row[at] ?? null) })),
    });
  }
  return all;
}

async function columnsOf(client: pg.Client, table: string): Promise<{ name: string; type: string }[]> {
  const { rows } = await client.query<{ name: string; type: string }>(
    `select attname as name, format_type(atttypid, null) as type from pg_attribute
     where attrelid = $1::regclass and attnum > 0 and not attisdropped and attname <> 'workspace_id' order by attnum`,
    [table],
  );
  return rows;
}

/** The barest way: one `insert … select unnest(…)` a table, in one transaction, as the application role. */
export async function bareInsert(client: pg.Client, workspace: string, all: readonly Rows[]): Promise<void> {
  await client.query("begin");
  await enter(client, workspace);
  for (const { table, columns } of all) {
    // A list in a column would be taken apart: `unnest` is given its text.
    const given = columns.map(({ type }, at) => `$${at + 2}::${type.endsWith("[]") ? "text" : type}[]`);
    const taken = columns.map(({ name, type }) =>
      type.endsWith("[]") ? `r."${name}"::${type}` : `r."${name}"`,
    );
    const names = columns.map(({ name }) => `"${name}"`).join(", ");
    await client.query(
      `insert into ${table} (workspace_id, ${names}) select $1::uuid, ${taken.join(", ")}
       from unnest(${given.join(", ")}) as r(${names})`,
      [workspace, ...columns.map(({ values }) => values)],
    );
  }
  await client.query("commit");
}

/** The project, articles, layers and sources of one workspace, for another. */
export async function copyGround(client: pg.Client, from: string, to: string): Promise<void> {
  for (const table of GROUND) {
    const columns = (await columnsOf(client, table)).map(({ name }) => `"${name}"`);
    const copied = columns.map((name) =>
      table === "projects" && name === '"slug"' ? "slug || '-copy'" : name,
    );
    await client.query(
      `insert into ${table} (workspace_id, ${columns.join(", ")}) select $2::uuid, ${copied.join(", ")}
       from ${table} where workspace_id = $1::uuid`,
      [from, to],
    );
  }
}

function enter(client: pg.Client, workspace: string): Promise<unknown> {
  return client.query(
    "select set_config('role', 'sourceline_app', true), set_config('app.workspace', $1, true)",
    [workspace],
  );
}
