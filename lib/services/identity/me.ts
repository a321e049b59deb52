import { fail, ok, type Result } from "#core/result.ts";
import type { Me } from "#lib/contracts/workspaces.ts";
import { accountsOf } from "#lib/db/identity/accounts.ts";
import { membershipsOf } from "#lib/db/identity/memberships.ts";
import { renameUser, userById } from "#lib/db/identity/users.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";

/** The caller, and the workspaces they belong to. */
export async function read({ principal }: Caller): Promise<Result<Me, Failure>> {
  const [user, memberships] = await Promise.all([
    userById(principal.userId),
    membershipsOf(principal.userId),
  ]);
  if (!user) return fail(notFound("account"));
  const workspaces = memberships.map(({ workspaceId, createdAt, ...rest }) => ({
    id: workspaceId,
    ...rest,
    createdAt: createdAt.toISOString(),
  }));
  return ok({ id: user.id, email: user.email, name: user.name, workspaces });
}

export async function rename(caller: Caller, name: string): Promise<Result<Me, Failure>> {
  await renameUser(caller.principal.userId, name.trim());
  return read(caller);
}

export type AccountPage = Pick<Me, "name" | "email"> & {
  readonly hasPassword: boolean;
  /** Ids of the providers whose accounts are linked. */
  readonly linked: readonly string[];
};

/** What the page of one's own account shows. */
export async function accountPage({ principal }: Caller): Promise<Result<AccountPage, Failure>> {
  const [user, linked] = await Promise.all([userById(principal.userId), accountsOf(principal.userId)]);
  if (!user) return fail(notFound("account"));
  return ok({ name: user.name, email: user.email, hasPassword: user.passwordHash !== null, linked });
}
