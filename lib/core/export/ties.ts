import type { Span } from "../text/span.ts";
import type { Mark, MarkedClaim, MarkedDocument } from "./marks.ts";

/**
 * How marks hang together where a format has relations and nothing else: the vocabulary of our Label Studio and doccano
 * files. `chain_N` goes from a claim to the link that is the N-th of its whole chain.
 */
export const tieTypes = {
  source: "source",
  cue: "cue",
  addressee: "addressee",
  parent: "nested_in",
  same: "same_claim_as",
  hedge: "hedge",
  group: "group",
  fragment: "fragment",
} as const;

/** The type of the tie to the link of this order. */
export function chainType(order: number): string {
  return `chain_${order}`;
}

/** A relation between marks, by their ids. */
export type MarkTie = { readonly type: string; readonly from: number; readonly to: number };

/** Every relation of a document but those between fragments, claim by claim. Members of a group are tied to its first. */
export function markTies({ claims }: MarkedDocument): readonly MarkTie[] {
  const firstOf = new Map<string, Mark>();
  return claims.flatMap((claim) => {
    const { groupId } = claim.claim;
    const first = groupId === null ? undefined : firstOf.get(groupId);
    if (groupId !== null && !first) firstOf.set(groupId, claim.mark);
    const group = first ? [{ type: tieTypes.group, from: claim.mark.id, to: first.id }] : [];
    return [...tiesOf(claim), ...group];
  });
}

function tiesOf({ mark, parent, sameClaimAs, links, hedges }: MarkedClaim): readonly MarkTie[] {
  const tie = (type: string, from: Mark, to: Mark | null) => (to ? [{ type, from: from.id, to: to.id }] : []);
  return [
    ...links.flatMap((link) => [
      ...tie(chainType(link.order), mark, link.mark),
      ...tie(tieTypes.source, link.mark, link.mention),
      ...tie(tieTypes.cue, link.mark, link.cue),
      ...tie(tieTypes.addressee, link.mark, link.addressee),
    ]),
    ...tie(tieTypes.parent, mark, parent),
    ...tie(tieTypes.same, mark, sameClaimAs),
    ...hedges.flatMap((hedge) => tie(tieTypes.hedge, mark, hedge.mark)),
  ];
}

/** One stretch of a mark. A format without fragments writes each by itself and ties the first to the others. */
export type Region = { readonly mark: Mark; readonly fragment: number; readonly span: Span };

/** Every stretch of every mark, in order; `fragment` counts from 0. */
export function regions({ marks }: MarkedDocument): readonly Region[] {
  return marks.flatMap((mark) => mark.spans.map((span, fragment) => ({ mark, fragment, span })));
}
