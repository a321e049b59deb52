import type { Hedge, Link } from "../attribution/claim.ts";
import type { Codebook } from "../provenance/codebook.ts";
import type { Block } from "../text/blocks.ts";
import type { Span } from "../text/span.ts";

/** A span with the words that stand there; null where the export leaves quoted text out. */
export type QuotedSpan = Span & { readonly exact: string | null };

/** A link whose spans carry their words, so that a reader needs no text to understand a chain. */
type Quoted<T> = Omit<T, "mention" | "cue" | "addressee"> & {
  readonly mention: readonly QuotedSpan[];
  readonly cue: readonly QuotedSpan[];
  readonly addressee: readonly QuotedSpan[];
};

/** What an export says of itself, first: nothing in it needs this installation to be understood. */
export type ExportHeader = {
  readonly workspace: { readonly id: string; readonly name: string };
  readonly project: { readonly id: string; readonly name: string; readonly approvalsNeeded: number };
  readonly codebook: Codebook;
  /** RFC 3339, UTC. */
  readonly exportedAt: string;
  /** The workspace's last event that the export shows (rules.md 6). */
  readonly eventNumber: string;
  /** Given as `since`, it asks for what changed after this export. */
  readonly cursor: string;
  /** The filter as it was asked for, spelled out. */
  readonly filter: Readonly<Record<string, string | null>>;
  /** Base of the IRIs of Web Annotation, without a slash at the end. */
  readonly base: string;
};

/** An article with the one version its claims stand on. Times are RFC 3339, UTC; what nobody entered is null. */
export type ExportedArticle = {
  readonly id: string;
  readonly title: string;
  readonly outlet: string | null;
  /** The article's writer, as the outlet names them. */
  readonly byline: string | null;
  readonly url: string | null;
  readonly publishedAt: string | null;
  /** BCP 47. */
  readonly language: string | null;
  /** Null where the script of the text decides. */
  readonly direction: "ltr" | "rtl" | null;
  /** The version its claims stand on. `text` is null where quoted text is left out. */
  readonly version: {
    readonly id: string;
    /** 1 for the first version of the article. */
    readonly ordinal: number;
    /** Of the canonical text, in code points. */
    readonly length: number;
    /** Of the canonical text as UTF-8, in lower-case hexadecimal. */
    readonly sha256: string;
    readonly text: string | null;
    readonly blocks: readonly Block[];
  };
};

/** A source of the registry. `type`, `documentType` and `identification` are ids of `facets.ts`. */
export type ExportedSource = {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly documentType: string | null;
  readonly identification: string;
  readonly affiliation: string | null;
  readonly role: string | null;
  readonly roleTitle: string | null;
  readonly roleStatus: string | null;
  /** Id of the source that issued this document. */
  readonly issuedBy: string | null;
  /** Its item there, as "Q42". */
  readonly wikidata: string | null;
  readonly aliases: readonly string[];
  /** The one article an anonymous source is known in (rules.md 1); null for all others. */
  readonly articleId: string | null;
};

/**
 * A claim with the content of one revision. Invariant: `depth` is the length of `chain`, `provenance` the category of
 * its first link and `originProvenance` that of its last, or what is stored where there is none (rules.md 1).
 */
export type ExportedClaim = {
  readonly id: string;
  readonly articleId: string;
  readonly versionId: string;
  readonly layerId: string;
  /** The same for a claim and what it became in later versions. */
  readonly lineageId: string;
  readonly parentId: string | null;
  /** The claim that this one says again, by an independent route. */
  readonly sameClaimAs: string | null;
  readonly groupId: string | null;
  /** State now; the content is that of `revision`. */
  readonly state: string;
  readonly revision: number;
  /** `approved`: this revision was. `not_reviewed`: the project asks for no review. `unapproved`: anything else. */
  readonly review: "approved" | "not_reviewed" | "unapproved";
  readonly statement: string;
  readonly kind: string | null;
  readonly provenance: string;
  readonly originProvenance: string;
  readonly depth: number;
  readonly spans: readonly QuotedSpan[];
  /** The whole chain as it stood at this revision. */
  readonly chain: readonly Quoted<Link>[];
  /** How many links of the chain are the parent's. */
  readonly inheritedLinks: number;
  readonly hedges: readonly (Omit<Hedge, "span"> & { readonly span: QuotedSpan })[];
  readonly flags: readonly string[];
  readonly createdBy: { readonly id: string; readonly name: string };
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Of this revision, in the order given. */
  readonly approvals: readonly {
    readonly by: { readonly id: string; readonly name: string };
    readonly at: string;
  }[];
  /** What people thought of it; not content, and therefore not reviewed. Ids of `facets.ts`. */
  readonly assessments: readonly {
    readonly by: { readonly id: string; readonly name: string };
    readonly sourceReliability: string | null;
    readonly infoCredibility: number | null;
    readonly attributionFidelity: string | null;
    readonly verification: string | null;
    readonly confidence: string | null;
    readonly rationale: string;
    readonly evidence: readonly {
      readonly url: string | null;
      readonly note: string;
      readonly stance: string;
    }[];
  }[];
};

/** A claim with what its formats look up: its article, and its sources by id. */
export type ExportedRecord = {
  readonly claim: ExportedClaim;
  readonly article: ExportedArticle;
  readonly sources: ReadonlyMap<string, ExportedSource>;
};
