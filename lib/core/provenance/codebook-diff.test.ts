import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Category, Codebook } from "./codebook.ts";
import { category, small } from "./codebook-change.cases.ts";
import { applyChanges, type CodebookChange } from "./codebook-change.ts";
import { claimsToLookAt, codebookDiff, type LookReason } from "./codebook-diff.ts";

function revised(book: Codebook, ...changes: readonly CodebookChange[]): Codebook {
  const done = applyChanges(book, changes);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}
const words = { label: "Gazette", definition: "", example: "", notToBeConfusedWith: "", decisionRule: "" };
const gazette = { kind: "add", id: "gazette", family: "official", checkRank: 1, ...words } as const;
const looks = (before: Codebook, now: Codebook) =>
  Object.fromEntries(claimsToLookAt(codebookDiff(before, now)));

describe("codebookDiff", () => {
  it("says nothing of versions that are alike", () => {
    expect(codebookDiff(small, { ...small, version: 9, name: "Renamed" })).toEqual([]);
  });

  it("names what is new, what differs in which fields, and on the way back what is not there", () => {
    const now = revised(
      small,
      gazette,
      { kind: "rank", id: "insider", checkRank: 1 },
      { kind: "retire", id: "briefing" },
    );
    const forth = codebookDiff(small, now);
    expect(forth.map(({ id, before, fields }) => [id, before !== null, ...fields])).toEqual([
      ["briefing", true, "isRetired"],
      ["insider", true, "checkRank"],
      ["gazette", false],
    ]);
    const back = codebookDiff(now, small);
    expect(back.map(({ id, after: there }) => [id, there !== null])).toEqual([
      ["briefing", true],
      ["insider", true],
      ["gazette", false],
    ]);
  });

  it("holds both sides of what differs", () => {
    const now = revised(small, { kind: "reword", id: "readout", label: "Read-out" });
    const [one] = codebookDiff(small, now);
    expect([one?.before?.label, one?.after?.label]).toEqual(["The readout", "Read-out"]);
  });

  it("law: of a version with itself is empty, and forth and back name the same categories", () => {
    const fields = fc.record({
      isRetired: fc.boolean(),
      definition: fc.constantFrom("a", "b"),
      checkRank: fc.constantFrom(null, 1, 2),
      mergedInto: fc.constantFrom("readout", "insider"),
    });
    const books = fc
      .uniqueArray(fc.tuple(fc.constantFrom("a1", "b1", "c1", "d1"), fields), { selector: ([id]) => id })
      .map(
        (given): Codebook => ({
          ...small,
          categories: given.map(([id, more]): Category => category(id, "official", 1, more)),
        }),
      );
    fc.assert(
      fc.property(books, books, (one, other) => {
        expect(codebookDiff(one, structuredClone(one))).toEqual([]);
        const forth = codebookDiff(one, other);
        const back = codebookDiff(other, one);
        expect(new Set(forth.map(({ id }) => id))).toEqual(new Set(back.map(({ id }) => id)));
        for (const { id, before, after: now, fields: differing } of forth) {
          const mirrored = back.find((entry) => entry.id === id);
          expect(mirrored).toEqual({ id, before: now, after: before, fields: differing });
        }
      }),
    );
  });
});

const cases: readonly [string, readonly CodebookChange[], Record<string, readonly LookReason[]>][] = [
  [
    "a new definition",
    [{ kind: "reword", id: "readout", definition: "Narrower" }],
    { readout: [{ kind: "definition" }] },
  ],
  [
    "a new rule",
    [{ kind: "reword", id: "readout", decisionRule: "If signed" }],
    { readout: [{ kind: "decision_rule" }] },
  ],
  [
    "both",
    [{ kind: "reword", id: "readout", definition: "Narrower", decisionRule: "If signed" }],
    { readout: [{ kind: "definition" }, { kind: "decision_rule" }] },
  ],
  ["retiring", [{ kind: "retire", id: "briefing" }], { briefing: [{ kind: "retired" }] }],
  [
    "a merge, of what was merged alone",
    [{ kind: "merge", id: "briefing", into: "readout" }],
    { briefing: [{ kind: "merged", into: "readout" }] },
  ],
  [
    "a merge of what was retired before",
    [{ kind: "merge", id: "bulletin", into: "readout" }],
    { bulletin: [{ kind: "merged", into: "readout" }] },
  ],
  [
    "a merge that goes elsewhere now",
    [{ kind: "merge", id: "decree", into: "briefing" }],
    { decree: [{ kind: "merged", into: "briefing" }] },
  ],
  ["a split", [{ ...gazette, splitFrom: "readout" }], { readout: [{ kind: "split", into: ["gazette"] }] }],
  [
    "a split into two, of what is then retired",
    [
      { ...gazette, splitFrom: "briefing" },
      { ...gazette, id: "minutes", label: "Minutes", splitFrom: "briefing" },
      { kind: "retire", id: "briefing" },
    ],
    { briefing: [{ kind: "retired" }, { kind: "split", into: ["gazette", "minutes"] }] },
  ],
  [
    "the way back of a merge: what had swallowed it",
    [{ kind: "bring_back", id: "decree" }],
    { readout: [{ kind: "split", into: ["decree"] }] },
  ],
  ["no bringing back of what was retired alone", [{ kind: "bring_back", id: "bulletin" }], {}],
  [
    "no new one, nor one split from it at once",
    [gazette, { ...gazette, id: "minutes", label: "Minutes", splitFrom: "gazette" }],
    {},
  ],
  [
    "no split into what is retired at once",
    [
      { ...gazette, splitFrom: "readout" },
      { kind: "retire", id: "gazette" },
    ],
    {},
  ],
  ["no new words of what was merged before", [{ kind: "reword", id: "decree", label: "Edict" }], {}],
  [
    "no new label, example, digit or rank",
    [
      { kind: "reword", id: "readout", label: "Read-out", example: "New", notToBeConfusedWith: "Others" },
      { kind: "rank", id: "briefing", checkRank: 8 },
      { kind: "order", family: "official", ids: ["briefing", "readout"] },
    ],
    {},
  ],
];

describe("claimsToLookAt", () => {
  it.each(cases)("asks for another look after %s", (_, changes, expected) => {
    expect(looks(small, revised(small, ...changes))).toEqual(expected);
  });

  it("asks, on the way back to an older version, for what that does not know", () => {
    expect(looks(revised(small, gazette), small)).toEqual({ gazette: [{ kind: "unknown" }] });
  });

  it("asks on the way back from a merge for what had swallowed the other", () => {
    const merged = revised(small, { kind: "merge", id: "briefing", into: "readout" });
    expect(looks(merged, small)).toEqual({ readout: [{ kind: "split", into: ["briefing"] }] });
  });

  it("law: never asks for what the first version does not have, and nothing of versions that are alike", () => {
    const change = fc.constantFrom<CodebookChange>(
      gazette,
      { kind: "retire", id: "briefing" },
      { kind: "bring_back", id: "decree" },
      { kind: "reword", id: "insider", definition: "Narrower" },
      { kind: "merge", id: "bulletin", into: "insider" },
    );
    const books = fc.uniqueArray(change, { minLength: 1 }).map((changes) => revised(small, ...changes));
    fc.assert(
      fc.property(books, books, (one, other) => {
        expect(claimsToLookAt(codebookDiff(one, one)).size).toBe(0);
        const known = new Set(one.categories.map(({ id }) => id));
        for (const [id, reasons] of claimsToLookAt(codebookDiff(one, other))) {
          expect(known.has(id)).toBe(true);
          expect(reasons.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});
