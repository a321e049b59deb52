import { type Change, fieldsOf } from "./change.ts";

/** One write that can be given again or given back. It is sent with the revision of the moment, never an old one. */
export type Step =
  | { readonly kind: "change"; readonly id: string; readonly change: Change }
  | { readonly kind: "remove"; readonly id: string; readonly children?: "keep" | "remove" | undefined }
  | { readonly kind: "restore"; readonly id: string }
  | { readonly kind: "transition"; readonly id: string; readonly event: "submit" | "withdraw" };

export type UndoEntry = {
  /** "Change the statement": read after "Undo:" and "Redo:". */
  readonly label: string;
  readonly undo: Step;
  readonly redo: Step;
  readonly at: number;
};

export type UndoStack = { readonly done: readonly UndoEntry[]; readonly undone: readonly UndoEntry[] };
export const emptyStack: UndoStack = { done: [], undone: [] };

/** Long enough for an afternoon, short enough not to hold every text ever typed. */
const DEPTH = 200;
/** Typing pauses shorter than this belong to one step. */
const TYPING = 4_000;

/** Records what was done; what had been undone can no longer be redone. */
export function record(stack: UndoStack, entry: UndoEntry): UndoStack {
  const last = stack.done.at(-1);
  const joined = last && joinTyping(last, entry);
  const done = joined ? [...stack.done.slice(0, -1), joined] : [...stack.done, entry];
  return { done: done.slice(-DEPTH), undone: [] };
}

/** The step that undoes the latest entry, and the stack after it; null when there is none. */
export function takeUndo(stack: UndoStack): { entry: UndoEntry; stack: UndoStack } | null {
  const entry = stack.done.at(-1);
  if (!entry) return null;
  return { entry, stack: { done: stack.done.slice(0, -1), undone: [...stack.undone, entry] } };
}

export function takeRedo(stack: UndoStack): { entry: UndoEntry; stack: UndoStack } | null {
  const entry = stack.undone.at(-1);
  if (!entry) return null;
  return { entry, stack: { done: [...stack.done, entry], undone: stack.undone.slice(0, -1) } };
}

/** The stack without a step that the server refused: what never happened cannot be undone. */
export function without(stack: UndoStack, step: Step): UndoStack {
  return {
    done: stack.done.filter(({ redo }) => redo !== step),
    undone: stack.undone.filter(({ undo }) => undo !== step),
  };
}

/** Steps of a claim that never came to be, or is gone for good, can be neither undone nor redone. */
export function forget(stack: UndoStack, id: string): UndoStack {
  const keeps = (entry: UndoEntry) => entry.undo.id !== id;
  return { done: stack.done.filter(keeps), undone: stack.undone.filter(keeps) };
}

function joinTyping(last: UndoEntry, next: UndoEntry): UndoEntry | null {
  const isTyping = typesStatement(last.redo) && typesStatement(next.redo);
  if (!isTyping || last.redo.id !== next.redo.id || next.at - last.at > TYPING) return null;
  return { ...next, undo: last.undo };
}

function typesStatement(step: Step): boolean {
  return step.kind === "change" && fieldsOf(step.change).join() === "statement";
}

/** The step that takes a claim through one of the review's events that have an opposite. */
export function turn(id: string, event: "submit" | "withdraw"): Step {
  return { kind: "transition", id, event };
}
