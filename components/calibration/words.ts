import type { GoldComparison, QualityAnswer } from "#lib/contracts/calibration.ts";

type Unit = GoldComparison["units"][number];

/** A share as a person reads it; a dash where there was nothing to take a share of. */
export const percent = (share: number | null): string =>
  share === null ? "–" : `${Math.round(share * 100)} %`;

export const measures: readonly {
  readonly id: keyof QualityAnswer;
  readonly label: string;
  readonly about: string;
}[] = [
  { id: "f1", label: "Found (F1)", about: "Of the claims of both, those that both marked" },
  { id: "provenance", label: "Provenance", about: "Of the claims found, those with the same category" },
  {
    id: "firstSource",
    label: "First source",
    about: "Of the claims found, those with the same first source",
  },
  {
    id: "chain",
    label: "Whole chain",
    about: "Of the claims found, those whose chain is the same, hop by hop",
  },
  { id: "boundaries", label: "Boundaries", about: "Of the claims found, those with exactly the same words" },
];

export const verdictWords: Readonly<
  Record<Unit["verdict"], { label: string; tone: "success" | "warning" | "danger" | "info" }>
> = {
  same: { label: "The same", tone: "success" },
  differs: { label: "Differs", tone: "warning" },
  missed: { label: "Not marked by you", tone: "danger" },
  extra: { label: "Only marked by you", tone: "info" },
};

export const differenceWords: Readonly<Record<Unit["differences"][number], string>> = {
  boundaries: "other words are marked",
  provenance: "another category",
  first_source: "another first source",
  chain: "another chain",
};

/** Whose layer is gold, in words. */
export function layerWords(kind: string, owner: string | null): string {
  if (kind === "adjudicated") return "The adjudicated layer";
  return owner === null ? "The shared layer" : `${owner}’s layer`;
}
