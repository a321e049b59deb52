"use client";
import { defaultRangeExtractor, type Range, useVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useCallback, useLayoutEffect, useRef } from "react";

/** Rows drawn beyond what is in sight, so that a quick turn of the wheel shows no gap. */
const BEYOND = 8;
/** Before the page has been laid out, and on the server: about a screenful. */
const FIRST_SIGHT = { width: 400, height: 640 };

type Options = {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly keys: readonly string[];
  readonly estimate: number;
  /** The row that takes the focus; it is drawn wherever the list is scrolled to. */
  readonly current: number;
  readonly initialOffset?: number;
};

/**
 * A list of which only the rows in sight are drawn. The row that has the focus is among them wherever the list is
 * scrolled to; when it goes, the row in its place takes the focus instead of the page.
 */
export function useVirtualRows({ scroller, keys, estimate, current, initialOffset = 0 }: Options) {
  const withCurrent = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      if (current < 0 || current >= range.count || drawn.includes(current)) return drawn;
      return [...drawn, current].sort((one, other) => one - other);
    },
    [current],
  );
  const virtual = useVirtualizer({
    count: keys.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => estimate,
    getItemKey: useCallback((at: number) => keys[at] ?? at, [keys]),
    overscan: BEYOND,
    rangeExtractor: withCurrent,
    initialRect: FIRST_SIGHT,
    initialOffset,
  });
  const focus = useKeptFocus(scroller, keys, current);
  const moveTo = useCallback(
    (at: number) => {
      virtual.scrollToIndex(at, { align: "auto" });
      focus.ask();
    },
    [virtual, focus],
  );
  return { virtual, moveTo, focusProps: focus.props };
}

function useKeptFocus(scroller: RefObject<HTMLElement | null>, keys: readonly string[], current: number) {
  const isAsked = useRef(false);
  const isWithin = useRef(false);
  const take = useCallback(() => {
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${current}"]`);
    const target = row?.hasAttribute("tabindex") ? row : row?.querySelector<HTMLElement>("[tabindex]");
    target?.focus({ preventScroll: true });
    return target !== null && target !== undefined;
  }, [scroller, current]);
  const latest = useRef(take);
  latest.current = take;
  useLayoutEffect(() => {
    if (isAsked.current) isAsked.current = !take();
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other rows may have taken the focused one away
  useLayoutEffect(() => {
    if (isWithin.current && document.activeElement === document.body) isAsked.current = !take();
  }, [keys, take]);
  const ask = useCallback(() => {
    isAsked.current = true;
    // Where nothing is drawn anew, nothing else would look.
    queueMicrotask(() => {
      if (isAsked.current) isAsked.current = !latest.current();
    });
  }, []);
  const handle = useRef({
    ask,
    props: {
      onFocus: () => {
        isWithin.current = true;
      },
      onBlur: ({ target }: { readonly target: Element }) => {
        // A row that is taken away loses the focus too; that is not leaving the list.
        queueMicrotask(() => {
          if (target.isConnected && !scroller.current?.contains(document.activeElement))
            isWithin.current = false;
        });
      },
    },
  });
  return handle.current;
}
