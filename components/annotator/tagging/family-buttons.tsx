"use client";
import { families } from "#components/provenance-legend/families.ts";
import { FamilySwatch } from "#components/provenance-legend/provenance-legend.tsx";
import { VisuallyHidden } from "#components/ui/visually-hidden.tsx";
import { useActions } from "../workspace/use-actions.ts";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./family-buttons.module.css";

type Props = {
  /** What the choice is about. */
  label: string;
  /** Of the family whose categories are shown. */
  openKey: number | null;
};

/** One button a provenance family, as its digit: pressed, its categories are offered. */
export function FamilyButtons({ label, openKey }: Props) {
  const { ui } = useWorkspace();
  const { pressDigit } = useActions();
  return (
    <fieldset className={styles.families} aria-label={label}>
      {families.map((paint) => (
        <button
          key={paint.id}
          type="button"
          className={styles.family}
          data-family={paint.id}
          title={`${paint.label} (${paint.key})`}
          aria-expanded={String(openKey) === paint.key}
          onClick={() => {
            ui.set({ familyKey: null });
            pressDigit(Number(paint.key));
          }}
        >
          <VisuallyHidden>{paint.label}, key </VisuallyHidden>
          {paint.key}
          <FamilySwatch family={paint} />
        </button>
      ))}
    </fieldset>
  );
}
