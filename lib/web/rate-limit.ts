import type { Principal } from "#lib/authz/principal.ts";
import { environment } from "#lib/platform/environment.ts";

export type LimitKind = "read" | "write" | "presence";
type Bucket = { tokens: number; at: number };

/** What is left of somebody's limit after a request, and how long that request has to wait: 0 when it may go. */
export type Allowance = {
  readonly kind: LimitKind;
  readonly quota: number;
  readonly remaining: number;
  /** Seconds until the whole quota is there again. */
  readonly resetSeconds: number;
  readonly waitSeconds: number;
};

const WINDOW = 60;

// Per process: two processes allow twice as much, which is accepted until an installation needs otherwise.
const buckets = new Map<string, Bucket>();
const MOST_BUCKETS = 10_000;

/**
 * Takes so many requests from somebody's bucket, or none of them. What costs more than a whole minute's allowance costs
 * that: it would never be let through else.
 */
export function takeRequests(
  sender: Pick<Principal, "userId">,
  kind: LimitKind,
  { count = 1, now = Date.now() }: { count?: number; now?: number } = {},
): Allowance {
  const quota = quotaOf(kind);
  const needed = Math.min(count, quota);
  const key = `${kind}:${sender.userId}`;
  const bucket = buckets.get(key) ?? { tokens: quota, at: now };
  const there = Math.min(quota, bucket.tokens + ((now - bucket.at) / 1000 / WINDOW) * quota);
  const isEnough = there >= needed;
  const tokens = isEnough ? there - needed : there;
  keep(key, { tokens, at: now });
  const secondsFor = (missing: number) => Math.ceil((missing / quota) * WINDOW);
  return {
    kind,
    quota,
    remaining: Math.floor(tokens),
    resetSeconds: secondsFor(quota - tokens),
    waitSeconds: isEnough ? 0 : Math.max(1, secondsFor(needed - tokens)),
  };
}

/** Takes one request: 0 when allowed, else the seconds to wait. */
export function allowRequest(sender: Pick<Principal, "userId">, kind: LimitKind, now = Date.now()): number {
  return takeRequests(sender, kind, { now }).waitSeconds;
}

/** As structured fields (RFC 9651), by draft-ietf-httpapi-ratelimit-headers-10. */
export function limitHeaders({ kind, quota, remaining, resetSeconds }: Allowance): [string, string][] {
  return [
    ["ratelimit-policy", `"${kind}";q=${quota};w=${WINDOW}`],
    ["ratelimit", `"${kind}";r=${remaining};t=${resetSeconds}`],
  ];
}

function quotaOf(kind: LimitKind): number {
  const { READS_PER_MINUTE, WRITES_PER_MINUTE, PRESENCE_PER_MINUTE } = environment();
  return { read: READS_PER_MINUTE, write: WRITES_PER_MINUTE, presence: PRESENCE_PER_MINUTE }[kind];
}

// The one unused for longest makes room: it has had the most time to fill up again anyway.
function keep(key: string, bucket: Bucket): void {
  buckets.delete(key);
  const oldest = buckets.size >= MOST_BUCKETS ? buckets.keys().next().value : undefined;
  if (oldest !== undefined) buckets.delete(oldest);
  buckets.set(key, bucket);
}
