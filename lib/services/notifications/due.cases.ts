import type { Wish } from "./due.ts";

export type DueCase = readonly [why: string, wish: Partial<Wish>, oldest: string, now: string, due: boolean];

const atOnce = { email: "at_once" } as const;
const night = { ...atOnce, quietFrom: 22 * 60, quietTo: 7 * 60 };
const madrid = { email: "digest", timeZone: "Europe/Madrid", digestHour: 7 } as const;
const newYork = { email: "digest", timeZone: "America/New_York" } as const;
const last = (at: string) => ({ lastDigestAt: new Date(at) });

/** Times are UTC. Clocks: Madrid forward 29 March 2026 01:00, back 25 October 01:00; New York forward 8 March 07:00. */
export const dueCases: readonly DueCase[] = [
  ["off", { email: "off" }, "2026-01-01T00:00:00Z", "2026-06-01T12:00:00Z", false],

  ["at once, in the minute", atOnce, "2026-01-01T12:00:00Z", "2026-01-01T12:00:59Z", false],
  ["at once, after the minute", atOnce, "2026-01-01T12:00:00Z", "2026-01-01T12:01:00Z", true],
  ["quiet before midnight", night, "2026-01-01T12:00:00Z", "2026-01-01T22:00:00Z", false],
  ["quiet after midnight", night, "2026-01-01T12:00:00Z", "2026-01-02T06:59:59Z", false],
  ["just before quiet hours", night, "2026-01-01T12:00:00Z", "2026-01-01T21:59:59Z", true],
  ["when quiet hours end", night, "2026-01-01T23:00:00Z", "2026-01-02T07:00:00Z", true],
  [
    "quiet by day",
    { ...atOnce, quietFrom: 540, quietTo: 600 },
    "2026-01-01T08:00:00Z",
    "2026-01-01T09:30:00Z",
    false,
  ],
  [
    "after quiet hours by day",
    { ...atOnce, quietFrom: 540, quietTo: 600 },
    "2026-01-01T08:00:00Z",
    "2026-01-01T10:00:00Z",
    true,
  ],
  [
    "quiet where they are",
    { ...night, timeZone: "Asia/Tokyo" },
    "2026-01-01T12:00:00Z",
    "2026-01-01T13:30:00Z",
    false,
  ],
  [
    "not quiet where they are",
    { ...night, timeZone: "Asia/Tokyo" },
    "2026-01-01T12:00:00Z",
    "2026-01-01T22:30:00Z",
    true,
  ],
  [
    "quiet at half an hour's zone",
    { ...night, timeZone: "Asia/Kolkata" },
    "2026-01-01T12:00:00Z",
    "2026-01-01T16:30:00Z",
    false,
  ],
  [
    "an evening before half an hour's zone is quiet",
    { ...night, timeZone: "Asia/Kolkata" },
    "2026-01-01T12:00:00Z",
    "2026-01-01T16:29:00Z",
    true,
  ],

  ["digest before its hour", madrid, "2026-01-01T12:00:00Z", "2026-01-02T05:59:59Z", false],
  ["digest at its hour", madrid, "2026-01-01T12:00:00Z", "2026-01-02T06:00:00Z", true],
  ["digest of what came after the hour", madrid, "2026-01-02T06:30:00Z", "2026-01-02T20:00:00Z", false],
  ["digest a day later", madrid, "2026-01-02T06:30:00Z", "2026-01-03T06:00:00Z", true],
  [
    "digest sent already",
    { ...madrid, ...last("2026-01-02T06:00:05Z") },
    "2026-01-01T12:00:00Z",
    "2026-01-02T09:00:00Z",
    false,
  ],
  [
    "digest after one of yesterday",
    { ...madrid, ...last("2026-01-01T06:00:05Z") },
    "2026-01-01T12:00:00Z",
    "2026-01-02T06:00:00Z",
    true,
  ],
  ["digest that a stopped server missed", madrid, "2026-01-01T12:00:00Z", "2026-01-02T15:00:00Z", true],
  [
    "digest within quiet hours",
    { ...madrid, quietFrom: 0, quietTo: 8 * 60 },
    "2026-01-01T12:00:00Z",
    "2026-01-02T06:30:00Z",
    false,
  ],
  [
    "digest after quiet hours",
    { ...madrid, quietFrom: 0, quietTo: 8 * 60 },
    "2026-01-01T12:00:00Z",
    "2026-01-02T07:00:00Z",
    true,
  ],

  ["summer: an hour earlier by UTC", madrid, "2026-07-01T12:00:00Z", "2026-07-02T05:00:00Z", true],
  ["summer: not before", madrid, "2026-07-01T12:00:00Z", "2026-07-02T04:59:59Z", false],
  ["the day clocks go forward", madrid, "2026-03-28T12:00:00Z", "2026-03-29T05:00:00Z", true],
  [
    "an hour that is left out, before it",
    { ...madrid, digestHour: 2 },
    "2026-03-28T12:00:00Z",
    "2026-03-29T00:59:59Z",
    false,
  ],
  [
    "an hour that is left out comes an hour later",
    { ...madrid, digestHour: 2 },
    "2026-03-28T12:00:00Z",
    "2026-03-29T01:00:00Z",
    true,
  ],
  [
    "an hour that comes twice, the first time",
    { ...madrid, digestHour: 2 },
    "2026-10-24T12:00:00Z",
    "2026-10-25T00:00:00Z",
    true,
  ],
  [
    "an hour that comes twice, the second time",
    { ...madrid, digestHour: 2, ...last("2026-10-25T00:00:10Z") },
    "2026-10-25T00:30:00Z",
    "2026-10-25T01:30:00Z",
    false,
  ],
  [
    "New York's left-out hour",
    { ...newYork, digestHour: 2 },
    "2026-03-07T12:00:00Z",
    "2026-03-08T07:00:00Z",
    true,
  ],
  [
    "New York, the day before by UTC",
    { ...newYork, digestHour: 22 },
    "2026-01-01T12:00:00Z",
    "2026-01-02T03:00:00Z",
    true,
  ],
  [
    "New York, not yet",
    { ...newYork, digestHour: 22 },
    "2026-01-01T12:00:00Z",
    "2026-01-02T02:59:00Z",
    false,
  ],
  [
    "a zone a day ahead",
    { email: "digest", timeZone: "Pacific/Kiritimati", digestHour: 0 },
    "2026-01-01T09:00:00Z",
    "2026-01-01T10:00:00Z",
    true,
  ],
];
