import styles from "./skeleton.module.css";

/** Holds the place of what is loading, at its size, so that nothing jumps. */
export function Skeleton({ width = "100%", height = "1em" }: { width?: string; height?: string }) {
  return <span className={styles.skeleton} style={{ width, height }} aria-hidden="true" />;
}

export function SkeletonLines({ lines = 3, label = "Loading" }: { lines?: number; label?: string }) {
  const widths = ["100%", "94%", "97%", "62%"];
  return (
    <div className={styles.lines} role="status" aria-label={label}>
      {Array.from({ length: lines }, (_, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity but their place
        <Skeleton key={at} width={at === lines - 1 ? "62%" : widths[at % 3]} height="0.9em" />
      ))}
    </div>
  );
}
