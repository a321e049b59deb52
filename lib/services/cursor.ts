import { z } from "zod";
import { fail, ok, type Result } from "#core/result.ts";
import { type Failure, invalid } from "./failure.ts";

/** Where a keyset page ended: the order it was in, the last row's sort key and id. */
export type Cursor = { readonly key: string; readonly id: string };

/** A sort key that is a time, as PostgreSQL writes it. */
export const timeKey = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2}(?::\d{2})?$/u;

const shape = z.tuple([z.string(), z.string(), z.uuid()]);

export function writeCursor(order: string, { key, id }: Cursor): string {
  return Buffer.from(JSON.stringify([order, key, id])).toString("base64url");
}

/** The place a page goes on from; `null` at the beginning. A cursor of another order is refused. */
export function readCursor(
  order: string,
  after: string | undefined,
  keys = /^[^\0]*$/u,
): Result<Cursor | null, Failure> {
  if (after === undefined) return ok(null);
  const parsed = shape.safeParse(parseJson(Buffer.from(after, "base64url").toString("utf8")));
  if (!parsed.success || parsed.data[0] !== order || !keys.test(parsed.data[1])) {
    return fail(invalid("/after", "is not a cursor of this list; take it from `next`"));
  }
  const [, key, id] = parsed.data;
  return ok({ key, id });
}

/** Cuts a page of one row too many down to its limit and says where the next one begins. */
export function pageOf<T extends { readonly id: string; readonly sortKey: string }>(
  rows: readonly T[],
  limit: number,
  order: string,
): { rows: readonly T[]; next: string | null } {
  const kept = rows.slice(0, limit);
  const last = kept.at(-1);
  const isMore = rows.length > limit && last !== undefined;
  return { rows: kept, next: isMore ? writeCursor(order, { key: last.sortKey, id: last.id }) : null };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
