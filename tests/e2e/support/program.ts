import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "../../../lib/platform/embedded/cluster.ts";
import { clusterFolder } from "../../../lib/platform/embedded/place.ts";
import { isAlive, readPidFile, runningPostmaster } from "../../../lib/platform/embedded/postmaster.ts";

const ROOT = join(import.meta.dirname, "../../..");

/** An installation of its own: a data folder, a port, and whatever else the program is told. */
export type Home = {
  readonly dataDir: string;
  readonly port: number;
  readonly address: string;
  readonly environment: NodeJS.ProcessEnv;
};

export async function makeHome(settings: Readonly<Record<string, string>> = {}): Promise<Home> {
  const dataDir = mkdtempSync(join(tmpdir(), "sourceline-starting-"));
  const port = await freePort();
  return {
    dataDir,
    port,
    address: `http://127.0.0.1:${port}`,
    environment: environmentOf(dataDir, port, settings),
  };
}

// What the journeys' own installation was told is not for this one.
function environmentOf(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>>,
): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NEXTAUTH_URL: _url, SOURCELINE_EMBEDDED: _embedded, ...own } = process.env;
  return {
    ...own,
    ...{ SOURCELINE_DATA_DIR: dataDir, PORT: String(port), HOST: "127.0.0.1", SOURCELINE_URL: "" },
    ...{
      SOURCELINE_SAMPLE: "off",
      DATABASE_URL: "",
      DIRECT_DATABASE_URL: "",
      NEXTAUTH_SECRET: "",
      LOG_LEVEL: "warn",
    },
    ...settings,
  };
}

export type Program = {
  readonly pid: number;
  /** What it has printed so far. */
  readonly said: { out: string; err: string };
  /** Resolves when it says that it is ready; fails with its words when it ends before. */
  ready(): Promise<void>;
  /** Its exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  signal(name: NodeJS.Signals): void;
};

/** `npm start` on an installation, without npm between. */
export function start({ environment }: Home): Program {
  return follow(["scripts/start.mjs"], environment);
}

/** One command line, to its end. */
export async function sourceline({ environment }: Home, ...words: string[]) {
  const { ended, said } = follow(["bin/sourceline.mjs", ...words], environment);
  return { status: await ended, ...said };
}

function follow(parameters: readonly string[], env: NodeJS.ProcessEnv): Program {
  const child = spawn(process.execPath, parameters, { cwd: ROOT, env, stdio: ["ignore", "pipe", "pipe"] });
  const said = { out: "", err: "" };
  const ended = new Promise<number | NodeJS.Signals>((resume) => {
    child.once("close", (code, signal) => resume(code ?? signal ?? 1));
  });
  child.stderr.on("data", (chunk: Buffer) => {
    said.err += chunk;
  });
  const ready = new Promise<void>((resume) => {
    child.stdout.on("data", (chunk: Buffer) => {
      said.out += chunk;
      if (said.out.includes("Sourceline is ready at")) resume();
    });
  });
  return {
    pid: pidOf(child),
    said,
    ready: async () => {
      const end = await Promise.race([ready, ended]);
      if (end !== undefined)
        throw new Error(`It ended (${end}) before it was ready:\n${said.err}\n${said.out}`);
    },
    ended,
    signal: (name) => child.kill(name),
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error("the program was not started");
  return pid;
}

/** The database server that runs on a data folder. */
export function databasePid({ dataDir }: Home): number | null {
  return runningPostmaster(clusterFolder(dataDir))?.pid ?? null;
}

/** The web server that a program started: its only child that Next names. */
export function webServerPid({ pid }: Program): number | null {
  return processes().find(({ parent, command }) => parent === pid && command.includes("next"))?.pid ?? null;
}

/** Whether a process still works; one that has ended and waits for its parent to notice does not. */
export function isRunning(pid: number | null): boolean {
  return processes().some(
    (one) => one.pid === pid && one.command !== "" && !one.command.includes("<defunct>"),
  );
}

type Process = { readonly pid: number; readonly parent: number; readonly command: string };

function processes(): Process[] {
  if (!existsSync("/proc/self/stat")) return listedProcesses();
  return readdirSync("/proc")
    .filter((name) => /^\d+$/u.test(name))
    .flatMap((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, "utf8");
        const parent = Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]);
        return [{ pid: Number(name), parent, command: readFileSync(`/proc/${name}/cmdline`, "utf8") }];
      } catch {
        // Gone between the list and the look.
        return [];
      }
    });
}

// No /proc here (macOS).
function listedProcesses(): Process[] {
  const listed = execFileSync("ps", ["-A", "-o", "pid=,ppid=,command="], { encoding: "utf8" });
  return listed.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/u.exec(line) ?? [];
    return pid && parent && command ? [{ pid: Number(pid), parent: Number(parent), command }] : [];
  });
}

/** Ends what still runs of an installation, by its own numbers, and takes its folders away. */
export async function endHome(home: Home, programs: readonly Program[]): Promise<void> {
  for (const program of programs) program.signal("SIGTERM");
  await Promise.all(programs.map(({ ended }) => ended));
  const folder = clusterFolder(home.dataDir);
  const left = readPidFile(folder)?.pid;
  const server = databasePid(home);
  if (server !== null && server === left && isAlive(server)) process.kill(server, "SIGQUIT");
  for (const path of [folder, home.dataDir]) rmSync(path, { recursive: true, force: true, maxRetries: 20 });
}
