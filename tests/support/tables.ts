import { database } from "#lib/db/client.ts";

const IDENTITY = ["memberships", "invitations"];

/** Tables with a `workspace_id` that are not identity's (rules.md 6), as the database itself has them. */
export async function tenantTables(): Promise<readonly string[]> {
  const rows = await database().$queryRaw<{ name: string }[]>`
    select c.table_name as name from information_schema.columns c
    join information_schema.tables t using (table_schema, table_name)
    where c.table_schema = current_schema() and c.column_name = 'workspace_id' and t.table_type = 'BASE TABLE'
    order by 1`;
  return rows.map(({ name }) => name).filter((name) => !IDENTITY.includes(name));
}

/** What stands in every tenant table and in the identity tables that a workspace speaks of: rows and their hash. */
export async function contents(): Promise<Readonly<Record<string, string>>> {
  const tables = [...(await tenantTables()), ...IDENTITY, "workspaces", "users"];
  const parts = tables.map(
    (table) =>
      `select '${table}' as name, count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as held from "${table}" t`,
  );
  const rows = await database().$queryRawUnsafe<{ name: string; held: string }[]>(parts.join(" union all "));
  return Object.fromEntries(rows.map(({ name, held }) => [name, held]));
}
