import { type Chain, depth, originProvenanceOf, provenanceOf } from "../attribution/chain.ts";
import type { ClaimContent } from "../attribution/claim.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import type { ExportedClaim, QuotedSpan } from "./dataset.ts";

/** The part of an exported claim that one revision's content decides, for good. */
export type ContentRecord = Pick<
  ExportedClaim,
  | "statement"
  | "kind"
  | "parentId"
  | "provenance"
  | "originProvenance"
  | "depth"
  | "spans"
  | "chain"
  | "inheritedLinks"
  | "hedges"
  | "flags"
>;

/**
 * A revision's content with the words of its version. `wholeChain` is the chain as it stood, the parent's links first.
 * The database writes the same (`revision_record`), for exports that are too large to be written here.
 */
export function contentRecord(
  content: ClaimContent,
  wholeChain: Chain,
  index: CodePointIndex,
): ContentRecord {
  const quote = ({ start, end }: Span): QuotedSpan => ({ start, end, exact: index.slice({ start, end }) });
  return {
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
    hedges: content.hedges.map(({ type, span }) => ({ type, span: quote(span) })),
    flags: content.flags,
  };
}

/** The same claim without a word of its article: positions only. */
export function withoutWords(claim: ExportedClaim): ExportedClaim {
  const bare = ({ start, end }: Span): QuotedSpan => ({ start, end, exact: null });
  return {
    ...claim,
    spans: claim.spans.map(bare),
    chain: claim.chain.map((hop) => ({
      ...hop,
      mention: hop.mention.map(bare),
      cue: hop.cue.map(bare),
      addressee: hop.addressee.map(bare),
    })),
    hedges: claim.hedges.map(({ type, span }) => ({ type, span: bare(span) })),
  };
}
