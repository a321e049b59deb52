import { existsSync, readdirSync, statfsSync, statSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { isWritable } from "#lib/platform/embedded/place.ts";
import type { Environment } from "#lib/platform/environment.ts";
import { secretProblem } from "#lib/platform/secrets.ts";
import { lockHolder } from "../lock.mjs";
import { type Finding, finding } from "./finding.ts";

const LEAST_SPACE = 1024 ** 3;

export async function machineFindings(settings: Environment): Promise<Finding[]> {
  return [node(), ...dataFolder(settings.dataDir), secret(settings), await port(settings)];
}

function node(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const isOld = major < 20 || (major === 20 && minor < 19);
  return finding("Node 20.19 or newer", isOld && `this is ${process.versions.node}`, "Install a newer Node.");
}

function dataFolder(dataDir: string): Finding[] {
  const name = `data folder ${dataDir}`;
  if (!existsSync(dataDir))
    return [finding(name, "is not there", "Run `npm start` once, or set SOURCELINE_DATA_DIR.")];
  const { bavail, bsize } = statfsSync(dataDir);
  const free = bavail * bsize;
  const gigabytes = `${(free / LEAST_SPACE).toFixed(1)} GB are left`;
  const mode = statSync(dataDir).mode & 0o066;
  return [
    finding(
      `${name} can be written`,
      !isWritable(dataDir) && "cannot",
      "Give it to the user that runs Sourceline.",
    ),
    finding(`${name} is private`, mode !== 0 && "others can list it", `chmod go-rw ${dataDir}`),
    finding(
      "secrets are readable by their owner alone",
      openSecrets(dataDir),
      `chmod 600 ${dataDir}/secrets/*`,
    ),
    finding("at least 1 GB of disk is free", free < LEAST_SPACE && gigabytes, "Make room on that disk."),
  ];
}

function openSecrets(dataDir: string): string | null {
  const folder = join(dataDir, "secrets");
  if (process.platform === "win32" || !existsSync(folder)) return null;
  const open = readdirSync(folder).filter((name) => (statSync(join(folder, name)).mode & 0o077) !== 0);
  return open.length === 0 ? null : `${open.join(", ")} can be read by others`;
}

function secret({ NEXTAUTH_SECRET: given }: Environment): Finding {
  const problem = given === undefined ? null : secretProblem(given);
  return finding(
    "the session secret is a secret",
    problem,
    "Unset NEXTAUTH_SECRET, or give it 32 random bytes.",
  );
}

async function port({ HOST, PORT, dataDir }: Environment): Promise<Finding> {
  const isOurs = lockHolder(join(dataDir, "lock.json")) !== null;
  const problem = isOurs ? null : await listenProblem(HOST, PORT);
  return finding(
    `port ${PORT} on ${HOST} is free or ours`,
    problem,
    "Stop what listens there, or choose another PORT.",
  );
}

function listenProblem(host: string, number: number): Promise<string | null> {
  return new Promise((resume) => {
    const probe = createServer();
    probe.once("error", (error) => resume(error.message));
    probe.listen({ host, port: number, exclusive: true }, () => probe.close(() => resume(null)));
  });
}
