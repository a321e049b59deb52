import { fail, ok, type Result } from "#core/result.ts";
import { systemPermit } from "#lib/authz/system.ts";
import type { FirstOwnerCreate } from "#lib/contracts/identity.ts";
import { hasOwner } from "#lib/db/identity/members.ts";
import { takeOneTime } from "#lib/db/identity/one-time-tokens.ts";
import { insertUser, replacePassword, type UserRow, userByEmail } from "#lib/db/identity/users.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import { findSample, insertOwner } from "#lib/db/workspaces.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import { type Failure, invalid } from "../failure.ts";
import { createWorkspace } from "../workspaces/create.ts";
import { findLink, issueLink, usedUp } from "./links.ts";
import { newPasswordHash, plainEmail } from "./passwords.ts";

/**
 * The link by which the first owner sets up the installation, new at every call, or null once there is an owner
 * outside the sample. `npm start` prints it.
 */
export async function firstOwnerLink(): Promise<string | null> {
  if (await inIdentity(hasOwner)) return null;
  return issueLink({ purpose: "first-owner", email: "", userId: null });
}

/** Whether a link still opens the first run. */
export async function readFirstOwnerLink(token: string): Promise<Result<null, Failure>> {
  const isOpen = (await findLink("first-owner", token)) && !(await inIdentity(hasOwner));
  return isOpen ? ok(null) : fail(usedUp);
}

/** Makes the first owner and their workspace. */
export async function createFirstOwner(input: FirstOwnerCreate): Promise<Result<{ email: string }, Failure>> {
  const email = plainEmail(input.email);
  if (!email.ok) return email;
  const open = await readFirstOwnerLink(input.token);
  if (!open.ok) return open;
  const hash = await newPasswordHash(input.password, [input.name, email.value, input.workspaceName]);
  if (!hash.ok) return hash;
  const existing = await userByEmail(email.value);
  if (existing?.sampleOnly) return fail(invalid("/email", "belongs to an account of the sample"));
  const user = {
    id: existing?.id ?? newId(),
    email: email.value,
    name: input.name.trim(),
    passwordHash: hash.value,
  };
  if (!(await claimInstallation(input.token, user, existing))) return fail(usedUp);
  const made = await createWorkspace(
    { principal: { userId: user.id, via: "system", scopes: null } },
    { name: input.workspaceName.trim() },
  );
  if (!made.ok) return made;
  await adoptSample(user.id);
  return ok({ email: user.email });
}

/** The sample has people but no owner: who sets up the installation may look around in it, and take it away. */
async function adoptSample(userId: string): Promise<void> {
  const at = systemClock();
  const sample = await inIdentity(findSample);
  if (sample === null) return;
  const permit = systemPermit("identity", sample);
  await inWorkspace(permit, async (tx) => {
    await insertOwner(tx, permit, userId, at);
    const entry = {
      action: "member.joined",
      objectType: "member",
      objectId: userId,
      detail: { role: "owner" },
    };
    await appendJournal(tx, sample, userId, at, [entry], []);
  });
}

// A start that broke off here left an account without a workspace: the next link finds and uses it.
function claimInstallation(
  token: string,
  user: Omit<UserRow, "sampleOnly" | "passwordHash"> & { readonly passwordHash: string },
  existing: UserRow | null,
): Promise<boolean> {
  const at = systemClock();
  return inIdentity(async (tx) => {
    if (!(await takeOneTime(tx, sha256Hex(token), "first-owner", at))) return false;
    if (existing) await replacePassword(tx, user.id, user.passwordHash, { at });
    else await insertUser(tx, user);
    return true;
  });
}
