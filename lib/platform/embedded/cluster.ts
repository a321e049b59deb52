import { spawn } from "node:child_process";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { keptSecret } from "../secrets.ts";
import { type Account, databaseAccount } from "./account.ts";
import { type Binaries, findBinaries } from "./binaries.ts";
import { clusterFolder, shelterFolder } from "./place.ts";
import { isAlive, readPidFile, runningPostmaster } from "./postmaster.ts";

export type ClusterOptions = {
  /** Where `postgres/` and `secrets/` live; made when missing. */
  dataDir: string;
  /** For tests only: no waiting for the disk. A power cut may then cost the data. */
  isThrowaway?: boolean;
};

export type Cluster = {
  /** Connects as the owner of everything to the named database. */
  url(database?: string): string;
  port: number;
  folder: string;
  /** Calls back when the server is gone without `stop`, once. */
  onDeath(listener: () => void): void;
  /** Starts it again on the same port, after `onDeath`. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const OWNER = "sourceline";
const LOCALES = ["C.UTF-8", "en_US.UTF-8", "C"];
const LONGEST_LOG = 10 * 1024 * 1024;
const ATTEMPTS = 5;

type Setup = {
  folder: string;
  account: Account | null;
  binaries: Binaries;
  password: string;
  isThrowaway: boolean;
};

/** Starts the database of a data folder, made first when it is new. The caller holds the folder's lock. */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const setup = prepareSetup(options);
  if (!existsSync(join(setup.folder, "PG_VERSION"))) await create(setup);
  refuseOtherOwner(setup.folder);
  const server = new Server(setup);
  await server.start();
  return server;
}

/** The address of a database that another process runs on this data folder, or null. */
export function runningClusterUrl(dataDir: string, database = OWNER): string | null {
  const postmaster = runningPostmaster(clusterFolder(dataDir));
  if (postmaster === null || !postmaster.isReady) return null;
  return addressOf(postmaster.port, keptSecret(dataDir, "database-password"), database);
}

function prepareSetup({ dataDir, isThrowaway = false }: ClusterOptions): Setup {
  mkdirSync(dataDir, { recursive: true, mode: 0o711 });
  const account = databaseAccount(join(dataDir, "postgres"));
  // The other user must pass through, and read nothing on the way.
  if (account !== null) chmodSync(dataDir, 0o711);
  const folder = clusterFolder(dataDir, account);
  const binaries = findBinaries(account, shelterFolder());
  return { folder, account, binaries, password: keptSecret(dataDir, "database-password"), isThrowaway };
}

function addressOf(port: number, password: string, database: string): string {
  return `postgresql://${OWNER}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

// Made beside and renamed into place: a killed first start leaves nothing half made.
async function create(setup: Setup): Promise<void> {
  const parent = dirname(setup.folder);
  for (const name of readdirSync(parent)) {
    if (name.startsWith("postgres.new-")) rmSync(join(parent, name), { recursive: true, force: true });
  }
  const draft = join(parent, `postgres.new-${process.pid}`);
  mkdirSync(draft, { mode: 0o700 });
  handOver(draft, setup.account);
  await initialise(setup, draft);
  appendFileSync(join(draft, "postgresql.conf"), "\ninclude 'sourceline.conf'\n");
  writeSettings(draft, setup, 5432);
  renameSync(draft, setup.folder);
}

async function initialise(setup: Setup, draft: string): Promise<void> {
  const safe = mkdtempSync(join(tmpdir(), "sourceline-initdb-"));
  const passwordFile = join(safe, "password");
  try {
    writeFileSync(passwordFile, `${setup.password}\n`, { mode: 0o600 });
    handOver(passwordFile, setup.account);
    handOver(safe, setup.account);
    const failures: string[] = [];
    for (const locale of LOCALES) {
      const { code, output } = await run(
        setup,
        setup.binaries.initdb,
        initdbParameters(setup, draft, passwordFile, locale),
      );
      if (code === 0) return;
      failures.push(output.trim());
    }
    throw new Error(`The database could not be made:\n${failures.at(-1)}`);
  } finally {
    rmSync(safe, { recursive: true, force: true });
  }
}

// The built-in provider sorts and folds case alike on every system and release; the C library's
// locale, which trigram search asks what a letter is, has to know Unicode too.
function initdbParameters(setup: Setup, draft: string, passwordFile: string, locale: string): string[] {
  return [
    `--pgdata=${draft}`,
    `--username=${OWNER}`,
    "--auth=scram-sha-256",
    `--pwfile=${passwordFile}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    `--locale=${locale}`,
    "--lc-messages=C",
    ...(setup.isThrowaway ? ["--no-sync"] : []),
  ];
}

