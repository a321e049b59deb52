import type { FamilyId } from "#core/provenance/codebook.ts";
import type { Span } from "#core/text/span.ts";
import { LAYER_CAP } from "./layers.ts";

/** A claim as far as it is painted. */
export type PaintedClaim = {
  readonly id: string;
  readonly spans: readonly Span[];
  readonly family: FamilyId;
  /** Attribution carried over from a neighbouring sentence: dashed. */
  readonly carried: boolean;
  /** Draft: paler. */
  readonly faint: boolean;
};

/** What is painted besides claims. `presence` is what other editors have selected, `uncovered` what no claim covers. */
export const specialKinds = [
  "comment",
  "uncovered",
  "suggestion",
  "presence",
  "search",
  "hovered",
  "hedge",
  "addressee",
  "cue",
  "mention",
  "search-current",
  "selection",
] as const;
export type SpecialKind = (typeof specialKinds)[number];

/** Claims of one lane look alike; a lane is split into layers so that its overlaps blend. */
export function laneOf(claim: Omit<PaintedClaim, "id" | "spans">): string {
  return `${claim.family}-${claim.carried ? "carried" : "own"}-${claim.faint ? "faint" : "full"}`;
}

export function groupName(lane: string, layer: number): string {
  return `sl-${lane}-${layer}`;
}

/** All that lies deeper than the layers go. */
export const CROWD_NAME = "sl-crowd";

export function activeName(claim: Pick<PaintedClaim, "family" | "carried">): string {
  return `sl-active-${claim.family}${claim.carried ? "-carried" : ""}`;
}

export function specialName(kind: SpecialKind): string {
  return `sl-${kind}`;
}

/** Later kinds lie above earlier ones, all of them above claims. */
export function priorityOf(kind: SpecialKind): number {
  return LAYER_CAP + 1 + 2 * specialKinds.indexOf(kind);
}

/** Above what is hovered, below the parts of the active claim that are told apart within it. */
export function priorityOfActive(): number {
  return priorityOf("hovered") + 1;
}
