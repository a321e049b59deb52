import { fail, ok, type Result } from "#core/result.ts";
import type { Role } from "#core/review/state.ts";
import { authorize, type Permit } from "#lib/authz/authorize.ts";
import type { Invitation } from "#lib/contracts/workspaces.ts";
import * as store from "#lib/db/identity/invitations.ts";
import { isMemberByEmail } from "#lib/db/identity/members.ts";
import { workspaceName } from "#lib/db/workspaces.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import { randomToken } from "#lib/platform/random.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, query } from "../workspace.ts";
import { sendLetter } from "./letters.ts";
import { linkTo } from "./links.ts";
import { plainEmail } from "./passwords.ts";

const LASTS = 7 * 86_400_000;

type Page = { readonly limit: number; readonly after?: string | undefined };

/**
 * Invites an address; the link is in this answer only, and in a letter where those can be sent. Inviting the same
 * address again makes the earlier link void.
 */
export async function create(
  caller: Caller,
  workspace: string,
  input: { readonly email: string; readonly role: Role },
): Promise<Result<Invitation, Failure>> {
  const email = plainEmail(input.email);
  if (!email.ok) return email;
  const token = randomToken();
  const made = await command(caller, workspace, async (inside) => {
    const { tx, actor, at, journal } = inside;
    const permit = managing(inside, input.role);
    if (!permit.ok) return permit;
    if (await isMemberByEmail(tx, permit.value, email.value)) return fail(alreadyMember(email.value));
    const row = {
      id: newId(),
      email: email.value,
      role: input.role,
      invitedBy: actor.userId,
      createdAt: at,
      expiresAt: new Date(at.getTime() + LASTS),
    };
    await store.replaceInvitation(tx, permit.value, { ...row, tokenHash: sha256Hex(token) });
    journal.audit(entry("invitation.created", row.id, { email: row.email, role: row.role }));
    return ok({ invitation: present(row), name: await workspaceName(tx, permit.value) });
  });
  if (!made.ok) return made;
  const link = linkTo("/join", token);
  const sent = await sendLetter(letterOf(email.value, made.value.name, link));
  return ok({ ...made.value.invitation, link, sent });
}

export function list(
  caller: Caller,
  workspace: string,
  { limit, after }: Page,
): Promise<Result<{ items: Invitation[]; next: string | null }, Failure>> {
  return query(caller, workspace, async (inside) => {
    const permit = managing(inside, null);
    if (!permit.ok) return permit;
    const rows = await store.openInvitations(inside.tx, permit.value, { take: limit + 1, before: after });
    const items = rows.slice(0, limit).map(present);
    return ok({ items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null });
  });
}

/** Takes an invitation back: its link stops working. */
export function revoke(caller: Caller, workspace: string, id: string): Promise<Result<null, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const found = await store.openInvitation(tx, inside.permit, id);
    const permit = managing(inside, found?.role ?? null);
    if (!permit.ok) return permit;
    if (!found) return fail(notFound("invitation"));
    await store.revokeInvitation(tx, permit.value, id, at);
    journal.audit(entry("invitation.revoked", id, { email: found.email }));
    return ok(null);
  });
}

function managing(
  { actor }: Pick<Inside, "actor">,
  grants: Role | null,
): Result<Permit<"invitation:manage">, Failure> {
  const { workspaceId } = actor;
  const allowed = authorize("invitation:manage", actor, { workspaceId, member: null, grants });
  return allowed.ok ? allowed : fail(notFound("invitation"));
}

function alreadyMember(email: string): Failure {
  return {
    kind: "conflict",
    code: "already-member",
    detail: `${email} is a member of this workspace already.`,
  };
}

const entry = (action: string, objectId: string, detail: Record<string, string>) => ({
  action,
  objectType: "invitation",
  objectId,
  detail,
});

function letterOf(to: string, workspace: string, link: string) {
  const text = `You are invited to the workspace ${workspace} on Sourceline.\n\nJoin within seven days:\n${link}\n\nThe link works once, and only for ${to}.`;
  return { to, subject: `Join ${workspace} on Sourceline`, text };
}

function present(row: Omit<store.InvitationRow, "workspaceId">): Invitation {
  return {
    id: row.id,
    email: row.email,
    role: row.role,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
  };
}
