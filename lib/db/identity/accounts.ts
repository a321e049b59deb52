import type { Tx } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type ExternalAccount = { readonly provider: string; readonly providerAccountId: string };

/** The person an external account is linked to. */
export async function userOfAccount({
  provider,
  providerAccountId,
}: ExternalAccount): Promise<string | null> {
  const row = await inIdentity((tx) =>
    tx.account.findUnique({
      where: { provider_providerAccountId: { provider, providerAccountId } },
      select: { userId: true },
    }),
  );
  return row?.userId ?? null;
}

/** False, and nothing done, when the account is linked to somebody. */
export async function linkAccount(tx: Tx, account: ExternalAccount, userId: string): Promise<boolean> {
  const { provider, providerAccountId } = account;
  const data = [{ provider, providerAccountId, userId }];
  const { count } = await tx.account.createMany({ data, skipDuplicates: true });
  return count === 1;
}

export async function accountsOf(userId: string): Promise<string[]> {
  const rows = await inIdentity((tx) =>
    tx.account.findMany({ where: { userId }, select: { provider: true }, orderBy: { provider: "asc" } }),
  );
  return rows.map((row) => row.provider);
}

/** False when there is none of that provider. */
export async function unlinkAccount(userId: string, provider: string): Promise<boolean> {
  const { count } = await inIdentity((tx) => tx.account.deleteMany({ where: { userId, provider } }));
  return count > 0;
}
