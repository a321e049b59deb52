import type { Principal } from "#lib/authz/principal.ts";
import { environment } from "#lib/platform/environment.ts";

type Kind = "read" | "write";
type Bucket = { tokens: number; at: number };

// Per process: two processes allow twice as much, which is accepted until an installation needs otherwise.
const buckets = new Map<string, Bucket>();
const MOST_BUCKETS = 10_000;

/** Takes one request from the principal's bucket: 0 when allowed, else the seconds to wait. */
export function allowRequest(principal: Principal, kind: Kind, now = Date.now()): number {
  const perMinute = kind === "read" ? environment().READS_PER_MINUTE : environment().WRITES_PER_MINUTE;
  const key = `${kind}:${principal.userId}`;
  const bucket = buckets.get(key) ?? { tokens: perMinute, at: now };
  const tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
  if (tokens < 1) {
    keep(key, { tokens, at: now });
    return Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60));
  }
  keep(key, { tokens: tokens - 1, at: now });
  return 0;
}

// The one unused for longest makes room: it has had the most time to fill up again anyway.
function keep(key: string, bucket: Bucket): void {
  buckets.delete(key);
  const oldest = buckets.size >= MOST_BUCKETS ? buckets.keys().next().value : undefined;
  if (oldest !== undefined) buckets.delete(oldest);
  buckets.set(key, bucket);
}
