import type { ReactNode } from "react";
import styles from "./facts.module.css";

/** Small facts in a row, a dot between two. */
export function Facts({ children }: { children: ReactNode }) {
  return <p className={styles.facts}>{children}</p>;
}
