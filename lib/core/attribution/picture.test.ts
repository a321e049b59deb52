import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { categoryOf } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { carried, courier, official, unclear } from "./attribution-fixtures.cases.ts";
import { type Chain, weakestLink } from "./chain.ts";
import { chainPicture, linesOf } from "./picture.ts";
import { type ChainNames, chainSentence } from "./sentence.ts";

const names: ChainNames = {
  source: (id) => (id === "courier" ? "The Daily Courier" : id),
  words: (spans) => (spans.length > 0 ? "said" : ""),
  category: (id) => categoryOf(sourceline1, id)?.label ?? id,
};
const draw = (chain: Chain) =>
  chainPicture(chainSentence(chain, names), weakestLink(sourceline1, chain), sourceline1);

describe("the drawn chain", () => {
  it("begins with the article and goes down to the origin, the weakest link marked", () => {
    const { stops } = draw([courier, official]);
    expect(
      stops.map(({ lines, details, family, isWeakest }) => [lines[0], details, family, isWeakest]),
    ).toEqual([
      ["this article", [], null, false],
      ["The Daily Courier", ["Another outlet's report · “said”"], "other_media", false],
      ["official", ["Unnamed but described · “said”", "hardest to check"], "anonymous", true],
    ]);
  });

  it("says in words too what is carried over", () => {
    const [, stop] = draw([carried]).stops;
    expect(stop).toMatchObject({
      isCarriedOver: true,
      details: ["Official readout · carried over", "hardest to check"],
    });
  });

  it("puts attributing words under a category that leaves no room beside it", () => {
    const [, stop] = draw([{ ...courier, category: "institutional_position" }]).stops;
    expect(stop?.details).toEqual(["Collective or institution as speaker", "“said”", "hardest to check"]);
    const long = { ...names, words: () => "w".repeat(60) };
    const pieces = chainSentence([courier], long);
    const [, cut] = chainPicture(pieces, weakestLink(sourceline1, [courier]), sourceline1).stops;
    expect(cut?.details[1]).toBe(`“${"w".repeat(40)}…`);
  });

  it("shows a category of another codebook by its id, and a link without words without them", () => {
    const [, stop] = draw([{ ...courier, category: "a_new_one", mention: [], cue: [] }]).stops;
    expect(stop).toMatchObject({ family: "unclear", details: ["a_new_one"], isWeakest: false });
  });

  it("marks nothing where nothing can be weighed", () => {
    expect(draw([unclear]).stops.some(({ isWeakest }) => isWeakest)).toBe(false);
  });

  it("lets no stop overlap the next, ten links deep with names of sixty letters", () => {
    const name = "The Standing Conference of Harbour Masters of the Inner Lakes";
    const long = { ...names, source: () => name };
    const chain = Array.from({ length: 10 }, () => courier);
    const picture = chainPicture(chainSentence(chain, long), weakestLink(sourceline1, chain), sourceline1);
    expect(picture.stops[5]?.lines.join(" ")).toBe(name);
    for (const [at, stop] of picture.stops.entries()) {
      const bottom = stop.y - 12 + stop.lines.length * 17 + stop.details.length * 16;
      expect(bottom).toBeLessThan((picture.stops[at + 1]?.y ?? picture.height + 12) - 6);
    }
  });
});

describe("words in lines", () => {
  it.each([
    ["stay in one line that holds them", "two officials", 20, 2, ["two officials"]],
    ["break between words", "two senior officials", 12, 2, ["two senior", "officials"]],
    ["are cut where a word is longer than a line", "Donaudampfschiff", 6, 3, ["Donaud", "ampfsc", "hiff"]],
    ["end in an ellipsis where they do not fit", "one two three four", 7, 2, ["one two", "three…"]],
    ["hold an emoji of several code points", "👩‍✈️", 5, 1, ["👩‍✈️"]],
    ["may be none", "", 5, 1, [""]],
  ])("%s", (_name, words, width, most, expected) => {
    expect(linesOf(words, width, most)).toEqual(expected);
  });

  it("are never longer than a line nor more than asked for", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.integer({ min: 2, max: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (words, width, most) => {
          const lines = linesOf(words, width, most);
          expect(lines.length).toBeLessThanOrEqual(most);
          for (const line of lines) expect([...line].length).toBeLessThanOrEqual(width);
        },
      ),
    );
  });
});
