import { inIdentity } from "./transaction.ts";

/** Remembers a public key; it is never forgotten, for manifests outlive the secret that made it. */
export async function keepPublicKey({ id, x }: { readonly id: string; readonly x: string }): Promise<void> {
  await inIdentity(
    (tx) => tx.$executeRaw`
    insert into signing_keys (id, public_key) values (${id}, ${x}) on conflict do nothing`,
  );
}

/** Every public key that manifests were signed with, oldest first. */
export async function publicKeys(): Promise<{ id: string; x: string }[]> {
  return inIdentity(
    (tx) => tx.$queryRaw`select id, public_key as x from signing_keys order by created_at, id`,
  );
}
