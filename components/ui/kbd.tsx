import { cx } from "./cx.ts";
import styles from "./kbd.module.css";

const signs: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
};

/** `keys` as written in key maps: "Ctrl-Shift-Z" is one chord, "g a" is two presses. */
export function Kbd({ keys, tone = "plain" }: { keys: string; tone?: "plain" | "inverse" }) {
  const presses = keys.split(" ").filter(Boolean);
  return (
    <span className={cx(styles.keys, tone === "inverse" && styles.inverse)}>
      {presses.map((press, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: "g g" repeats a press; the position is its identity
        <span key={at} className={styles.chord}>
          {press.split(/-(?=.)/).map((part) => (
            <kbd key={part} className={styles.key}>
              {signs[part] ?? part}
            </kbd>
          ))}
        </span>
      ))}
    </span>
  );
}
