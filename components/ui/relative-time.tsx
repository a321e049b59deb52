"use client";
import { useEffect, useState } from "react";

const units = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

const relative = new Intl.RelativeTimeFormat("en", { numeric: "auto" });
const inUtc = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeZone: "UTC" });

export function agoOf(at: number, now: number): string {
  const seconds = Math.round((at - now) / 1000);
  const unit = units.find(([, size]) => Math.abs(seconds) >= size);
  return unit ? relative.format(Math.trunc(seconds / unit[1]), unit[0]) : "just now";
}

/** The server and the first paint show the UTC date, which both know; "3 hours ago" follows once mounted. */
export function RelativeTime({ at }: { at: string }) {
  const time = Date.parse(at);
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    const tick = () => setNow(Date.now());
    tick();
    const timer = setInterval(tick, 30_000);
    return () => clearInterval(timer);
  }, []);
  if (Number.isNaN(time)) return null;
  const exact = now === null ? undefined : new Date(time).toLocaleString();
  return (
    <time dateTime={at} title={exact} style={{ whiteSpace: "nowrap" }}>
      {now === null ? inUtc.format(time) : agoOf(time, now)}
    </time>
  );
}
