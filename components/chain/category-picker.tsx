"use client";
import { ChevronDown } from "lucide-react";
import { type KeyboardEvent, useState } from "react";
import { CategoryList } from "#components/annotator/workspace/category-list.tsx";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import { useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { cx } from "#components/ui/cx.ts";
import { Popover } from "#components/ui/popover.tsx";
import { categoryOf, familyOf, isUnclear } from "#core/provenance/codebook.ts";
import styles from "./category-picker.module.css";

type Props = {
  current: string;
  /** The digits pressed anywhere in the workspace mean this one. */
  isForActive: boolean;
  onPick: (category: string) => void;
};

/** A category and, pressed, all of them: families across, categories below, the same digits as everywhere. */
export function CategoryPicker({ current, isForActive, onPick }: Props) {
  const { codebook, ui } = useWorkspace();
  const { pressDigit } = useActions();
  const awaited = useUi((state) => (state.selection ? null : state.familyKey));
  const [isOpen, setOpen] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const digitFamily = isForActive ? awaited : null;
  const shownKey = digitFamily ?? looked ?? familyOf(codebook, current)?.key ?? 1;
  const family = codebook.families.find(({ key }) => key === shownKey);
  const rule = isUnclear(codebook, current) ? null : categoryOf(codebook, current)?.decisionRule;
  const close = () => {
    setOpen(false);
    setLooked(null);
    ui.set({ familyKey: null });
  };
  const pick = (category: string) => {
    close();
    onPick(category);
  };
  const press = (event: KeyboardEvent) => {
    if (!/^[1-9]$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (isForActive) {
      pressDigit(Number(event.key));
      if (ui.get().familyKey === null) close();
    } else setLooked(Number(event.key));
  };
  return (
    <Popover
      open={isOpen || digitFamily !== null}
      onOpenChange={(next) => (next ? setOpen(true) : close())}
      align="end"
      trigger={
        <button type="button" className={styles.trigger}>
          <ProvenanceChip codebook={codebook} category={current} withFamily />
          <ChevronDown aria-hidden="true" />
        </button>
      }
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits work on everything inside */}
      <div className={styles.picker} onKeyDown={press}>
        <fieldset className={styles.families} aria-label="Families">
          {codebook.families.map(({ id, key, label }) => (
            <button
              key={id}
              type="button"
              className={cx(styles.family, key === shownKey && styles.shown)}
              data-family={id}
              aria-pressed={key === shownKey}
              onClick={() => {
                ui.set({ familyKey: null });
                setOpen(true);
                setLooked(key);
              }}
            >
              <span className={styles.key}>{key}</span>
              {label}
            </button>
          ))}
        </fieldset>
        {family ? <CategoryList family={family} current={current} onPick={pick} /> : null}
        {rule ? <p className={styles.rule}>Now: {rule}.</p> : null}
      </div>
    </Popover>
  );
}
