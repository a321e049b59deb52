const DAY = 86_400_000;

const nearby = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short" });
const far = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric" });

export type Due = { readonly words: string; readonly isOverdue: boolean };

/** When something is due, in words that need no colour: "due tomorrow", "overdue by 3 days". */
export function dueOf(dueAt: string, now: Date): Due {
  const due = new Date(dueAt);
  const days = dayOf(due) - dayOf(now);
  if (due.getTime() >= now.getTime()) return { words: `due ${dayWords(due, now, days)}`, isOverdue: false };
  if (days === 0) return { words: "overdue since today", isOverdue: true };
  return { words: `overdue by ${-days === 1 ? "1 day" : `${-days} days`}`, isOverdue: true };
}

function dayWords(due: Date, now: Date, days: number): string {
  if (days === 0) return "today";
  if (days === 1) return "tomorrow";
  return (due.getFullYear() === now.getFullYear() ? nearby : far).format(due);
}

/** Calendar days where the reader is: what is due on Monday is due on their Monday. */
function dayOf(time: Date): number {
  return Math.round(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / DAY);
}

/** The end of a day as a date field writes it (`2031-05-01`), where the writer is; null for no day. */
export function endOfDay(day: string): string | null {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || !month || !date) return null;
  return new Date(year, month - 1, date, 23, 59, 59).toISOString();
}
