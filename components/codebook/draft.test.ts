import { describe, expect, it } from "vitest";
import { categoriesIn, categoryOf } from "#core/provenance/codebook.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import {
  changesOf,
  type Draft,
  drafted,
  idFor,
  moved,
  retiredIn,
  withChanges,
  withoutChange,
} from "./draft.ts";

const hearsay = sourceline1.categories.find(({ id }) => id === "hearsay") ?? sourceline1.categories[0];
const retire = { kind: "retire", id: "hearsay" } as const;

function draftOf(...changes: Draft): Draft {
  const done = withChanges(sourceline1, [], changes);
  if (!done.ok) throw new Error(done.failure);
  return done.value;
}

describe("a draft", () => {
  it("takes changes that can be made, and says in words why others cannot", () => {
    expect(draftOf(retire)).toEqual([retire]);
    expect(withChanges(sourceline1, [retire], [retire])).toEqual({
      ok: false,
      failure: `“${hearsay?.label}” is retired already.`,
    });
  });

  it("is empty again once its changes undo each other", () => {
    expect(draftOf(retire, { kind: "bring_back", id: "hearsay" })).toEqual([]);
  });

  it("holds one change where the same is changed again and again", () => {
    const rank = { kind: "rank", id: "hearsay" } as const;
    const words = { kind: "reword", id: "hearsay" } as const;
    expect(draftOf({ ...rank, checkRank: 5 }, { ...rank, checkRank: 6 })).toEqual([
      { ...rank, checkRank: 6 },
    ]);
    expect(draftOf({ ...words, label: "Rumour" }, { ...words, example: "They say." })).toEqual([
      { ...words, label: "Rumour", example: "They say." },
    ]);
  });

  it("lets go of a change, unless a later one builds on it", () => {
    const back = { kind: "rank", id: "hearsay", checkRank: 5 } as const;
    expect(withoutChange(sourceline1, [retire, back], 0)).toEqual({ ok: true, value: [back] });
    const words = {
      label: "Gazette",
      definition: "",
      example: "",
      notToBeConfusedWith: "",
      decisionRule: "",
    };
    const add = { kind: "add", id: "gazette", family: "official", checkRank: 1, ...words } as const;
    const merge = { kind: "merge", id: "hearsay", into: "gazette" } as const;
    expect(withoutChange(sourceline1, [add, merge], 0)).toMatchObject({ ok: false });
    expect(withoutChange(sourceline1, [add], 0)).toEqual({ ok: true, value: [] });
  });

  it("shows the codebook as it would be", () => {
    expect(drafted(sourceline1, [])).toBe(sourceline1);
    const after = drafted(sourceline1, [retire]);
    expect(retiredIn(after, "anonymous").map(({ id }) => id)).toEqual(["hearsay"]);
  });
});

describe("changesOf", () => {
  it("names only what differs", () => {
    if (!hearsay) throw new Error("the codebook has no hearsay");
    const { label, definition, example, notToBeConfusedWith, decisionRule, checkRank } = hearsay;
    const fields = { label, definition, example, notToBeConfusedWith, decisionRule, checkRank };
    expect(changesOf(hearsay, fields)).toEqual([]);
    expect(changesOf(hearsay, { ...fields, label: "Rumour", checkRank: null })).toEqual([
      { kind: "reword", id: "hearsay", label: "Rumour" },
      { kind: "rank", id: "hearsay", checkRank: null },
    ]);
  });
});

describe("moved", () => {
  it("puts a category before or after its neighbour, and no further than the ends", () => {
    const [first, second] = categoriesIn(sourceline1, "anonymous");
    if (!first || !second) throw new Error("too few categories");
    const change = moved(sourceline1, second, -1);
    expect(change).toMatchObject({ kind: "order", family: "anonymous" });
    const after = drafted(sourceline1, change ? [change] : []);
    expect(
      categoriesIn(after, "anonymous")
        .map(({ id }) => id)
        .slice(0, 2),
    ).toEqual([second.id, first.id]);
    expect(moved(sourceline1, first, -1)).toBeNull();
    expect(moved(drafted(sourceline1, [retire]), { ...first, id: "hearsay" }, 1)).toBeNull();
  });
});

describe("idFor", () => {
  it.each([
    ["Court filing", "court_filing"],
    ["  3rd party — Überblick! ", "rd_party_uberblick"],
    ["选举", "category"],
    ["Hearsay", "hearsay_2"],
  ])("makes of %j: %s", (label, id) => {
    expect(idFor(sourceline1, label)).toBe(id);
    expect(categoryOf(sourceline1, id)).toBeNull();
  });
});
