import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Codebook, categoriesIn, familyIds } from "./codebook.ts";
import { made, refused, small } from "./codebook-change.cases.ts";
import { applyChanges, type CodebookChange } from "./codebook-change.ts";
import { sourceline1 } from "./sourceline1.ts";

function revised(book: Codebook, ...changes: CodebookChange[]): Codebook {
  const done = applyChanges(book, changes);
  if (!done.ok) throw new Error(JSON.stringify(done.failure));
  return done.value;
}

describe("applyChanges", () => {
  it.each(made)("%s", (_, change, expected) => {
    const book = revised(small, change);
    expect(book.categories.find(({ id }) => id === expected.id)).toMatchObject(expected);
    expect(book.version).toBe(small.version + 1);
  });

  it.each(refused)("refuses %s", (_, changes, problems) => {
    expect(applyChanges(small, changes)).toEqual({ ok: false, failure: problems });
  });

  it("makes several changes in their order, each on what the one before left", () => {
    const book = revised(
      small,
      { kind: "merge", id: "briefing", into: "readout" },
      { kind: "bring_back", id: "briefing" },
      { kind: "order", family: "official", ids: ["briefing", "readout"] },
      { kind: "retire", id: "readout" },
    );
    expect(categoriesIn(book, "official").map(({ id, key }) => [id, key])).toEqual([["briefing", 1]]);
    expect(book.categories.find(({ id }) => id === "briefing")).not.toHaveProperty("mergedInto");
  });

  it("lets a label go to another once its owner is retired", () => {
    const { label } = small.categories.find(({ id }) => id === "briefing") ?? { label: "" };
    const book = revised(small, { kind: "retire", id: "briefing" }, { kind: "reword", id: "readout", label });
    expect(book.categories.filter((one) => one.label === label).map(({ id }) => id)).toEqual([
      "readout",
      "briefing",
    ]);
  });

  it("says which of two offered categories had the label first", () => {
    const taken = applyChanges(small, [{ kind: "reword", id: "readout", label: "The insider" }]);
    expect(taken).toEqual({
      ok: false,
      failure: [{ change: null, kind: "label_taken", id: "insider", by: "readout" }],
    });
  });

  it("leaves the codebook it is given as it was", () => {
    const before = structuredClone(small);
    revised(small, { kind: "retire", id: "briefing" }, { kind: "rank", id: "readout", checkRank: 1 });
    expect(small).toEqual(before);
  });

  it("reads codebooks stored before categories could be merged or split", () => {
    const stored: Codebook = JSON.parse(JSON.stringify(sourceline1));
    const book = revised(stored, { kind: "merge", id: "hearsay", into: "anonymous_undescribed" });
    expect(book.categories.filter((one) => one.mergedInto !== undefined).map(({ id }) => id)).toEqual([
      "hearsay",
    ]);
  });
});

const ids = [...sourceline1.categories.map(({ id }) => id), "new_one", "new_two", "Bad id"];
const anId = fc.constantFrom(...ids);
const aFamily = fc.constantFrom(...familyIds);
const aRank = fc.option(fc.integer({ min: 0, max: 9 }));
const text = fc.string({ maxLength: 6 });
const someWords = {
  label: text,
  definition: text,
  example: text,
  notToBeConfusedWith: text,
  decisionRule: text,
};

/** Any change, sensible or not. */
const anyChange: fc.Arbitrary<CodebookChange> = fc.oneof(
  fc.record({ kind: fc.constant("add" as const), id: anId, family: aFamily, checkRank: aRank, ...someWords }),
  fc.record({
    kind: fc.constant("add" as const),
    ...{ id: anId, family: aFamily, checkRank: aRank, splitFrom: anId },
    ...someWords,
  }),
  fc.record({ kind: fc.constant("reword" as const), id: anId, label: text, decisionRule: text }),
  fc.record({ kind: fc.constant("rank" as const), id: anId, checkRank: aRank }),
  fc.record({ kind: fc.constant("retire" as const), id: anId }),
  fc.record({ kind: fc.constant("bring_back" as const), id: anId }),
  fc.record({ kind: fc.constant("merge" as const), id: anId, into: anId }),
  aFamily.chain((family) =>
    fc
      .shuffledSubarray(
        sourceline1.categories.filter((one) => one.family === family).map(({ id }) => id),
        { minLength: 1 },
      )
      .map((order) => ({ kind: "order" as const, family, ids: order })),
  ),
);

/** What any changes that are taken, one version after the other, make of the default codebook. */
const histories = fc.array(anyChange, { maxLength: 25 }).map((changes) => {
  const books: Codebook[] = [sourceline1];
  for (const change of changes) {
    const done = applyChanges(books.at(-1) ?? sourceline1, [change]);
    if (done.ok) books.push(done.value);
  }
  return books;
});
const last = (books: readonly Codebook[]) => books.at(-1) ?? sourceline1;

describe("a codebook, whatever is changed", () => {
  it("law: keeps every id in its family, and numbers its versions without a gap", () => {
    fc.assert(
      fc.property(histories, (books) => {
        expect(books.map(({ version }) => version)).toEqual(books.map((_, index) => index + 1));
        const now = new Map(last(books).categories.map(({ id, family }) => [id, family]));
        for (const { id, family } of books.flatMap(({ categories }) => categories)) {
          expect(now.get(id)).toBe(family);
        }
        expect(now.size).toBe(last(books).categories.length);
      }),
    );
  });

  it("law: has the same families, and in each something to offer", () => {
    fc.assert(
      fc.property(histories, (books) => {
        expect(last(books).families).toEqual(sourceline1.families);
        for (const { id } of sourceline1.families)
          expect(categoriesIn(last(books), id).length).toBeGreaterThan(0);
      }),
    );
  });

  it("law: gives no two offered categories of a family one digit, and no two at all one label", () => {
    fc.assert(
      fc.property(histories, (books) => {
        const offered = last(books).categories.filter(({ isRetired }) => !isRetired);
        const keys = offered.map(({ family, key }) => `${family} ${key}`);
        expect(new Set(keys).size).toBe(keys.length);
        expect(new Set(offered.map(({ label }) => label.trim().toLowerCase())).size).toBe(offered.length);
      }),
    );
  });

  it("law: merges only what is retired, and no merge leads back to itself", () => {
    fc.assert(
      fc.property(histories, (books) => {
        const byId = new Map(last(books).categories.map((category) => [category.id, category]));
        for (const start of byId.values()) {
          expect(start.mergedInto === undefined || start.isRetired).toBe(true);
          const seen = new Set<string>();
          for (let at = start; at.mergedInto !== undefined; at = byId.get(at.mergedInto) ?? start) {
            expect(seen.has(at.id)).toBe(false);
            seen.add(at.id);
          }
        }
      }),
    );
  });

  it("law: is the same by changes made together as by changes made one after the other", () => {
    fc.assert(
      fc.property(fc.array(anyChange, { minLength: 1, maxLength: 6 }), (changes) => {
        const together = applyChanges(sourceline1, changes);
        if (!together.ok) return;
        // Each alone may come to nothing, or to what a later one mends: only those that stand alone are compared.
        let book: Codebook = sourceline1;
        for (const change of changes) {
          const done = applyChanges(book, [change]);
          if (!done.ok) return;
          book = done.value;
        }
        expect(together.value.categories).toEqual(book.categories);
      }),
    );
  });

  it("law: survives JSON", () => {
    fc.assert(
      fc.property(histories, (books) => {
        expect(JSON.parse(JSON.stringify(last(books)))).toEqual(last(books));
      }),
    );
  });
});
