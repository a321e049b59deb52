import { facetLabels } from "#core/provenance/facet-labels.ts";
import {
  type DocumentType,
  documentTypes,
  type Identification,
  identifications,
  type SourceType,
  sourceTypes,
} from "#core/provenance/facets.ts";

export const typeLabel = (type: SourceType) => facetLabels.sourceType[type].label;
export const identificationLabel = (value: Identification) => facetLabels.identification[value].label;

export const typeOptions = sourceTypes.map((value) => ({ value, label: typeLabel(value) }));
export const identificationOptions = identifications.map((value) => ({
  value,
  label: identificationLabel(value),
}));
export const documentTypeOptions = documentTypes.map((value: DocumentType) => ({
  value,
  label: facetLabels.documentType[value].label,
}));

/** Nobody is named: such an entry belongs to one article (rules.md 1). */
export function isAnonymous(value: Identification): boolean {
  return value === "unnamed_described" || value === "undescribed";
}
