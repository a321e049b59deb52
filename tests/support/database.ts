import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, inject } from "vitest";

/** A database of its own for the calling test file: migrated, empty, dropped when the file is done, as is its folder of files. */
export type TestDatabase = { url: string; name: string };

/**
 * Clones the migrated template (about 20 ms), with a data folder of its own. `DATABASE_URL` of this worker names the
 * clone from then on, so call it at the top of the file, before anything asks for the environment.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = inject("databaseServer");
  const name = `test_${randomBytes(8).toString("hex")}`;
  const template = inject("databaseTemplate");
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`));
  afterAll(() => dropUnused(server, name));
  const folder = mkdtempSync(join(tmpdir(), "sourceline-test-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  process.env.SOURCELINE_DATA_DIR = folder;
  const url = databaseIn(server, name);
  process.env.DATABASE_URL = url;
  return { url, name };
}

/** The same server's address with another database. */
function databaseIn(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

// A database somebody is still connected to stays until the server goes: dropping it would cut off a pool
// and fail a passing file.
async function dropUnused(server: string, name: string): Promise<void> {
  await onServer(server, async (client) => {
    const { rowCount } = await client.query("select from pg_stat_activity where datname = $1", [name]);
    if (rowCount === 0) await client.query(`drop database if exists ${name}`);
  });
}

async function onServer(server: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
