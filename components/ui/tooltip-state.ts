import type { ReactNode } from "react";

export type ShownTooltip = {
  readonly element: Element;
  readonly content: ReactNode;
  readonly shortcut?: string | undefined;
  readonly side: "top" | "bottom" | "left" | "right";
};

export type TooltipState = {
  /** Stays while the tooltip fades. */
  readonly shown: ShownTooltip | null;
  readonly isOpen: boolean;
};

const OPEN_AFTER = 450;
/** Long enough to cross the gap to the tooltip itself, which may be pointed at too (WCAG 1.4.13). */
const CLOSE_AFTER = 120;

/** What the element opened lies where its tooltip would. */
const hasOpened = (element: Element) => element.getAttribute("aria-expanded") === "true";

export type Tooltips = ReturnType<typeof createTooltips>;

/** After a first tooltip the next ones open at once, as long as one is still there. */
export function createTooltips() {
  let state: TooltipState = { shown: null, isOpen: false };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: TooltipState) => {
    clearTimeout(timer);
    state = next;
    for (const listener of listeners) listener();
  };
  const close = () => set({ ...state, isOpen: false });
  const show = (shown: ShownTooltip) => {
    if (!hasOpened(shown.element)) set({ shown, isOpen: true });
  };
  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    show,
    showSoon: (shown: ShownTooltip) => {
      clearTimeout(timer);
      if (state.isOpen) show(shown);
      else timer = setTimeout(() => show(shown), OPEN_AFTER);
    },
    keep: () => clearTimeout(timer),
    leave: () => {
      clearTimeout(timer);
      timer = setTimeout(close, CLOSE_AFTER);
    },
    close,
    /** What it stood at may have left the page. */
    closeIfGone: () => {
      if (state.isOpen && state.shown && !state.shown.element.isConnected) close();
    },
  };
}
