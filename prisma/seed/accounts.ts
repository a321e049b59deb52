import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { inIdentity } from "#lib/db/transaction.ts";
import { environment } from "#lib/platform/environment.ts";
import { newId } from "#lib/platform/ids.ts";
import { hashPassword } from "#lib/platform/password.ts";
import { randomToken } from "#lib/platform/random.ts";
import type { Caller } from "#lib/services/caller.ts";
import { sample } from "./sample/index.ts";
import type { AccountKey } from "./sample/shape.ts";

export type Callers = Readonly<Record<AccountKey, Caller>>;

const accountsFile = () => join(environment().dataDir, "sample-accounts.txt");

/** Makes the sample's people with random passwords, kept in the data folder for its owner's eyes only. */
export async function makeAccounts(workspaceId: string): Promise<Callers> {
  const made = await Promise.all(
    sample.accounts.map(async (account) => {
      const password = randomToken(12);
      return { ...account, id: newId(), password, passwordHash: await hashPassword(password) };
    }),
  );
  await inIdentity(async (tx) => {
    await tx.user.createMany({
      data: made.map(({ id, email, name, passwordHash }) => ({
        id,
        email,
        name,
        passwordHash,
        sampleOnly: true,
      })),
    });
    await tx.membership.createMany({ data: made.map(({ id, role }) => ({ workspaceId, userId: id, role })) });
  });
  keep(made.map(({ email, password, role }) => `${email}  ${password}  (${role})`).join("\n"));
  const callers = made.map(({ key, id }) => [key, callerOf(id)] as const);
  return Object.fromEntries(callers) as Callers; // Every account of the sample has one of the three keys.
}

const callerOf = (userId: string): Caller => ({ principal: { userId, via: "system", scopes: null } });

function keep(lines: string): void {
  const file = accountsFile();
  writeFileSync(file, `${lines}\n`, { mode: 0o600 });
  // `mode` counts only for a new file.
  chmodSync(file, 0o600);
}

/** E-mail, password and role of each, a line each; null when there is no sample or its file is gone. */
export function keptAccounts(): { readonly file: string; readonly lines: readonly string[] } | null {
  const file = accountsFile();
  if (!existsSync(file)) return null;
  return { file, lines: readFileSync(file, "utf8").trim().split("\n") };
}
