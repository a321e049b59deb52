import type { Principal } from "#lib/authz/principal.ts";
import { environment } from "#lib/platform/environment.ts";

type Kind = "read" | "write" | "presence";
type Bucket = { tokens: number; at: number };

// Per process: two processes allow twice as much, which is accepted until an installation needs otherwise.
const buckets = new Map<string, Bucket>();
const MOST_BUCKETS = 10_000;

/** A page says where its reader is a few times a second at most, in each of a few tabs. */
const PRESENCE_PER_MINUTE = 1_200;

/** Takes one request from somebody's bucket: 0 when allowed, else the seconds to wait. */
export function allowRequest(sender: Pick<Principal, "userId">, kind: Kind, now = Date.now()): number {
  const perMinute = limitOf(kind);
  const key = `${kind}:${sender.userId}`;
  const bucket = buckets.get(key) ?? { tokens: perMinute, at: now };
  const tokens = Math.min(perMinute, bucket.tokens + ((now - bucket.at) / 60_000) * perMinute);
  if (tokens < 1) {
    keep(key, { tokens, at: now });
    return Math.max(1, Math.ceil(((1 - tokens) / perMinute) * 60));
  }
  keep(key, { tokens: tokens - 1, at: now });
  return 0;
}

function limitOf(kind: Kind): number {
  if (kind === "presence") return PRESENCE_PER_MINUTE;
  const { READS_PER_MINUTE, WRITES_PER_MINUTE } = environment();
  return kind === "read" ? READS_PER_MINUTE : WRITES_PER_MINUTE;
}

// The one unused for longest makes room: it has had the most time to fill up again anyway.
function keep(key: string, bucket: Bucket): void {
  buckets.delete(key);
  const oldest = buckets.size >= MOST_BUCKETS ? buckets.keys().next().value : undefined;
  if (oldest !== undefined) buckets.delete(oldest);
  buckets.set(key, bucket);
}
