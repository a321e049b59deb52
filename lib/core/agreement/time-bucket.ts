/** What one point of a course over time is. */
export type Bucket = "month" | "week";

const DAY = 86_400_000;

/** The month ("2026-03") or ISO 8601 week ("2026-W09") of a time in ISO 8601, in UTC. */
export function bucketOf(time: string, bucket: Bucket): string {
  const date = new Date(time);
  if (bucket === "month") return date.toISOString().slice(0, 7);
  // A week belongs to the year in which its Thursday is.
  const weekday = (date.getUTCDay() + 6) % 7;
  const thursday = new Date(date.getTime() + (3 - weekday) * DAY);
  const year = thursday.getUTCFullYear();
  const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / (7 * DAY));
  return `${year}-W${String(week).padStart(2, "0")}`;
}
