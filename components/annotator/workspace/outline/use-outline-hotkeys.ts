"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { isFiltering } from "#lib/client/workspace/filter.ts";
import { dropSelection } from "../use-actions.ts";
import { useWorkspace } from "../workspace-context.tsx";
import { claimsAtCaret } from "./claims-at-caret.ts";
import { useOutlineStore } from "./outline-context.tsx";
import { useOutlineActions } from "./use-outline-actions.ts";

const group = "List of claims";

/** Keys of the article's structure, beside those of the workspace; `j` and `k` keep to what the filter shows. */
export function useOutlineHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, store, places, announce } = workspace;
  const { state } = useOutlineStore();
  const actions = useOutlineActions();
  const here = () => {
    const { engine, underPointer } = ui.get();
    const pointed = store.get(underPointer[0] ?? "")?.spans[0];
    const atCaret = engine && claimsAtCaret(engine, places);
    const found = atCaret ?? (pointed ? { ids: underPointer, span: pointed } : null);
    if (!found) return false;
    const [first, second] = found.ids;
    if (first === undefined) return announce("No claim here.");
    if (second === undefined) return actions.open(first);
    // The bar of the selection would stand in the same place.
    dropSelection(workspace);
    ui.set({ here: found });
  };
  useHotkeys([
    { id: "claim-next", keys: "j", label: "Next claim", group: "Claims", onPress: () => actions.step(1) },
    {
      id: "claim-previous",
      keys: "k",
      label: "Previous claim",
      group: "Claims",
      onPress: () => actions.step(-1),
    },
    { id: "claims-here", keys: "h", label: "Claims at the caret or pointer", group: "Claims", onPress: here },
    { id: "list", keys: "l", label: "Go to the list", group, onPress: () => actions.goTo("list") },
    { id: "find", keys: "f", label: "Find claims", group, onPress: () => actions.goTo("search") },
    {
      id: "filter-clear",
      keys: "Shift-F",
      label: "Clear the filters",
      group,
      onPress: () => (isFiltering(state.get().filter) ? actions.clearFilter() : false),
    },
    {
      id: "uncovered-next",
      keys: "]",
      label: "Next sentence without a claim",
      group,
      onPress: () => actions.stepUncovered(1),
    },
    {
      id: "uncovered-previous",
      keys: "[",
      label: "Previous sentence without a claim",
      group,
      onPress: () => actions.stepUncovered(-1),
    },
  ]);
}
