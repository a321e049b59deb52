import { fail, ok, type Result } from "#core/result.ts";
import type { Principal } from "#lib/authz/principal.ts";
import * as accounts from "#lib/db/identity/accounts.ts";
import { invitationsTo } from "#lib/db/identity/invitations.ts";
import { userByEmail, userById } from "#lib/db/identity/users.ts";
import { inIdentity } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { emailAddress } from "./email.ts";
import { admitNew } from "./joining.ts";

export type ExternalProfile = accounts.ExternalAccount & {
  /** Only an address the provider itself has verified. */
  readonly verifiedEmail: string | null;
  readonly name: string;
};

export type ExternalRefusal =
  /** Nobody invited this address. */
  | "not-invited"
  /** The address has an account here: its holder links the external one after signing in. */
  | "sign-in-to-link"
  /** The external account belongs to somebody else here. */
  | "linked-elsewhere";

/**
 * Whom an external account lets in. An unknown one is linked only to the signed-in person, or to a new account for an
 * invitation to its verified address (rules.md 9); an equal address alone never opens an existing account.
 */
export async function signIn(
  profile: ExternalProfile,
  signedIn: Principal | null,
): Promise<Result<{ userId: string }, ExternalRefusal>> {
  const holder = await accounts.userOfAccount(profile);
  if (holder)
    return signedIn && signedIn.userId !== holder ? fail("linked-elsewhere") : ok({ userId: holder });
  if (signedIn) {
    const isLinked = await inIdentity((tx) => accounts.linkAccount(tx, profile, signedIn.userId));
    // Somebody linked it at this very moment: as before, it is whose it is.
    return isLinked ? ok({ userId: signedIn.userId }) : signIn(profile, signedIn);
  }
  return joinByInvitation(profile);
}

async function joinByInvitation(
  profile: ExternalProfile,
): Promise<Result<{ userId: string }, ExternalRefusal>> {
  const email = profile.verifiedEmail && emailAddress(profile.verifiedEmail);
  if (!email) return fail("not-invited");
  const at = systemClock();
  const [invitation] = await invitationsTo(email, at);
  if (!invitation) return fail("not-invited");
  if (await userByEmail(email)) return fail("sign-in-to-link");
  const name = profile.name.trim().slice(0, 120) || (email.split("@")[0] ?? email);
  const user = { id: newId(), email, name, passwordHash: null, emailVerifiedAt: at };
  const admitted = await admitNew(invitation, user, (tx) => accounts.linkAccount(tx, profile, user.id));
  return admitted.ok ? ok({ userId: user.id }) : fail("not-invited");
}

/** The person an external account is linked to by now. */
export const userOfExternal = accounts.userOfAccount;

/** Names of the providers a person has linked. */
export function linked({ principal }: Caller): Promise<string[]> {
  return accounts.accountsOf(principal.userId);
}

/** Takes a link away, unless it is the only way in. */
export async function unlink({ principal }: Caller, provider: string): Promise<Result<null, Failure>> {
  const [user, providers] = await Promise.all([userById(principal.userId), linked({ principal })]);
  if (!providers.includes(provider)) return fail(notFound("linked account"));
  if (user?.passwordHash === null && providers.length === 1) {
    const detail = "It is your only way to sign in. Set a password first.";
    return fail({ kind: "conflict", code: "only-way-in", detail });
  }
  return (await accounts.unlinkAccount(principal.userId, provider))
    ? ok(null)
    : fail(notFound("linked account"));
}
