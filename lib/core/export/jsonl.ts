import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";
import { jsonFormat } from "./json.ts";

/**
 * "sourceline/1" as JSON Lines (https://jsonlines.org): one object a line, `type` its first key. The header comes
 * first and `end` last, so that a reader knows whether a file is whole. An article stands before its claims, a source
 * before the claims that lean on it. Offsets are code points. Keys are always there, in the order of `dataset.ts`, and
 * what is absent is null: the database may build the same line, and both must be equal byte by byte.
 */
type Recorded =
  | { readonly type: "article"; readonly record: ExportedArticle }
  | { readonly type: "source"; readonly record: ExportedSource }
  | { readonly type: "claim"; readonly record: ExportedClaim };

/** How many lines of each type a file holds; what a reader counts is held against it. */
export type LineCounts = Readonly<Record<"articles" | "sources" | "claims" | "deleted", number>>;

/** `{"type":"header","format":"sourceline/1","workspace":…}`: the head of `openJson`, flat. */
export function openJsonl(header: ExportHeader): string {
  const { base: _, ...own } = header;
  return line({ type: "header", format: jsonFormat, ...own });
}

/**
 * One record as a line: its own keys behind `type`. A source's own `type` is `sourceType` there, in the same place
 * among the others, for a line has but one.
 */
export function writeJsonl({ type, record }: Recorded): string {
  if (type !== "source") return line({ type, ...record });
  const { id, name, type: sourceType, ...rest } = record;
  return line({ type, id, name, sourceType, ...rest });
}

/** A claim that an earlier export held and this one does not: removed, superseded, or approved no more (rules.md 4). */
export function writeDeletedLine(id: string): string {
  return line({ type: "deleted", id });
}

/** The last line. A file without it was cut short. */
export function closeJsonl(counts: LineCounts): string {
  const { articles, sources, claims, deleted } = counts;
  return line({ type: "end", counts: { articles, sources, claims, deleted } });
}

/** JSON escapes every line end inside a value, so one object is one line. */
function line(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
