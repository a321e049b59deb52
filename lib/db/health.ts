import { newId } from "#lib/platform/ids.ts";
import { database } from "./client.ts";
import { Prisma } from "./generated/client.ts";

/** Answers when the database does; throws when it does not. */
export async function reachDatabase(): Promise<void> {
  await database().$queryRaw`select 1`;
}

/**
 * Names of guarded tables of which the application role, in a workspace that does not exist, can read a row: every
 * row there is foreign to it. Empty when the guard holds. Throws when no table is guarded at all.
 */
export async function tablesReadByStrangers(): Promise<string[]> {
  return database().$transaction(async (tx) => {
    await tx.$queryRaw`select set_config('role', 'sourceline_app', true), set_config('app.workspace', ${newId()}, true)`;
    const tables = await tx.$queryRaw<{ name: string }[]>`
      select c.oid::regclass::text as name from pg_class c
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p') and c.relforcerowsecurity`;
    if (tables.length === 0) throw new Error("no table is guarded by row-level security");
    const seen: string[] = [];
    for (const { name } of tables) {
      // The name comes from PostgreSQL, quoted where it needs to be.
      const rows = await tx.$queryRaw<unknown[]>(Prisma.raw(`select 1 as one from ${name} limit 1`));
      if (rows.length > 0) seen.push(name);
    }
    return seen;
  });
}
