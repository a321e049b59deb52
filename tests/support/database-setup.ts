import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { startCluster } from "#lib/platform/embedded/cluster.ts";
import { isAlive, runningPostmaster } from "#lib/platform/embedded/postmaster.ts";
import { migrate } from "../../scripts/migrations.ts";

const PREFIX = "sourceline-test-";
const TEMPLATE = "sourceline_template";

declare module "vitest" {
  interface ProvidedContext {
    databaseServer: string;
    databaseTemplate: string;
  }
}

let stop: () => Promise<void> = async () => undefined;

/** Starts one throwaway server for the run, with a migrated database that every file clones. */
export async function setup(project: TestProject): Promise<void> {
  sweepAbandoned();
  const folder = mkdtempSync(join(tmpdir(), PREFIX));
  writeFileSync(join(folder, "owner"), String(process.pid));
  const cluster = await startCluster({ dataDir: folder, isThrowaway: true });
  await createTemplate(cluster.url("postgres"), cluster.url(TEMPLATE));
  project.provide("databaseServer", cluster.url("postgres"));
  project.provide("databaseTemplate", TEMPLATE);
  stop = async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  };
}

export async function teardown(): Promise<void> {
  await stop();
}

async function createTemplate(serverUrl: string, templateUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${TEMPLATE}`);
  await client.end();
  await migrate(templateUrl);
}

// A run that was killed leaves its server behind, and nobody else would ever stop it.
function sweepAbandoned(): void {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    const folder = join(tmpdir(), name);
    try {
      if (isAlive(Number(readFileSync(join(folder, "owner"), "utf8")))) continue;
      const server = runningPostmaster(join(folder, "postgres"));
      if (server !== null) process.kill(server.pid, "SIGQUIT");
      rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or going away just now.
    }
  }
}
