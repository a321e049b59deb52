import { database, type Tx } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type UserRow = {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly passwordHash: string | null;
  readonly sampleOnly: boolean;
};

const columns = { id: true, email: true, name: true, passwordHash: true, sampleOnly: true } as const;

/** E-mail addresses are stored in the one spelling `emailAddress` gives. */
export function userByEmail(email: string): Promise<UserRow | null> {
  return database().user.findUnique({ where: { email }, select: columns });
}

export function userById(id: string): Promise<UserRow | null> {
  return database().user.findUnique({ where: { id }, select: columns });
}

export async function renameUser(id: string, name: string): Promise<void> {
  await inIdentity((tx) => tx.user.update({ where: { id }, data: { name } }));
}

export type NewUser = Omit<UserRow, "sampleOnly"> & { readonly emailVerifiedAt?: Date };

/** False, and nothing done, when the address has an account. */
export async function insertUser(tx: Tx, user: NewUser): Promise<boolean> {
  const { count } = await tx.user.createMany({ data: [user], skipDuplicates: true });
  return count === 1;
}

/** A new password, and the end of every session but the named one: whoever had the old one is out. */
export async function replacePassword(
  tx: Tx,
  userId: string,
  passwordHash: string,
  sessions: { readonly at: Date; readonly except?: string | undefined },
): Promise<void> {
  await tx.user.update({ where: { id: userId }, data: { passwordHash } });
  const spared = sessions.except === undefined ? {} : { idHash: { not: sessions.except } };
  await tx.session.updateMany({
    where: { userId, revokedAt: null, ...spared },
    data: { revokedAt: sessions.at },
  });
}
