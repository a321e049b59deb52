import { cpus } from "node:os";
import { hash, verify } from "@node-rs/argon2";
import { COMMON_STEMS, KEYBOARD_RUNS } from "./common-passwords.ts";

/** OWASP's stronger profile: 64 MiB, three passes, one lane; about a tenth of a second each. */
const COST = { memoryCost: 65_536, timeCost: 3, parallelism: 1 };
export const SHORTEST_PASSWORD = 12;
const LONGEST_PASSWORD = 1000;

// 64 MiB each: without a cap a burst of sign-ins would take the memory of the whole server.
const MOST_AT_ONCE = Math.max(1, Math.min(4, cpus().length));

/** Verified when there is no such user, so that the answer takes as long; no password is known for it. */
const DECOY =
  "$argon2id$v=19$m=65536,t=3,p=1$kSfK0r6LD2vpI2aDh5KFyg$kUu7XwlDEMjxtUVPY9dAN+lixm88XfLm/QOY716ZsEA";

export type PasswordProblem = "too_short" | "too_long" | "too_common";

/** Hashes with argon2id (the default algorithm of the library), as a PHC string with its own salt. */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalised(password), COST));
}

/** True when the password belongs to the hash; for `null` (no such user) always false, in the same time. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await inTurn(() =>
    verify(stored ?? DECOY, normalised(password.slice(0, LONGEST_PASSWORD))),
  );
  return matches && stored !== null;
}

/** Why a new password is refused, or null. `own` are words such as the person's name or e-mail address. */
export function passwordProblem(password: string, own: readonly string[] = []): PasswordProblem | null {
  const length = Array.from(password).length;
  if (length < SHORTEST_PASSWORD) return "too_short";
  if (length > LONGEST_PASSWORD) return "too_long";
  return isCommon(password, own) ? "too_common" : null;
}

function isCommon(password: string, own: readonly string[]): boolean {
  const lower = normalised(password).toLowerCase();
  const stem = foldedStem(lower);
  const ownStems = own.map((word) => foldedStem(word.toLowerCase().split("@", 1)[0] ?? ""));
  return (
    stem.length < 3 ||
    COMMON_STEMS.has(stem) ||
    ownStems.some((word) => word.length > 2 && word === stem) ||
    isRepetition(lower) ||
    KEYBOARD_RUNS.some((run) => run.includes(lower) || reversed(run).includes(lower))
  );
}

const SWAPS: Readonly<Record<string, string>> = {
  "0": "o",
  "1": "i",
  "3": "e",
  "4": "a",
  "5": "s",
  "7": "t",
  "@": "a",
  $: "s",
  "!": "i",
};

function foldedStem(lower: string): string {
  const bare = lower.replace(/^[^\p{L}@$]+|[^\p{L}@$]+$/gu, "");
  const folded = Array.from(bare, (character) => SWAPS[character] ?? character);
  return folded.join("").replace(/[^\p{L}]/gu, "");
}

/** "abcabcabcabc": one short piece over and over. */
function isRepetition(lower: string): boolean {
  return /^(.{1,6})\1+.{0,5}$/su.test(lower) && new Set(lower).size <= 6;
}

function reversed(run: string): string {
  return Array.from(run).reverse().join("");
}

// The same password typed on another keyboard may arrive in another Unicode form.
function normalised(password: string): string {
  return password.normalize("NFKC");
}

let working = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (working >= MOST_AT_ONCE) await new Promise<void>((resume) => waiting.push(resume));
  else working += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) working -= 1;
    else next();
  }
}
