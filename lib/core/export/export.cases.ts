import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";

export const header: ExportHeader = {
  workspace: { id: "w1", name: "Desk" },
  project: { id: "p1", name: "Project", approvalsNeeded: 1 },
  codebook: sourceline1,
  exportedAt: "2026-01-05T10:00:00.000Z",
  filter: { state: "approved" },
  base: "https://desk.example",
};

const source = (id: string, name: string): ExportedSource => ({
  id,
  name,
  type: "unknown",
  documentType: null,
  identification: "named_institution",
  affiliation: null,
  role: null,
  roleTitle: null,
  roleStatus: null,
  issuedBy: null,
  wikidata: null,
  aliases: [],
  articleId: null,
});
export const sources = new Map(
  [source("s1", "The Daily Courier"), source("s2", '=HYPERLINK("x")'), source("s3", "משרד החוץ")].map(
    (one) => [one.id, one],
  ),
);

/** A text whose brackets are the claim's fragments, and what the claim says besides. */
export type Draft = { readonly text: string; readonly claim: Partial<ExportedClaim> };

const hop = (
  category: string,
  ids: readonly string[],
  more: Partial<ExportedClaim["chain"][number]> = {},
) => ({
  ...link({ category, sources: ids }),
  mention: [],
  cue: [],
  addressee: [],
  ...more,
});

/** What every format must survive. */
export const nastyRecords: readonly (Draft & { readonly name: string })[] = [
  { name: "the article's own voice", text: "[It rained.]", claim: { provenance: "own_observation" } },
  { name: "emoji before and inside", text: "🇺🇦👩‍👩‍👧 said [it 🌧️ rained] today", claim: {} },
  {
    name: "right-to-left with Latin inside",
    text: "אמר [כי NATO תגיב] מחר",
    claim: { statement: "נאט״ו תגיב" },
  },
  { name: "a combining mark", text: "[café́ closed]", claim: {} },
  { name: "a discontinuous claim", text: "[The road], he said, [is closed]", claim: {} },
  {
    name: "a chain of three, one carried over",
    text: "[rain]",
    claim: {
      chain: [
        hop("media_report", ["s1"], { cue: [{ start: 0, end: 4, exact: "rain" }] }),
        hop("official_statement", ["s3"], { explicit: false, basis: "carried_over" }),
        hop("hearsay", []),
      ],
      inheritedLinks: 1,
    },
  },
  {
    name: "cells that a spreadsheet would run",
    text: "[=1+1, said “x”]",
    claim: { statement: '=HYPERLINK("evil")\n@x', chain: [hop("official_statement", ["s2"])] },
  },
  { name: "full-width formula signs", text: "[＝1]", claim: { statement: "＋1" } },
  { name: "line breaks, tabs, quotes and commas", text: '[a "b",\n\tc\r]', claim: { statement: 'x,"y"\n' } },
  {
    name: "hedges, flags and an assessment",
    text: "[about six]",
    claim: {
      hedges: [{ type: "approximator", span: { start: 0, end: 5, exact: "about" } }],
      flags: ["figure", "negated"],
      assessments: [
        {
          by: { id: "u1", name: "Ada" },
          sourceReliability: "B",
          infoCredibility: 2,
          attributionFidelity: null,
          verification: null,
          confidence: null,
          rationale: "",
          evidence: [],
        },
      ],
    },
  },
];
