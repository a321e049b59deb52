"use client";
import { useMemo } from "react";
import { sentenceAt } from "#core/text/sentences.ts";
import type { Span } from "#core/text/span.ts";
import { normaliseFragments } from "#core/text/spans.ts";
import { contentWith, patchLink } from "#lib/client/workspace/chain-edit.ts";
import type { Change } from "#lib/client/workspace/change.ts";
import { rectOf } from "../dom/rectangles.ts";
import { goIntoText, lacksSource, pressDigit, rememberTagged, tagLink } from "../tagging/tag.ts";
import { useWorkspace, type Workspace } from "./workspace-context.tsx";
import type { Picking } from "./workspace-types.ts";

/** What a person can do in the workspace, whichever way: key, button or selection. */
export function useActions() {
  const workspace = useWorkspace();
  return useMemo(() => actionsOf(workspace), [workspace]);
}

function actionsOf(workspace: Workspace) {
  const { store, ui, announce, codebook, article } = workspace;
  const activate = (id: string | null, scroll = false) => {
    ui.set({
      activeId: id,
      activeLink: null,
      newLink: null,
      familyKey: null,
      picking: null,
      here: null,
      asking: null,
      comments: null,
      focus: null,
      isSheetOpen: id !== null,
    });
    if (id !== null) ui.set({ tab: ui.get().activeId === id ? ui.get().tab : "claim" });
    showInAddress(id);
    if (id !== null && scroll) scrollTo(workspace, id);
  };
  /** A new claim of these words, with this content; who says so is asked next where nobody is named yet. */
  const markWith = (span: Span, content: Change) => {
    // Reason for `as`: the contract's arrays are mutable, ours are not.
    const body = { versionId: article.version.id, spans: [span], ...content } as Parameters<
      typeof store.create
    >[0];
    const id = store.create(body);
    dropSelection(workspace);
    activate(id);
    if (content.ownChain || content.provenance !== "unclear") rememberTagged(workspace, id);
    const [hop] = content.ownChain ?? [];
    const field = hop && lacksSource(hop) ? "source" : "statement";
    ui.set({ activeLink: hop ? 0 : null, focus: { field } });
    announce(field === "source" ? "Claim marked. Who says so?" : "Claim marked. Write its statement.");
  };
  const mark = (span: Span, category: string | null) =>
    markWith(span, category === null ? { provenance: "unclear" } : contentWith(category, codebook));
  const addFragment = (id: string, span: Span) => {
    const claim = store.get(id);
    if (!claim) return;
    store.change(id, { spans: normaliseFragments([...claim.spans, span]) }, "Add a fragment");
    dropSelection(workspace);
    announce("Fragment added.");
  };
  const setCategory = (category: string) => {
    const { selection, newLink, activeLink } = ui.get();
    ui.set({ familyKey: null });
    if (selection) return mark(selection.span, category);
    const place =
      newLink === null
        ? { kind: "link" as const, at: activeLink ?? 0 }
        : { kind: "new-link" as const, at: newLink };
    tagLink(workspace, place, category);
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
    rememberTagged(workspace, claim.id);
    dropSelection(workspace);
    ui.set({ picking: null, activeLink: picking.link, focus: { field: "chain" }, isSheetOpen: true });
    announce(`Marked: the ${pickNames[picking.kind]}.`);
  };
  return {
    activate,
    mark,
    markWith,
    addFragment,
    setCategory,
    commitSelection,
    pressDigit: (digit: number): boolean => pressDigit(workspace, digit, setCategory),
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
      const claim = store.get(ui.get().activeId ?? "");
      const first = claim?.spans[0];
      if (first) goIntoText(workspace, sentenceAt(workspace.index, first.start)?.start ?? first.start);
      announce(
        `Select ${picking.kind === "hedge" ? "the hedging words" : `the ${pickNames[picking.kind]}`} in the text.`,
      );
    },
    leave: (): boolean => leaveOne(workspace, activate),
    undo: (): void => follow(workspace, "Undone", store.undo()),
    redo: (): void => follow(workspace, "Redone", store.redo()),
  };
}

export const pickNames = {
  mention: "source's mention",
  cue: "attributing words",
  addressee: "addressee",
} as const;

/** One step out of whatever is under way, the innermost first; false where there is nothing to leave. */
function leaveOne(workspace: Workspace, activate: (id: null) => void): boolean {
  const { ui } = workspace;
  const state = ui.get();
  const under: readonly (readonly [boolean, () => void])[] = [
    [state.asking !== null, () => ui.set({ asking: null })],
    [state.bulk !== null, () => ui.set({ bulk: null })],
    [state.familyKey !== null, () => ui.set({ familyKey: null })],
    [state.here !== null, () => ui.set({ here: null })],
    [state.picking !== null, () => ui.set({ picking: null })],
    [state.selection !== null, () => dropSelection(workspace)],
    [state.comments !== null, () => ui.set({ comments: null, isSheetOpen: false })],
    [state.isChoosing, () => ui.set({ selectedIds: [], bulkReport: null })],
    [state.newLink !== null, () => ui.set({ newLink: null })],
    [state.activeLink !== null, () => ui.set({ activeLink: null })],
    [state.activeId !== null, () => activate(null)],
    [state.selectedIds.length > 0, () => ui.set({ selectedIds: [], bulkReport: null })],
  ];
  const innermost = under.find(([isUnderWay]) => isUnderWay);
  innermost?.[1]();
  return innermost !== undefined;
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
  ui.set({ bulkReport: null });
  // Who works on several claims at once goes on seeing them all.
  if (!ui.get().isChoosing) ui.set({ activeId: store.get(done.id) ? done.id : null, focus: null });
}

/** Shows everything said in the article: at a thread, or ready to comment on words. */
export function openComments(
  workspace: Workspace,
  { askedId = null, span = null }: { askedId?: string | null; span?: Span | null },
): void {
  if (span) dropSelection(workspace);
  const writing = span ? { span } : null;
  workspace.ui.set({ comments: { askedId, writing }, here: null, picking: null, isSheetOpen: true });
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
