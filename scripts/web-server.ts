import { type ChildProcess, spawn } from "node:child_process";
import { join, resolve } from "node:path";

const ROOT = resolve(import.meta.dirname, "..");
const PATIENCE = 60_000;
const LONGEST_FAREWELL = 10_000;

export type WebServer = {
  readonly pid: number;
  /** Resolves when the process has gone, asked for or not, with what it printed last. */
  gone: Promise<string>;
  stop(): Promise<void>;
};

/** Starts `next start` as a child and resolves when it answers requests. */
export async function startWebServer(host: string, port: number): Promise<WebServer> {
  const child = launch(host, port);
  const lastWords: string[] = [];
  let isReady = false;
  child.stdout?.on("data", (chunk: Buffer) =>
    isReady ? process.stdout.write(chunk) : keep(lastWords, chunk),
  );
  child.stderr?.on("data", (chunk: Buffer) => {
    keep(lastWords, chunk);
    process.stderr.write(chunk);
  });
  const gone = new Promise<string>((resume) =>
    child.once("close", () => resume(lastWords.join("").slice(-2000))),
  );
  const state = await Promise.race([answers(host, port), gone]);
  if (state !== true) throw new Error(`The web server did not start:\n${state || lastWords.join("")}`);
  isReady = true;
  return { pid: child.pid ?? 0, gone, stop: () => stop(child, gone) };
}

function launch(host: string, port: number): ChildProcess {
  const follow = new URL("./follow-parent.mjs", import.meta.url).href;
  const next = join(ROOT, "node_modules/next/dist/bin/next");
  return spawn(process.execPath, ["--import", follow, next, "start", "-H", host, "-p", String(port)], {
    cwd: ROOT,
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
    stdio: ["ignore", "pipe", "pipe", "ipc"],
    // Ctrl-C reaches the whole group of the terminal; this one waits to be told, before the database.
    detached: process.platform !== "win32",
  });
}

function keep(words: string[], chunk: Buffer): void {
  words.push(chunk.toString("utf8"));
  if (words.length > 50) words.shift();
}

async function answers(host: string, port: number): Promise<true | string> {
  const name = host === "0.0.0.0" || host === "::" ? "localhost" : host.includes(":") ? `[${host}]` : host;
  const address = `http://${name}:${port}/healthz`;
  for (const begun = Date.now(); Date.now() - begun < PATIENCE; ) {
    try {
      // Any answer will do: whether it is well is for /readyz and `sourceline doctor`.
      await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(10_000) });
      return true;
    } catch {
      await new Promise((resume) => setTimeout(resume, 100));
    }
  }
  return `It gave no answer at ${address} for ${PATIENCE / 1000} s`;
}

async function stop(child: ChildProcess, gone: Promise<string>): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), LONGEST_FAREWELL);
  await gone;
  clearTimeout(late);
}
