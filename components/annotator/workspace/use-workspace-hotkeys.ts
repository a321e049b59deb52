"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";
import { useActions } from "./use-actions.ts";
import { useStatus, useWorkspace } from "./workspace-context.tsx";
import type { AskedField } from "./workspace-types.ts";

const claims = "Claims";
const digits = ["1", "2", "3", "4", "5", "6", "7", "8", "9"];

/** Keys of the workspace; all are listed under `?` and can be given other keys there. */
export function useWorkspaceHotkeys(): void {
  const { ui, store, canWrite } = useWorkspace();
  const undoLabel = useStatus("undoLabel");
  const redoLabel = useStatus("redoLabel");
  const actions = useActions();
  const withActive = (run: (id: string) => unknown) => () => {
    const { activeId } = ui.get();
    return activeId !== null && store.get(activeId) ? run(activeId) : false;
  };
  const ask = (field: AskedField) =>
    ui.set({ tab: field === "comment" ? "comments" : "claim", focus: { field }, isSheetOpen: true });
  const pickCue = withActive((id) => {
    const own = store.get(id)?.ownChain ?? [];
    const link = ui.get().activeLink ?? 0;
    if (!own[link]) return false;
    ui.set({ activeLink: link });
    actions.startPicking({ kind: "cue", link });
  });
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
    {
      id: "comment",
      keys: "m",
      label: "Comment on the claim",
      group: claims,
      onPress: withActive(() => ask("comment")),
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
        id: "source",
        keys: "s",
        label: "Source of the link",
        group: claims,
        onPress: withActive((id) => {
          const link = ui.get().activeLink ?? 0;
          if (!store.get(id)?.ownChain[link]) return false;
          ui.set({ activeLink: link });
          return ask("source");
        }),
      },
      {
        id: "mention",
        keys: "Shift-S",
        label: "Mark the source's mention in the text",
        group: claims,
        onPress: () => pickMention(),
      },
      {
        id: "cue",
        keys: "t",
        label: "Mark the attributing words in the text",
        group: claims,
        onPress: pickCue,
      },
      {
        id: "submit",
        keys: "Ctrl-Enter",
        label: "Submit the claim for review",
        group: claims,
        inInputs: true,
        onPress: withActive((id) => submit(id)),
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

  const pickMention = withActive((id) => {
    const link = ui.get().activeLink ?? 0;
    if (!store.get(id)?.ownChain[link]) return false;
    ui.set({ activeLink: link });
    actions.startPicking({ kind: "mention", link });
  });

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

/** A button takes its own Enter. */
function isPressable(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest("button, a[href], summary, [role='tab'], [role='radio']") !== null
  );
}
