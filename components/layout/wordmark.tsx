import styles from "./wordmark.module.css";

/** The name, after three links of a chain. */
export function Wordmark({ size = "md" }: { size?: "md" | "lg" }) {
  return (
    <span className={styles.wordmark} data-size={size}>
      <svg viewBox="0 0 26 12" aria-hidden="true">
        <path d="M4.2 6h4.3M17.5 6h4.3" />
        <circle cx="13" cy="6" r="4.2" />
        <circle cx="2.6" cy="6" r="1.9" className={styles.end} />
        <circle cx="23.4" cy="6" r="1.9" className={styles.end} />
      </svg>
      <span className={styles.name}>Sourceline</span>
    </span>
  );
}
