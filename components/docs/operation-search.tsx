"use client";
import { useDeferredValue, useId, useState } from "react";
import styles from "./operation-search.module.css";

export type Found = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly href: string;
};

const MOST_SHOWN = 12;

/** Looks through all operations by what they are called, where they are and what they do. */
export function OperationSearch({ operations }: { operations: readonly Found[] }) {
  const [query, setQuery] = useState("");
  const id = useId();
  const words = useDeferredValue(query).toLowerCase().split(/\s+/u).filter(Boolean);
  const found = words.length === 0 ? [] : operations.filter((one) => words.every((word) => isIn(one, word)));
  return (
    <search className={styles.search}>
      <label htmlFor={id} className={styles.label}>
        Find an operation
      </label>
      <input
        id={id}
        type="search"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        placeholder="claims, POST, review…"
        autoComplete="off"
        className={styles.input}
      />
      <p className={styles.count} aria-live="polite">
        {words.length === 0 ? "" : said(found.length)}
      </p>
      {found.length > 0 ? (
        <ul className={styles.results}>
          {found.slice(0, MOST_SHOWN).map(({ id: operation, method, path, summary, href }) => (
            <li key={operation}>
              <a href={href} className={styles.result} title={summary}>
                <span className={styles.method}>{method}</span>
                <span className={styles.path}>{path}</span>
              </a>
            </li>
          ))}
        </ul>
      ) : null}
    </search>
  );
}

function isIn({ id, method, path, summary }: Found, word: string): boolean {
  return [id, method, path, summary].some((text) => text.toLowerCase().includes(word));
}

function said(count: number): string {
  if (count === 0) return "Nothing found.";
  return count > MOST_SHOWN ? `The first ${MOST_SHOWN} of ${count}` : `${count} found`;
}
