import styles from "./spinner.module.css";

/** With a label it announces itself; without one it is decoration beside words that already do. */
export function Spinner({ label, size = 16 }: { label?: string; size?: number }) {
  return (
    <span
      className={styles.spinner}
      style={{ width: size, height: size }}
      role={label ? "status" : undefined}
      aria-hidden={label ? undefined : true}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.25" />
        <path d="M8 1.75a6.25 6.25 0 0 1 6.25 6.25" />
      </svg>
      {label ? <span className={styles.label}>{label}</span> : null}
    </span>
  );
}
