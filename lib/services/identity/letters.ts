import { fail, ok, type Result } from "#core/result.ts";
import { countOneTime, type OneTimePurpose } from "#lib/db/identity/one-time-tokens.ts";
import { systemClock } from "#lib/platform/clock.ts";
import { environment } from "#lib/platform/environment.ts";
import { log } from "#lib/platform/log.ts";
import { createMailer, type Letter, type Mailer } from "#lib/platform/mail.ts";
import { type Failure, invalid } from "../failure.ts";
import { emailAddress } from "./email.ts";

const QUARTER_HOUR = 900_000;
/** More than this to one address in a quarter of an hour is somebody filling a mailbox. */
const MOST_LETTERS = 3;

let known: Mailer | null | undefined;

function mailer(): Mailer | null {
  const { SMTP_URL: smtpUrl, MAIL_FROM: from } = environment();
  if (known === undefined) known = createMailer({ smtpUrl, from });
  return known;
}

/** Whether letters can be sent; without it links are copied by hand. */
export function canSendLetters(): boolean {
  return mailer() !== null;
}

/** Sends a letter when that is possible; true when the mail server took it. */
export async function sendLetter(letter: Letter): Promise<boolean> {
  try {
    await mailer()?.send(letter);
    return mailer() !== null;
  } catch (error) {
    log().warn({ err: error }, "a letter could not be sent");
    return false;
  }
}

/** Writes to an address that somebody typed in, without telling them whether it is known. */
export function letterTo(
  rawEmail: string,
  purpose: OneTimePurpose,
  write: (email: string) => Promise<Omit<Letter, "to"> | null>,
): Result<null, Failure> {
  if (!canSendLetters()) {
    const detail = "This installation sends no e-mail. Ask an admin of your workspace for a link.";
    return fail({ kind: "conflict", code: "no-mail", detail });
  }
  const email = emailAddress(rawEmail);
  if (!email) return fail(invalid("/email", "must be one plain e-mail address"));
  void deliver(email, purpose, write).catch((error) =>
    log().error({ err: error }, "a letter was not written"),
  );
  return ok(null);
}

async function deliver(
  email: string,
  purpose: OneTimePurpose,
  write: (email: string) => Promise<Omit<Letter, "to"> | null>,
): Promise<void> {
  const since = new Date(systemClock().getTime() - QUARTER_HOUR);
  if ((await countOneTime(purpose, email, since)) >= MOST_LETTERS) return;
  const letter = await write(email);
  if (letter) await sendLetter({ to: email, ...letter });
}
