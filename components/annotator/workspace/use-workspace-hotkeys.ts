"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { askBulk } from "../tagging/bulk.ts";
import { actsOnSeveral } from "../tagging/tag.ts";
import { useTaggingHotkeys } from "../tagging/use-tagging-hotkeys.ts";
import { useActions } from "./use-actions.ts";
import { useStatus, useWorkspace } from "./workspace-context.tsx";
import type { AskedField } from "./workspace-types.ts";

const claims = "Claims";
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Keys of the workspace; all are listed under `?` and can be given other keys there. */
export function useWorkspaceHotkeys(): void {
  const workspace = useWorkspace();
  const { ui, store, canWrite } = workspace;
  const undoLabel = useStatus("undoLabel");
  const redoLabel = useStatus("redoLabel");
  const actions = useActions();
  const withActive = (run: (id: string) => unknown) => () => {
    const { activeId } = ui.get();
    return activeId !== null && store.get(activeId) ? run(activeId) : false;
  };
  const ask = (field: AskedField) =>
    ui.set({ tab: "claim", comments: null, focus: { field }, isSheetOpen: true });
  useTaggingHotkeys();
  useHotkeys([
    {
      id: "leave",
      keys: "Esc",
      label: "Leave",
      group: claims,
      hidden: true,
      inInputs: false,
      onPress: actions.leave,
    },
  ]);
  useHotkeys(
    [
      {
        id: "claim-mark",
        keys: "Enter",
        label: "Mark the selection; open the claim",
        group: claims,
        hidden: true,
        onPress: (event) => enter(event),
      },
      ...digits.map((digit) => ({
        id: `digit-${digit}`,
        keys: digit,
        label: Number(digit) <= 7 ? `Provenance family ${digit}, then its category` : `Category ${digit}`,
        group: "Provenance",
        hidden: true,
        onPress: () => actions.pressDigit(Number(digit)),
      })),
      {
        id: "fragment",
        keys: "+",
        label: "Add the selection to the claim",
        group: claims,
        hidden: true,
        onPress: () => addSelection(),
      },
      {
        id: "submit",
        keys: "Ctrl-Enter",
        label: "Submit the claim for review",
        group: claims,
        inInputs: true,
        onPress: () => (actsOnSeveral(workspace) ? askBulk(workspace, { kind: "submit" }) : submitActive()),
      },
      {
        id: "undo",
        keys: "Ctrl-Z",
        label: undoLabel ? `Undo: ${undoLabel}` : "Undo",
        group: claims,
        onPress: actions.undo,
      },
      {
        id: "redo",
        keys: "Ctrl-Shift-Z",
        label: redoLabel ? `Redo: ${redoLabel}` : "Redo",
        group: claims,
        onPress: actions.redo,
      },
    ],
    canWrite,
  );

  const submitActive = withActive((id) => submit(id));

  function enter(event: KeyboardEvent): unknown {
    const { selection, picking, underPointer, activeId } = ui.get();
    if (isPressable(event.target)) return false;
    if (selection && picking) return actions.commitSelection(selection.span);
    if (selection) return actions.mark(selection.span, null);
    if (activeId !== null) return ask("statement");
    const under = underPointer.at(-1);
    return under ? actions.activate(under) : false;
  }

  function addSelection(): unknown {
    const { selection, activeId } = ui.get();
    if (!selection || activeId === null) return false;
    return actions.addFragment(activeId, selection.span);
  }

  function submit(id: string): void {
    const active = document.activeElement;
    // What is being typed is saved first, when its field is left.
    if (active instanceof HTMLElement) active.blur();
    actions.submit(id);
  }
}

/** A button takes its own Enter; a link of the chain is opened by Space, so that Enter leads on from there. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("button:not([data-link]), a[href], summary, [role='tab'], [role='radio']") !== null
  );
}
