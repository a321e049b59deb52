import { canonicalJson, type Json } from "../audit/canonical.ts";
import type { Span } from "../text/span.ts";
import type { ClaimContent, Hedge, Link } from "./claim.ts";

/** One link as canonical text: two links are the same content exactly when these are equal. */
export function canonicalLink(hop: Link): string {
  return canonicalJson(linkJson(hop));
}

/**
 * The text whose hash identifies a revision's content. Flags are a set and hedges a bag, so their order does not
 * count; the order of fragments, links and joint speakers does. `inherited` is the parent's whole chain: a change
 * there is a change of content for the child (rules.md 1, Nesting).
 */
export function contentHashInput(content: ClaimContent, inherited: readonly Link[] = []): string {
  return canonicalJson({
    chain: content.chain.map(linkJson),
    flags: [...new Set<string>(content.flags)].toSorted(),
    hedges: content.hedges
      .toSorted(byHedge)
      .map((hedge) => ({ type: hedge.type, span: spanJson(hedge.span) })),
    inherited: inherited.map(linkJson),
    kind: content.kind,
    parentId: content.parentId,
    provenance: content.provenance,
    spans: content.spans.map(spanJson),
    statement: content.statement,
  });
}

// Field by field, so that a row with extra columns has the same canonical form as the bare value.
function linkJson(hop: Link): Json {
  return {
    act: hop.act,
    addressee: hop.addressee.map(spanJson),
    attributionStatus: hop.attributionStatus,
    basis: hop.basis,
    category: hop.category,
    channel: hop.channel,
    cue: hop.cue.map(spanJson),
    cueStance: hop.cueStance,
    directness: hop.directness,
    explicit: hop.explicit,
    mention: hop.mention.map(spanJson),
    polarity: hop.polarity,
    sources: hop.sources,
  };
}

/** Two numbers, not an object: what else a row carries with a span is no content. */
function spanJson(span: Span): Json {
  return [span.start, span.end];
}

/** Any total order will do, as long as it is one: equal bags must come out alike. */
function byHedge(a: Hedge, b: Hedge): number {
  return (
    a.span.start - b.span.start || a.span.end - b.span.end || (a.type < b.type ? -1 : Number(a.type > b.type))
  );
}
