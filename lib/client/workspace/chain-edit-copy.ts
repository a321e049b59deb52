import { copiedLink } from "#core/attribution/copied-link.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import { sentenceAt } from "#core/text/sentences.ts";
import type { Span } from "#core/text/span.ts";
import { contains } from "#core/text/spans.ts";
import { inheritedCount } from "./chain-edit.ts";
import { isSameSpeaker } from "./chain-edit-nest.ts";
import type { Change, ClaimView } from "./change.ts";
import type { ClaimPlaces } from "./claim-places.ts";
import { possibleParents } from "./nesting.ts";

/** Where a chain is copied to: a claim, or words that are about to become one. */
export type CopyTarget = Pick<ClaimView, "id" | "spans" | "parentId" | "chain" | "ownChain">;

export type Copied =
  | { readonly kind: "change"; readonly change: Change; readonly isUnmarked: boolean }
  | { readonly kind: "refused"; readonly reason: string };

type Means = { readonly index: CodePointIndex; readonly places: ClaimPlaces };

/**
 * The change that gives a claim the provenance, sources and chain of another. Words of the text come along only where
 * they stand in the target's own sentences; `isUnmarked` says that some did not. What a nested claim inherits is never
 * copied: it is nested beside the other where its words allow, or else takes the whole chain as its own.
 */
export function copyChain(from: ClaimView, to: CopyTarget, means: Means): Copied {
  if (from.id === to.id) return { kind: "refused", reason: "That is this claim itself." };
  const place = placeFor(from, to, means);
  if ("reason" in place) return { kind: "refused", reason: place.reason };
  const sentences = sentencesOf(to.spans, means.index);
  const serves = (span: Span) => sentences.some((sentence) => contains(sentence, span));
  const isSamePlace = from.spans.some(serves);
  const ownChain = place.links.map((hop) => copiedLink(hop, serves, isSamePlace));
  const isUnmarked = ownChain.some((hop) => hop.explicit && hop.mention.length + hop.cue.length === 0);
  const change: Change = { ownChain, provenance: from.provenance };
  const nested = place.parentId === to.parentId ? change : { ...change, parentId: place.parentId };
  return { kind: "change", change: nested, isUnmarked };
}

type Place = { readonly parentId: string | null; readonly links: ClaimView["chain"] };

function placeFor(from: ClaimView, to: CopyTarget, { places }: Means): Place | { readonly reason: string } {
  if (from.parentId === to.parentId) return { parentId: to.parentId, links: from.ownChain };
  if (to.parentId === null) {
    const canNest = possibleParents(to, places).some(({ id }) => id === from.parentId);
    return canNest
      ? { parentId: from.parentId, links: from.ownChain }
      : { parentId: null, links: from.chain };
  }
  const inherited = to.chain.slice(0, inheritedCount(to));
  if (!inherited.every((hop, at) => isSameSpeaker(hop, from.chain[at]))) {
    return { reason: "It is nested, and the chain it inherits is another one." };
  }
  const links = from.chain.slice(inherited.length);
  return links.length > 0
    ? { parentId: to.parentId, links }
    : { reason: "It is nested and already has that chain from the claim around it." };
}

function sentencesOf(spans: readonly Span[], index: CodePointIndex): Span[] {
  return spans.flatMap((span) => {
    const first = sentenceAt(index, span.start);
    const last = sentenceAt(index, Math.max(span.start, span.end - 1));
    return first && last ? [{ start: first.start, end: last.end }] : [];
  });
}
