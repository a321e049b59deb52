"use client";
import { categoriesIn, type Family } from "#core/provenance/codebook.ts";
import styles from "./category-list.module.css";
import { useWorkspace } from "./workspace-context.tsx";

/** The categories of a family with their digits: what the second key press means. */
export function CategoryList({
  family,
  current,
  onPick,
}: {
  family: Family;
  current?: string | null;
  onPick: (id: string) => void;
}) {
  const { codebook, switchedOff } = useWorkspace();
  return (
    <fieldset className={styles.list} aria-label={`Categories of ${family.label}`}>
      {categoriesIn(codebook, family.id, switchedOff).map((category) => (
        <button
          key={category.id}
          type="button"
          className={styles.item}
          data-family={family.id}
          aria-pressed={current === category.id}
          onClick={() => onPick(category.id)}
        >
          <span className={styles.key}>{category.key}</span>
          <span className={styles.words}>
            <span className={styles.label}>{category.label}</span>
            <span className={styles.definition}>{category.definition}</span>
          </span>
        </button>
      ))}
    </fieldset>
  );
}
