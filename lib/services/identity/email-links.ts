import { fail, ok, type Result } from "#core/result.ts";
import { takeOneTime } from "#lib/db/identity/one-time-tokens.ts";
import { userByEmail } from "#lib/db/identity/users.ts";
import { inIdentity } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import type { Failure } from "../failure.ts";
import { letterTo } from "./letters.ts";
import { issueLink, usedUp } from "./links.ts";

/** Sends a link to sign in with; says the same whether or not there is such an account. */
export function request(rawEmail: string): Result<null, Failure> {
  return letterTo(rawEmail, "sign-in", async (email) => {
    const user = await userByEmail(email);
    if (!user || user.sampleOnly) return null;
    const link = await issueLink({ purpose: "sign-in", email, userId: user.id });
    return {
      subject: "Your link to sign in",
      text: `Sign in to Sourceline within a quarter of an hour:\n${link}\n\nThe link works once. If you did not ask for it, nothing needs to be done.`,
    };
  });
}

/** Whom a sign-in link lets in; it is used up by this. */
export async function use(token: string): Promise<Result<{ userId: string }, Failure>> {
  const taken = await inIdentity((tx) => takeOneTime(tx, sha256Hex(token), "sign-in", systemClock()));
  return taken?.userId ? ok({ userId: taken.userId }) : fail(usedUp);
}
