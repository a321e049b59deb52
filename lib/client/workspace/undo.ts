import type { ClaimCreate } from "#lib/contracts/claims.ts";
import { type Change, type Field, fieldsOf, isEmpty } from "./change.ts";

/** One write that can be given again or given back. It is sent with the revision of the moment, never an old one. */
export type Step =
  | { readonly kind: "change"; readonly id: string; readonly change: Change }
  | { readonly kind: "remove"; readonly id: string; readonly children?: "keep" | "remove" | undefined }
  /** `body`: for a claim that had not reached the server when it was taken back. */
  | { readonly kind: "restore"; readonly id: string; readonly body?: ClaimCreate }
  | { readonly kind: "transition"; readonly id: string; readonly event: "submit" | "withdraw" };

/** One step, and what takes it back, in order. */
export type Part = { readonly redo: Step; readonly undo: readonly Step[] };

/** What one action did, of one claim or of many. */
export type UndoEntry = {
  /** "Change the statement": read after "Undo:" and "Redo:". */
  readonly label: string;
  readonly parts: readonly Part[];
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

/** The latest entry, to be undone, and the stack after it; null when there is none. */
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

/** The steps that undo an entry, the last thing done first. */
export function undoing({ parts }: UndoEntry): readonly Step[] {
  return parts.toReversed().flatMap(({ undo }) => undo);
}

/** The stack without steps that the server refused: what never happened cannot be undone. */
export function without(stack: UndoStack, steps: readonly Step[]): UndoStack {
  if (steps.length === 0) return stack;
  const happened = ({ redo, undo }: Part) =>
    !steps.includes(redo) && !undo.some((step) => steps.includes(step));
  return filtered(stack, (part) => (happened(part) ? part : null));
}

/** Fields of a claim that somebody else has written since: taking one's own back would take back theirs. */
export function withoutFields(stack: UndoStack, id: string, fields: readonly Field[]): UndoStack {
  const isTheirs = ({ redo, undo }: Part) => redo.id === id || undo.some((step) => step.id === id);
  const left = (step: Step): Step | null => {
    if (step.kind !== "change" || step.id !== id) return step;
    const change = Object.fromEntries(
      fieldsOf(step.change)
        .filter((field) => !fields.includes(field))
        .map((field) => [field, step.change[field]]),
    );
    return isEmpty(change) ? null : { ...step, change };
  };
  return filtered(stack, (part) => {
    if (!isTheirs(part)) return part;
    const redo = left(part.redo);
    return redo && { redo, undo: part.undo.flatMap((step) => left(step) ?? []) };
  });
}

/** Steps of a claim that is gone for good can be neither undone nor redone. */
export function forget(stack: UndoStack, id: string): UndoStack {
  return filtered(stack, (part) => (part.redo.id === id ? null : part));
}

function filtered({ done, undone }: UndoStack, keep: (part: Part) => Part | null): UndoStack {
  const some = (entries: readonly UndoEntry[]) =>
    entries.flatMap((entry) => {
      const parts = entry.parts.flatMap((part) => keep(part) ?? []);
      const isSame =
        parts.length === entry.parts.length && parts.every((part, at) => part === entry.parts[at]);
      return parts.length === 0 ? [] : [isSame ? entry : { ...entry, parts }];
    });
  return { done: some(done), undone: some(undone) };
}

function joinTyping(last: UndoEntry, next: UndoEntry): UndoEntry | null {
  const [before, after] = [last.parts[0], next.parts[0]];
  if (!before || !after || last.parts.length > 1 || next.parts.length > 1) return null;
  const isTyping = typesStatement(before.redo) && typesStatement(after.redo);
  if (!isTyping || before.redo.id !== after.redo.id || next.at - last.at > TYPING) return null;
  return { ...next, parts: [{ redo: after.redo, undo: before.undo }] };
}

function typesStatement(step: Step): boolean {
  return step.kind === "change" && fieldsOf(step.change).join() === "statement";
}

/** The step that takes a claim through one of the review's events that have an opposite. */
export function turn(id: string, event: "submit" | "withdraw"): Step {
  return { kind: "transition", id, event };
}
