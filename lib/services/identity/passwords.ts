import { fail, ok, type Result } from "#core/result.ts";
import type { PasswordChange } from "#lib/contracts/identity.ts";
import { takeOneTime } from "#lib/db/identity/one-time-tokens.ts";
import { replacePassword, userByEmail, userById } from "#lib/db/identity/users.ts";
import { inIdentity } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { hashPassword, type PasswordProblem, passwordProblem } from "#lib/platform/password.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid, notFound } from "../failure.ts";
import { emailAddress } from "./email.ts";
import { letterTo } from "./letters.ts";
import { findLink, issueLink, usedUp } from "./links.ts";
import { withPassword } from "./sign-in.ts";

const words: Record<PasswordProblem, string> = {
  too_short: "must have 12 or more characters",
  too_long: "must have 1,000 characters at most",
  too_common: "is one of the first that would be guessed; four or five unrelated words are good",
};

/** The hash of a new password, or why it is refused. `own` are words such as the person's name. */
export async function newPasswordHash(
  password: string,
  own: readonly string[],
): Promise<Result<string, Failure>> {
  const problem = passwordProblem(password, own);
  return problem ? fail(invalid("/password", words[problem])) : ok(await hashPassword(password));
}

/**
 * Sends a link to set a new password. Says and takes the same whether or not there is such an account: looking it up
 * and sending happen after the answer.
 */
export function requestReset(rawEmail: string): Result<null, Failure> {
  return letterTo(rawEmail, "password", async (email) => {
    const user = await userByEmail(email);
    if (!user || user.sampleOnly) return null;
    const link = await issueLink({ purpose: "password", email, userId: user.id });
    return {
      subject: "Set a new password",
      text: `Somebody, probably you, asked for a new password for ${email}.\n\nSet it here within a day:\n${link}\n\nIf it was not you, nothing needs to be done.`,
    };
  });
}

/** Whose password a link sets, without using it up. */
export async function readReset(token: string): Promise<Result<{ email: string }, Failure>> {
  const found = await findLink("password", token);
  return found ? ok({ email: found.email }) : fail(usedUp);
}

/** Sets a password by a one-time link, and ends every session of the account. */
export async function reset(given: {
  readonly token: string;
  readonly password: string;
}): Promise<Result<{ email: string }, Failure>> {
  const found = await findLink("password", given.token);
  const user = found?.userId ? await userById(found.userId) : null;
  if (!user) return fail(usedUp);
  const hash = await newPasswordHash(given.password, [user.name, user.email]);
  if (!hash.ok) return hash;
  const at = systemClock();
  const taken = await inIdentity(async (tx) => {
    const token = await takeOneTime(tx, sha256Hex(given.token), "password", at);
    if (token) await replacePassword(tx, user.id, hash.value, { at });
    return token;
  });
  return taken ? ok({ email: user.email }) : fail(usedUp);
}

/** A signed-in person's new password; the current one is asked for where there is one. Other sessions end. */
export async function change(
  { principal }: Caller,
  given: PasswordChange,
  address: string,
): Promise<Result<null, Failure>> {
  if (principal.via !== "session") return fail({ kind: "out-of-scope", scope: null });
  const user = await userById(principal.userId);
  if (!user) return fail(notFound("account"));
  if (user.passwordHash !== null) {
    const proven = await withPassword({ email: user.email, password: given.current }, address);
    if (!proven.ok) return fail(refusalOf(proven.failure));
  }
  const hash = await newPasswordHash(given.password, [user.name, user.email]);
  if (!hash.ok) return hash;
  const sessions = { at: systemClock(), except: principal.sessionId };
  await inIdentity((tx) => replacePassword(tx, user.id, hash.value, sessions));
  return ok(null);
}

function refusalOf(failure: { kind: "no-match" } | { kind: "too-many"; retryAfterSeconds: number }): Failure {
  return failure.kind === "too-many" ? failure : invalid("/current", "is not your current password");
}

/** An address as people write it, or why it cannot be one. */
export function plainEmail(raw: string): Result<string, Failure> {
  const email = emailAddress(raw);
  return email ? ok(email) : fail(invalid("/email", "must be one plain e-mail address"));
}
