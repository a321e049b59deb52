"use client";
import { X } from "lucide-react";
import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useWorkspace } from "../workspace/workspace-context.tsx";
import styles from "./asking-panel.module.css";

type Props = {
  title: string;
  onLeave: () => void;
  onKey: (event: KeyboardEvent) => boolean;
  children: ReactNode;
};

/** A question beside the text, which stays in sight: it is answered by reading. Keys are its own while it has the focus. */
export function AskingPanel({ title, onLeave, onKey, children }: Props) {
  const { ui } = useWorkspace();
  const panel = useRef<HTMLDivElement>(null);
  const titleId = useId();
  useEffect(() => {
    const before = document.activeElement;
    panel.current?.focus({ preventScroll: true });
    // On a phone the sheet would leave nothing of the text to be read.
    ui.set({ isSheetOpen: false });
    return () => {
      if (before instanceof HTMLElement && before.isConnected && isLost())
        before.focus({ preventScroll: true });
    };
  }, [ui]);
  const press = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") onLeave();
    else if (!onKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      ref={panel}
      className={styles.panel}
      role="dialog"
      aria-labelledby={titleId}
      tabIndex={-1}
      onKeyDown={press}
      // A click must not take the selection away that the question is about.
      onPointerDown={(event) => event.preventDefault()}
    >
      <header className={styles.head}>
        <h2 id={titleId} className={styles.title}>
          {title}
        </h2>
        <IconButton size="sm" icon={<X />} label="Leave" shortcut="Esc" onClick={onLeave} />
      </header>
      {children}
    </div>
  );
}

/** What had the focus is gone, or nobody asked for it since. */
function isLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
