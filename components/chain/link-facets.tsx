"use client";
import { useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Link } from "#core/attribution/claim.ts";
import { type FacetLabel, facetLabels } from "#core/provenance/facet-labels.ts";
import type { Basis } from "#core/provenance/facets.ts";
import styles from "./chain-editor.module.css";

type Facet = "act" | "directness" | "cueStance" | "polarity" | "attributionStatus" | "channel";
const facets: readonly { field: Facet; label: string }[] = [
  { field: "act", label: "Act" },
  { field: "directness", label: "Directness" },
  { field: "cueStance", label: "Stance of the cue" },
  { field: "polarity", label: "Polarity" },
  { field: "attributionStatus", label: "Ground rule" },
  { field: "channel", label: "Channel" },
];

/** Facets a link may have beyond the four asked for. */
export function LinkFacets({
  hop,
  onChange,
}: {
  hop: Link;
  onChange: (part: Partial<Link>, label: string) => void;
}) {
  const { canWrite } = useWorkspace();
  const carriedOver = [
    { value: "explicit", label: "No: attributed here" },
    ...optionsOf(facetLabels.basis).map((option) => ({
      ...option,
      label: `Yes: ${option.label.toLowerCase()}`,
    })),
  ];
  const carry = (value: string) =>
    value === "explicit"
      ? onChange({ explicit: true, basis: null }, "Attribute it here")
      : // The options besides "explicit" are the bases.
        onChange({ explicit: false, basis: value as Basis }, "Carry the attribution over");
  return (
    <details className={styles.facets}>
      <summary>More about this link</summary>
      <div className={styles.facetGrid}>
        <div className={styles.wide}>
          <Select
            size="sm"
            label="Carried over from a neighbouring sentence"
            disabled={!canWrite}
            value={hop.explicit ? "explicit" : hop.basis}
            options={carriedOver}
            onValueChange={carry}
          />
        </div>
        {facets.map(({ field, label }) => (
          <Select
            key={field}
            size="sm"
            label={label}
            disabled={!canWrite}
            value={hop[field] as string} // One of its own options below.
            options={optionsOf(facetLabels[field])}
            onValueChange={(value) => onChange({ [field]: value }, `Change: ${label.toLowerCase()}`)}
          />
        ))}
      </div>
    </details>
  );
}

export function optionsOf(labels: Readonly<Record<string, FacetLabel>>) {
  return Object.entries(labels).map(([value, { label, definition }]) => ({
    value,
    label,
    hint: definition || undefined,
  }));
}
