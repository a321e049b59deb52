import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";

/**
 * The lossless format "sourceline/1": one JSON document, written a record at a time so that no part of it need be
 * held whole. Offsets are code points. Keys are always there; what is absent is null.
 * The parts join in this order: `openJson`, articles, sources, claims (records separated by `,`), `closeJson`.
 */
export const jsonFormat = "sourceline/1";

export type JsonSection = "articles" | "sources" | "claims";

/** The head of the document, up to the first section. */
export function openJson(header: ExportHeader): string {
  const { base: _, ...own } = header;
  return `{"format":${JSON.stringify(jsonFormat)},"header":${JSON.stringify(own)}`;
}

export function openJsonSection(section: JsonSection): string {
  return `,\n${JSON.stringify(section)}:[\n`;
}

/** One record; `isFirst` in its section writes no separator before it. */
export function writeJson(
  record: ExportedArticle | ExportedSource | ExportedClaim,
  isFirst: boolean,
): string {
  return `${isFirst ? "" : ",\n"}${JSON.stringify(record)}`;
}

export function closeJsonSection(): string {
  return "\n]";
}

export function closeJson(): string {
  return "}\n";
}
