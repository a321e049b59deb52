import type { Hedge, Link } from "#core/attribution/claim.ts";
import { type Codebook, categoryOf } from "#core/provenance/codebook.ts";
import { facetLabels } from "#core/provenance/facet-labels.ts";
import type { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import type { ContentFields, Field } from "#lib/client/workspace/change.ts";

/** Fields of a claim as a sentence names them. */
export const fieldNames: Readonly<Record<Field, string>> = {
  spans: "the marked words",
  statement: "the statement",
  kind: "the kind",
  parentId: "the nesting",
  provenance: "the provenance",
  ownChain: "the chain",
  hedges: "the hedges",
  flags: "the flags",
  sameClaimAs: "“same claim as”",
  groupId: "the group",
};

type Means = { readonly index: CodePointIndex; readonly codebook: Codebook };

/** A field's value in words; for showing versions beside one another, not for reading back. */
export function describeValue<F extends Field>(
  field: F,
  value: ContentFields[F] | undefined,
  means: Means,
): string {
  if (value === undefined || value === null) return "none";
  // Each case knows its field's type by the key; a generic key does not narrow the value.
  switch (field) {
    case "spans":
      return wordsOf(value as readonly Span[], means.index);
    case "ownChain":
      return (
        (value as readonly Link[]).map((hop) => labelOf(means.codebook, hop.category)).join(" ← ") ||
        "no links"
      );
    case "hedges":
      return (value as readonly Hedge[]).map(({ span }) => means.index.slice(span)).join(", ") || "none";
    case "flags":
      return (value as readonly string[]).join(", ") || "none";
    case "provenance":
      return labelOf(means.codebook, value as string);
    case "kind":
      return facetLabels.kind[value as NonNullable<ContentFields["kind"]>].label;
    default:
      return String(value) || "empty";
  }
}

export function wordsOf(spans: readonly Span[], index: CodePointIndex): string {
  return spans.map((span) => `“${index.slice(span)}”`).join(" … ");
}

function labelOf(codebook: Codebook, id: string): string {
  return categoryOf(codebook, id)?.label ?? id;
}
