import { findOneTime, type OneTimePurpose, replaceOneTime } from "#lib/db/identity/one-time-tokens.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { randomToken } from "#lib/platform/random.ts";
import type { Failure } from "../failure.ts";

const MINUTE = 60_000;
const DAY = 1_440 * MINUTE;

const pages: Record<OneTimePurpose, { readonly path: string; readonly lasts: number }> = {
  "first-owner": { path: "/setup", lasts: 7 * DAY },
  password: { path: "/reset", lasts: DAY },
  "sign-in": { path: "/link", lasts: 15 * MINUTE },
};

export const usedUp: Failure = {
  kind: "conflict",
  code: "link-used-up",
  detail: "This link has been used, replaced by a newer one, or has run out. Ask for a new one.",
};

/** The secret stands after `#`, which browsers send to nobody: not to servers, logs or the next page. */
export function linkTo(path: string, token: string): string {
  return `${environment().publicUrl}${path}#${token}`;
}

/** A new one-time link; earlier ones of the same purpose and address stop working. */
export async function issueLink(given: {
  readonly purpose: OneTimePurpose;
  readonly email: string;
  readonly userId: string | null;
  /** How long it works, where the usual time is too short. */
  readonly days?: number;
}): Promise<string> {
  const { purpose, email, userId, days } = given;
  const { path, lasts } = pages[purpose];
  const token = randomToken();
  const at = systemClock();
  const expiresAt = new Date(at.getTime() + (days === undefined ? lasts : days * DAY));
  await replaceOneTime({ tokenHash: sha256Hex(token), purpose, email, userId, createdAt: at, expiresAt });
  return linkTo(path, token);
}

export function findLink(purpose: OneTimePurpose, token: string) {
  return findOneTime(sha256Hex(token), purpose, systemClock());
}
