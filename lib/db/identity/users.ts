import { database } from "../client.ts";
import { inIdentity } from "../transaction.ts";

export type UserRow = {
  id: string;
  email: string;
  name: string;
  passwordHash: string | null;
  sampleOnly: boolean;
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
