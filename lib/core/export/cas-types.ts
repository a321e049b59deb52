import { facetNames, implicitName, type MarkLabel, markLabels } from "./marks.ts";

/** Types of the DKPro core that INCEpTION builds on. */
const segmentation = "de.tudarmstadt.ukp.dkpro.core.api.segmentation.type";
export const dkpro = {
  sentence: `${segmentation}.Sentence`,
  token: `${segmentation}.Token`,
  metadata: "de.tudarmstadt.ukp.dkpro.core.api.metadata.type.DocumentMetaData",
} as const;

/** The layer of each kind of mark. */
export const spanTypes: Readonly<Record<MarkLabel, string>> = {
  Claim: "custom.Claim",
  Attribution: "custom.ChainLink",
  Source: "custom.SourceMention",
  Cue: "custom.Cue",
  Addressee: "custom.Addressee",
  Hedge: "custom.Hedge",
};

/** INCEpTION's relations stay within a layer, so each layer has its own. */
export function relationType(label: MarkLabel): string {
  return `${spanTypes[label]}Relation`;
}

/** Slots by their feature, with the kind of mark they take. A slot's own type is named after host and feature. */
export const slots = {
  claims: { host: "Attribution", target: "Claim" },
  mentions: { host: "Attribution", target: "Source" },
  cues: { host: "Attribution", target: "Cue" },
  addressees: { host: "Attribution", target: "Addressee" },
  hedges: { host: "Claim", target: "Hedge" },
} as const satisfies Record<string, { readonly host: MarkLabel; readonly target: MarkLabel }>;
export type Slot = keyof typeof slots;

/** The type that stands between a slot and what it takes. */
export function slotType(slot: Slot): string {
  return `${spanTypes[slots[slot].host]}${slot.charAt(0).toUpperCase()}${slot.slice(1)}Link`;
}

/** The name of a feature: as the others write it, but with a small letter. */
export function casName(name: string): string {
  return `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
}

const string = "uima.cas.String";
const strings = "uima.cas.String[]";

type Type = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

function type(
  name: string,
  superType: string,
  features: Readonly<Record<string, string>>,
): readonly [string, Type] {
  const described = Object.entries(features).map(
    ([feature, range]) => [feature, { "%NAME": feature, "%RANGE": range }] as const,
  );
  return [name, { "%NAME": name, "%SUPER_TYPE": superType, ...Object.fromEntries(described) }];
}

const annotation = "uima.tcas.Annotation";
const slotsOf = (host: MarkLabel) =>
  Object.fromEntries(
    slotNames.filter((slot) => slots[slot].host === host).map((slot) => [slot, `${slotType(slot)}[]`]),
  );
const slotNames: readonly Slot[] = ["claims", "mentions", "cues", "addressees", "hedges"];

/** What a layer says of its marks, besides slots. */
const features: Readonly<Record<MarkLabel, Readonly<Record<string, string>>>> = {
  Claim: {
    claimId: string,
    statement: string,
    provenance: string,
    kind: string,
    flags: strings,
    group: string,
  },
  Attribution: {
    order: "uima.cas.Integer",
    category: string,
    sources: strings,
    sourceNames: strings,
    ...Object.fromEntries(Object.values(facetNames).map((name) => [casName(name), string])),
    [casName(implicitName)]: "uima.cas.Boolean",
  },
  Source: {},
  Cue: {},
  Addressee: {},
  Hedge: { hedgeType: string },
};

/** The type system, whole in every file. */
export const casTypes: Readonly<Record<string, Type>> = Object.fromEntries([
  type(dkpro.metadata, "uima.tcas.DocumentAnnotation", {
    documentTitle: string,
    documentId: string,
    documentUri: string,
  }),
  type(dkpro.sentence, annotation, {}),
  type(dkpro.token, annotation, {}),
  ...markLabels.map((label) => type(spanTypes[label], annotation, { ...features[label], ...slotsOf(label) })),
  ...slotNames.map((slot) =>
    type(slotType(slot), "uima.cas.TOP", { role: string, target: spanTypes[slots[slot].target] }),
  ),
  ...markLabels.map((label) =>
    type(relationType(label), annotation, {
      Governor: spanTypes[label],
      Dependent: spanTypes[label],
      relation: string,
    }),
  ),
]);
