import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import type { ExportedClaim, ExportedSource, ExportHeader } from "./dataset.ts";

export const header: ExportHeader = {
  workspace: { id: "w1", name: "Desk" },
  project: { id: "p1", name: "Project", approvalsNeeded: 1 },
  codebook: sourceline1,
  exportedAt: "2026-01-05T10:00:00.000Z",
  eventNumber: "41",
  cursor: "cursor-of-41",
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
  {
    name: "three links deep, the first two the parent's",
    text: "He [said it] [rained 🌧️]",
    claim: {
      parentId: "c0",
      chain: [
        hop("media_report", ["s1"], { mention: [{ start: 0, end: 2, exact: "He" }] }),
        hop("official_readout", ["s3"], {
          cue: [
            { start: 3, end: 7, exact: "said" },
            { start: 8, end: 10, exact: "it" },
          ],
        }),
        hop("anonymous_described", ["s2"], { polarity: "negative", directness: "direct" }),
      ],
      inheritedLinks: 2,
    },
  },
  {
    name: "joint speakers, one of whom the registry does not show",
    text: "[Both agreed]",
    claim: { chain: [hop("joint_statement", ["s1", "sealed"])] },
  },
  {
    name: "a category that the codebook at hand does not know",
    text: "[it rained]",
    claim: { chain: [hop("of_another_codebook", ["s1"])] },
  },
  { name: "no statement yet", text: "[it rained]", claim: { statement: "", kind: null } },
  { name: "a statement of one quote", text: "[it rained]", claim: { statement: '"' } },
  { name: "separators that only some programs know", text: "[a\u2028b\u2029c\u0085d]", claim: {} },
  { name: "Chinese and Arabic in one claim", text: "[下雨] قالَ [نعم]", claim: { statement: "下雨，نعم" } },
];

/** One text and the cell that RFC 4180 and a careful spreadsheet ask for. */
export const csvCells: readonly { readonly name: string; readonly text: string; readonly cell: string }[] = [
  { name: "plain words", text: "It rained", cell: "It rained" },
  { name: "nothing", text: "", cell: "" },
  { name: "a comma", text: "rain, then sun", cell: '"rain, then sun"' },
  { name: "quotes", text: 'he "said" it', cell: '"he ""said"" it"' },
  { name: "a single quote mark", text: '"', cell: '""""' },
  { name: "a line end", text: "rain\nsun", cell: '"rain\nsun"' },
  { name: "a line end of two", text: "rain\r\nsun", cell: '"rain\r\nsun"' },
  { name: "a semicolon", text: "rain; sun", cell: "rain; sun" },
  { name: "spaces at the ends", text: " rain ", cell: " rain " },
  { name: "an apostrophe of its own", text: "’tis", cell: "’tis" },
  { name: "a straight apostrophe before a letter", text: "'tis rain", cell: "'tis rain" },
  { name: "a formula", text: "=1+1", cell: "'=1+1" },
  { name: "a formula with quotes", text: '=A1&"x"', cell: '"\'=A1&""x"""' },
  { name: "a plus", text: "+41", cell: "'+41" },
  { name: "a dash before a quotation", text: "- he said", cell: "'- he said" },
  { name: "an at sign", text: "@desk", cell: "'@desk" },
  { name: "a tab first", text: "\t=1", cell: "'\t=1" },
  { name: "a line end first", text: "\n=1", cell: '"\'\n=1"' },
  { name: "a full-width equals sign", text: "＝1", cell: "'＝1" },
  { name: "what looks as if it had been escaped", text: "'=1", cell: "''=1" },
  { name: "what looks as if it had been escaped twice", text: "''=1", cell: "'''=1" },
  { name: "a minus inside", text: "6-7", cell: "6-7" },
  { name: "right-to-left with a comma", text: "שלום, עולם", cell: '"שלום, עולם"' },
  { name: "emoji", text: "🌧️👩‍👩‍👧", cell: "🌧️👩‍👩‍👧" },
];
