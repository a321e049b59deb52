"use client";
import { Info } from "lucide-react";
import { type KeyboardEvent, useRef, useState } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { categoriesIn, type Family } from "#core/provenance/codebook.ts";
import { CategoryCard } from "../tagging/category-card.tsx";
import styles from "./category-list.module.css";
import { useAskedFocus } from "./use-asked-focus.ts";
import { useUi, useWorkspace } from "./workspace-context.tsx";

type Props = {
  family: Family;
  current?: string | null;
  /** The codebook's entry stands below the list, never beside it. */
  isNarrow?: boolean;
  onPick: (id: string) => void;
};

/**
 * The categories of a family with their digits: what the second key press means. `i` puts the codebook's entry for the
 * one under the arrow keys or the pointer below; it stays until it is put away, for as long as somebody is learning.
 */
export function CategoryList({ family, current = null, isNarrow = false, onPick }: Props) {
  const { codebook, switchedOff, ui } = useWorkspace();
  const isExplaining = useUi((state) => state.isExplaining);
  const categories = categoriesIn(codebook, family.id, switchedOff);
  const [lookedAt, setLookedAt] = useState<string | null>(null);
  const list = useRef<HTMLFieldSetElement>(null);
  const shown =
    categories.find(({ id }) => id === lookedAt) ??
    categories.find(({ id }) => id === current) ??
    categories[0];
  const buttons = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-pick]") ?? [])];
  useAskedFocus("category", () => buttons().find(({ dataset }) => dataset.pick === shown?.id));
  const step = (event: KeyboardEvent) => {
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    const all = buttons();
    const at = all.findIndex((button) => button.matches(":focus"));
    all.at((at + (event.key === "ArrowDown" ? 1 : -1)) % all.length)?.focus();
  };
  return (
    <div className={styles.choose} data-beside={(isExplaining && !isNarrow) || undefined}>
      <fieldset
        ref={list}
        className={styles.list}
        aria-label={`Categories of ${family.label}`}
        onKeyDown={step}
      >
        {categories.map((category) => (
          <div key={category.id} className={styles.row} onPointerEnter={() => setLookedAt(category.id)}>
            <button
              type="button"
              className={styles.item}
              data-family={family.id}
              data-pick={category.id}
              aria-pressed={current === category.id}
              onFocus={() => setLookedAt(category.id)}
              onClick={() => onPick(category.id)}
            >
              <span className={styles.key}>{category.key}</span>
              <span className={styles.words}>
                <span className={styles.label}>{category.label}</span>
                {isExplaining ? null : <span className={styles.definition}>{category.definition}</span>}
              </span>
            </button>
            <IconButton
              size="sm"
              className={styles.about ?? ""}
              icon={<Info />}
              label={`About ${category.label}`}
              aria-pressed={isExplaining && shown === category}
              onClick={() => {
                setLookedAt(category.id);
                ui.set({ isExplaining: !(isExplaining && shown === category) });
              }}
            />
          </div>
        ))}
      </fieldset>
      {isExplaining && shown ? (
        <div role="status" className={styles.card}>
          <CategoryCard category={shown} />
        </div>
      ) : null}
      <p className={styles.keys}>
        <Kbd keys="i" /> {isExplaining ? "puts this away" : "when to take which"} <Kbd keys="d" /> asks you
        step by step
      </p>
    </div>
  );
}
