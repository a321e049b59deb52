import type { Chain } from "#core/attribution/chain.ts";
import { depth, originProvenanceOf, provenanceOf } from "#core/attribution/chain.ts";
import type { ClaimContent } from "#core/attribution/claim.ts";
import type { ExportedClaim, QuotedSpan } from "#core/export/dataset.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";

type Person = { readonly id: string; readonly name: string };

/** What `exportStatements().claims` builds in SQL: the row and one of its revisions, whole. */
export type ClaimJson = Omit<
  ExportedClaim,
  | keyof ClaimContent
  | "review"
  | "originProvenance"
  | "depth"
  | "inheritedLinks"
  | "spans"
  | "chain"
  | "hedges"
> & {
  readonly approvedRevision: number | null;
  readonly approvalsNeeded: number;
  readonly content: ClaimContent;
  readonly wholeChain: Chain;
  readonly createdBy: Person;
};

/** The claim as every format takes it. Without `index` the words are left out: positions only. */
export function exportedClaim(row: ClaimJson, index: CodePointIndex | null): ExportedClaim {
  const { content, wholeChain, approvedRevision, approvalsNeeded, ...own } = row;
  const quote = (span: Span): QuotedSpan => ({
    start: span.start,
    end: span.end,
    exact: index ? index.slice(span) : null,
  });
  return {
    ...own,
    createdAt: instant(own.createdAt),
    updatedAt: instant(own.updatedAt),
    approvals: own.approvals.map((approval) => ({ ...approval, at: instant(approval.at) })),
    review:
      approvalsNeeded === 0 ? "not_reviewed" : approvedRevision === row.revision ? "approved" : "unapproved",
    statement: content.statement,
    kind: content.kind,
    parentId: content.parentId,
    provenance: provenanceOf(wholeChain, content.provenance),
    originProvenance: originProvenanceOf(wholeChain, content.provenance),
    depth: depth(wholeChain),
    spans: content.spans.map(quote),
    chain: wholeChain.map((hop) => ({
      ...hop,
      mention: hop.mention.map(quote),
      cue: hop.cue.map(quote),
      addressee: hop.addressee.map(quote),
    })),
    inheritedLinks: wholeChain.length - content.chain.length,
    hedges: content.hedges.map((hedge) => ({ type: hedge.type, span: quote(hedge.span) })),
    flags: content.flags,
  };
}

/** PostgreSQL's JSON writes times with an offset and microseconds; the API's are RFC 3339 in UTC. */
export function instant(time: string): string {
  return new Date(time).toISOString();
}