// Statements and their values can hold article text: the server's own log keeps neither.
function writeSettings(folder: string, { account, isThrowaway }: Setup, port: number): void {
  const lines = [
    "listen_addresses = '127.0.0.1'",
    "unix_socket_directories = ''",
    `port = ${port}`,
    "max_connections = 100",
    "shared_buffers = '128MB'",
    "jit = off",
    "timezone = 'UTC'",
    "log_timezone = 'UTC'",
    "log_error_verbosity = terse",
    "log_min_error_statement = panic",
    "log_parameter_max_length = 0",
    ...(isThrowaway
      ? ["fsync = off", "synchronous_commit = off", "full_page_writes = off"]
      : ["fsync = on", "synchronous_commit = on", "full_page_writes = on"]),
  ];
  const file = join(folder, "sourceline.conf");
  writeFileSync(file, `# Written at every start.\n${lines.join("\n")}\n`, { mode: 0o600 });
  handOver(file, account);
}

function handOver(path: string, account: Account | null): void {
  if (account !== null) chownSync(path, account.uid, account.gid);
}

function refuseOtherOwner(folder: string): void {
  const own = process.getuid?.();
  const { uid } = statSync(folder);
  if (own === undefined || own === 0 || uid === own) return;
  throw new Error(
    `The database in ${folder} belongs to another user (uid ${uid}).\n` +
      "Start as that user (or as root, if root made it), or set SOURCELINE_DATA_DIR to a folder of your own.",
  );
}

class Server implements Cluster {
  port = 0;
  readonly #setup: Setup;
  #watch: NodeJS.Timeout | undefined;
  #listener: () => void = () => undefined;

  constructor(setup: Setup) {
    this.#setup = setup;
  }

  get folder(): string {
    return this.#setup.folder;
  }

  url(database = OWNER): string {
    return addressOf(this.port, this.#setup.password, database);
  }

  onDeath(listener: () => void): void {
    this.#listener = listener;
  }

  async start(): Promise<void> {
    await stopLeftover(this.#setup);
    for (let attempt = 1; ; attempt += 1) {
      const failure = await this.#tryStart(this.port === 0 || attempt > 2 ? await freePort() : this.port);
      if (failure === null) break;
      if (attempt === ATTEMPTS) throw new Error(`The database does not start:\n${failure}`);
      // Processes of a killed server may need a moment to notice and go.
      await new Promise((resume) => setTimeout(resume, 400 * attempt));
    }
    this.#keepWatch();
  }

  restart(): Promise<void> {
    return this.start();
  }

  async stop(): Promise<void> {
    clearInterval(this.#watch);
    await stopServer(this.#setup);
  }

  async #tryStart(port: number): Promise<string | null> {
    const { folder, binaries, account } = this.#setup;
    writeSettings(folder, this.#setup, port);
    const logFile = join(folder, "server.log");
    const before = prepareLog(logFile, account);
    const parameters = ["start", "-w", "-s", "-t", "60", "-D", folder, "-l", logFile];
    const { code, output } = await run(this.#setup, binaries.pgCtl, parameters);
    if (code !== 0) return `${output.trim()}\n${readFileSync(logFile, "utf8").slice(before).trim()}`;
    this.port = port;
    return null;
  }

  #keepWatch(): void {
    const pid = readPidFile(this.folder)?.pid;
    clearInterval(this.#watch);
    this.#watch = setInterval(() => {
      if (pid !== undefined && isAlive(pid)) return;
      clearInterval(this.#watch);
      this.#listener();
    }, 250);
    this.#watch.unref();
  }
}

function prepareLog(file: string, account: Account | null): number {
  if (!existsSync(file)) writeFileSync(file, "", { mode: 0o600 });
  if (statSync(file).size > LONGEST_LOG) truncateSync(file);
  handOver(file, account);
  return statSync(file).size;
}

// We hold the lock of the data folder, so a server still running there is one whose starter was
// killed; and a file that names no such server is only in the way.
async function stopLeftover(setup: Setup): Promise<void> {
  if (runningPostmaster(setup.folder) !== null) return stopServer(setup);
  rmSync(join(setup.folder, "postmaster.pid"), { force: true });
}

async function stopServer(setup: Setup): Promise<void> {
  for (const mode of ["fast", "immediate"]) {
    if (runningPostmaster(setup.folder) === null) return;
    await run(setup, setup.binaries.pgCtl, ["stop", "-w", "-s", "-t", "20", "-m", mode, "-D", setup.folder]);
  }
}

function run(setup: Setup, program: string, parameters: string[]): Promise<{ code: number; output: string }> {
  // The folder we were called from may be closed to the other user.
  const cwd = setup.account === null ? undefined : "/";
  const child = spawn(program, parameters, {
    ...(setup.account ?? {}),
    ...(cwd === undefined ? {} : { cwd }),
    env: {
      NODE_ENV: process.env.NODE_ENV,
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      LC_MESSAGES: "C",
    },
    stdio: ["ignore", "pipe", "pipe"],
    // Ctrl-C in the terminal is for us; the database is stopped last, by us.
    detached: process.platform !== "win32",
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** A port of the loopback that nobody listens on just now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject()));
    });
  });
}
