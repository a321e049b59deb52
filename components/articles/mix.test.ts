import { describe, expect, it } from "vitest";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { familyCounts, familySegments, progressWords, stateSegments } from "./mix.ts";

describe("stateSegments", () => {
  it("keeps every state, in one order, also where there is none", () => {
    const segments = stateSegments({ draft: 2, approved: 5 });
    expect(segments.map(({ id, value }) => [id, value])).toEqual([
      ["approved", 5],
      ["submitted", 0],
      ["changes_requested", 0],
      ["draft", 2],
      ["rejected", 0],
    ]);
  });
});

describe("familyCounts", () => {
  it("adds the categories of a family up", () => {
    const counts = familyCounts(sourceline1, { official_readout: 2, press_briefing: 1, media_report: 4 });
    expect(counts).toMatchObject({ official: 3, other_media: 4, unclear: 0 });
  });

  it("counts what no codebook knows as unclear and loses nothing", () => {
    const counts = familyCounts(sourceline1, { made_up: 3, unclear: 1 });
    expect(counts.unclear).toBe(4);
    expect(familySegments(sourceline1, { made_up: 3 }).reduce((sum, { value }) => sum + value, 0)).toBe(3);
  });
});

describe("progressWords", () => {
  it("counts approved claims among all of them", () => {
    expect(progressWords({ approved: 1, draft: 2, rejected: 1 })).toBe("1 of 4 approved");
    expect(progressWords({})).toBe("no claims yet");
  });
});
