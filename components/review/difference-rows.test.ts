import { describe, expect, it } from "vitest";
import { claimContent, link } from "#core/attribution/link.ts";
import { sourceline1 } from "#core/provenance/sourceline1.ts";
import { differenceRows } from "./difference-rows.ts";
import { meansOf } from "./means.ts";

const courier = "01890000-0000-7000-8000-000000000001";
const means = meansOf(
  {
    words: { "0-5": "Smoke", "0-10": "Smoke rose", "20-24": "said" },
    // Only id and name are read.
    sources: [{ id: courier, name: "The Daily Courier" } as never],
  },
  sourceline1,
);
const said = link({ category: "media_report", sources: [courier], cue: [{ start: 20, end: 24 }] });
const before = claimContent({ spans: [{ start: 0, end: 5 }], statement: "Smoke rose.", chain: [said] });
const rowsOf = (change: Partial<typeof before>) =>
  differenceRows(before, { ...before, ...change }, means).map(({ label, runs }) => [
    label,
    runs.map(({ kind, text }) => `${{ same: "", removed: "-", added: "+" }[kind]}${text}`).join("|"),
  ]);

describe("the difference of two revisions", () => {
  it("is empty where nothing a review decides about changed", () => {
    expect(rowsOf({})).toEqual([]);
  });

  it("tells changed words inside the statement and the marked words", () => {
    expect(rowsOf({ statement: "Smoke slowly rose.", spans: [{ start: 0, end: 10 }] })).toEqual([
      ["Marked words", "Smoke|+ rose"],
      ["Statement", "Smoke |+slowly |rose."],
    ]);
  });

  it("names the facet of a link that changed, without repeating a chain that reads the same", () => {
    expect(rowsOf({ chain: [{ ...said, cueStance: "distancing" }] })).toEqual([
      ["Link 1: stance of the cue", "-Neutral|+Distancing"],
    ]);
  });

  it("reads the chain out where a link came, and says its provenance once", () => {
    const officials = link({ category: "anonymous_described" });
    const rows = rowsOf({ provenance: "anonymous_described", chain: [officials, said] });
    expect(rows.map(([label]) => label)).toEqual(["Chain"]);
    expect(rows[0]?.[1]).toContain("Unnamed but described");
  });

  it("says none where hedges, flags or a kind came or went", () => {
    expect(
      rowsOf({ kind: "event", flags: ["figure"], hedges: [{ type: "modal", span: { start: 0, end: 5 } }] }),
    ).toEqual([
      ["Kind", "-none|+Event"],
      ["Hedges", "-none|+“Smoke” (modal)"],
      ["Flags", "-none|+Figure"],
    ]);
  });
});
