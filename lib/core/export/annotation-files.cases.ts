import { annotationCollection, annotationPages, annotationsOf } from "./annotations.ts";
import type { ExportedDocument, NamedText } from "./document.ts";
import { header } from "./export.cases.ts";

/** What is known of an annotation before it is checked. */
export type AnyAnnotation = Readonly<Record<string, unknown>>;

/** The collection with one page. */
export function collectionOf(documents: readonly ExportedDocument[]): string {
  const writer = annotationCollection();
  const written = documents.map((document, place) => writer.write(header, document, place === 0));
  return writer.open(header, documents.length) + written.join("") + writer.close(header, documents.length);
}

/** The collection in files of `size` annotations each. */
export async function pagesOf(documents: readonly ExportedDocument[], size: number): Promise<NamedText[]> {
  const files: NamedText[] = [];
  for await (const file of annotationPages(header, documents, size)) files.push(file);
  return files;
}

/** Every annotation of the documents, as JSON. */
export function annotationsIn(documents: readonly ExportedDocument[]): readonly AnyAnnotation[] {
  return JSON.parse(JSON.stringify(documents.flatMap((document) => annotationsOf(header, document))));
}
