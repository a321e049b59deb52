/** Minutes after midnight ↔ "22:30", as a time field has it. */
export function clockOf(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Null for what is no time of day. */
export function minutesOf(clock: string): number | null {
  const found = /^([01]\d|2[0-3]):([0-5]\d)/u.exec(clock);
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}
