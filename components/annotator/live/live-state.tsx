"use client";
import { Unplug } from "lucide-react";
import { useUi } from "../workspace/workspace-context.tsx";
import styles from "./presence.module.css";

/** Says when others' doings do not come in. A line that breaks off for a moment is not worth a word. */
export function LiveState() {
  const isLive = useUi((state) => state.isLive);
  return isLive ? null : (
    <span
      className={styles.notLive}
      title="What others do is not shown at the moment. It is tried again all the time; your own work goes on."
    >
      <Unplug aria-hidden="true" /> Not live
    </span>
  );
}
