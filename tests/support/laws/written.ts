import type { ExportedDocument, FileWriter, FolderWriter, NamedText } from "#core/export/document.ts";
import { header } from "#core/export/export.cases.ts";

/** All of a file, as an export of these documents writes it. */
export function writtenFile(writer: FileWriter, documents: readonly ExportedDocument[]): string {
  const total = documents.length;
  const parts = documents.map((document, place) => writer.write(header, document, place === 0));
  return [writer.open(header, total), ...parts, writer.close(header, total)].join("");
}

/** All files of a folder: those beside, those of each document, those that run through all. */
export function writtenFolder(
  writer: FolderWriter,
  documents: readonly ExportedDocument[],
): readonly NamedText[] {
  const whole = Object.entries(writer.whole).map(([name, file]) => ({
    name,
    text: writtenFile(file, documents),
  }));
  const each = documents.flatMap((document) => writer.files(header, document));
  return [...writer.beside(header), ...each, ...whole];
}
