"use client";
import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";

/** Shares of the window's height: let go below the first the sheet closes, above the second it grows tall. */
const CLOSES_BELOW = 0.25;
const GROWS_ABOVE = 0.62;
/** A press that moves less than this is a press, not a drag. */
const SLACK = 6;

/** The sheet of narrow screens: dragged by its handle, or made taller, smaller and closed by pressing. */
export function useSheet(pane: RefObject<HTMLElement | null>, isList: boolean, onClose: () => void) {
  const [isTall, setIsTall] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const goes = useRef<"to-sheet" | "to-opener" | null>(null);
  const drag = useRef<{ from: number; height: number; moved: boolean } | null>(null);
  // The button that was pressed goes with the press: its counterpart takes the focus.
  useEffect(() => {
    if (goes.current === "to-opener") opener.current?.focus();
    if (goes.current === "to-sheet") pane.current?.focus({ preventScroll: true });
    goes.current = null;
  });
  // Whoever opens a claim out of the list wants to see where it stands.
  useEffect(() => {
    if (!isList) setIsTall(false);
  }, [isList]);
  const close = () => {
    goes.current = "to-opener";
    setIsTall(false);
    onClose();
  };
  const settle = (height: number) => {
    const share = height / window.innerHeight;
    if (share < CLOSES_BELOW) close();
    else setIsTall(share > GROWS_ABOVE);
  };
  return {
    isTall,
    opener,
    open: () => {
      goes.current = "to-sheet";
    },
    close,
    handle: {
      onPointerDown: (event: PointerEvent<HTMLButtonElement>) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        drag.current = { from: event.clientY, height: pane.current?.offsetHeight ?? 0, moved: false };
      },
      onPointerMove: (event: PointerEvent<HTMLButtonElement>) => {
        const at = drag.current;
        if (!at || !pane.current) return;
        const by = at.from - event.clientY;
        at.moved ||= Math.abs(by) > SLACK;
        if (at.moved) pane.current.style.height = `${Math.max(0, at.height + by)}px`;
      },
      onPointerUp: () => {
        if (drag.current?.moved) settle(pane.current?.offsetHeight ?? 0);
        if (pane.current) pane.current.style.height = "";
      },
      onPointerCancel: () => {
        drag.current = null;
        if (pane.current) pane.current.style.height = "";
      },
      onClick: () => {
        if (!drag.current?.moved) setIsTall((was) => !was);
        drag.current = null;
      },
    },
  };
}
