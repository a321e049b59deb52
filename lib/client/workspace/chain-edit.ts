import type { Link } from "#core/attribution/claim.ts";
import { link } from "#core/attribution/link.ts";
import { type Codebook, familyOf } from "#core/provenance/codebook.ts";
import type { Change, ClaimView } from "./change.ts";

/** How many links a claim takes over from the claim it is nested in. */
export function inheritedCount(claim: Pick<ClaimView, "chain" | "ownChain">): number {
  return claim.chain.length - claim.ownChain.length;
}

/** Own links, and the provenance that goes with them: sent together, since the two must agree (rules.md 1). */
export function chainChange(claim: ClaimView, ownChain: readonly Link[], codebook: Codebook): Change {
  const inherited = claim.chain.slice(0, inheritedCount(claim));
  const first = inherited[0] ?? ownChain[0];
  return { ownChain, provenance: first?.category ?? withoutChain(claim.provenance, codebook) };
}

/**
 * The change by which a link gets a category. Own voice has no links: choosing it for link 1 takes the chain away.
 * `at` counts own links; on a claim without links it makes the first.
 */
export function categoryChange(claim: ClaimView, at: number, category: string, codebook: Codebook): Change {
  const family = familyOf(codebook, category)?.id;
  const isFirst = inheritedCount(claim) === 0 && at === 0;
  if (isFirst && (family === "own_voice" || (family === "unclear" && claim.ownChain.length === 0))) {
    return { ownChain: [], provenance: category };
  }
  const changed = claim.ownChain[at]
    ? claim.ownChain.map((hop, index) => (index === at ? { ...hop, category } : hop))
    : [...claim.ownChain, link({ category })];
  return chainChange(claim, changed, codebook);
}

/** Content of a new claim with this provenance. */
export function contentWith(category: string, codebook: Codebook): Pick<Change, "ownChain" | "provenance"> {
  const family = familyOf(codebook, category)?.id;
  if (family === "own_voice" || family === "unclear") return { provenance: category };
  return { provenance: category, ownChain: [link({ category })] };
}

export function patchLink(own: readonly Link[], at: number, part: Partial<Link>): readonly Link[] {
  return own.map((hop, index) => (index === at ? { ...hop, ...part } : hop));
}

/** The links with the one at `at` one place on or back; the same list at the ends. */
export function moveLink(own: readonly Link[], at: number, step: 1 | -1): readonly Link[] {
  const moved = own[at];
  if (!moved || at + step < 0 || at + step >= own.length) return own;
  return own.toSpliced(at, 1).toSpliced(at + step, 0, moved);
}

/** The links with a new one at `at`; the article's own voice cannot stand among them. */
export function insertLink(own: readonly Link[], at: number, category: string): readonly Link[] {
  return own.toSpliced(at, 0, link({ category }));
}

/** What a claim's provenance becomes when its last link goes. */
export function withoutChain(provenance: string, codebook: Codebook): string {
  const family = familyOf(codebook, provenance)?.id;
  return family === "own_voice" || family === "unclear" ? provenance : "unclear";
}
