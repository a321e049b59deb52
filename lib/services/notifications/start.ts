import { systemClock } from "#lib/platform/clock.ts";
import { log } from "#lib/platform/log.ts";
import { canSendLetters } from "../identity/letters.ts";
import { sendDueLetters } from "./letters.ts";

const EVERY_MS = 20_000;

/** Looks for letters that are due, for as long as the process lives; where no mail server is set, not at all. */
export function startLetters(): void {
  if (!canSendLetters()) return;
  let isBusy = false;
  const look = async () => {
    if (isBusy) return;
    isBusy = true;
    try {
      await sendDueLetters(systemClock());
    } catch (error) {
      log().error({ err: error }, "letters could not be written");
    } finally {
      isBusy = false;
    }
  };
  setInterval(() => void look(), EVERY_MS).unref();
}
