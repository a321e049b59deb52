import { type SystemPermit, systemPermit } from "#lib/authz/system.ts";
import * as db from "#lib/db/letters.ts";
import { inIdentity, inWorkspace } from "#lib/db/transaction.ts";
import { environment } from "#lib/platform/environment.ts";
import type { Letter } from "#lib/platform/mail.ts";
import { sendLetter } from "../identity/letters.ts";
import { compose } from "./compose.ts";
import { isDue } from "./due.ts";
import { unsubscribeToken } from "./unsubscribe.ts";

type Permit = SystemPermit<string>;
type Desk = { readonly id: string; readonly slug: string; readonly name: string };
/** True when the mail server took it. */
type Send = (letter: Letter) => Promise<boolean>;

/**
 * Writes to everybody whose letter is due, in all workspaces; answers how many went out. What a letter tells is
 * marked before it is sent, so that nothing is mailed twice, by this process or another; a refused letter's waits on.
 */
export async function sendDueLetters(now: Date, send: Send = sendLetter): Promise<number> {
  let sent = 0;
  for (const desk of await inIdentity(db.allWorkspaces)) sent += await writeFrom(desk, now, send);
  return sent;
}

async function writeFrom(desk: Desk, now: Date, send: Send): Promise<number> {
  const permit = systemPermit("jobs", desk.id);
  const waiting = await inWorkspace(permit, async (tx) => {
    await db.settleUnmailed(tx, permit, now);
    return db.addressees(tx, permit);
  });
  let sent = 0;
  for (const addressee of waiting) {
    const taken = await take(permit, addressee, now);
    if (taken.told.length === 0) continue;
    const token = unsubscribeToken({ workspaceId: desk.id, userId: addressee.userId });
    const base = environment().publicUrl;
    const letter = compose(desk, taken.told, { base, unsubscribe: `${base}/unsubscribe/${token}` });
    if (await send({ to: addressee.email, ...letter })) sent += 1;
    else await release(permit, addressee, taken);
  }
  return sent;
}

type Taken = { readonly told: readonly db.ToldByLetter[]; readonly lastDigestAt: Date | null };

/** What is to be told now, marked as told; nothing while it is not the time, or another process is at it. */
function take(permit: Permit, addressee: db.Addressee, now: Date): Promise<Taken> {
  return inWorkspace(permit, async (tx) => {
    const wish = await db.holdWish(tx, permit, addressee.userId);
    if (!wish || !isDue(wish, addressee.oldest, now)) return { told: [], lastDigestAt: null };
    const told = await db.takeForLetter(tx, permit, addressee, now);
    if (wish.email === "digest") await db.rememberDigest(tx, permit, addressee.userId, now);
    return { told, lastDigestAt: wish.lastDigestAt };
  });
}

function release(permit: Permit, { userId }: db.Addressee, { told, lastDigestAt }: Taken): Promise<void> {
  return inWorkspace(permit, async (tx) => {
    const ids = told.map(({ id }) => id);
    await db.giveBack(tx, permit, ids);
    await db.rememberDigest(tx, permit, userId, lastDigestAt);
  });
}
