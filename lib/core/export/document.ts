import type { CodePointIndex } from "../text/code-point-index.ts";
import type { ExportedArticle, ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";

/** An article's version with all of its claims that are exported, in reading order, and the sources they lean on. */
export type ExportedDocument = {
  /** `version.text` is there unless the export leaves quoted text out. */
  readonly article: ExportedArticle;
  /** By first offset, then by id. A parent may be missing: it was not chosen, or stands in another layer. */
  readonly claims: readonly ExportedClaim[];
  /** By id; what vault or filter hides is not among them. */
  readonly sources: ReadonlyMap<string, ExportedSource>;
  /** The version's text; null where the export leaves quoted text out. */
  readonly index: CodePointIndex | null;
};

/** One file, written a document at a time: a head, every document in turn, a tail. Any part may be empty. */
export type FileWriter = {
  open(header: ExportHeader, total: number): string;
  write(header: ExportHeader, document: ExportedDocument, isFirst: boolean): string;
  close(header: ExportHeader, total: number): string;
};

/** One file of a folder. `name` is relative, with `/` between folders, of letters, digits, `-`, `_` and `.` only. */
export type NamedText = { readonly name: string; readonly text: string };

/**
 * Several files, handed over as one zip. `beside` stands there once; `files` is written for each document;
 * `whole` are files that run through all documents, by name.
 */
export type FolderWriter = {
  beside(header: ExportHeader): readonly NamedText[];
  files(header: ExportHeader, document: ExportedDocument): readonly NamedText[];
  readonly whole: Readonly<Record<string, FileWriter>>;
};
