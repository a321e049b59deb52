import { describe, expect, test } from "vitest";
import { link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import { claimOf } from "./claim.cases.ts";
import { type ClaimFilter, ClaimReader, isFiltering, noFilter, toggled } from "./filter.ts";
import { filterInAddress, withFilter } from "./filter-address.ts";

type Claim = ReturnType<typeof claimOf>;

const span = { start: 0, end: 4 };
const chain = (...links: ReturnType<typeof link>[]) => ({ ownChain: links as unknown as Claim["chain"] }); // Readonly in ours.
const named = link({ category: "named_statement", sources: ["s1"], cue: [span] });
const claims = [
  claimOf({ id: "own", statement: "Rain fell on the Café.", state: "approved" }),
  claimOf({ id: "named", statement: "She said “no”.", createdBy: "ann", ...chain(named) }),
  claimOf({ id: "bare", statement: " ", provenance: "unclear" }),
  claimOf({ id: "lost", ...chain(link({ category: "named_statement", sources: [] })) }),
  claimOf({ id: "far", ...chain({ ...named, explicit: false, cue: [] }, link({ category: "hearsay" })) }),
  claimOf({
    id: "split",
    spans: [
      { start: 0, end: 4 },
      { start: 9, end: 12 },
    ],
    statement: "Nothing",
  }),
];
const filtered = (filter: Partial<ClaimFilter>) =>
  new ClaimReader(sourceline1, new CodePointIndex("Hail and ice")).filter(claims, { ...noFilter, ...filter });
const shown = (filter: Partial<ClaimFilter>) => [...filtered(filter).ids].join(" ");

describe("a filter of claims", () => {
  test.each<{ name: string; filter: Partial<ClaimFilter>; ids: string }>([
    { name: "nothing asked", filter: {}, ids: "own named bare lost far split" },
    { name: "a family", filter: { family: ["own_voice"] }, ids: "own split" },
    { name: "either of two families", filter: { family: ["own_voice", "unclear"] }, ids: "own bare split" },
    { name: "a category", filter: { category: ["named_statement"] }, ids: "named lost far" },
    { name: "a state", filter: { state: ["approved"] }, ids: "own" },
    { name: "an author", filter: { author: ["ann"] }, ids: "named" },
    { name: "a source of any link", filter: { source: ["s1"] }, ids: "named far" },
    { name: "what lacks a source", filter: { mark: ["no_source"] }, ids: "lost" },
    { name: "what lacks a statement", filter: { mark: ["no_statement"] }, ids: "bare" },
    { name: "what lacks a category", filter: { mark: ["no_category"] }, ids: "bare" },
    { name: "what is attributed to nobody", filter: { mark: ["unattributed"] }, ids: "own bare split" },
    { name: "links without marked words", filter: { mark: ["unmarked"] }, ids: "lost far" },
    { name: "what is carried over", filter: { mark: ["carried_over"] }, ids: "far" },
    { name: "what is discontinuous", filter: { mark: ["discontinuous"] }, ids: "split" },
    {
      name: "two facets together",
      filter: { category: ["named_statement"], author: ["ann", "me"], mark: ["carried_over"] },
      ids: "far",
    },
    { name: "words of the statement", filter: { text: "cafe RAIN" }, ids: "own" },
    { name: "words that are quoted", filter: { text: "hail ice" }, ids: "split" },
    { name: "quotation marks of another kind", filter: { text: '"no"' }, ids: "named" },
    { name: "words nobody wrote", filter: { text: "snow" }, ids: "" },
  ])("shows $name", ({ filter, ids }) => {
    expect(shown(filter)).toBe(ids);
  });

  test("counts a facet as if it were open, and the others as they are", () => {
    const { counts } = filtered({ family: ["own_voice"], state: ["draft"] });
    expect(Object.fromEntries(counts.family)).toEqual({ own_voice: 1, on_the_record: 3, unclear: 1 });
    expect(Object.fromEntries(counts.state)).toEqual({ approved: 1, draft: 1 });
    expect(Object.fromEntries(counts.author)).toEqual({ me: 1 });
  });

  test("reads a claim anew once it has changed", () => {
    const reader = new ClaimReader(sourceline1, new CodePointIndex("Hail and ice"));
    const before = claimOf({ statement: "Old" });
    const wanted = { ...noFilter, text: "new" };
    expect(reader.filter([before], wanted).ids.size).toBe(0);
    expect(reader.filter([{ ...before, statement: "New" }], wanted).ids.size).toBe(1);
  });

  test("takes a value in and out, and says whether it asks anything", () => {
    const once = toggled(noFilter, "state", "draft");
    expect(isFiltering(once)).toBe(true);
    expect(isFiltering(toggled(once, "state", "draft"))).toBe(false);
    expect(isFiltering({ ...noFilter, text: " " })).toBe(false);
  });
});

describe("a filter in the address", () => {
  const full: ClaimFilter = {
    text: "rain & ice",
    family: ["official"],
    category: ["wire_copy", "own_rule"],
    state: ["draft", "approved"],
    author: ["u1"],
    source: ["s1"],
    mark: ["no_source"],
  };

  test("comes back as it was written, and leaves the rest of the address alone", () => {
    const address = withFilter(new URL("https://desk.example/a?claim=c1#top"), full);
    expect(filterInAddress(address.search)).toEqual(full);
    expect(address.searchParams.get("claim")).toBe("c1");
    expect(withFilter(address, noFilter).href).toBe("https://desk.example/a?claim=c1#top");
  });

  test.each([
    { name: "values nobody knows", search: "?state=gone,draft&family=&only=x", filter: { state: ["draft"] } },
    { name: "doubles", search: "?by=u1,u1", filter: { author: ["u1"] } },
    { name: "text without end", search: `?find=${"a".repeat(999)}`, filter: { text: "a".repeat(200) } },
  ])("is read without $name", ({ search, filter }) => {
    expect(filterInAddress(search)).toEqual({ ...noFilter, ...filter });
  });
});
