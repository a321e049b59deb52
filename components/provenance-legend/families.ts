/**
 * The seven families as they are painted. `mark` is the second channel: it must tell families apart without colour.
 * Six underline styles serve seven families, so "unclear" is told from "anonymous" by the thickness of its wave.
 * Dashed means carried over and dotted means suggestion; no family may use them.
 */
export const familyIds = [
  "official",
  "on_the_record",
  "anonymous",
  "other_media",
  "documents",
  "own_voice",
  "unclear",
] as const;
export type FamilyId = (typeof familyIds)[number];

export type FamilyMark =
  | "none"
  | "thin_solid"
  | "thick_solid"
  | "double"
  | "wavy"
  | "thick_wavy"
  | "over_and_under";

export type FamilyPaint = {
  readonly id: FamilyId;
  readonly key: string;
  readonly label: string;
  readonly mark: FamilyMark;
  readonly markLabel: string;
};

export const families: readonly FamilyPaint[] = [
  { id: "official", key: "1", label: "Official", mark: "thick_solid", markLabel: "thick underline" },
  { id: "on_the_record", key: "2", label: "On the record", mark: "thin_solid", markLabel: "thin underline" },
  { id: "anonymous", key: "3", label: "Anonymous", mark: "wavy", markLabel: "wavy underline" },
  { id: "other_media", key: "4", label: "Other media", mark: "double", markLabel: "double underline" },
  {
    id: "documents",
    key: "5",
    label: "Documents",
    mark: "over_and_under",
    markLabel: "lines over and under",
  },
  { id: "own_voice", key: "6", label: "Own voice", mark: "none", markLabel: "no underline" },
  { id: "unclear", key: "7", label: "Unclear", mark: "thick_wavy", markLabel: "thick wavy underline" },
];
