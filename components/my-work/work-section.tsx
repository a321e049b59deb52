import { Fragment, type ReactNode, useId } from "react";
import styles from "./my-work.module.css";

type Props<T> = {
  title: string;
  items: readonly T[];
  keyOf: (item: T) => string;
  children: (item: T) => ReactNode;
};

/** A named list of what waits; nothing at all where nothing does. */
export function WorkSection<T>({ title, items, keyOf, children }: Props<T>) {
  const id = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={id} className={styles.section}>
      <h2 id={id} className={styles.heading}>
        {title} <span className={styles.count}>{items.length}</span>
      </h2>
      <ul className={styles.list}>
        {items.map((item) => (
          <Fragment key={keyOf(item)}>{children(item)}</Fragment>
        ))}
      </ul>
    </section>
  );
}
