import { Plus } from "lucide-react";
import { families } from "#components/provenance-legend/families.ts";
import { FamilySwatch } from "#components/provenance-legend/provenance-legend.tsx";
import { Button } from "#components/ui/button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { type Codebook, categoriesIn, categoryOf, type Family } from "#core/provenance/codebook.ts";
import { CategoryItem } from "./category-item.tsx";
import styles from "./codebook.module.css";
import type { Editing } from "./codebook-screen.tsx";
import { retiredIn } from "./draft.ts";
import type { DraftState } from "./use-draft.ts";

type Props = {
  family: Family;
  /** What is published. */
  before: Codebook;
  draft: DraftState;
  uses: ReadonlyMap<string, number>;
  /** Null for those who may only read. */
  onEdit: ((editing: Editing) => void) | null;
};

/** A family in its paint, with its categories in the order of their digits, and the retired ones below. */
export function FamilyPart({ family, before, draft, uses, onEdit }: Props) {
  const { codebook } = draft;
  const paint = families.find(({ id }) => id === family.id);
  const offered = categoriesIn(codebook, family.id);
  const retired = retiredIn(codebook, family.id);
  const item = (id: string) => {
    const category = categoryOf(codebook, id);
    return category ? (
      <CategoryItem
        key={id}
        {...{ category, draft, onEdit }}
        before={categoryOf(before, id)}
        claims={uses.get(id) ?? 0}
      />
    ) : null;
  };
  return (
    <section className={styles.family} aria-label={family.label} data-family={family.id}>
      <header className={styles.familyHead}>
        <h3 className={styles.familyName}>
          <Kbd keys={String(family.key)} />
          {paint ? <FamilySwatch family={paint} /> : null}
          {family.label}
        </h3>
        <p className={styles.quiet}>{family.definition}</p>
        {onEdit ? (
          <Button
            size="sm"
            variant="quiet"
            icon={<Plus />}
            aria-label={`Add a category under ${family.label}`}
            onClick={() => onEdit({ kind: "add", family: family.id })}
          >
            Add
          </Button>
        ) : null}
      </header>
      <ol className={styles.categories}>{offered.map(({ id }) => item(id))}</ol>
      {retired.length > 0 ? (
        <details className={styles.retired}>
          <summary>{retired.length} retired</summary>
          <ul className={styles.categories}>{retired.map(({ id }) => item(id))}</ul>
        </details>
      ) : null}
    </section>
  );
}
