import { fail, ok, type Result } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { InvitationAccept, InvitationView, Joined } from "#lib/contracts/identity.ts";
import type { Tx } from "#lib/db/client.ts";
import {
  type InvitationRow,
  type Invited,
  invitationOfToken,
  takeInvitation,
} from "#lib/db/identity/invitations.ts";
import { admitMember } from "#lib/db/identity/members.ts";
import { insertUser, type NewUser, type UserRow, userByEmail, userById } from "#lib/db/identity/users.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import type { Caller } from "../caller.ts";
import { type Failure, invalid } from "../failure.ts";
import { usedUp } from "./links.ts";
import { newPasswordHash } from "./passwords.ts";

/** What an invitation is to, and what accepting it asks for. */
export async function read(caller: Caller, token: string): Promise<Result<InvitationView, Failure>> {
  const found = await invitationOfToken(sha256Hex(token), systemClock());
  if (!found) return fail(usedUp);
  const { email, role, inviter, workspace } = found;
  return ok({ email, role, inviter, workspace: workspace.name, next: await nextStep(caller, found) });
}

async function nextStep(caller: Caller, { email }: Invited): Promise<InvitationView["next"]> {
  const me = await userById(caller.principal.userId);
  if (me) return me.email === email ? "accept" : "other-account";
  return (await userByEmail(email)) ? "sign-in" : "sign-up";
}

/** Joins: as the signed-in person the invitation is addressed to, or with a new account made here. */
export async function accept(caller: Caller, input: InvitationAccept): Promise<Result<Joined, Failure>> {
  const found = await invitationOfToken(sha256Hex(input.token), systemClock());
  if (!found) return fail(usedUp);
  const me = await userById(caller.principal.userId);
  const joined = me ? await acceptAs(caller, me, found) : await acceptAnew(input, found);
  return joined.ok ? ok({ workspace: found.workspace.slug, email: found.email }) : joined;
}

async function acceptAs(caller: Caller, me: UserRow, found: Invited): Promise<Result<null, Failure>> {
  if (caller.principal.via !== "session") return fail({ kind: "out-of-scope", scope: null });
  if (me.email !== found.email || me.sampleOnly) {
    const detail = `This invitation is for ${found.email}; you are signed in as ${me.email}. Sign out first.`;
    return fail({ kind: "conflict", code: "other-account", detail });
  }
  return admit(found, me.id, async () => true);
}

async function acceptAnew(input: InvitationAccept, found: Invited): Promise<Result<null, Failure>> {
  if (await userByEmail(found.email)) {
    const detail = `${found.email} has an account. Sign in with it, then open the invitation again.`;
    return fail({ kind: "conflict", code: "sign-in-first", detail });
  }
  if (!input.name) return fail(invalid("/name", "must not be empty"));
  const hash = await newPasswordHash(input.password ?? "", [input.name, found.email]);
  if (!hash.ok) return hash;
  const user = { id: newId(), email: found.email, name: input.name.trim(), passwordHash: hash.value };
  return admitNew(found, user, async () => true);
}

/** Joins with an account made now; `also` runs in the same transaction and may still say no. */
export function admitNew(
  invitation: InvitationRow,
  user: NewUser,
  also: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, Failure>> {
  return admit(invitation, user.id, async (tx) => (await insertUser(tx, user)) && (await also(tx)));
}

async function admit(
  invitation: InvitationRow,
  userId: string,
  before: (tx: Tx) => Promise<boolean>,
): Promise<Result<null, Failure>> {
  const permit = systemPermit("identity", invitation.workspaceId);
  const at = systemClock();
  const { role } = invitation;
  try {
    await inWorkspace(permit, async (tx) => {
      // Thrown, not returned: what was done before must roll back.
      if (!(await takeInvitation(tx, invitation.id, at)) || !(await before(tx))) throw new NotAdmitted();
      await admitMember(tx, permit, { userId, role, at });
      const audit = { action: "member.joined", objectType: "member", objectId: userId, detail: { role } };
      const event = { kind: "member.joined", articleId: null, objectId: userId, payload: { role } };
      await appendJournal(tx, invitation.workspaceId, userId, at, [audit], [event]);
    });
    return ok(null);
  } catch (error) {
    if (error instanceof NotAdmitted) return fail(usedUp);
    throw error;
  }
}

class NotAdmitted extends Error {}
