import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import pg from "pg";
import { runningClusterUrl } from "../../lib/platform/embedded/cluster.ts";

const ROOT = resolve(import.meta.dirname, "../..");
const LONGEST_START = 240_000;
/** Settings of whoever runs the tests, which a second installation must not inherit. */
const OURS = /^(?:SOURCELINE_(?!DIST_DIR)|DATABASE_|DIRECT_|NEXTAUTH_|SMTP_|MAIL_|OIDC_|GITHUB_|GOOGLE_)/u;

export type Installation = {
  readonly address: string;
  readonly dataDir: string;
  /** The one-time link for its first owner. */
  readonly setupLink: string;
  /** Asks its database directly: for what only time would bring about. */
  sql(statement: string): Promise<void>;
  stop(): Promise<void>;
};

/** The whole program once more, from `npm start` on, with its own data, port and settings. */
export async function startInstallation(
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<Installation> {
  const dataDir = mkdtempSync(join(tmpdir(), "sourceline-second-"));
  const address = `http://127.0.0.1:${port}`;
  const child = spawn(process.execPath, [join(ROOT, "scripts/start.mjs")], {
    cwd: ROOT,
    env: {
      ...inherited(),
      HOST: "127.0.0.1",
      PORT: String(port),
      SOURCELINE_DATA_DIR: dataDir,
      SOURCELINE_URL: address,
      LOG_LEVEL: "warn",
      ...settings,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  const gone = once(child, "close");
  const ready = new Promise<string>((begun, refuse) => {
    const listen = (chunk: Buffer) => {
      printed += chunk.toString("utf8");
      const link = /https?:\S+\/setup#\S+/u.exec(printed)?.[0];
      if (link) begun(link);
    };
    child.stdout.on("data", listen);
    child.stderr.on("data", listen);
    child.once("close", () => refuse(new Error(`the second installation ended:\n${printed}`)));
    setTimeout(() => refuse(new Error(`it did not start:\n${printed}`)), LONGEST_START).unref();
  });
  const stop = async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return { address, dataDir, setupLink: await ready, sql: (statement) => ask(dataDir, statement), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function inherited(): NodeJS.ProcessEnv {
  const env = { ...process.env };
  for (const name of Object.keys(env).filter((key) => OURS.test(key))) delete env[name];
  return env;
}

async function ask(dataDir: string, statement: string): Promise<void> {
  const connectionString = runningClusterUrl(dataDir);
  if (connectionString === null) throw new Error("its database does not run");
  const client = new pg.Client({ connectionString });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
