import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";

/**
 * The lossless format "sourceline/1": one JSON document, written a record at a time so that no part of it need be
 * held whole. Offsets are code points. Keys are always there; what is absent is null.
 * The parts join in this order: `openJson`, articles, claims, sources (records separated by `,`), where the export says
 * what changed the ids of what is no more as `deleted`, `closeJson`.
 */
export const jsonFormat = "sourceline/1";

export type JsonSection = "articles" | "sources" | "claims" | "deleted";

/** The head of the document, up to the first section. `base` is left out: it is for IRIs, which this format has none of. */
export function openJson(header: ExportHeader): string {
  const { base: _, ...own } = header;
  return `{"format":${JSON.stringify(jsonFormat)},"header":${JSON.stringify(own)}`;
}

/** The key and the opening bracket of a section, with the comma before it. Each section is written once, also empty. */
export function openJsonSection(section: JsonSection): string {
  return `,\n${JSON.stringify(section)}:[\n`;
}

/**
 * One record on a line of its own: JSON escapes every line end inside it. `isFirst` in its section writes no separator
 * before it; where no record comes, the section stays an empty list.
 */
export function writeJson(
  record: ExportedArticle | ExportedSource | ExportedClaim,
  isFirst: boolean,
): string {
  return `${isFirst ? "" : ",\n"}${JSON.stringify(record)}`;
}

/** The bracket that closes a section. */
export function closeJsonSection(): string {
  return "\n]";
}

/** The brace that closes the document, and the line end a text file ends with. */
export function closeJson(): string {
  return "}\n";
}
