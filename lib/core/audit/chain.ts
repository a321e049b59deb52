import { fail, ok, type Result } from "../result.ts";
import { canonicalJson, type Json } from "./canonical.ts";

/** SHA-256 of a text's UTF-8 bytes, as lower-case hexadecimal. Passed in: core computes nothing impure or native. */
export type Sha256 = (text: string) => string;

/** One row of a workspace's audit, without its hashes. */
export type AuditRow = {
  /** Decimal digits, counted from 1 per workspace: a bigint does not fit a JSON number. */
  readonly number: string;
  /** RFC 3339, UTC, milliseconds. */
  readonly at: string;
  /** Null when the installation itself acted. */
  readonly actorId: string | null;
  readonly action: string;
  readonly objectType: string;
  readonly objectId: string | null;
  readonly detail: Json;
};

/** A row as stored. */
export type ChainedRow = { readonly row: AuditRow; readonly previousHash: string; readonly hash: string };

/** Where a chain stands after some row. Kept outside the database, it is the checkpoint that reveals truncation. */
export type ChainPosition = { readonly number: string; readonly hash: string };

/** Where every chain begins: before row 1, with the empty hash. */
export const chainStart: ChainPosition = { number: "0", hash: "" };

/** What is wrong, and at which row. `truncated` and `checkpoint-differs` can be seen against a checkpoint only. */
export type AuditBreak =
  | { readonly kind: "gap"; readonly expected: string; readonly found: string }
  | { readonly kind: "unlinked"; readonly number: string }
  | { readonly kind: "altered"; readonly number: string }
  | { readonly kind: "checkpoint-differs"; readonly number: string }
  | { readonly kind: "truncated"; readonly number: string };

/**
 * The hash of a row: SHA-256 over the previous row's hash followed by the row's canonical JSON. The previous hash has
 * a fixed length, or none at the start, so the two parts cannot be shifted against each other.
 */
export function chainHash(sha256: Sha256, previousHash: string, row: AuditRow): string {
  const { number, at, actorId, action, objectType, objectId, detail } = row;
  return sha256(previousHash + canonicalJson({ number, at, actorId, action, objectType, objectId, detail }));
}

/** Checks one stored row against the position before it; the position after it, or what is wrong. For streams. */
export function verifyNext(
  sha256: Sha256,
  before: ChainPosition,
  { row, previousHash, hash }: ChainedRow,
): Result<ChainPosition, AuditBreak> {
  const expected = String(BigInt(before.number) + 1n);
  if (row.number !== expected) return fail({ kind: "gap", expected, found: row.number });
  if (previousHash !== before.hash) return fail({ kind: "unlinked", number: row.number });
  if (chainHash(sha256, previousHash, row) !== hash) return fail({ kind: "altered", number: row.number });
  return ok({ number: row.number, hash });
}

/** Holds a position against a checkpoint of the same number. True where the numbers differ: nothing to compare. */
export function matchesCheckpoint(position: ChainPosition, checkpoint: ChainPosition): boolean {
  return position.number !== checkpoint.number || position.hash === checkpoint.hash;
}

/**
 * Checks rows in order from `start` and against `checkpoint` when one is given: the last position, or the first
 * break. Without a checkpoint a chain cut off at its end, or written anew from some row on, looks whole.
 * A checkpoint older than `start` is not looked at.
 */
export function verifyChain(
  sha256: Sha256,
  rows: Iterable<ChainedRow>,
  checkpoint: ChainPosition | null = null,
  start: ChainPosition = chainStart,
): Result<ChainPosition, AuditBreak> {
  let position = start;
  for (const stored of rows) {
    const next = verifyNext(sha256, position, stored);
    if (!next.ok) return next;
    position = next.value;
    if (checkpoint && !matchesCheckpoint(position, checkpoint)) {
      return fail({ kind: "checkpoint-differs", number: position.number });
    }
  }
  if (checkpoint && BigInt(position.number) < BigInt(checkpoint.number)) {
    return fail({ kind: "truncated", number: position.number });
  }
  return ok(position);
}
