import type { DatasetReader, NamedFile } from "#core/import/dataset.ts";
import type { ImportFormat } from "#lib/contracts/annotation-imports.ts";

/** What reads each format; a format whose reader is not there yet is not offered. */
export const readers: Readonly<Partial<Record<ImportFormat, DatasetReader>>> = {};

/** The format of what was handed over, by its content; null where it is none that is known. */
export function recognise(_files: readonly NamedFile[]): ImportFormat | null {
  return null;
}
