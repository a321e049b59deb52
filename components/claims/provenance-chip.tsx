import { cx } from "#components/ui/cx.ts";
import { type Codebook, categoryOf, familyOf } from "#core/provenance/codebook.ts";
import styles from "./provenance-chip.module.css";

export type ProvenanceChipProps = {
  codebook: Codebook;
  category: string;
  /** Carried-over attribution: dashed. */
  isCarriedOver?: boolean;
  /** Family name before the category's, where the colour alone would have to say it. */
  withFamily?: boolean;
};

/** A category in its family's paint: the same underline and colour as in the text. */
export function ProvenanceChip({
  codebook,
  category,
  isCarriedOver = false,
  withFamily = false,
}: ProvenanceChipProps) {
  const family = familyOf(codebook, category);
  const label = categoryOf(codebook, category)?.label ?? category;
  const prefix =
    withFamily && family && !label.toLowerCase().startsWith(family.label.toLowerCase())
      ? `${family.label} · `
      : "";
  return (
    <span className={styles.chip} data-family={family?.id ?? "unclear"}>
      <span
        className={cx("family-mark", styles.words)}
        data-family={family?.id ?? "unclear"}
        data-carried={isCarriedOver || undefined}
      >
        {prefix}
        {label}
      </span>
    </span>
  );
}
