import { database } from "../client.ts";

/** The member with most rights in a workspace, the longest-standing of equals: on whose behalf the command line works. */
export async function strongestMember(workspace: string, email: string | null): Promise<string | null> {
  const [row] = await database().$queryRaw<{ userId: string }[]>`
    select m.user_id::text as "userId"
    from memberships m join workspaces w on w.id = m.workspace_id join users u on u.id = m.user_id
    where m.removed_at is null and (w.id::text = ${workspace} or w.slug = ${workspace})
      and (${email}::text is null or u.email = ${email})
    order by m.role desc, m.created_at, m.user_id limit 1`;
  return row?.userId ?? null;
}
