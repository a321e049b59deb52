"use client";
import { useMemo } from "react";
import { needsSource } from "#core/attribution/chain-problems.ts";
import { type Category, categoryByKeys } from "#core/provenance/codebook.ts";
import type { Span } from "#core/text/span.ts";
import { normaliseFragments } from "#core/text/spans.ts";
import { categoryChange, contentWith, patchLink } from "#lib/client/workspace/chain-edit.ts";
import type { Change } from "#lib/client/workspace/change.ts";
import { rectOf } from "../dom/rectangles.ts";
import { useWorkspace, type Workspace } from "./workspace-context.tsx";
import type { Picking } from "./workspace-types.ts";

/** What a person can do in the workspace, whichever way: key, button or selection. */
export function useActions() {
  const workspace = useWorkspace();
  return useMemo(() => actionsOf(workspace), [workspace]);
}

function actionsOf(workspace: Workspace) {
  const { store, ui, announce, codebook, switchedOff, article, canWrite } = workspace;
  const activate = (id: string | null, scroll = false) => {
    ui.set({
      activeId: id,
      activeLink: null,
      familyKey: null,
      picking: null,
      here: null,
      focus: null,
      isSheetOpen: id !== null,
    });
    if (id !== null) ui.set({ tab: ui.get().activeId === id ? ui.get().tab : "claim" });
    showInAddress(id);
    if (id !== null && scroll) scrollTo(workspace, id);
  };
  const mark = (span: Span, category: string | null) => {
    const content: Change = category === null ? { provenance: "unclear" } : contentWith(category, codebook);
    // Reason for `as`: the contract's arrays are mutable, ours are not.
    const body = { versionId: article.version.id, spans: [span], ...content } as Parameters<
      typeof store.create
    >[0];
    const id = store.create(body);
    dropSelection(workspace);
    activate(id);
    const [hop] = content.ownChain ?? [];
    const field = hop && needsSource(hop.category) ? "source" : "statement";
    ui.set({ activeLink: hop ? 0 : null, focus: { field } });
    announce(field === "source" ? "Claim marked. Who says so?" : "Claim marked. Write its statement.");
  };
  const addFragment = (id: string, span: Span) => {
    const claim = store.get(id);
    if (!claim) return;
    store.change(id, { spans: normaliseFragments([...claim.spans, span]) }, "Add a fragment");
    dropSelection(workspace);
    announce("Fragment added.");
  };
  const setCategory = (category: string) => {
    const { selection, activeId, activeLink } = ui.get();
    ui.set({ familyKey: null });
    if (selection) return mark(selection.span, category);
    const claim = activeId === null ? null : store.get(activeId);
    if (!claim) return;
    store.change(
      claim.id,
      categoryChange(claim, activeLink ?? 0, category, codebook),
      "Change the provenance",
    );
    announce(`Provenance: ${labelOf(workspace, category)}.`);
  };
  const commitSelection = (span: Span) => {
    const { picking, activeId } = ui.get();
    const claim = activeId === null ? null : store.get(activeId);
    if (!picking || !claim || picking.kind === "hedge") return;
    const own = claim.ownChain[picking.link];
    if (!own) return;
    const spans = normaliseFragments([...own[picking.kind], span]);
    const ownChain = patchLink(claim.ownChain, picking.link, { [picking.kind]: spans });
    store.change(claim.id, { ownChain }, `Mark the ${pickNames[picking.kind]}`);
    dropSelection(workspace);
    ui.set({ picking: null });
    announce(`The ${pickNames[picking.kind]} is marked.`);
  };
  return {
    activate,
    mark,
    addFragment,
    setCategory,
    commitSelection,
    /** Digits act on the selection, else on the active link, else on link 1 of the active claim (rules.md 11). */
    pressDigit: (digit: number): boolean => {
      const { familyKey, selection, activeId } = ui.get();
      if (!canWrite || (!selection && activeId === null)) return false;
      const outcome =
        familyKey === null
          ? categoryByKeys(codebook, digit, null, switchedOff)
          : categoryByKeys(codebook, familyKey, digit, switchedOff);
      if (outcome.kind === "nothing") return familyKey !== null;
      if (outcome.kind === "family") ui.set({ familyKey: digit });
      else setCategory(outcome.category.id);
      return true;
    },
    submit: (id: string): void => {
      const claim = store.get(id);
      const entry = store.entry(id);
      if (!claim || !(claim.state === "draft" || claim.state === "changes_requested")) return;
      if (entry?.problem) {
        announce(`Not submitted: ${entry.problem.detail}`);
        return;
      }
      store.submit(id);
      announce("Submitted for review.");
    },
    startPicking: (picking: Picking) => {
      ui.set({ picking, isSheetOpen: false });
      announce(
        `Select ${picking.kind === "hedge" ? "the hedging words" : `the ${pickNames[picking.kind]}`} in the text.`,
      );
    },
    leave: (): boolean => {
      const state = ui.get();
      if (state.familyKey !== null) ui.set({ familyKey: null });
      else if (state.here) ui.set({ here: null });
      else if (state.picking) ui.set({ picking: null });
      else if (state.selection) dropSelection(workspace);
      else if (state.activeLink !== null) ui.set({ activeLink: null });
      else if (state.activeId !== null) activate(null);
      else return false;
      return true;
    },
    undo: (): void => follow(workspace, "Undone", store.undo()),
    redo: (): void => follow(workspace, "Redone", store.redo()),
  };
}

export const pickNames = {
  mention: "source's mention",
  cue: "attributing words",
  addressee: "addressee",
} as const;

function labelOf({ codebook }: Workspace, id: string): string {
  return codebook.categories.find((category: Category) => category.id === id)?.label ?? id;
}

function follow(
  { ui, store, announce }: Workspace,
  word: string,
  done: { label: string; id: string } | null,
): void {
  if (!done) {
    announce("There is nothing more to undo or redo.");
    return;
  }
  announce(`${word}: ${done.label}.`);
  ui.set({ activeId: store.get(done.id) ? done.id : null, focus: null });
}

export function dropSelection({ ui }: Workspace): void {
  const selection = ui.get().engine?.map.root.ownerDocument.getSelection();
  selection?.removeAllRanges();
  ui.set({ selection: null, familyKey: null });
}

function showInAddress(id: string | null): void {
  const url = new URL(window.location.href);
  if (id === null) url.searchParams.delete("claim");
  else url.searchParams.set("claim", id);
  window.history.replaceState(window.history.state, "", url);
}

/** Brings a claim into view, where it is not already. */
export function scrollTo({ ui, store }: Workspace, id: string): void {
  const claim = store.get(id);
  const map = ui.get().engine?.map;
  const first = claim?.spans[0];
  const rect = map && first ? rectOf(map, first) : null;
  if (!rect) return;
  const top = 120;
  const bottom = window.innerHeight * (window.innerWidth < 900 ? 0.4 : 0.8);
  if (rect.top >= top && rect.bottom <= bottom) return;
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  window.scrollBy({ top: rect.top - window.innerHeight * 0.3, behavior: calm ? "auto" : "smooth" });
}
