"use client";
import { Unplug } from "lucide-react";
import { useEffect } from "react";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { useUi, useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./presence.module.css";

/** A line that breaks off for a moment is not worth a word; the style sheet waits as long. */
const WORTH_A_WORD_MS = 3_000;
const WORDS =
  "What others do is not shown at the moment. It is tried again and again; your own work goes on.";

/** Says when others' doings do not come in. */
export function LiveState() {
  const { announce } = useWorkspace();
  const isLive = useUi((state) => state.isLive);
  useEffect(() => {
    if (isLive) return;
    const timer = setTimeout(() => announce(WORDS), WORTH_A_WORD_MS);
    return () => clearTimeout(timer);
  }, [isLive, announce]);
  return isLive ? null : (
    <Tooltip content={WORDS}>
      <button type="button" className={styles.notLive}>
        <Unplug aria-hidden="true" /> Not live
      </button>
    </Tooltip>
  );
}
