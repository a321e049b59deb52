import { fail, ok, type Result } from "#core/result.ts";
import type { SourceRow, SourcesPage, SourcesQuery } from "#lib/contracts/sources.ts";
import * as db from "#lib/db/source-list.ts";
import type { Caller } from "../caller.ts";
import { pageOf, readCursor } from "../cursor.ts";
import { type Failure, notFound } from "../failure.ts";
import { type Inside, query } from "../workspace.ts";
import { sourceRowAnswer } from "./answer.ts";

/** Sources by name; `q` looks in names and aliases. */
export function listSources(
  caller: Caller,
  workspace: string,
  { after, ...filter }: SourcesQuery,
): Promise<Result<SourcesPage, Failure>> {
  return query(caller, workspace, async ({ tx, permit }) => {
    const cursor = readCursor("name", after);
    if (!cursor.ok) return cursor;
    const found = await db.listSources(tx, permit, {
      ...filter,
      limit: filter.limit + 1,
      after: cursor.value,
    });
    const { rows, next } = pageOf(found, filter.limit, "name");
    return ok({ items: rows.map(sourceRowAnswer), next });
  });
}

/** One source; a merged one says what it was merged into. */
export function getSource(
  caller: Caller,
  workspace: string,
  id: string,
): Promise<Result<SourceRow, Failure>> {
  return query(caller, workspace, (inside) => sourceAnswerOf(inside, id));
}

export async function sourceAnswerOf(
  { tx, permit }: Inside,
  id: string,
): Promise<Result<SourceRow, Failure>> {
  const source = await db.readSource(tx, permit, id);
  return source ? ok(sourceRowAnswer(source)) : fail(notFound("source"));
}
