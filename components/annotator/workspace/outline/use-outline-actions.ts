"use client";
import { useMemo } from "react";
import type { Span } from "#core/text/span.ts";
import { uncoveredFrom } from "#lib/client/workspace/coverage.ts";
import { type Facet, noFilter, toggled } from "#lib/client/workspace/filter.ts";
import { neighbour } from "#lib/client/workspace/order.ts";
import { rectOf } from "../../dom/rectangles.ts";
import { useActions } from "../use-actions.ts";
import { useWorkspace } from "../workspace-context.tsx";
import { useOutlineStore } from "./outline-context.tsx";

/** Head and bars of the page stand over this much of the top. */
const BARS = 120;

/** What a person can do with list, filter and uncovered sentences, by key or by button. */
export function useOutlineActions() {
  const { ui, store, announce } = useWorkspace();
  const { state, latest } = useOutlineStore();
  const { activate } = useActions();
  return useMemo(() => {
    const open = (id: string) => {
      state.set({ current: id, isListOver: false });
      activate(id, true);
      const claim = store.get(id);
      const { matching } = latest();
      const place = matching.findIndex((row) => row.claim.id === id) + 1;
      const where = place > 0 ? `, ${place} of ${matching.length}` : "";
      if (claim) announce(`Claim open${where}: ${claim.statement || "no statement yet"}`);
    };
    const stepUncovered = (step: 1 | -1) => {
      const { coverage } = latest();
      if (!coverage) return announce("The text is still being read.");
      const found = uncoveredFrom(coverage.uncovered, placeInText(), step);
      if (!found) return announce("Every sentence carries a claim.");
      selectInText(found.span);
      const place = coverage.uncovered.indexOf(found) + 1;
      announce(
        `${found.isHeading ? "Heading" : "Sentence"} without a claim, ${place} of ${coverage.uncovered.length}.`,
      );
    };
    /** The selection, or the caret, in the text. */
    const placeInText = (): Span | null => {
      const { selection, engine } = ui.get();
      if (selection) return selection.span;
      const caret = engine?.map.root.ownerDocument.getSelection();
      if (!engine || !caret?.focusNode || !engine.map.root.contains(caret.focusNode)) return null;
      const offset = engine.map.offsetOf(caret.focusNode, caret.focusOffset);
      return { start: offset, end: offset };
    };
    const selectInText = (span: Span) => {
      const { engine } = ui.get();
      if (!engine) return;
      const { root } = engine.map;
      ui.set({ isSheetOpen: false, here: null });
      root.focus({ preventScroll: true });
      const rect = rectOf(engine.map, span);
      if (rect && (rect.top < BARS || rect.bottom > window.innerHeight * 0.7)) {
        window.scrollBy({ top: rect.top - window.innerHeight * 0.3 });
      }
      engine.map.select(span);
    };
    return {
      open,
      step: (by: 1 | -1) => {
        const next = neighbour(latest().matching, ui.get().activeId, by);
        if (next) open(next);
      },
      stepUncovered,
      selectInText,
      toggle: (facet: Facet, value: string) =>
        state.set({ filter: toggled(state.get().filter, facet, value), scrolled: 0 }),
      search: (text: string) => state.set({ filter: { ...state.get().filter, text }, scrolled: 0 }),
      clearFilter: () => state.set({ filter: noFilter, scrolled: 0 }),
      /** Brings the list up wherever it is, and asks it or its search to take the focus. */
      goTo: (focus: "list" | "search") => {
        state.set({ view: "claims", isListOver: ui.get().activeId !== null, focus });
        ui.set({ isSheetOpen: true });
      },
    };
  }, [state, latest, ui, store, announce, activate]);
}
