import type { ShownReport } from "#lib/contracts/agreement.ts";

type Figure = { readonly value: number | null; readonly why: string | null };
type Field = ShownReport["fields"][number];
type Unitizing = ShownReport["unitizing"];

/** Why a figure has no value, in words (lib/core/agreement/figure.ts). */
const whyWords: Readonly<Record<string, string>> = {
  nothing_to_compare: "Nothing that two coders both gave a value.",
  one_value_only: "All values are the same, so that agreement by chance cannot be told from agreement.",
  nothing_marked: "Nobody marked anything.",
  not_rated_by_all: "No claim has a value of every coder.",
  overlapping_units: "Claims of one coder overlap, which this coefficient does not know.",
  too_many_units: "More claims in a text than it is reckoned for.",
  not_asked: "Not reckoned: it takes long. Ask for it when computing again.",
};

export const whyOf = ({ why }: Figure): string => (why === null ? "" : (whyWords[why] ?? why));

/** Two decimals, a true minus; a dash for none. */
export function number(value: number | null): string {
  if (value === null) return "–";
  const written = Math.abs(value).toFixed(2);
  return value < 0 && written !== "0.00" ? `−${written}` : written;
}

export const fieldWords: Readonly<Record<Field["field"], string>> = {
  provenance: "Provenance",
  family: "Provenance family",
  originProvenance: "Provenance of the origin",
  kind: "Kind of claim",
  directness: "Directness, link 1",
  act: "Act, link 1",
  cueStance: "Stance of the cue, link 1",
  attributionStatus: "Attribution status, link 1",
  explicit: "Explicit or carried over, link 1",
  sourceReliability: "Source reliability A–E",
  infoCredibility: "Information credibility 1–5",
  hedges: "Hedges",
  flags: "Flags",
  depth: "Length of the chain",
};

export const metricWords: Readonly<Record<Field["metric"], string>> = {
  nominal: "nominal",
  ordinal: "ordinal",
  interval: "interval",
  ratio: "ratio",
  masi: "MASI",
  jaccard: "Jaccard",
  edit: "edit distance",
};

export const unitizingWords: readonly {
  readonly id: Exclude<keyof Unitizing, "agrForth" | "agrBack">;
  readonly label: string;
  readonly about: string;
}[] = [
  {
    id: "agrMean",
    label: "agr, mean of both ways",
    about: "Share of one’s claims that the other met with any overlap",
  },
  { id: "exactF1", label: "F1, exactly the same words", about: "Claims that cover the same characters" },
  { id: "halfF1", label: "F1, Jaccard ≥ .5", about: "Claims that share half of their characters or more" },
  { id: "overlapF1", label: "F1, any overlap", about: "Claims that share a character" },
  { id: "characterF1", label: "F1 of characters", about: "Characters that both marked" },
  { id: "alphaU", label: "α_U", about: "Krippendorff 1995/2004, unitizing, per level of nesting" },
  { id: "gamma", label: "γ", about: "Mathet, Widlöcher & Métivier 2015, two coders at a time" },
];

/** What Krippendorff advises to conclude from an α; for other figures there is no such advice. */
export function readingOf(value: number | null): "solid" | "tentative" | "weak" | null {
  if (value === null) return null;
  if (value >= 0.8) return "solid";
  return value >= 0.667 ? "tentative" : "weak";
}

/** What a methods section says of how the figures came about. */
export function methodOf(report: ShownReport, project: string): string {
  const { counts, coders, codebook, seed, resamples, at, pairs } = report;
  const over = report.fields.flatMap(({ alpha }) => alpha.interval?.over ?? [])[0] ?? "articles";
  return [
    `Agreement in “${project}” was computed with Sourceline on ${at.slice(0, 10)} over ${counts.articles} articles that ${coders.length} coders had coded blind and finished (${counts.claims} claims; ${counts.units} units, ${counts.sharedUnits} of them marked by two coders or more; ${pairs.length} ${pairs.length === 1 ? "pair" : "pairs"} of coders; codebook ${codebook.id}, version ${codebook.version}).`,
    "Claims of two coders were aligned one to one by the assignment with the greatest sum of Jaccard overlaps of their characters (at least .3). What was marked (unitizing) and how it was labelled are reported apart.",
    "Unitizing: agr both ways, F1 of spans, Krippendorff’s α_U (1995/2004)" +
      (report.gamma ? ", γ (Mathet et al. 2015)." : "."),
    "Labelling: Krippendorff’s α over aligned claims, nominal, ordinal (reliability A–E, credibility 1–5; F and 6 missing), MASI for sets; Cohen’s κ per pair; Fleiss’ κ where every coder has a value. Chains: exact match, first source, difference of lengths, and α with the edit distance of the sequences of sources.",
    resamples > 0
      ? `Intervals are 95 % bootstrap intervals (${resamples} resamples of ${over}, seed ${seed}).`
      : "No intervals were computed.",
  ].join(" ");
}
