import type { Role } from "#core/review/state.ts";
import { database } from "../client.ts";

export type Standing = { readonly userId: string; readonly workspaceId: string; readonly role: Role };

/** Which of these sessions (by hash) and tokens (by id) still stand. */
export async function liveCredentials(
  sessions: readonly string[],
  tokens: readonly string[],
  at: Date,
): Promise<ReadonlySet<string>> {
  const rows = await database().$queryRaw<{ id: string }[]>`
    select id_hash as id from sessions
    where id_hash = any(${[...sessions]}) and revoked_at is null and expires_at > ${at}
    union all
    select id::text from api_tokens
    where id = any(${[...tokens]}::uuid[]) and revoked_at is null and (expires_at is null or expires_at > ${at})`;
  return new Set(rows.map((row) => row.id));
}

/** The memberships these people have in these workspaces now. */
export function standingsOf(
  userIds: readonly string[],
  workspaceIds: readonly string[],
): Promise<Standing[]> {
  return database().$queryRaw<Standing[]>`
    select user_id::text as "userId", workspace_id::text as "workspaceId", role::text as role from memberships
    where user_id = any(${[...userIds]}::uuid[]) and workspace_id = any(${[...workspaceIds]}::uuid[])
      and removed_at is null`;
}
