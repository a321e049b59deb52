import type { Category } from "#core/provenance/codebook.ts";
import styles from "./category-card.module.css";

/** What the codebook says of a category: definition, example, what it is not, and the rule that decides. */
export function CategoryCard({ category }: { category: Category }) {
  const { label, definition, example, notToBeConfusedWith, decisionRule } = category;
  return (
    <section className={styles.card} aria-label={`About ${label}`} data-family={category.family}>
      <p className={styles.label}>{label}</p>
      <p>{definition}.</p>
      {example ? <p className={styles.example}>{example}</p> : null}
      <dl className={styles.facts}>
        <dt>Take it when</dt>
        <dd>{decisionRule}.</dd>
        {notToBeConfusedWith ? (
          <>
            <dt>Not to be confused with</dt>
            <dd>{notToBeConfusedWith}.</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}
