import pg from "pg";
import { newId } from "#lib/platform/ids.ts";
import { knownMigrations } from "../migrations.ts";
import { type Finding, finding } from "./finding.ts";

export const APPLICATION_ROLE = "sourceline_app";
const OLDEST_VERSION = 150_000;

export async function databaseFindings(url: string): Promise<Finding[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const findings = [await version(client), await migrations(client), await role(client)];
    if (findings.some(({ problem }) => problem !== null)) return findings;
    return [...findings, await everyTableGuarded(client), await foreignRowsHidden(client)];
  } finally {
    await client.end();
  }
}

async function version(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query("select current_setting('server_version_num')::int as number");
  const isOld = rows[0].number < OLDEST_VERSION;
  return finding(
    "PostgreSQL 15 or newer",
    isOld && `this is ${rows[0].number}`,
    "Move to a newer PostgreSQL.",
  );
}

async function migrations(client: pg.Client): Promise<Finding> {
  const check = "every migration is applied";
  const remedy = "Run: sourceline migrate";
  const { rows: table } = await client.query(
    "select to_regclass('_prisma_migrations') is not null as exists",
  );
  if (!table[0].exists) return finding(check, "none is", remedy);
  const { rows } = await client.query(
    "select migration_name as name from _prisma_migrations where finished_at is not null and rolled_back_at is null",
  );
  const missing = knownMigrations().filter((name) => !rows.some((row) => row.name === name));
  return finding(check, missing.length > 0 && `missing: ${missing.join(", ")}`, remedy);
}

async function role(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(
    `select rolsuper or rolbypassrls as mighty, pg_has_role(current_user, oid, 'member') as reachable,
            exists (select from pg_class where relowner = r.oid) as owner
       from pg_roles r where rolname = $1`,
    [APPLICATION_ROLE],
  );
  return finding(
    "the application role owns nothing and bypasses nothing",
    roleProblem(rows[0]),
    `As owner: alter role ${APPLICATION_ROLE} nosuperuser nobypassrls; grant ${APPLICATION_ROLE} to current_user;`,
  );
}

function roleProblem(
  found: { mighty: boolean; reachable: boolean; owner: boolean } | undefined,
): string | null {
  if (found === undefined) return `there is no role ${APPLICATION_ROLE}`;
  if (found.mighty) return "it is superuser or bypasses row-level security";
  if (found.owner) return "it owns tables";
  return found.reachable ? null : "the connecting user may not enter it";
}

async function everyTableGuarded(client: pg.Client): Promise<Finding> {
  const { rows } = await client.query(
    `select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = current_schema() and c.relkind in ('r', 'p')
        and exists (select from pg_attribute a
                     where a.attrelid = c.oid and a.attname = 'workspace_id' and not a.attisdropped)
        and not (c.relrowsecurity and c.relforcerowsecurity) order by 1`,
  );
  const open = rows.map((row) => row.name).filter((name) => !IDENTITY.has(name));
  const remedy = "Run: sourceline migrate. If it stays, the schema was changed by hand.";
  return finding(
    "row-level security is forced on every tenant table",
    open.length > 0 && open.join(", "),
    remedy,
  );
}

/** Looked up before a workspace is known (rules.md 6); their own rules guard them. */
const IDENTITY: ReadonlySet<string> = new Set(["memberships", "invitations"]);

// As the application role, first in no workspace and then in one that does not exist: either way every
// row of every tenant table is foreign, and none may be seen.
async function foreignRowsHidden(client: pg.Client): Promise<Finding> {
  const { rows: tables } = await client.query(
    `select c.oid::regclass::text as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity`,
  );
  const seen = new Set<string>();
  for (const workspace of ["", newId()]) {
    await client.query("begin read only");
    await client.query("select set_config('role', $1, true), set_config('app.workspace', $2, true)", [
      APPLICATION_ROLE,
      workspace,
    ]);
    for (const { name } of tables) {
      const { rowCount } = await client.query(`select from ${name} limit 1`);
      if (rowCount !== 0) seen.add(name);
    }
    await client.query("rollback");
  }
  const problem = tables.length === 0 ? "there is no guarded table" : [...seen].join(", ");
  return finding(
    "a row of a foreign workspace cannot be read",
    problem !== "" && problem,
    "Do not serve. Restore the policies.",
  );
}
