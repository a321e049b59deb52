import { describe, expect, test } from "vitest";
import {
  emptyStack,
  forget,
  record,
  takeRedo,
  takeUndo,
  type UndoEntry,
  undoing,
  without,
  withoutFields,
} from "./undo.ts";

function typed(text: string, at: number, id = "c1", before = ""): UndoEntry {
  return {
    label: "Change the statement",
    parts: [
      {
        redo: { kind: "change", id, change: { statement: text } },
        undo: [{ kind: "change", id, change: { statement: before } }],
      },
    ],
    at,
  };
}
const removed: UndoEntry = {
  label: "Remove the claim",
  parts: [{ redo: { kind: "remove", id: "c1" }, undo: [{ kind: "restore", id: "c1" }] }],
  at: 0,
};

describe("the undo stack", () => {
  test("gives back the latest first, and forward again in order", () => {
    const stack = record(record(emptyStack, removed), typed("a", 10));
    const first = takeUndo(stack);
    expect(first?.entry.label).toBe("Change the statement");
    const second = first && takeUndo(first.stack);
    expect(second?.entry.label).toBe("Remove the claim");
    expect(second && takeUndo(second.stack)).toBeNull();
    expect(second && takeRedo(second.stack)?.entry.label).toBe("Remove the claim");
  });

  test("forgets what was undone once something new is done", () => {
    const undone = takeUndo(record(emptyStack, removed));
    expect(takeRedo(record(undone?.stack ?? emptyStack, typed("a", 0)))).toBeNull();
  });

  test("joins typing without a long pause into one step that undoes to its beginning", () => {
    const stack = record(record(emptyStack, typed("It", 0, "c1", "")), typed("It rained", 1_000, "c1", "It"));
    expect(stack.done).toHaveLength(1);
    expect(stack.done[0]?.parts).toEqual([
      {
        redo: { kind: "change", id: "c1", change: { statement: "It rained" } },
        undo: [{ kind: "change", id: "c1", change: { statement: "" } }],
      },
    ]);
  });

  test.each([
    ["after a long pause", typed("It rained", 60_000)],
    ["in another claim", typed("It rained", 100, "c2")],
  ])("keeps typing apart %s", (_when, entry) => {
    expect(record(record(emptyStack, typed("It", 0)), entry).done).toHaveLength(2);
  });

  test("holds no more than two hundred steps, the latest", () => {
    const stack = Array.from({ length: 250 }, (_, at) => typed(`${at}`, at * 60_000)).reduce(
      record,
      emptyStack,
    );
    expect(stack.done).toHaveLength(200);
    expect(stack.done.at(-1)?.at).toBe(249 * 60_000);
  });

  test("forgets one claim and no other", () => {
    const stack = record(record(emptyStack, typed("a", 0, "c1")), typed("b", 0, "c2"));
    expect(forget(stack, "c1").done.map(({ parts }) => parts[0]?.redo.id)).toEqual(["c2"]);
  });

  test("undoes what was done together from the last to the first", () => {
    const parts = [...typed("a", 0, "c1", "1").parts, ...typed("b", 0, "c1", "2").parts];
    expect(undoing({ label: "Both", parts, at: 0 })).toEqual([
      { kind: "change", id: "c1", change: { statement: "2" } },
      { kind: "change", id: "c1", change: { statement: "1" } },
    ]);
  });

  test("lets go of a step that never happened, and of no other in its entry", () => {
    const [first, second] = [typed("a", 0, "c1"), typed("b", 0, "c2")];
    const both = record(emptyStack, { label: "Both", parts: [...first.parts, ...second.parts], at: 0 });
    const left = without(both, [first.parts[0]?.redo ?? { kind: "restore", id: "none" }]);
    expect(left.done[0]?.parts).toEqual(second.parts);
  });

  test("lets go of a field that somebody else has written since, and keeps the others", () => {
    const change = { statement: "a", kind: "event" } as const;
    const undo = [{ kind: "change", id: "c1", change: { statement: "", kind: null } }] as const;
    const redo = { kind: "change", id: "c1", change } as const;
    const left = withoutFields(record(emptyStack, { label: "Both", parts: [{ redo, undo }], at: 0 }), "c1", [
      "statement",
    ]);
    expect(left.done[0]?.parts).toEqual([
      {
        redo: { kind: "change", id: "c1", change: { kind: "event" } },
        undo: [{ kind: "change", id: "c1", change: { kind: null } }],
      },
    ]);
  });
});
