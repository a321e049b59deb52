import { describe, expect, it } from "vitest";
import {
  acts,
  attributionStatuses,
  bases,
  channels,
  cueStances,
  directnesses,
  hedgeTypes,
  polarities,
} from "../provenance/facets.ts";
import { readChain, readFacets, readHedges } from "./link-record.ts";

const place = { file: "export.json", line: null, at: "/claims/0" };
const lists: readonly (readonly [name: string, values: readonly string[]])[] = [
  ["act", acts],
  ["directness", directnesses],
  ["cueStance", cueStances],
  ["polarity", polarities],
  ["attributionStatus", attributionStatuses],
  ["channel", channels],
  ["basis", bases],
];

describe("the facets of a link", () => {
  it.each(lists)("are read for every value of %s", (name, values) => {
    for (const value of values)
      expect(readFacets({ [name]: value }, place)).toEqual({ facets: { [name]: value }, notes: [] });
  });

  it.each(lists)("leave out what is no value of %s, and say so", (name) => {
    for (const value of ["of_tomorrow", "", 7, true, ["statement"], { statement: 1 }, "toString"]) {
      const { facets, notes } = readFacets({ [name]: value }, place);
      expect(facets).toEqual({});
      expect(notes).toMatchObject([{ ...place, code: "unknown-value", severity: "note" }]);
      expect(notes[0]?.message).toContain(name);
    }
  });

  it("say nothing of what is absent", () => {
    expect(readFacets({}, place)).toEqual({ facets: {}, notes: [] });
    expect(readFacets({ act: null, basis: null, explicit: "no" }, place)).toEqual({ facets: {}, notes: [] });
  });

  it("tell explicit from carried over", () => {
    expect(readFacets({ explicit: false }, place).facets).toEqual({ explicit: false });
    expect(readFacets({ explicit: true }, place).facets).toEqual({ explicit: true });
  });
});

describe("a chain without a text", () => {
  it("keeps its spans as they are said", () => {
    const spans = [
      { start: 3, end: 9 },
      { start: 12, end: 14, exact: "it" },
    ];
    const read = readChain(null, [{ category: "hearsay", mention: spans, cue: [], addressee: null }], place);
    expect(read).toMatchObject({
      ok: true,
      notes: [],
      value: [
        {
          category: "hearsay",
          label: null,
          sources: [],
          mention: [
            { start: 3, end: 9 },
            { start: 12, end: 14 },
          ],
          cue: [],
          addressee: [],
        },
      ],
    });
  });

  it.each([
    [[{ start: 4, end: 4 }], "span-not-offsets"],
    [[{ start: -1, end: 4 }], "span-not-offsets"],
    [[{ start: 0.5, end: 4 }], "span-not-offsets"],
    [[{ end: 4 }], "span-not-offsets"],
    [["0-4"], "span-not-offsets"],
    [
      [
        { start: 4, end: 9 },
        { start: 8, end: 12 },
      ],
      "spans-not-in-order",
    ],
  ])("is left out for spans like %j", (mention, code) => {
    expect(readChain(null, [{ mention }], place)).toMatchObject({
      ok: false,
      problem: { code, severity: "row" },
    });
  });
});

describe("hedges", () => {
  it.each(hedgeTypes)("are read as %s", (type) => {
    const span = { start: 1, end: 3 };
    expect(readHedges(null, [{ type, span }], place)).toEqual({
      ok: true,
      value: [{ type, span }],
      notes: [],
    });
  });
});
