import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { PrismaPg } from "@prisma/adapter-pg";
import { bindMigrationAwareSqlAdapterFactory, DriverAdapterError } from "@prisma/driver-adapter-utils";
import {
  type ApplyMigrationsInput,
  type MigrationList,
  SchemaEngine,
} from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { loadEngine } from "./schema-engine.ts";

const FOLDER = resolve(import.meta.dirname, "../prisma/migrations");
const EVERYTHING = { externalTables: [], externalEnums: [] };

/**
 * Applies what is missing from `prisma/migrations` and returns its names in order, with Prisma's own
 * engine and history table, so that `prisma migrate deploy` sees the same state.
 */
export async function migrate(databaseUrl: string, folder = FOLDER): Promise<string[]> {
  loadEngine();
  const turn = await takeTurn(databaseUrl);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  pool.on("error", () => undefined);
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new WholeScripts(pool));
    const engine = await SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    const input = { migrationsList: readMigrations(folder), filters: EVERYTHING };
    await forgetInterrupted(engine, input);
    const { appliedMigrationNames } = await engine.applyMigrations(input);
    engine.free();
    return appliedMigrationNames;
  } catch (error) {
    throw new Error(`The database could not be migrated: ${readable(error)}`, { cause: error });
  } finally {
    await pool.end();
    await turn.end();
  }
}

// One that failed or was killed half-way left nothing behind (see `WholeScripts`), so it is simply tried again.
async function forgetInterrupted(engine: SchemaEngine, input: ApplyMigrationsInput): Promise<void> {
  const { failedMigrationNames } = await engine.diagnoseMigrationHistory({
    ...input,
    optInToShadowDatabase: false,
  });
  for (const migrationName of failedMigrationNames) await engine.markMigrationRolledBack({ migrationName });
}

// Prisma's adapter cuts a script at every semicolon, which breaks function bodies, and runs the pieces one by
// one. Sent whole, PostgreSQL parses it itself, and applies it in one transaction or not at all.
class WholeScripts extends PrismaPg {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    super(pool);
    this.#pool = pool;
  }

  override async connect() {
    const adapter = await super.connect();
    adapter.executeScript = async (script) => {
      await this.#pool.query(script).catch((error: unknown) => {
        throw new DriverAdapterError({ kind: "postgres", ...facts(error) });
      });
    };
    return adapter;
  }
}

function facts(error: unknown) {
  const { message } = error instanceof Error ? error : { message: String(error) };
  const known = error instanceof pg.DatabaseError ? error : undefined;
  return {
    code: known?.code ?? "XX000",
    severity: known?.severity ?? "ERROR",
    message: known?.position === undefined ? message : `${message} (character ${known.position} of the file)`,
    detail: known?.detail,
    column: known?.column,
    hint: known?.hint,
  };
}

/** Names in the folder, in the order they are applied. */
export function knownMigrations(folder = FOLDER): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

function readMigrations(folder: string): MigrationList {
  const content = (path: string) => readFileSync(join(folder, path), "utf8");
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: content("migration_lock.toml") },
    shadowDbInitScript: "",
    migrationDirectories: knownMigrations(folder).map((path) => ({
      path,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: content(`${path}/migration.sql`) },
      },
    })),
  };
}

// Two processes may start at once. The lock on a table of its own lasts as long as its transaction, so it
// holds through a pooler and on databases whose advisory locks do nothing, and goes with a killed process.
async function takeTurn(databaseUrl: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 15_000 });
  client.on("error", () => undefined);
  await client.connect();
  await makeTurnTable(client);
  await client.query("begin");
  await client.query("set local idle_in_transaction_session_timeout = 0");
  await client.query("lock table sourceline_migrating.turn in access exclusive mode");
  return client;
}

async function makeTurnTable(client: pg.Client): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await client.query("create schema if not exists sourceline_migrating");
      await client.query("create table if not exists sourceline_migrating.turn ()");
      return;
    } catch (error) {
      // "if not exists" still collides when two sessions create at the same instant.
      if (attempt === 5) throw error;
      await new Promise((resume) => setTimeout(resume, 50 * attempt));
    }
  }
}

function readable(error: unknown): string {
  const message = error instanceof Error ? error.message : JSON.stringify(error);
  const migration = /migration_name="([^"]+)"/u.exec(message)?.[1];
  // What follows is the engine's own call stack.
  const words = message
    .split(/\n\s+0: /u, 1)
    .join("")
    .replace("external connector error\n", "");
  return migration === undefined ? words : `${migration}: ${words}`;
}
