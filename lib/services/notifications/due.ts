/** How somebody wants to be told by e-mail, and when they last were. */
export type Wish = {
  readonly email: "off" | "digest" | "at_once";
  readonly digestHour: number;
  /** Minutes after midnight; equal to `quietTo` for no quiet hours. */
  readonly quietFrom: number;
  readonly quietTo: number;
  readonly timeZone: string;
  readonly lastDigestAt: Date | null;
};

/** What is done in one go is one letter. */
const BURST_MS = 60_000;
const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Whether a letter goes out now, to somebody whose oldest untold notification is of `oldest`. At once: a minute after
 * it. Once a day: at their hour, of what came before it. Never within quiet hours, and never when off.
 */
export function isDue(wish: Wish, oldest: Date, now: Date): boolean {
  if (wish.email === "off" || isQuiet(wish, now)) return false;
  if (wish.email === "at_once") return now.getTime() - oldest.getTime() >= BURST_MS;
  const hour = lastHour(wish, now);
  return oldest < hour && (wish.lastDigestAt === null || wish.lastDigestAt < hour);
}

/** Quiet hours may go over midnight. */
function isQuiet({ quietFrom, quietTo, timeZone }: Wish, now: Date): boolean {
  const local = new Date(localTime(now.getTime(), timeZone));
  const minute = local.getUTCHours() * 60 + local.getUTCMinutes();
  if (quietFrom <= quietTo) return quietFrom <= minute && minute < quietTo;
  return minute >= quietFrom || minute < quietTo;
}

/** When it last was the digest's hour where they are. */
function lastHour({ digestHour, timeZone }: Wish, now: Date): Date {
  const local = localTime(now.getTime(), timeZone);
  const today = local - (((local % DAY_MS) + DAY_MS) % DAY_MS) + digestHour * 60 * MINUTE_MS;
  const hour = instantOf(today, timeZone);
  return new Date(hour <= now.getTime() ? hour : instantOf(today - DAY_MS, timeZone));
}

/**
 * The instant at which clocks there show `local`: of two, when they are put back, the first; where they are put
 * forward over it, as much later.
 */
function instantOf(local: number, timeZone: string): number {
  const before = localTime(local - DAY_MS, timeZone) - (local - DAY_MS);
  const after = localTime(local + DAY_MS, timeZone) - (local + DAY_MS);
  const found = [local - before, local - after].filter((at) => localTime(at, timeZone) === local);
  return found.length > 0 ? Math.min(...found) : local - before;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** What clocks in a time zone show, as if it were UTC; to the second. */
function localTime(at: number, timeZone: string): number {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat("en-GB", {
      timeZone,
      calendar: "iso8601",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
  formats.set(timeZone, format);
  const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}
