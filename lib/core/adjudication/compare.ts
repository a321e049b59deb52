import { type AlignedUnit, alignUnits } from "../agreement/align.ts";
import type { CodedClaim, CodedLayer } from "../agreement/coded.ts";
import { alignHops } from "./hops.ts";

/** In what coders may differ about one thing, in the order in which screens name it. */
export const unitFields = ["marked", "boundaries", "provenance", "chain", "kind", "hedges", "flags"] as const;
export type UnitField = (typeof unitFields)[number];

/** One thing that one coder or more marked, to be settled. */
export type ComparedUnit = {
  /** Ids of its claims, sorted: what it is known by. */
  readonly claimIds: readonly string[];
  readonly claims: AlignedUnit["claims"];
  /** Empty where all coders marked it and say the same; the statement's wording is no difference. */
  readonly differs: readonly UnitField[];
};

/** What the coders of two layers or more marked, unit by unit in reading order, and in what they differ. */
export function compareLayers(layers: readonly CodedLayer[]): readonly ComparedUnit[] {
  return alignUnits(layers).map(({ claims }) => ({
    claimIds: [...claims.values()].map(({ id }) => id).toSorted(),
    claims,
    differs: unitFields.filter((field) => isDifferent(field, [...claims.values()], layers.length)),
  }));
}

function isDifferent(field: UnitField, claims: readonly CodedClaim[], coders: number): boolean {
  if (field === "marked") return claims.length < coders;
  const [first, ...others] = claims;
  return first !== undefined && others.some((other) => unlike[field](first, other));
}

const unlike: Readonly<Record<Exclude<UnitField, "marked">, (a: CodedClaim, b: CodedClaim) => boolean>> = {
  boundaries: (a, b) => placesOf(a) !== placesOf(b),
  provenance: (a, b) => a.provenance !== b.provenance,
  chain: (a, b) => alignHops(a.chain, b.chain).some((hop) => !hop.a || !hop.b || hop.differs.length > 0),
  kind: (a, b) => a.kind !== b.kind,
  hedges: (a, b) => setOf(a.hedges) !== setOf(b.hedges),
  flags: (a, b) => setOf(a.flags) !== setOf(b.flags),
};

const placesOf = ({ spans }: CodedClaim) => spans.map(({ start, end }) => `${start}-${end}`).join(" ");
const setOf = (members: readonly string[]) => [...new Set(members)].toSorted().join(" ");
