"use client";
import { useEffect, useRef } from "react";
import { useUi } from "../workspace-context.tsx";
import { useOutlineState, useOutlineStore } from "./outline-context.tsx";

type Rows = {
  readonly count: number;
  readonly current: number;
  /** Brings a row into sight. */
  readonly reveal: (at: number) => void;
  /** The same, and gives it the focus. */
  readonly moveTo: (at: number) => void;
};

/** Puts the focus into the list when that is asked for, and keeps the open claim's row in sight without it. */
export function useTreeFocus(rows: Rows): void {
  const { state } = useOutlineStore();
  const asked = useOutlineState((value) => value.focus);
  const isShown = useUi((value) => value.isSheetOpen);
  const activeId = useUi((value) => value.activeId);
  const latest = useRef(rows);
  latest.current = rows;
  const isEmpty = rows.count === 0;
  const { current } = rows;
  useEffect(() => {
    if (activeId !== null && state.get().current === activeId) latest.current.reveal(current);
  }, [activeId, current, state]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a sheet that is closed cannot take the focus
  useEffect(() => {
    if (asked !== "list" || isEmpty) return;
    state.set({ focus: null });
    latest.current.moveTo(latest.current.current);
  }, [asked, isShown, isEmpty, state]);
}
