import { existsSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { type Cluster, runningClusterUrl, startCluster } from "#lib/platform/embedded/cluster.ts";
import type { Environment } from "#lib/platform/environment.ts";
import { takeLock } from "./lock.mjs";
import { Explained } from "./say.mjs";

export type OpenDatabase = { url: string; close(): Promise<void> };

/** Starts the embedded server of a data folder and makes sure it holds our database. */
export async function startEmbedded(dataDir: string): Promise<Cluster> {
  const cluster = await startCluster({ dataDir });
  const client = new pg.Client({ connectionString: cluster.url("postgres") });
  await client.connect();
  try {
    const { rowCount } = await client.query("select from pg_database where datname = 'sourceline'");
    if (rowCount === 0) await client.query("create database sourceline");
  } finally {
    await client.end();
  }
  return cluster;
}

/**
 * The database a command works on: the one of DATABASE_URL, else the embedded one — the running copy's when
 * there is one, else started for as long as the command takes.
 */
export async function openDatabase(settings: Environment): Promise<OpenDatabase> {
  if (settings.DATABASE_URL !== undefined) return answering(settings.DATABASE_URL);
  const { dataDir } = settings;
  if (!existsSync(dataDir))
    throw new Explained(`There is no data folder ${dataDir} yet. Run \`npm start\` once.`);
  const taken = takeLock(join(dataDir, "lock.json"));
  if ("holder" in taken) {
    const url = runningClusterUrl(dataDir);
    if (url !== null) return { url, close: async () => undefined };
    throw new Explained(
      `Process ${taken.holder.pid} is just starting or ending on ${dataDir}. Try again in a moment.`,
    );
  }
  try {
    const cluster = await startEmbedded(dataDir);
    const close = async () => {
      await cluster.stop();
      taken.lock.release();
    };
    return { url: cluster.url(), close };
  } catch (error) {
    taken.lock.release();
    throw error;
  }
}

async function answering(url: string): Promise<OpenDatabase> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    // Neither says the password; of several addresses tried, the code alone says what was wrong.
    const reason = error instanceof Error && (error.message || Reflect.get(error, "code"));
    throw new Explained(`The database of DATABASE_URL does not answer: ${reason}`);
  }
  return { url, close: async () => undefined };
}
