import type { Tx } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export const oneTimePurposes = ["first-owner", "password", "sign-in"] as const;
export type OneTimePurpose = (typeof oneTimePurposes)[number];

export type OneTimeRow = {
  readonly tokenHash: string;
  readonly purpose: OneTimePurpose;
  readonly email: string;
  readonly userId: string | null;
  readonly createdAt: Date;
  readonly expiresAt: Date;
};

/** Stores a new one and voids those before it: the newest link is the only one that works. */
export async function replaceOneTime(row: OneTimeRow): Promise<void> {
  const { purpose, email, createdAt } = row;
  await inIdentity(async (tx) => {
    await tx.oneTimeToken.updateMany({
      where: { purpose, email, usedAt: null },
      data: { usedAt: createdAt },
    });
    await tx.oneTimeToken.create({ data: row });
  });
}

/** How many were made for an address since a moment, so that nobody's mailbox is filled by another. */
export function countOneTime(purpose: OneTimePurpose, email: string, since: Date): Promise<number> {
  return inIdentity((tx) => tx.oneTimeToken.count({ where: { purpose, email, createdAt: { gt: since } } }));
}

/** Whom a link is for, without using it up. */
export async function findOneTime(
  tokenHash: string,
  purpose: OneTimePurpose,
  at: Date,
): Promise<{ email: string; userId: string | null } | null> {
  return inIdentity((tx) =>
    tx.oneTimeToken.findFirst({
      where: { tokenHash, purpose, usedAt: null, expiresAt: { gt: at } },
      select: { email: true, userId: true },
    }),
  );
}

/** Uses a link up; null when it is unknown, used or over. Of two at the same moment one gets it. */
export async function takeOneTime(
  tx: Tx,
  tokenHash: string,
  purpose: OneTimePurpose,
  at: Date,
): Promise<{ email: string; userId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ email: string; userId: string | null }[]>`
    update one_time_tokens set used_at = ${at}
    where token_hash = ${tokenHash} and purpose = ${purpose} and used_at is null and expires_at > ${at}
    returning email, user_id::text as "userId"`;
  return row ?? null;
}
