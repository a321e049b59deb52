import { fail, ok, type Result } from "#core/result.ts";
import * as attempts from "#lib/db/identity/attempts.ts";
import { type UserRow, userByEmail } from "#lib/db/identity/users.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { newId } from "#lib/platform/ids.ts";
import { passwordMatches } from "#lib/platform/password.ts";
import { emailAddress } from "./email.ts";

const WINDOW = 15 * 60_000;
const KEPT = 30 * 86_400_000;
// An attacker with many addresses, or with many accounts to try from one, meets these instead; high enough that
// nobody is locked out by another's mistakes.
const MOST_PER_ACCOUNT = 100;
const MOST_PER_ADDRESS = 200;

export type SignInFailure =
  /** No such user, no password set, or another password: one answer for all. */
  { readonly kind: "no-match" } | { readonly kind: "too-many"; readonly retryAfterSeconds: number };

/** Checks e-mail and password; takes as long and says the same whether or not there is such a user. */
export async function withPassword(
  given: { readonly email: string; readonly password: string },
  address: string,
): Promise<Result<UserRow, SignInFailure>> {
  const email = emailAddress(given.email);
  const attempt = { id: newId(), email: email ?? "", address, at: systemClock() };
  await attempts.recordAttempt(attempt);
  const wait = await secondsToWait(attempt);
  if (wait > 0) {
    await attempts.forgetAttempt(attempt.id);
    return fail({ kind: "too-many", retryAfterSeconds: wait });
  }
  const user = await userByEmail(attempt.email);
  const matches = await passwordMatches(user?.passwordHash ?? null, given.password);
  if (!user || !matches) return fail({ kind: "no-match" });
  await attempts.markSucceeded(attempt.id);
  await attempts.forgetAttemptsBefore(new Date(attempt.at.getTime() - KEPT));
  return ok(user);
}

async function secondsToWait(attempt: attempts.Attempt): Promise<number> {
  const since = new Date(attempt.at.getTime() - WINDOW);
  const { here, account, address, oldest } = await attempts.countFailures(attempt, since);
  const mostHere = environment().SIGN_INS_PER_QUARTER_HOUR;
  if (here <= mostHere && account <= MOST_PER_ACCOUNT && address <= MOST_PER_ADDRESS) return 0;
  const until = (oldest ?? attempt.at).getTime() + WINDOW;
  return Math.max(1, Math.ceil((until - attempt.at.getTime()) / 1000));
}
