import type { ClaimContent } from "#core/attribution/claim.ts";
import type {
  Confidence,
  DocumentType,
  Fidelity,
  Identification,
  InfoCredibility,
  SourceReliability,
  SourceType,
  Verification,
} from "#core/provenance/facets.ts";
import type { Role, WorkState } from "#core/review/state.ts";
import type { Block } from "#core/text/blocks.ts";
import type { Span } from "#core/text/span.ts";

export type AccountKey = "editorA" | "editorB" | "reviewer";
export type ArticleKey = "call" | "pass" | "bridge";

/** An account without a password: the importer decides how it may be entered, if at all. */
export type SampleAccount = {
  readonly key: AccountKey;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
};

/** A registry entry. Issuers stand before what they issued. */
export type SampleSource = {
  readonly key: string;
  readonly name: string;
  readonly type: SourceType;
  readonly documentType: DocumentType | null;
  readonly identification: Identification;
  readonly affiliation: string | null;
  readonly role: string | null;
  readonly roleTitle: string | null;
  readonly roleStatus: "Current" | "Former" | null;
  /** Key of the source that issued this document. */
  readonly issuedBy: string | null;
  /** What the text says of how they know and why they speak; nothing else. */
  readonly access: string | null;
  readonly motive: string | null;
  readonly aliases: readonly string[];
  /** An anonymous source belongs to this one article (rules.md 1). */
  readonly article: ArticleKey | null;
};

/** What happened to a claim after its creation, in order; each step is one call of a service. */
export type SampleStep =
  | { readonly type: "submit"; readonly by: AccountKey }
  | { readonly type: "approve"; readonly by: AccountKey; readonly comment: string }
  | {
      readonly type: "reject" | "request_changes";
      readonly by: AccountKey;
      /** Id of `rejectionReasons`. */
      readonly reason: string;
      readonly comment: string;
    }
  | { readonly type: "reopen"; readonly by: AccountKey; readonly reason: string }
  | { readonly type: "revise"; readonly by: AccountKey; readonly content: ClaimContent };

export type SampleAssessment = {
  readonly by: AccountKey;
  readonly sourceReliability: SourceReliability | null;
  readonly infoCredibility: InfoCredibility | null;
  readonly attributionFidelity: Fidelity | null;
  readonly verification: Verification | null;
  readonly confidence: Confidence | null;
  readonly rationale: string;
  readonly evidence: readonly {
    readonly url: string | null;
    readonly note: string;
    readonly stance: "supports" | "contradicts";
  }[];
};

export type SampleComment = {
  readonly by: AccountKey;
  readonly body: string;
  readonly replies: readonly { readonly by: AccountKey; readonly body: string }[];
};

/** Said of the article, or of some of its words. `mentions` are those whose names stand in the body after an `@`. */
export type SampleThread = SampleComment & {
  readonly span: Span | null;
  readonly mentions: readonly AccountKey[];
  readonly resolvedBy: AccountKey | null;
};

/** In every content, `parentId` is a claim's key and `sources` are sources' keys. */
export type SampleClaim = {
  readonly key: string;
  readonly createdBy: AccountKey;
  /** As created: revision 1. Later revisions are steps. */
  readonly content: ClaimContent;
  /** Key of an earlier claim of the same article. */
  readonly sameClaimAs: string | null;
  /** Claims of one article with the same name here share a group. */
  readonly group: string | null;
  readonly steps: readonly SampleStep[];
  readonly assessments: readonly SampleAssessment[];
  readonly comments: readonly SampleComment[];
};

export type SampleArticle = {
  readonly key: ArticleKey;
  readonly title: string;
  readonly outlet: string;
  readonly byline: string;
  readonly publishedAt: string;
  readonly language: string;
  readonly url: string;
  readonly importedBy: AccountKey;
  /** Canonical text; every span counts in it. */
  readonly text: string;
  readonly blocks: readonly Block[];
  /** The same blocks as HTML, for an importer that keeps headings only from there. */
  readonly html: string;
  /** Parents and `sameClaimAs` targets stand before what refers to them. */
  readonly claims: readonly SampleClaim[];
  readonly threads: readonly SampleThread[];
  readonly work: Readonly<Partial<Record<AccountKey, WorkState>>>;
};

/** What claims of several articles all assert: keys of claims. */
export type SampleProposition = { readonly statement: string; readonly claims: readonly string[] };

export type SampleProject = {
  readonly workspace: { readonly name: string; readonly slug: string };
  readonly project: { readonly name: string; readonly slug: string; readonly description: string };
  readonly accounts: readonly SampleAccount[];
  readonly sources: readonly SampleSource[];
  readonly articles: readonly SampleArticle[];
  readonly propositions: readonly SampleProposition[];
};
