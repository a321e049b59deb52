import { database } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type SessionRow = {
  idHash: string;
  userId: string;
  createdAt: Date;
  lastSeenAt: Date;
  expiresAt: Date;
  userAgent: string | null;
};

export async function insertSession(row: SessionRow): Promise<void> {
  await inIdentity((tx) => tx.session.create({ data: row }));
}

/** The session if it still stands; asked on every request, so it is one statement. */
export async function liveSession(idHash: string, at: Date, idleSince: Date): Promise<SessionRow | null> {
  const [row] = await database().$queryRaw<SessionRow[]>`
    select id_hash as "idHash", user_id as "userId", created_at as "createdAt", last_seen_at as "lastSeenAt",
      expires_at as "expiresAt", user_agent as "userAgent"
    from sessions where id_hash = ${idHash} and revoked_at is null and expires_at > ${at} and last_seen_at > ${idleSince}`;
  return row ?? null;
}

export async function touchSession(idHash: string, at: Date): Promise<void> {
  await database().$executeRaw`update sessions set last_seen_at = ${at} where id_hash = ${idHash}`;
}

export async function sessionsOf(userId: string, at: Date, idleSince: Date): Promise<SessionRow[]> {
  return database().session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at }, lastSeenAt: { gt: idleSince } },
    orderBy: { lastSeenAt: "desc" },
    omit: { revokedAt: true },
    take: 500,
  });
}

/** Ends one session of this user; false when there is no such one to end. */
export async function revokeSession(userId: string, idHash: string, at: Date): Promise<boolean> {
  const { count } = await inIdentity((tx) =>
    tx.session.updateMany({ where: { userId, idHash, revokedAt: null }, data: { revokedAt: at } }),
  );
  return count > 0;
}

/** Ends all sessions of this user but the named one. */
export async function revokeSessions(userId: string, at: Date, except?: string): Promise<number> {
  const spared = except === undefined ? {} : { idHash: { not: except } };
  const { count } = await inIdentity((tx) =>
    tx.session.updateMany({ where: { userId, revokedAt: null, ...spared }, data: { revokedAt: at } }),
  );
  return count;
}
