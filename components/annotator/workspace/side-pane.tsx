"use client";
import { ListTree, X } from "lucide-react";
import { type Ref, type RefObject, Suspense, useEffect, useRef } from "react";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Kbd } from "#components/ui/kbd.tsx";
import { lazily } from "#components/ui/lazily.ts";
import { leisure } from "#components/ui/leisure.ts";
import type { ClaimView } from "#lib/client/workspace/change.ts";
import { useOutlineState, useOutlineStore } from "./outline/outline-context.tsx";
import { useIsWide } from "./outline/use-is-wide.ts";
import styles from "./side-pane.module.css";
import { useSheet } from "./use-sheet.ts";
import { useActiveClaim, useRows, useStatus, useUi, useWorkspace } from "./workspace-context.tsx";

// Fetched once the text is there to be read: it is the larger half of the workspace.
const loadInspector = () => import("../inspector/inspector.tsx");
const ClaimPane = lazily(async () => {
  await leisure();
  return (await import("./claim-pane.tsx")).ClaimPane;
});
const waiting = <p className={styles.loading}>Loading the claims…</p>;
const CommentsPanel = lazily(async () => (await import("./comments-panel.tsx")).CommentsPanel);
const Inspector = lazily(async () => (await loadInspector()).Inspector);

/** The list before the text, where there is room for it beside text and claim. */
export function ListPane() {
  const isWide = useIsWide();
  if (!isWide) return null;
  return (
    <aside className={styles.pane} data-place="start" aria-label="Claims">
      <ClaimList />
    </aside>
  );
}

/** The claim one works at, or the list of all; on a phone a sheet over the lower part of the text. */
export function SidePane() {
  const { ui } = useWorkspace();
  const isWide = useIsWide();
  const isOpen = useUi((state) => state.isSheetOpen);
  const hasComments = useUi((state) => state.comments !== null);
  const pane = useRef<HTMLElement>(null);
  const shown = useClaimShown(isWide);
  const id = shown?.id ?? null;
  useEffect(() => void leisure().then(loadInspector), []);
  useFocusAcross(pane, id);
  const isScrolled = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another claim starts at the top
  useEffect(() => {
    // Only where there is a way back: to ask for it makes the browser lay the page out once more.
    if (isScrolled.current) pane.current?.scrollTo({ top: 0 });
    isScrolled.current = false;
  }, [id]);
  const sheet = useSheet(pane, shown === null, () => ui.set({ isSheetOpen: false, comments: null }));
  return (
    <>
      <aside
        ref={pane}
        className={styles.pane}
        data-open={isOpen || undefined}
        data-list={!shown || undefined}
        data-tall={sheet.isTall || undefined}
        tabIndex={-1}
        aria-label={nameOf(shown, hasComments)}
        onScroll={() => {
          isScrolled.current = true;
        }}
      >
        <div className={styles.grip}>
          <button
            type="button"
            className={styles.handle}
            aria-label={sheet.isTall ? "Make the sheet smaller" : "Make the sheet taller"}
            {...sheet.handle}
          />
          <IconButton size="sm" icon={<X />} label="Close" onClick={sheet.close} />
        </div>
        <Content shown={shown} isWide={isWide} hasComments={hasComments} />
      </aside>
      {isOpen ? null : <Opener onOpen={sheet.open} shows={shown ? "claim" : "list"} ref={sheet.opener} />}
    </>
  );
}

/** Made by the browser, once there are claims to list: the server knows none, and would say that there are none. */
function ClaimList() {
  const loading = useStatus("loading");
  if (loading === "failed") return <p className={styles.loading}>The claims could not be loaded.</p>;
  if (loading === "loading") return waiting;
  return (
    <Suspense fallback={waiting}>
      <ClaimPane />
    </Suspense>
  );
}

function nameOf(shown: ClaimView | null, hasComments: boolean): string {
  if (hasComments) return "Comments";
  return shown ? "Claim" : "Claims";
}

type ContentProps = { shown: ClaimView | null; isWide: boolean; hasComments: boolean };

function Content({ shown, isWide, hasComments }: ContentProps) {
  if (hasComments) return <Comments />;
  if (shown) return <Opened claim={shown} />;
  return isWide ? <NoneOpen /> : <ClaimList />;
}

function Comments() {
  return (
    <Suspense fallback={<p className={styles.loading}>Loading the comments…</p>}>
      <CommentsPanel />
    </Suspense>
  );
}

function Opened({ claim }: { claim: ClaimView }) {
  return (
    <Suspense fallback={<p className={styles.loading}>Loading the claim…</p>}>
      <Inspector key={claim.id} claim={claim} />
    </Suspense>
  );
}

type OpenerProps = {
  onOpen: () => void;
  shows: "claim" | "list";
  ref: Ref<HTMLButtonElement>;
};

function Opener({ onOpen, shows, ref }: OpenerProps) {
  const { ui } = useWorkspace();
  const rows = useRows();
  const open = () => {
    ui.set({ isSheetOpen: true });
    onOpen();
  };
  return (
    <button ref={ref} type="button" className={styles.opener} onClick={open}>
      <ListTree aria-hidden="true" />
      {shows === "claim" ? "The claim" : `Claims (${rows.length.toLocaleString("en")})`}
    </button>
  );
}

function NoneOpen() {
  return (
    <EmptyState title="No claim open">
      Choose one in the list or in the text, or go through them with <Kbd keys="j" /> and <Kbd keys="k" />.
    </EmptyState>
  );
}

/** The open claim, unless the list stands over it; which it does over one claim, not over the next that is opened. */
function useClaimShown(isWide: boolean): ClaimView | null {
  const { state } = useOutlineStore();
  const active = useActiveClaim();
  const activeId = active?.id ?? null;
  const isListOver = useOutlineState((value) => value.isListOver);
  useEffect(() => {
    state.set({ isListOver: false, ...(activeId === null ? {} : { current: activeId }) });
  }, [activeId, state]);
  return isWide || !isListOver ? active : null;
}

/** Where list, choice and claim change places, the focus goes from the one to the other instead of being lost. */
function useFocusAcross(pane: RefObject<HTMLElement | null>, id: string | null): void {
  const { state } = useOutlineStore();
  const before = useRef(id);
  useEffect(() => {
    const had = before.current;
    before.current = id;
    const at = document.activeElement;
    const isLost = at === document.body || at === pane.current;
    if (isLost && id === null && had !== null) state.set({ focus: "list" });
    if (isLost && id !== null && state.get().hadFocus) pane.current?.focus({ preventScroll: true });
    state.set({ hadFocus: false });
  }, [id, pane, state]);
}
