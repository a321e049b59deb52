import { alignHops, type Hop } from "#core/adjudication/hops.ts";
import type { Adjudication, AdjudicationUnit } from "#lib/contracts/adjudication.ts";
import type { Claim } from "#lib/contracts/claims.ts";

export const differenceWords: Readonly<Record<AdjudicationUnit["differs"][number], string>> = {
  marked: "not marked by all",
  boundaries: "boundaries",
  provenance: "provenance",
  chain: "chain",
  kind: "kind",
  hedges: "hedges",
  flags: "flags",
};

export const outcomeWords = {
  taken: "Taken",
  combined: "Combined",
  anew: "Written anew",
  none: "All were wrong",
} as const;

/** Units with differences come first, in reading order; what all agree on follows. */
export function inOrder(units: Adjudication["units"]): number[] {
  const places = units.map((_, at) => at);
  const differs = (at: number) => (units[at]?.differs.length ?? 0) > 0;
  return [...places.filter(differs), ...places.filter((at) => !differs(at))];
}

/** The first unit from a place on, round to the beginning, that is not settled; null when all are. */
export function nextOpen(
  units: Adjudication["units"],
  order: readonly number[],
  from: number,
): number | null {
  const start = Math.max(0, order.indexOf(from));
  const round = [...order.slice(start), ...order.slice(0, start)];
  return round.find((at) => units[at]?.decision === null) ?? null;
}

/** A coder's chain beside the one it is compared with: hops, each with what of it is other. */
export function hopsBeside(claim: Claim, first: Claim): readonly Hop[] {
  return alignHops(first.chain, claim.chain);
}

/** How far a coder's boundaries are from another's, in characters; null where they are the same. */
export function boundaryWords(claim: Claim, first: Claim): string | null {
  const hull = ({ spans }: Claim) => ({
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  });
  const [a, b] = [hull(first), hull(claim)];
  const parts = [moved(b.start - a.start, "starts"), moved(b.end - a.end, "ends")].filter(Boolean);
  if (claim.spans.length !== first.spans.length) {
    parts.push(
      `${claim.spans.length} ${claim.spans.length === 1 ? "part" : "parts"} instead of ${first.spans.length}`,
    );
  }
  if (parts.length > 0) return parts.join(", ");
  const written = ({ spans }: Claim) => spans.map(({ start, end }) => `${start}-${end}`).join(" ");
  return written(claim) === written(first) ? null : "other words within";
}

function moved(by: number, what: string): string | null {
  if (by === 0) return null;
  const count = Math.abs(by);
  return `${what} ${count} ${count === 1 ? "character" : "characters"} ${by < 0 ? "earlier" : "later"}`;
}
