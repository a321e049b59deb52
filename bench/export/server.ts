import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { migrate } from "../../scripts/migrations.ts";
import { startEmbedded } from "../../scripts/open-database.ts";
import { serveBuild } from "../interaction/place.ts";

export type Served = { readonly address: string; readonly database: string; readonly pid: number };

/** Runs `work` with one process of the production build on a database of its own. */
export async function withServer(work: (served: Served) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-bench-"));
  const cluster = await startEmbedded(folder);
  try {
    process.env.DATABASE_URL = cluster.url();
    process.env.SOURCELINE_DATA_DIR = folder;
    await migrate(cluster.url());
    const { server, address } = await serveBuild();
    try {
      await work({ address, database: cluster.url(), pid: server.pid });
    } finally {
      await server.stop();
    }
  } finally {
    const { disconnect } = await import("#lib/db/client.ts");
    await disconnect();
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}
