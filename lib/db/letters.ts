import type { Role } from "#core/review/state.ts";
import type { SystemPermit } from "#lib/authz/system.ts";
import type { Tx } from "./client.ts";
import { type PreferenceRow, stillSeen } from "./notifications.ts";

type Permit = SystemPermit<string>;

/** Somebody with notifications that no letter has told. */
export type Addressee = {
  readonly userId: string;
  readonly email: string;
  readonly role: Role;
  readonly oldest: Date;
};
export type KeptWish = PreferenceRow & { readonly lastDigestAt: Date | null };

/** A notification as a letter tells it: no words of anything but the article's title. */
export type ToldByLetter = {
  readonly id: string;
  readonly kind: string;
  readonly actorName: string | null;
  readonly articleId: string | null;
  readonly articleTitle: string | null;
  readonly claimId: string | null;
  readonly commentId: string | null;
  readonly detail: { readonly [key: string]: string };
};

/** Workspaces where some notification waits to be mailed, or to be found in no need of it. */
export async function allWorkspaces(tx: Tx): Promise<{ id: string; slug: string; name: string }[]> {
  return tx.workspace.findMany({ select: { id: true, slug: true, name: true } });
}

/** What was read meanwhile, and what its person wants no letter of or may no longer know, is never mailed. */
export async function settleUnmailed(tx: Tx, { workspaceId }: Permit, at: Date): Promise<void> {
  await tx.$executeRaw`
    update notifications n set mailed_at = ${at}
    where n.workspace_id = ${workspaceId}::uuid and n.mailed_at is null and (n.read_at is not null
      or exists (select from notification_preferences p
        where p.workspace_id = n.workspace_id and p.user_id = n.user_id and p.email = 'off')
      or not exists (select from memberships m join users u on u.id = m.user_id
        where m.workspace_id = n.workspace_id and m.user_id = n.user_id and m.removed_at is null and not u.sample_only))`;
}

export function addressees(tx: Tx, { workspaceId }: Permit): Promise<Addressee[]> {
  return tx.$queryRaw<Addressee[]>`
    select n.user_id::text as "userId", u.email, m.role::text as role, min(n.created_at) as oldest
    from notifications n
    join memberships m on m.workspace_id = n.workspace_id and m.user_id = n.user_id and m.removed_at is null
    join users u on u.id = n.user_id
    where n.workspace_id = ${workspaceId}::uuid and n.mailed_at is null and n.read_at is null
    group by n.user_id, u.email, m.role`;
}

/** What somebody wants, held until the transaction ends; null while another process writes to them. */
export async function holdWish(tx: Tx, { workspaceId }: Permit, userId: string): Promise<KeptWish | null> {
  await tx.$executeRaw`
    insert into notification_preferences (workspace_id, user_id) values (${workspaceId}::uuid, ${userId}::uuid)
    on conflict do nothing`;
  const [wish] = await tx.$queryRaw<KeptWish[]>`
    select email::text, digest_hour as "digestHour", quiet_from as "quietFrom", quiet_to as "quietTo",
      time_zone as "timeZone", last_digest_at as "lastDigestAt"
    from notification_preferences
    where workspace_id = ${workspaceId}::uuid and user_id = ${userId}::uuid for update skip locked`;
  return wish ?? null;
}

/** Marks what a letter will tell; what its person lost sight of is marked too, and left out. */
export async function takeForLetter(
  tx: Tx,
  { workspaceId }: Permit,
  { userId, role }: Pick<Addressee, "userId" | "role">,
  at: Date,
): Promise<ToldByLetter[]> {
  const rows = await tx.$queryRaw<(ToldByLetter & { isSeen: boolean })[]>`
    with taken as (select id from notifications
      where workspace_id = ${workspaceId}::uuid and user_id = ${userId}::uuid and mailed_at is null and read_at is null
      order by created_at, id for update skip locked)
    update notifications n set mailed_at = ${at} from taken
    where n.workspace_id = ${workspaceId}::uuid and n.id = taken.id
    returning n.id::text, n.kind, (select u.name from users u where u.id = n.actor_id) as "actorName",
      n.article_id::text as "articleId",
      (select a.title from articles a where a.workspace_id = n.workspace_id and a.id = n.article_id) as "articleTitle",
      n.claim_id::text as "claimId", n.comment_id::text as "commentId", n.detail,
      ${stillSeen({ actorId: userId, role })} as "isSeen"`;
  // Ids are made in the order of time.
  return rows.filter((row) => row.isSeen).toSorted((a, b) => a.id.localeCompare(b.id));
}

export async function rememberDigest(
  tx: Tx,
  { workspaceId }: Permit,
  userId: string,
  lastDigestAt: Date | null,
): Promise<void> {
  await tx.notificationPreference.updateMany({ where: { workspaceId, userId }, data: { lastDigestAt } });
}

/** The letter did not go out: what it told waits for another. */
export async function giveBack(tx: Tx, { workspaceId }: Permit, ids: readonly string[]): Promise<void> {
  await tx.notification.updateMany({
    where: { workspaceId, id: { in: [...ids] } },
    data: { mailedAt: null },
  });
}
