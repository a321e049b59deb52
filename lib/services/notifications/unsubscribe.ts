import { systemPermit } from "#lib/authz/system.ts";
import { isMemberHere } from "#lib/db/identity/members.ts";
import { appendJournal } from "#lib/db/journal.ts";
import { preferenceOf, savePreference } from "#lib/db/notifications.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { authSecret } from "#lib/platform/secrets.ts";
import { isSignedBy, keyFor, sign } from "#lib/platform/signature.ts";

type Reader = { readonly workspaceId: string; readonly userId: string };

/** Two UUIDs and a signature, as they stand in an address. */
const TOKEN = /^([\w-]{43})\.([\w-]{43})$/u;
const UUID_PAIR = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/u;

function key(): Uint8Array {
  const { NEXTAUTH_SECRET: given, dataDir } = environment();
  return keyFor(authSecret({ given, dataDir }), "sourceline unsubscribe");
}

/**
 * What stands in the address that switches somebody's letters off: whose they are, signed. Whoever holds it can do
 * nothing else with it, and learns nothing by it.
 */
export function unsubscribeToken({ workspaceId, userId }: Reader): string {
  const ids = Buffer.from((workspaceId + userId).replaceAll("-", ""), "hex").toString("base64url");
  return `${ids}.${sign(key(), ids)}`;
}

/** Whether a text is written as such tokens are, whoever it may name: a link that was cut short is not. */
export function isTokenShaped(text: string): boolean {
  return TOKEN.test(text);
}

function readerOf(token: string): Reader | null {
  const [, ids = "", signature = ""] = TOKEN.exec(token) ?? [];
  if (!isSignedBy(key(), ids, signature)) return null;
  const hex = Buffer.from(ids, "base64url").toString("hex");
  const uuid = (text: string) => text.replace(UUID_PAIR, "$1-$2-$3-$4-$5");
  return { workspaceId: uuid(hex.slice(0, 32)), userId: uuid(hex.slice(32)) };
}

/** Switches letters off for whoever the token names; a token that names nobody does nothing, and nobody is told. */
export async function unsubscribe(token: string): Promise<void> {
  const reader = readerOf(token);
  if (!reader) return;
  const { workspaceId, userId } = reader;
  const permit = systemPermit("jobs", workspaceId);
  await inWorkspace(permit, async (tx) => {
    if (!(await isMemberHere(tx, permit, userId))) return;
    // A letter's address can be asked for as often as anybody likes: only the first time is something that happened.
    if ((await preferenceOf(tx, permit, userId))?.email === "off") return;
    const at = systemClock();
    await savePreference(tx, permit, userId, { email: "off" }, at);
    const entry = {
      action: "notifications.unsubscribe",
      objectType: "user",
      objectId: userId,
      detail: {},
    };
    await appendJournal(tx, workspaceId, null, at, [entry], []);
  });
}
