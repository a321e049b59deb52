import { database } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type TokenRow = {
  id: string;
  userId: string;
  name: string;
  hint: string;
  scopes: string[];
  createdAt: Date;
  expiresAt: Date | null;
  lastUsedAt: Date | null;
};

const columns = {
  id: true,
  userId: true,
  name: true,
  hint: true,
  scopes: true,
  createdAt: true,
  expiresAt: true,
  lastUsedAt: true,
} as const;

export async function insertToken(row: Omit<TokenRow, "lastUsedAt"> & { tokenHash: string }): Promise<void> {
  await inIdentity((tx) => tx.apiToken.create({ data: row }));
}

/** The token unless it was revoked, its time over or not; asked on every request that sends one. */
export async function standingToken(tokenHash: string): Promise<TokenRow | null> {
  const [row] = await database().$queryRaw<TokenRow[]>`
    select id, user_id as "userId", name, hint, scopes, created_at as "createdAt", expires_at as "expiresAt",
      last_used_at as "lastUsedAt"
    from api_tokens
    where token_hash = ${tokenHash} and revoked_at is null`;
  return row ?? null;
}

/** Of many requests at once that find it unused since then, one writes. */
export async function touchToken(id: string, at: Date, before: Date): Promise<void> {
  await database().$executeRaw`
    update api_tokens set last_used_at = ${at}
    where id = ${id}::uuid and (last_used_at is null or last_used_at < ${before})`;
}

export function tokensOf(userId: string, take: number, after: string | undefined): Promise<TokenRow[]> {
  const older = after === undefined ? {} : { id: { lt: after } };
  return database().apiToken.findMany({
    where: { userId, revokedAt: null, ...older },
    orderBy: { id: "desc" },
    select: columns,
    take,
  });
}

/** False when this user has no such token that stands. */
export async function revokeToken(userId: string, id: string, at: Date): Promise<boolean> {
  const { count } = await inIdentity((tx) =>
    tx.apiToken.updateMany({ where: { userId, id, revokedAt: null }, data: { revokedAt: at } }),
  );
  return count > 0;
}
