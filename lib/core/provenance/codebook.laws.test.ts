import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Category,
  type Codebook,
  categoriesIn,
  categoryByKeys,
  categoryOf,
  familyIds,
  familyOf,
  isOwnVoice,
  isUnclear,
} from "./codebook.ts";
import { sourceline1 } from "./sourceline1.ts";

const { families, categories } = sourceline1;

/** A workspace's own book: the families as they are, and any categories in them. */
const books = fc
  .uniqueArray(
    fc.record({
      family: fc.constantFrom(...familyIds),
      key: fc.integer({ min: 1, max: 12 }),
      isRetired: fc.boolean(),
    }),
    { maxLength: 20, selector: ({ family, key }) => `${family} ${key}` },
  )
  .map((given): Codebook => {
    const own = given.map(
      (category): Category => ({
        ...category,
        id: `${category.family}_${category.key}`,
        label: "",
        definition: "",
        example: "",
        notToBeConfusedWith: "",
        decisionRule: "",
        checkRank: null,
      }),
    );
    return { ...sourceline1, categories: own };
  });
const booksWithSwitches = books.chain((book) =>
  fc.tuple(
    fc.constant(book),
    fc.subarray(book.categories.map(({ id }) => id)).map((ids) => new Set(ids)),
  ),
);

describe("the data of Sourceline 1", () => {
  it("gives every category another id, and another digit within its family, from 1 without a gap", () => {
    expect(new Set(categories.map(({ id }) => id)).size).toBe(categories.length);
    for (const { id } of families) {
      const keys = categories.filter(({ family }) => family === id).map(({ key }) => key);
      expect(keys).toEqual(keys.map((_, index) => index + 1));
    }
  });

  it("names only families there are, each with its digit, label and definition", () => {
    expect(families.map(({ id }) => id)).toEqual([...familyIds]);
    for (const { family } of categories) expect(familyIds).toContain(family);
    for (const family of families) expect(family.label && family.definition).not.toBe("");
    expect(new Set(families.map(({ label }) => label)).size).toBe(families.length);
  });

  it.each(categories)("refers to other categories by the labels they have: $label", (category) => {
    const labels = categories.map(({ label }) => label);
    const named = [...category.notToBeConfusedWith.matchAll(/“([^”]+)”/gu)].map(([, label]) => label);
    expect(named.length).toBeGreaterThan(0);
    for (const label of named) expect(labels).toContain(label);
  });

  it.each(categories)("ranks $label from 1 to 8, unless it is unclear", ({ id, checkRank }) => {
    if (isUnclear(sourceline1, id)) return expect(checkRank).toBeNull();
    expect(checkRank).toBeGreaterThanOrEqual(1);
    expect(checkRank).toBeLessThanOrEqual(8);
  });

  it("leaves no rank unused, so that one rank weaker means something", () => {
    const ranks = new Set(categories.flatMap(({ checkRank }) => checkRank ?? []));
    expect([...ranks].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it("is all that a sender has to send: it survives JSON", () => {
    expect(JSON.parse(JSON.stringify(sourceline1))).toEqual(sourceline1);
  });
});

describe("the digits of any codebook", () => {
  it("law: two digits lead to the category that has them, if it is offered", () => {
    fc.assert(
      fc.property(booksWithSwitches, ([book, off]) => {
        for (const category of book.categories) {
          const family = familyOf(book, category.id);
          const outcome = categoryByKeys(book, family?.key ?? 0, category.key, off);
          const isOffered = !category.isRetired && !off.has(category.id);
          if (isOffered) expect(outcome).toEqual({ kind: "category", category });
          else expect(outcome).not.toMatchObject({ category: { id: category.id } });
        }
      }),
    );
  });

  it("law: whatever the digits, nothing retired or switched off comes of them", () => {
    fc.assert(
      fc.property(booksWithSwitches, fc.nat(9), fc.option(fc.nat(9)), ([book, off], first, second) => {
        const outcome = categoryByKeys(book, first, second, off);
        const offered =
          outcome.kind === "family"
            ? outcome.categories
            : outcome.kind === "category"
              ? [outcome.category]
              : [];
        for (const category of offered) {
          expect(off.has(category.id)).toBe(false);
          expect(categoryOf(book, category.id)?.isRetired).toBe(false);
          expect(familyOf(book, category.id)?.key).toBe(first);
        }
      }),
    );
  });

  it("law: the first digit waits exactly where there is something to choose", () => {
    fc.assert(
      fc.property(booksWithSwitches, ([book, off]) => {
        for (const { id, key } of book.families) {
          const count = categoriesIn(book, id, off).length;
          const kind = count === 0 ? "nothing" : count === 1 ? "category" : "family";
          expect(categoryByKeys(book, key, null, off).kind).toBe(kind);
        }
      }),
    );
  });

  it("law: choices stand in the order of their digits, wherever the book has them", () => {
    fc.assert(
      fc.property(booksWithSwitches, ([book, off]) => {
        const turned = { ...book, categories: book.categories.toReversed() };
        for (const { id } of book.families) {
          const choices = categoriesIn(book, id, off);
          expect(choices.map(({ key }) => key)).toEqual(
            choices.map(({ key }) => key).toSorted((a, b) => a - b),
          );
          expect(categoriesIn(turned, id, off)).toEqual(choices);
        }
      }),
    );
  });

  it("law: a category is of one family, and of own voice and unclear at most one", () => {
    fc.assert(
      fc.property(books, (book) => {
        for (const { id, family } of book.categories) {
          expect(familyOf(book, id)?.id).toBe(family);
          expect(isOwnVoice(book, id)).toBe(family === "own_voice");
          expect(isUnclear(book, id)).toBe(family === "unclear");
        }
        expect([familyOf(book, "gossip"), categoryOf(book, "gossip")]).toEqual([null, null]);
      }),
    );
  });
});
