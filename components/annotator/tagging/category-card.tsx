import type { Category } from "#core/provenance/codebook.ts";
import styles from "./category-card.module.css";

/** What the codebook says of a category: definition, example, what it is not, and the rule that decides. */
export function CategoryCard({ category }: { category: Category }) {
  const { label, definition, example, notToBeConfusedWith, decisionRule } = category;
  return (
    <section className={styles.card} aria-label={`About ${label}`} data-family={category.family}>
      <p className={styles.label}>{label}</p>
      {definition ? <p>{sentence(definition)}</p> : null}
      {example ? <p className={styles.example}>{example}</p> : null}
      <dl className={styles.facts}>
        {decisionRule ? (
          <>
            <dt>Take it when</dt>
            <dd>{sentence(decisionRule)}</dd>
          </>
        ) : null}
        {notToBeConfusedWith ? (
          <>
            <dt>Not to be confused with</dt>
            <dd>{sentence(notToBeConfusedWith)}</dd>
          </>
        ) : null}
      </dl>
    </section>
  );
}

/** Words of a codebook end without a full stop; those that people write may have one. */
const sentence = (words: string) => (/[.!?…]$/u.test(words.trim()) ? words : `${words}.`);
