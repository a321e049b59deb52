import type { GoldUnit } from "./compare.ts";

/** How one article came out against its gold layer, as counts, so that articles can be summed. */
export type GoldScore = {
  /** Claims of the gold layer, and of the newcomer. */
  readonly gold: number;
  readonly own: number;
  /** Aligned pairs, and of those how many are alike in one respect. */
  readonly found: number;
  readonly boundaries: number;
  readonly provenance: number;
  readonly firstSource: number;
  readonly chain: number;
};

/** Shares between 0 and 1; null where there was nothing to take a share of. */
export type Quality = {
  readonly articles: number;
  /** Of the newcomer's claims those that the gold layer has too, and the other way round. */
  readonly precision: number | null;
  readonly recall: number | null;
  /** Harmonic mean of the two, 2·found / (gold + own). */
  readonly f1: number | null;
  /** Of the claims found. */
  readonly boundaries: number | null;
  readonly provenance: number | null;
  readonly firstSource: number | null;
  readonly chain: number | null;
};

/** Fewer checks than this could be told apart, and a check that is known is none: its sum is not shown to its coder. */
export const FEWEST_CHECKS = 3;

/** Counts over the units of one article. */
export function scoreOf(units: readonly GoldUnit[]): GoldScore {
  const found = units.filter(({ verdict }) => verdict === "same" || verdict === "differs");
  const alike = (name: GoldUnit["differences"][number]) =>
    found.filter(({ differences }) => !differences.includes(name)).length;
  return {
    gold: units.filter(({ gold }) => gold !== null).length,
    own: units.filter(({ own }) => own !== null).length,
    found: found.length,
    boundaries: alike("boundaries"),
    provenance: alike("provenance"),
    firstSource: alike("first_source"),
    chain: alike("chain"),
  };
}

/** Several articles together, each claim counting the same (micro-average). */
export function qualityOf(scores: readonly GoldScore[]): Quality {
  const sum = (name: keyof GoldScore) => scores.reduce((total, score) => total + score[name], 0);
  const found = sum("found");
  return {
    articles: scores.length,
    precision: share(found, sum("own")),
    recall: share(found, sum("gold")),
    f1: share(2 * found, sum("gold") + sum("own")),
    boundaries: share(sum("boundaries"), found),
    provenance: share(sum("provenance"), found),
    firstSource: share(sum("firstSource"), found),
    chain: share(sum("chain"), found),
  };
}

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
