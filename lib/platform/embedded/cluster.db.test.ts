import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterAll, describe, expect, it } from "vitest";
import { type Cluster, runningClusterUrl, startCluster } from "./cluster.ts";
import { readPidFile } from "./postmaster.ts";

const dataDir = mkdtempSync(join(tmpdir(), "sourceline-cluster-"));
let cluster: Cluster = await startCluster({ dataDir });

afterAll(async () => {
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

async function ask(url: string, statement: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query({ text: statement, rowMode: "array" });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

describe("the embedded database", () => {
  it("listens on the loopback alone, waits for the disk, and knows the letters of other scripts", async () => {
    const url = cluster.url("postgres");
    expect(await ask(url, "show listen_addresses")).toBe("127.0.0.1");
    expect(await ask(url, "show synchronous_commit")).toBe("on");
    expect(await ask(url, "show fsync")).toBe("on");
    expect(await ask(url, "select lower('ÉЖ')")).toBe("éж");
  });

  it("keeps its files and its password to itself, and refuses another password", async () => {
    expect(statSync(cluster.folder).mode & 0o077).toBe(0);
    expect(statSync(join(dataDir, "secrets/database-password")).mode & 0o077).toBe(0);
    const wrong = cluster.url("postgres").replace(/:[^:@]+@/u, ":guess@");
    await expect(ask(wrong, "select 1")).rejects.toThrow(/password/u);
  });

  it("is found by another process while it runs", async () => {
    expect(runningClusterUrl(dataDir, "postgres")).toBe(cluster.url("postgres"));
  });

  it("comes back on the same port with what was committed after its processes are killed", async () => {
    await ask(cluster.url("postgres"), "create table kept as select 1 as x");
    const died = new Promise<void>((resume) => cluster.onDeath(resume));
    process.kill(readPidFile(cluster.folder)?.pid ?? 0, "SIGKILL");
    await died;
    const before = cluster.url("postgres");
    await cluster.restart();
    expect(cluster.url("postgres")).toBe(before);
    expect(await ask(before, "select x from kept")).toBe(1);
  });

  it("takes over from a starter that was killed, and ignores a pid file that names a stranger", async () => {
    cluster = await startCluster({ dataDir });
    expect(await ask(cluster.url("postgres"), "select x from kept")).toBe(1);
    await cluster.stop();
    writeFileSync(join(cluster.folder, "postmaster.pid"), `${process.pid}\n${cluster.folder}\n0\n5432\n`);
    expect(runningClusterUrl(dataDir)).toBeNull();
    cluster = await startCluster({ dataDir });
    expect(await ask(cluster.url("postgres"), "select x from kept")).toBe(1);
  });
});
