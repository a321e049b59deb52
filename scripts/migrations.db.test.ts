import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { describe, expect, it } from "vitest";
import { testDatabase } from "../tests/support/database.ts";
import { knownMigrations, migrate } from "./migrations.ts";

const EMPTY = "drop schema public cascade; create schema public";

const { url } = await testDatabase();

async function ask(statement: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(statement)).rows;
  } finally {
    await client.end();
  }
}

function folderOf(migrations: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), "migrations-"));
  writeFileSync(join(folder, "migration_lock.toml"), 'provider = "postgresql"\n');
  for (const [name, sql] of Object.entries(migrations)) {
    mkdirSync(join(folder, name));
    writeFileSync(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

describe("migrate", () => {
  it("has applied every migration of the project to a fresh database", async () => {
    const rows = await ask("select migration_name from _prisma_migrations where finished_at is not null");
    expect(rows).toEqual(knownMigrations().map((migration_name) => ({ migration_name })));
    expect(await migrate(url)).toEqual([]);
  });

  it("applies each migration once when several processes start at once", async () => {
    await ask(EMPTY);
    const folder = folderOf({
      "1_once": "create table once (id int primary key); insert into once values (1);",
    });
    const applied = await Promise.all([migrate(url, folder), migrate(url, folder), migrate(url, folder)]);
    expect(applied.flat()).toEqual(["1_once"]);
    expect(await ask("select id from once")).toEqual([{ id: 1 }]);
  });

  it("leaves nothing of a failing migration, names it, and applies it once it is mended", async () => {
    await ask(EMPTY);
    const broken = folderOf({ "1_broken": "create table half (id int); select 1 / 0;" });
    await expect(migrate(url, broken)).rejects.toThrow(/1_broken.*division by zero/su);
    expect(await ask("select to_regclass('half') as half")).toEqual([{ half: null }]);
    const mended = folderOf({
      "1_broken": "create function f() returns int language sql as $$ select 1; $$;",
    });
    expect(await migrate(url, mended)).toEqual(["1_broken"]);
  });
});
