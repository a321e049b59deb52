"use client";
import { useHotkeys } from "#components/layout/hotkeys/use-hotkeys.tsx";

type Given = Readonly<Record<"onFinish" | "onGiveBack" | "onHandOver", (assignmentId: string) => void>>;

const group = "My work";

/** From entry to entry by `j` and `k`; the keys of what is done with one act on the entry that has the focus. */
export function useEntryKeys({ onFinish, onGiveBack, onHandOver }: Given): void {
  const acting = (work: (id: string) => void) => (event: KeyboardEvent) => {
    const id = focusedAssignment();
    if (id === undefined) return;
    event.preventDefault();
    work(id);
  };
  useHotkeys([
    { id: "work-next", keys: "j", label: "Next entry", group, onPress: () => step(1) },
    { id: "work-previous", keys: "k", label: "Previous entry", group, onPress: () => step(-1) },
    { id: "work-finished", keys: "f", label: "Mark finished", group, onPress: acting(onFinish) },
    { id: "work-back", keys: "b", label: "Give back", group, onPress: acting(onGiveBack) },
    { id: "work-over", keys: "h", label: "Hand over", group, onPress: acting(onHandOver) },
  ]);
}

function step(by: 1 | -1): void {
  const entries = [...document.querySelectorAll<HTMLElement>("a[data-entry]")];
  const item = document.activeElement?.closest("li");
  const here = entries.findIndex((entry) => entry.closest("li") === item);
  const next = here < 0 ? (by === 1 ? 0 : entries.length - 1) : here + by;
  entries[next]?.focus();
}

function focusedAssignment(): string | undefined {
  return document.activeElement?.closest<HTMLElement>("[data-assignment]")?.dataset.assignment;
}
