"use client";
import { ChevronDown, CircleHelp } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { targetHere } from "#components/annotator/tagging/take-over.ts";
import { CategoryList } from "#components/annotator/workspace/category-list.tsx";
import { useActions } from "#components/annotator/workspace/use-actions.ts";
import { useUi, useWorkspace } from "#components/annotator/workspace/workspace-context.tsx";
import { ProvenanceChip } from "#components/claims/provenance-chip.tsx";
import { Button } from "#components/ui/button.tsx";
import { cx } from "#components/ui/cx.ts";
import { Popover } from "#components/ui/popover.tsx";
import { familyOf } from "#core/provenance/codebook.ts";
import styles from "./category-picker.module.css";

type Props = {
  /** Null while none is chosen yet. */
  current: string | null;
  /** The digits pressed anywhere in the workspace mean this one. */
  isForActive: boolean;
  onPick: (category: string) => void;
};

/** A category and, pressed, all of them: families across, categories below, the same digits as everywhere. */
export function CategoryPicker({ current, isForActive, onPick }: Props) {
  const workspace = useWorkspace();
  const { codebook, ui } = workspace;
  const { pressDigit } = useActions();
  const awaited = useUi((state) => (state.selection || state.isChoosing ? null : state.familyKey));
  const [isOpen, setOpen] = useState(false);
  const [looked, setLooked] = useState<number | null>(null);
  const digitFamily = isForActive ? awaited : null;
  const shownKey = digitFamily ?? looked ?? (current === null ? null : familyOf(codebook, current))?.key ?? 1;
  const family = codebook.families.find(({ key }) => key === shownKey);
  const close = () => {
    setOpen(false);
    setLooked(null);
    ui.set({ familyKey: null });
  };
  // Once one is picked, whoever needs the focus next asks for it.
  const isPicked = useRef(false);
  const pick = (category: string) => {
    isPicked.current = true;
    close();
    onPick(category);
  };
  const askDecision = () => {
    const target = targetHere(workspace);
    isPicked.current = true;
    close();
    if (target) ui.set({ asking: { kind: "decision", target } });
  };
  const pressFamily = (digit: number) => {
    if (!isForActive) return setLooked(digit);
    isPicked.current = true;
    pressDigit(digit);
    if (ui.get().familyKey === null) close();
    else isPicked.current = false;
  };
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "i") ui.set({ isExplaining: !ui.get().isExplaining });
    else if (event.key === "d") askDecision();
    // From the families into their categories; within those the list moves by itself.
    else if (event.key === "ArrowDown" && !event.defaultPrevented) ui.set({ focus: { field: "category" } });
    else if (/^[1-9]$/.test(event.key)) pressFamily(Number(event.key));
    else return;
    event.preventDefault();
  };
  return (
    <Popover
      open={isOpen || digitFamily !== null}
      onOpenChange={(next) => {
        isPicked.current = false;
        if (next) setOpen(true);
        else close();
      }}
      align="end"
      returnsFocus={() => !isPicked.current}
      trigger={
        <button type="button" className={styles.trigger}>
          {current === null ? (
            "Choose the category"
          ) : (
            <ProvenanceChip codebook={codebook} category={current} withFamily />
          )}
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
        {family ? <CategoryList family={family} current={current} isNarrow onPick={pick} /> : null}
        <Button size="sm" variant="quiet" icon={<CircleHelp />} onClick={askDecision}>
          Ask me step by step
        </Button>
      </div>
    </Popover>
  );
}
