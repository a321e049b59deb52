import { fail, ok, type Result } from "#core/result.ts";
import type { Role } from "#core/review/state.ts";
import { authorize, isAllowed, type Permit } from "#lib/authz/authorize.ts";
import type { Member } from "#lib/contracts/workspaces.ts";
import * as store from "#lib/db/identity/members.ts";
import { returnAllOf } from "../assignments/return.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor, timeKey } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { command, type Inside, query } from "../workspace.ts";

type Page = { readonly limit: number; readonly after?: string | undefined };

/** Who belongs to a workspace, in the order they came. Every member may know this: it says whose work is whose. */
export function list(
  caller: Caller,
  workspace: string,
  page: Page,
): Promise<Result<{ items: Member[]; next: string | null }, Failure>> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const after = readCursor("joined", page.after, timeKey);
    if (!after.ok) return after;
    const found = await store.membersOf(tx, permit, { limit: page.limit + 1, after: after.value });
    const { rows, next } = pageOf(found, page.limit, "joined");
    return ok({ items: rows.map(present), next });
  });
}

/** What the page of members offers its reader. */
export function abilities(
  caller: Caller,
  workspace: string,
): Promise<Result<{ manages: boolean; ownsIt: boolean }, Failure>> {
  return query(caller, workspace, async ({ actor }) => {
    const { workspaceId } = actor;
    const manages = isAllowed("invitation:manage", actor, { workspaceId, member: null, grants: "viewer" });
    return ok({ manages, ownsIt: isAllowed("workspace:settings", actor, { workspaceId }) });
  });
}

/** Gives a member another role. Giving `owner` hands ownership over: who had it becomes an admin. */
export function changeRole(
  caller: Caller,
  workspace: string,
  userId: string,
  role: Role,
): Promise<Result<Member, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, actor, journal } = inside;
    const found = await manageable(inside, userId, role);
    if (!found.ok) return found;
    const { member, permit } = found.value;
    if (member.role === role) return ok(present(member));
    if (member.role === "owner") return fail(ownerStays);
    if (role === "owner") await store.changeRole(tx, permit, actor.userId, "admin");
    await store.changeRole(tx, permit, userId, role);
    journal.audit({
      action: role === "owner" ? "workspace.ownership-transferred" : "member.role-changed",
      objectType: "member",
      objectId: userId,
      detail: { from: member.role, to: role },
    });
    journal.announce({ kind: "member.changed", articleId: null, objectId: userId, payload: { role } });
    return ok(present({ ...member, role }));
  });
}

/** Ends a membership. What the person did stays; what they may do ends with their next request. */
export function remove(caller: Caller, workspace: string, userId: string): Promise<Result<null, Failure>> {
  return command(caller, workspace, async (inside) => {
    const { tx, at, journal } = inside;
    const found = await manageable(inside, userId, null);
    if (!found.ok) return found;
    const { member, permit } = found.value;
    if (member.role === "owner") return fail(ownerStays);
    await returnAllOf(inside, userId);
    await store.removeMember(tx, permit, userId, at);
    journal.audit({
      action: "member.removed",
      objectType: "member",
      objectId: userId,
      detail: { role: member.role },
    });
    journal.announce({ kind: "member.removed", articleId: null, objectId: userId, payload: {} });
    return ok(null);
  });
}

const ownerStays: Failure = {
  kind: "conflict",
  code: "last-owner",
  detail: "A workspace always has an owner. Give ownership to another member first.",
};

async function manageable(
  { tx, actor, permit }: Inside,
  userId: string,
  grants: Role | null,
): Promise<Result<{ member: store.MemberRow; permit: Permit<"member:manage"> }, Failure>> {
  // The giver first, and anew: of two transfers at once the second finds that ownership has gone.
  const giver = grants === "owner" ? await store.memberForUpdate(tx, permit, actor.userId) : null;
  if (grants === "owner" && giver?.role !== "owner") return fail(notFound("member"));
  const member = await store.memberForUpdate(tx, permit, userId);
  if (!member) return fail(notFound("member"));
  const allowed = authorize("member:manage", actor, { workspaceId: actor.workspaceId, member, grants });
  return allowed.ok ? ok({ member, permit: allowed.value }) : fail(notFound("member"));
}

function present({ userId, name, email, role, createdAt }: store.MemberRow): Member {
  return { userId, name, email, role, createdAt: createdAt.toISOString() };
}
