import type { Source, SourceRow } from "#lib/contracts/sources.ts";
import type { ListedSource } from "#lib/db/source-list.ts";
import type { SourceRecord } from "#lib/db/sources.ts";

export function sourceAnswer(source: SourceRecord): Source {
  const { aliases, createdAt, updatedAt, ...fields } = source;
  return {
    ...fields,
    aliases: [...aliases],
    createdAt: createdAt.toISOString(),
    updatedAt: updatedAt.toISOString(),
  };
}

export function sourceRowAnswer({ sortKey: _sortKey, ...source }: ListedSource): SourceRow {
  const { claimCount, articleCount, ...record } = source;
  return { ...sourceAnswer(record), claimCount, articleCount };
}
