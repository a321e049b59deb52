import type { Hedge, Link } from "../attribution/claim.ts";
import type { ExportedSource } from "../export/dataset.ts";
import type { Block } from "../text/blocks.ts";
import type { Span } from "../text/span.ts";

/** Where in what was handed over something stands. */
export type Place = {
  /** Name of the file, inside its zip where it has one. */
  readonly file: string;
  /** 1-based; null where the file has no lines worth counting. */
  readonly line: number | null;
  /** The file's own name for it: `T5`, `/claims/3`, a column. */
  readonly at: string | null;
};

/** What is wrong with the file, in words for whoever made it. */
export type ImportProblem = Place & {
  /** A slug that stays the same: `span-outside-text`, `text-differs`, `unknown-parent`, … */
  readonly code: string;
  readonly message: string;
  /** `file`: nothing of the file can be read. `row`: this one row is left out. `note`: it is read, but say so. */
  readonly severity: "file" | "row" | "note";
};

/** A text of the file, made canonical. Spans of the dataset point into it. */
export type ImportedArticle = {
  /** Unique in the dataset; what claims refer to. */
  readonly key: string;
  /** Of Sourceline, where the file knows it. */
  readonly id: string | null;
  readonly title: string | null;
  readonly outlet: string | null;
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  readonly language: string | null;
  readonly direction: "ltr" | "rtl" | null;
  /** Canonical (rules.md 2); null where the file holds positions only. */
  readonly text: string | null;
  /** Of the canonical text, where the file says it; it finds the version when the text is absent. */
  readonly sha256: string | null;
  readonly blocks: readonly Block[] | null;
  readonly place: Place;
};

/** A source by its key in the dataset. Only what the file says. */
export type ImportedSource = Pick<ExportedSource, "name"> &
  Partial<Omit<ExportedSource, "id" | "name" | "issuedBy" | "articleId">> & {
    readonly key: string;
    readonly id: string | null;
    /** Key of the source that issued this document. */
    readonly issuedBy: string | null;
    /** Key of the article an anonymous source is known in. */
    readonly article: string | null;
  };

/** A hop whose category is known, or has a label of the file that someone maps to one. */
export type ImportedLink = Partial<Omit<Link, "category" | "sources" | "mention" | "cue" | "addressee">> & {
  /** Codebook category id where the file says it in our words. */
  readonly category: string | null;
  /** The file's own label, to be mapped; null where it has none. */
  readonly label: string | null;
  /** Keys of sources. */
  readonly sources: readonly string[];
  readonly mention: readonly Span[];
  readonly cue: readonly Span[];
  readonly addressee: readonly Span[];
};

/** A claim as the file has it. Spans are canonical code points of its article's text, ordered, not overlapping. */
export type ImportedClaim = {
  /** Unique in the dataset. */
  readonly key: string;
  readonly id: string | null;
  readonly article: string;
  /** Who marked it, as the file names them; null where it does not say. */
  readonly annotator: string | null;
  readonly place: Place;
  readonly spans: readonly Span[];
  /** The quoted words where the file has them: a checksum of the spans. */
  readonly exact: readonly (string | null)[];
  readonly statement: string;
  readonly kind: string | null;
  /** The provenance category where the file says it in our words; the category of link 1 otherwise. */
  readonly provenance: string | null;
  /** The file's own label of the claim, to be mapped where there is no chain. */
  readonly label: string | null;
  /** The whole chain, link 1 first; of these, the first `inheritedLinks` are the parent's. */
  readonly chain: readonly ImportedLink[];
  readonly inheritedLinks: number;
  /** Keys of claims of the same article. */
  readonly parent: string | null;
  readonly sameClaimAs: string | null;
  readonly group: string | null;
  readonly hedges: readonly Hedge[];
  readonly flags: readonly string[];
};

/** Everything a file holds that Sourceline can take in, and what is wrong with the rest. */
export type ImportedDataset = {
  readonly articles: readonly ImportedArticle[];
  readonly sources: readonly ImportedSource[];
  readonly claims: readonly ImportedClaim[];
  readonly problems: readonly ImportProblem[];
};

/** A file as it came, decoded. A zip is handed over as its files. */
export type NamedFile = { readonly name: string; readonly text: string };

/** What a reader may be told about labels that are roles and not categories; each has its own defaults. */
export type ReadOptions = {
  /** Labels that mark a claim, a source's mention, a cue, an addressee, or the event that joins them. */
  readonly roles?: Readonly<Record<string, "claim" | "mention" | "cue" | "addressee" | "event" | "ignore">>;
};

/** Reads one format. Never throws on bad input: what cannot be read is a problem of the dataset. */
export type DatasetReader = (files: readonly NamedFile[], options?: ReadOptions) => ImportedDataset;
