"use client";
import { ListTree, X } from "lucide-react";
import { lazy, Suspense, useEffect, useRef } from "react";
import { IconButton } from "#components/ui/icon-button.tsx";
import { leisure } from "#components/ui/leisure.ts";
import styles from "./side-pane.module.css";
import { useActiveClaim, useRows, useUi, useWorkspace } from "./workspace-context.tsx";

// Fetched once the text is there to be read: it is the larger half of the workspace.
const loadInspector = () => import("../inspector/inspector.tsx");
const ClaimPane = lazy(async () => {
  await leisure();
  return { default: (await import("./claim-pane.tsx")).ClaimPane };
});
/** The same element at every render: until its code is here, the list the server wrote stays untouched. */
const claimList = (
  <Suspense fallback={<p className={styles.loading}>Loading the claims…</p>}>
    <ClaimPane />
  </Suspense>
);
const Inspector = lazy(async () => ({ default: (await loadInspector()).Inspector }));

/** The claim one works at, or the list of all; on a phone a sheet over the lower part of the text. */
export function SidePane() {
  const { ui } = useWorkspace();
  const active = useActiveClaim();
  const rows = useRows();
  const isOpen = useUi((state) => state.isSheetOpen);
  const pane = useRef<HTMLElement>(null);
  const id = active?.id;
  useEffect(() => void leisure().then(loadInspector), []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another claim starts at the top
  useEffect(() => {
    pane.current?.scrollTo({ top: 0 });
  }, [id]);
  return (
    <>
      <aside
        ref={pane}
        className={styles.pane}
        data-open={isOpen || undefined}
        aria-label={active ? "Claim" : "Claims"}
      >
        <div className={styles.grip}>
          <IconButton size="sm" icon={<X />} label="Close" onClick={() => ui.set({ isSheetOpen: false })} />
        </div>
        {active ? (
          <Suspense fallback={<p className={styles.loading}>Loading the claim…</p>}>
            <Inspector key={active.id} claim={active} />
          </Suspense>
        ) : (
          claimList
        )}
      </aside>
      {isOpen ? null : (
        <button type="button" className={styles.opener} onClick={() => ui.set({ isSheetOpen: true })}>
          <ListTree aria-hidden="true" />
          {active ? "The claim" : `Claims (${rows.length})`}
        </button>
      )}
    </>
  );
}
