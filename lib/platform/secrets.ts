import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  rmSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { randomToken } from "./random.ts";

const SHORTEST_SECRET = 32;
const SAMPLE =
  /^(change.?me|secret|password|your|my|sample|example|test|insert|replace|default|todo|xxx|nextauth.?secret)/iu;

export class UnusableSecret extends Error {}

/**
 * The secret that signs sessions: the given one, else the one kept in the data folder, made on first use.
 * Throws `UnusableSecret` when the given one is a sample or too short to be a secret.
 */
export function authSecret(source: { given: string | undefined; dataDir: string }): string {
  if (source.given === undefined) return keptSecret(source.dataDir, "nextauth-secret");
  const problem = secretProblem(source.given);
  if (problem !== null) throw new UnusableSecret(`NEXTAUTH_SECRET ${problem}`);
  return source.given;
}

/** Why a secret is refused, to follow the name of the setting, or null. */
export function secretProblem(secret: string): string | null {
  if (SAMPLE.test(secret) || new Set(secret).size < 8) {
    return "is a sample value. Make one of your own, for example with: openssl rand -base64 32";
  }
  if (secret.length < SHORTEST_SECRET) return `has fewer than ${SHORTEST_SECRET} characters`;
  return null;
}

/** The named secret of the data folder, made with mode 0600 when it is not there yet. */
export function keptSecret(dataDir: string, name: string): string {
  const folder = join(dataDir, "secrets");
  const file = join(folder, name);
  return readSecret(file) ?? makeSecret(folder, file);
}

function readSecret(file: string): string | null {
  try {
    return readFileSync(file, "utf8").trim();
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

// Written whole under another name and then linked: two processes that start together agree on
// one secret, and a crash never leaves half of one.
function makeSecret(folder: string, file: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const draft = `${file}.${randomToken(6)}`;
  const descriptor = openSync(draft, "wx", 0o600);
  writeSync(descriptor, `${randomToken()}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!isAlreadyThere(error)) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, "utf8").trim();
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function isAlreadyThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}
