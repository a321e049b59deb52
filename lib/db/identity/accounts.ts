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

export async function linkAccount(tx: Tx, account: ExternalAccount, userId: string): Promise<void> {
  const { provider, providerAccountId } = account;
  await tx.account.create({ data: { provider, providerAccountId, userId } });
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
