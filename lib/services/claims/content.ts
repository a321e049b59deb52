import { type Chain, provenanceOf, splitOwn, wholeChain } from "#core/attribution/chain.ts";
import type { ClaimContent, Link } from "#core/attribution/claim.ts";
import { claimContent, link } from "#core/attribution/link.ts";
import { type Codebook, categoryOf, isOwnVoice, isUnclear } from "#core/provenance/codebook.ts";
import { fail, ok, type Result } from "#core/result.ts";
import type { Span } from "#core/text/span.ts";
import type { ClaimCreate, ClaimPatch, LinkInput } from "#lib/contracts/claims.ts";
import { type Failure, invalid } from "../failure.ts";

/** The fields of a body that are content; the whole chain or the own one. */
export type ContentInput = Omit<ClaimPatch, "sameClaimAs" | "groupId">;

/** Content without what only a request carries (`exact`, ids of its own). */
export function contentInput(body: ClaimCreate | ClaimPatch): ContentInput {
  const { spans, statement, kind, parentId, provenance, chain, ownChain, hedges, flags } = body;
  return { spans, statement, kind, parentId, provenance, chain, ownChain, hedges, flags };
}

/**
 * The content a body describes: what it leaves out stays as it was `before`, or takes its default. A body that names
 * a sourced provenance alone means a chain of that one link. Checks the whole chain's beginning and nothing else.
 */
export function contentOf(
  input: ContentInput,
  before: ClaimContent | null,
  inherited: Chain,
  codebook: Codebook,
): Result<ClaimContent, Failure> {
  const own = ownLinks(input, before, inherited, codebook);
  if (!own.ok) return own;
  const whole = wholeChain(inherited, own.value);
  const base = before ?? claimContent({ spans: [] });
  return ok({
    spans: input.spans?.map(bare) ?? base.spans,
    statement: input.statement ?? base.statement,
    kind: input.kind === undefined ? base.kind : input.kind,
    parentId: input.parentId === undefined ? base.parentId : input.parentId,
    provenance: input.provenance ?? provenanceOf(whole, unlinkedProvenance(base.provenance, codebook)),
    chain: own.value,
    hedges: input.hedges?.map(({ type, span }) => ({ type, span: bare(span) })) ?? base.hedges,
    flags: input.flags ?? base.flags,
  });
}

/** How a body names its links, for pointing at them. */
export type LinkForm = "chain" | "ownChain" | "provenance";

export function linkForm(input: ContentInput): LinkForm {
  if (input.chain) return "chain";
  return input.ownChain || input.provenance === undefined ? "ownChain" : "provenance";
}

function ownLinks(
  input: ContentInput,
  before: ClaimContent | null,
  inherited: Chain,
  codebook: Codebook,
): Result<Chain, Failure> {
  if (input.ownChain) return ok(input.ownChain.map(linkOf));
  if (input.chain) {
    const split = splitOwn(inherited, input.chain.map(linkOf));
    if (split.ok) return split;
    const { order } = split.failure;
    return fail(
      invalid(
        `/chain/${order - 1}`,
        `Link ${order} is not the link ${order} of the claim this one is nested in.`,
      ),
    );
  }
  if (before) return ok(before.chain);
  const alone = input.provenance;
  const isSourced =
    alone !== undefined &&
    categoryOf(codebook, alone) !== null &&
    !isOwnVoice(codebook, alone) &&
    !isUnclear(codebook, alone);
  return ok(isSourced && inherited.length === 0 ? [link({ category: alone })] : []);
}

// What an emptied chain leaves: the article's own voice stays, a source's category has nobody behind it any more.
function unlinkedProvenance(stored: string, codebook: Codebook): string {
  return isOwnVoice(codebook, stored) ? stored : "unclear";
}

function linkOf(input: LinkInput): Link {
  return {
    ...input,
    mention: input.mention.map(bare),
    cue: input.cue.map(bare),
    addressee: input.addressee.map(bare),
  };
}

function bare({ start, end }: Span): Span {
  return { start, end };
}
