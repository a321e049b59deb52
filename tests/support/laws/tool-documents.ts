import type { ExportedSource } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { documentOf, hop } from "./documents.ts";

const source = (id: string, name: string, more: Partial<ExportedSource> = {}): ExportedSource => ({
  id,
  name,
  type: "government_body",
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
  ...more,
});

/** Sources with everything an entry may have: a document, who issued it, and who stands behind those. */
const registry = new Map(
  [
    source("s1", "Harbour report", {
      type: "document",
      documentType: "study",
      identification: "named_document",
      issuedBy: "s2",
      wikidata: "Q1",
      aliases: ["The report", "הדוח"],
    }),
    source("s2", "Harbour office", { affiliation: "Government", issuedBy: "s3" }),
    source("s3", "The State"),
    source("s4", "A sailor\u2028of the crew", {
      type: "person",
      identification: "unnamed_described",
      role: "Participant",
      roleTitle: "Sailor",
      roleStatus: "Former",
      articleId: "deep",
    }),
  ].map((one) => [one.id, one]),
);

const withRegistry = (document: ExportedDocument): ExportedDocument => ({ ...document, sources: registry });

/** Claims nested three deep, each with one link more; the chain of the fourth is no longer how its parent's begins. */
const deep = withRegistry(
  documentOf({
    id: "deep",
    title: "Über Häfen / 2: «Tiefe»",
    source:
      "[The report] [says] [that [a sailor 🌊] [swore] [that [the mate] [claimed] [the hull\nwas\n\n[rotten]]]].\u2028[Yes.]",
    claims: ({ quote }) => {
      const report = hop("research_publication", ["s1"], { mention: quote(0), cue: quote(1) });
      const sailor = hop("eyewitness", ["s4"], {
        mention: quote(3),
        cue: quote(4),
        act: "commitment",
        directness: "mixed",
        cueStance: "endorsing",
        attributionStatus: "on_record",
        channel: "court",
      });
      const mate = hop("hearsay", [], {
        mention: quote(6),
        cue: quote(7),
        polarity: "negative",
        cueStance: "distancing",
      });
      return [
        { id: "d1", spans: quote(2), statement: "A sailor swore it.", chain: [report], kind: "speech_event" },
        { id: "d2", spans: quote(5), parentId: "d1", chain: [report, sailor], inheritedLinks: 1 },
        {
          id: "d3",
          spans: quote(8),
          parentId: "d2",
          statement: 'The hull,\n\t"they" said,\u2028was rotten.',
          chain: [report, sailor, mate],
          inheritedLinks: 2,
          groupId: "g",
          flags: ["of_our_desk"],
        },
        {
          id: "d4",
          spans: quote(9),
          parentId: "d3",
          statement: '"Rotten"',
          chain: [report, mate],
          inheritedLinks: 1,
          groupId: "g",
          sameClaimAs: "elsewhere",
        },
        { id: "d5", spans: quote(10), parentId: "missing", provenance: "unclear", statement: " Yes. " },
      ];
    },
  }),
);

/** Overlaps of every kind, marks that several links share, and a source that the export does not show. */
const crossing = withRegistry(
  documentOf({
    id: "crossing",
    title: "—",
    source: "[אמר [דובר] הנמל] [כי] [👩‍👩‍👧 [NATO] נסגר] [מחר].",
    claims: ({ quote }) => [
      {
        id: "x1",
        spans: [...quote(3), ...quote(5)],
        chain: [
          hop("official_statement", ["s2", "sealed"], {
            mention: quote(1),
            cue: [...quote(2)],
            addressee: quote(4),
          }),
        ],
        hedges: quote(5).map((span) => ({ type: "modal" as const, span })),
      },
      {
        id: "x2",
        spans: quote(4),
        parentId: "x1",
        chain: [
          hop("official_statement", ["s2", "sealed"], {
            mention: quote(1),
            cue: quote(2),
            addressee: quote(4),
          }),
        ],
        inheritedLinks: 1,
      },
      { id: "x3", spans: quote(0), provenance: "own_analysis", sameClaimAs: "x1" },
    ],
  }),
);

/** An article without a particular, and one without a claim. */
const bare: ExportedDocument = {
  ...documentOf({
    id: "bare",
    title: "Bare",
    source: "[It rained].",
    claims: ({ quote }) => [{ id: "b1", spans: quote(0), provenance: "own_observation" }],
  }),
  sources: new Map(),
};
const { article } = bare;
const nothing = { outlet: null, byline: null, url: null, publishedAt: null, language: null };

export const toolDocuments: readonly ExportedDocument[] = [
  deep,
  crossing,
  { ...bare, article: { ...article, ...nothing } },
  { ...bare, article: { ...article, id: "silent", direction: "rtl" }, claims: [] },
];

/** The same without what refers to claims and sources that are not among them: no file can bring those back. */
export const closedDocuments: readonly ExportedDocument[] = toolDocuments.map((document) => {
  const ids = new Set(document.claims.map(({ id }) => id));
  const here = (id: string | null) => (id !== null && ids.has(id) ? id : null);
  const claims = document.claims.map((claim) => ({
    ...claim,
    parentId: here(claim.parentId),
    sameClaimAs: here(claim.sameClaimAs),
    chain: claim.chain.map((link) => ({
      ...link,
      sources: link.sources.filter((id) => document.sources.has(id)),
    })),
  }));
  return { ...document, claims };
});

/** A document as an export has it that leaves quoted text out. */
export const withoutText: ExportedDocument = {
  ...bare,
  article: { ...article, version: { ...article.version, text: null } },
  index: null,
};
