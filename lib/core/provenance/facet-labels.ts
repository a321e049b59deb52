import labels from "./facet-labels.codebook.json" with { type: "json" };
import type {
  Act,
  AttributionStatus,
  Basis,
  Channel,
  ClaimFlag,
  ClaimKind,
  Confidence,
  CueStance,
  Directness,
  DocumentType,
  Fidelity,
  HedgeType,
  Identification,
  Polarity,
  SourceType,
  Verification,
} from "./facets.ts";

/** What a value is called, and what it means where the name does not say. */
export type FacetLabel = { readonly label: string; readonly definition: string };

type Labels<Value extends string> = Readonly<Record<Value, FacetLabel>>;

/** Labels of every facet value, by facet. Ids are in `facets.ts`; the types hold the two lists equal. */
export const facetLabels: {
  readonly kind: Labels<ClaimKind>;
  readonly act: Labels<Act>;
  readonly directness: Labels<Directness>;
  readonly cueStance: Labels<CueStance>;
  readonly polarity: Labels<Polarity>;
  readonly basis: Labels<Basis>;
  readonly attributionStatus: Labels<AttributionStatus>;
  readonly channel: Labels<Channel>;
  readonly hedge: Labels<HedgeType>;
  readonly flag: Labels<ClaimFlag>;
  readonly sourceType: Labels<SourceType>;
  readonly documentType: Labels<DocumentType>;
  readonly identification: Labels<Identification>;
  readonly fidelity: Labels<Fidelity>;
  readonly verification: Labels<Verification>;
  readonly confidence: Labels<Confidence>;
} = labels;
