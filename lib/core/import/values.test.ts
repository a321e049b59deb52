import { describe, expect, it } from "vitest";
import type { ImportProblem } from "./dataset.ts";
import { articleOf, facetsOf, hedgeTypeOf, kindOf, sourceOf } from "./values.ts";

const place = { file: "a.json", line: 1, at: "T1" };

function told<T>(run: (report: (problem: ImportProblem) => void) => T) {
  const problems: ImportProblem[] = [];
  return { value: run((problem) => problems.push(problem)), problems };
}

const values = (given: Readonly<Record<string, string>>) => new Map(Object.entries(given));

describe("the facets of a link", () => {
  it.each([
    ["Act", "denial", { act: "denial" }],
    ["Directness", "mixed", { directness: "mixed" }],
    ["CueStance", "distancing", { cueStance: "distancing" }],
    ["Polarity", "negative", { polarity: "negative" }],
    ["Basis", "heading_summary", { basis: "heading_summary" }],
    ["AttributionStatus", "on_background", { attributionStatus: "on_background" }],
    ["Channel", "briefing", { channel: "briefing" }],
    ["Implicit", "true", { explicit: false }],
    ["Unheard", "of", {}],
  ])("are read by name: %s is %s", (name, value, expected) => {
    const { value: facets, problems } = told((report) => facetsOf(values({ [name]: value }), place, report));
    expect(facets).toEqual(expected);
    expect(problems).toEqual([]);
  });

  it.each(["Act", "Directness", "CueStance", "Polarity", "Basis", "AttributionStatus", "Channel"])(
    "are left out with a note where %s is on no list",
    (name) => {
      const given = values({ [name]: "constructor".repeat(10) });
      const { value: facets, problems } = told((report) => facetsOf(given, place, report));
      expect(facets).toEqual({});
      expect(problems).toMatchObject([{ ...place, code: "unknown-value", severity: "note" }]);
      expect(problems[0]?.message).toContain(`${name} is "constructor`);
      expect(problems[0]?.message.length).toBeLessThan(400);
    },
  );

  it("are several at once", () => {
    const given = values({ Act: "question", Channel: "court", Implicit: "" });
    const { value: facets } = told((report) => facetsOf(given, place, report));
    expect(facets).toEqual({ act: "question", channel: "court", explicit: false });
  });
});

describe("the kind of a claim and the type of a hedge", () => {
  it.each([
    [{ Kind: "event" }, "event", 0],
    [{ Kind: "miracle" }, null, 1],
    [{ Kind: "" }, null, 1],
    [{}, null, 0],
  ])("is on the list or null: %j", (given, expected, count) => {
    const { value, problems } = told((report) => kindOf(values(given), place, report));
    expect(value).toBe(expected);
    expect(problems).toHaveLength(count);
  });

  it.each([
    [{ HedgeType: "modal" }, "modal", 0],
    [{ HedgeType: "wild" }, null, 1],
    [{}, null, 0],
  ])("is read for hedges: %j", (given, expected, count) => {
    const { value, problems } = told((report) => hedgeTypeOf(values(given), place, report));
    expect(value).toBe(expected);
    expect(problems).toHaveLength(count);
  });
});

describe("a source's record", () => {
  const whole = {
    id: "s1",
    name: "Ministry",
    type: "government_body",
    documentType: "readout",
    identification: "named_institution",
    affiliation: "Government",
    role: "Representative",
    roleTitle: "Spokesman",
    roleStatus: "Current",
    issuedBy: "s2",
    wikidata: "Q1",
    aliases: ["The ministry"],
    articleId: "a1",
  };

  it("comes through whole", () => {
    const { articleId, ...same } = whole;
    expect(sourceOf(whole)).toEqual({ ...same, key: "s1", article: articleId });
  });

  it("needs no more than an id and a name", () => {
    expect(sourceOf({ id: "s1", name: "Ministry" })).toEqual({
      key: "s1",
      id: "s1",
      name: "Ministry",
      documentType: null,
      affiliation: null,
      role: null,
      roleTitle: null,
      roleStatus: null,
      wikidata: null,
      aliases: [],
      issuedBy: null,
      article: null,
    });
  });

  it.each([
    ["no id", { name: "Ministry" }],
    ["no name", { id: "s1" }],
    ["an id that is no text", { id: 7, name: "Ministry" }],
    ["an empty name", { id: "s1", name: "" }],
    ["nothing", null],
    ["a text", "s1"],
    ["a list", ["s1", "Ministry"]],
    ["what a prototype holds", JSON.parse('{"__proto__": {"id": "s1", "name": "x"}}')],
  ])("is none with %s", (_name, record) => {
    expect(sourceOf(record)).toBe(null);
  });

  it("drops values that are on no list, and aliases that are no text", () => {
    const source = sourceOf({
      ...whole,
      type: "god",
      documentType: 7,
      identification: [],
      aliases: ["a", 7, ""],
    });
    expect(source).toMatchObject({ documentType: null, aliases: ["a"] });
    expect(source).not.toHaveProperty("type");
    expect(source).not.toHaveProperty("identification");
  });
});

describe("an article's record", () => {
  it.each([
    ["ltr", "ltr"],
    ["rtl", "rtl"],
    ["up", null],
    [7, null],
    [undefined, null],
  ])("has a direction or none: %j", (direction, expected) => {
    expect(articleOf({ direction }, "k", "text", place).direction).toBe(expected);
  });

  it.each([
    ["nothing", null],
    ["a text", "x"],
    [
      "values that are no texts",
      { title: 7, outlet: [], byline: {}, url: false, published_at: 1, language: null },
    ],
  ])("may be %s", (_name, record) => {
    expect(articleOf(record, "k", "It rained", place)).toEqual({
      key: "k",
      id: null,
      title: null,
      outlet: null,
      byline: null,
      url: null,
      publishedAt: null,
      language: null,
      direction: null,
      text: "It rained",
      sha256: null,
      blocks: null,
      place,
    });
  });
});
