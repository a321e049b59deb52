"use client";
import { useEffect, useRef, useState } from "react";

export type Selection = {
  readonly ids: ReadonlySet<string>;
  readonly isAll: boolean;
  /** With Shift held, all between the last one touched and this one go the same way. */
  set(id: string, on: boolean): void;
  setAll(on: boolean): void;
};

/** Which of the rows shown are selected; what leaves the list is not selected any more. */
export function useSelection(rows: readonly { readonly id: string }[]): Selection {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const isShift = useShiftHeld();
  const last = useRef<string | null>(null);
  const shown = rows.map(({ id }) => id);
  const ids = new Set(shown.filter((id) => chosen.has(id)));
  return {
    ids,
    isAll: shown.length > 0 && ids.size === shown.length,
    set(id, on) {
      const range = isShift.current ? between(shown, last.current, id) : [id];
      last.current = id;
      const next = new Set(ids);
      for (const one of range) on ? next.add(one) : next.delete(one);
      setChosen(next);
    },
    setAll(on) {
      last.current = null;
      setChosen(new Set(on ? shown : []));
    },
  };
}

/** From one id to another as they are shown, whichever comes first; without a beginning the other alone. */
export function between(shown: readonly string[], from: string | null, to: string): readonly string[] {
  const [start, end] = [from === null ? -1 : shown.indexOf(from), shown.indexOf(to)];
  if (start < 0 || end < 0) return [to];
  return shown.slice(Math.min(start, end), Math.max(start, end) + 1);
}

/** A checkbox tells that it was pressed, but not with which keys. */
function useShiftHeld() {
  const isHeld = useRef(false);
  useEffect(() => {
    const look = (event: KeyboardEvent | PointerEvent) => {
      isHeld.current = event.shiftKey;
    };
    const kinds = ["keydown", "keyup", "pointerdown"] as const;
    for (const kind of kinds) window.addEventListener(kind, look, { capture: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, look, { capture: true });
    };
  }, []);
  return isHeld;
}
