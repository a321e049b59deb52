import { link } from "#core/attribution/link.ts";
import type { ExportedClaim, ExportedSource, QuotedSpan } from "#core/export/dataset.ts";
import type { ExportedDocument } from "#core/export/document.ts";
import { sources as known } from "#core/export/export.cases.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { marked } from "../marked-text.ts";

type Hop = ExportedClaim["chain"][number];
type Mark = { readonly quote: (...places: number[]) => readonly QuotedSpan[] };
type Given = {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly claims: (mark: Mark) => readonly (Partial<ExportedClaim> & Pick<ExportedClaim, "id" | "spans">)[];
};

/** An article whose brackets are numbered spans, and the claims made of them by number. */
export function documentOf({ id, title, source, claims }: Given): ExportedDocument {
  const { text, spans } = marked(source);
  const index = new CodePointIndex(text);
  const quote = (...places: number[]) => places.map((place) => quoted(index, spans[place]));
  const sources = new Map<string, ExportedSource>(known);
  const article = {
    id,
    title,
    outlet: "Harbour Courier",
    byline: "A. Writer",
    url: `https://example.org/${id}`,
    publishedAt: "2026-01-02T08:00:00.000Z",
    language: "en",
    direction: null,
    version: { id: `v-${id}`, ordinal: 1, length: index.length, sha256: "00", text, blocks: [] },
  };
  return { article, index, sources, claims: claims({ quote }).map((claim) => whole(article, claim)) };
}

function quoted(index: CodePointIndex, span: Span | undefined): QuotedSpan {
  if (span === undefined) throw new Error("no such bracket");
  return { ...span, exact: index.slice(span) };
}

function whole(article: ExportedDocument["article"], claim: Partial<ExportedClaim> & { id: string }) {
  const chain = claim.chain ?? [];
  const base: ExportedClaim = {
    id: claim.id,
    articleId: article.id,
    versionId: article.version.id,
    layerId: "l1",
    lineageId: claim.id,
    parentId: null,
    sameClaimAs: null,
    groupId: null,
    state: "approved",
    revision: 2,
    review: "approved",
    statement: "",
    kind: null,
    provenance: chain[0]?.category ?? "unclear",
    originProvenance: chain.at(-1)?.category ?? claim.provenance ?? "unclear",
    depth: chain.length,
    spans: [],
    chain,
    inheritedLinks: 0,
    hedges: [],
    flags: [],
    createdBy: { id: "u1", name: "Ada" },
    createdAt: "2026-01-02T09:00:00.000Z",
    updatedAt: "2026-01-03T09:00:00.000Z",
    approvals: [{ by: { id: "u2", name: "Rosa" }, at: "2026-01-04T09:00:00.000Z" }],
    assessments: [],
  };
  return { ...base, ...claim };
}

export const hop = (category: string, sources: readonly string[], more: Partial<Hop> = {}): Hop => ({
  ...link({ category, sources }),
  mention: [],
  cue: [],
  addressee: [],
  ...more,
});

/** Emoji, right-to-left, discontinuous, overlapping, nested, chains three deep: what every format must survive. */
export const hardDocuments: readonly ExportedDocument[] = [
  documentOf({
    id: "a1",
    title: 'The ferry, "late"',
    source:
      "🚢👩‍👩‍👧 [The Courier] [reported] that [two officials] [told] it [the ferry [sank 🌊] off the cape], and\n[the crew], they said, [were safe].\n\n[Nobody answered.] [=1+1 was the tally.]",
    claims: ({ quote }) => [
      {
        id: "c1",
        spans: quote(4),
        statement: "The ferry sank off the cape.",
        kind: "event",
        chain: [
          hop("media_report", ["s1"], { mention: quote(0), cue: quote(1) }),
          hop("anonymous_described", ["s2"], { mention: quote(2), cue: quote(3), directness: "direct" }),
          hop("hearsay", [], { explicit: false, basis: "carried_over", polarity: "negative" }),
        ],
        hedges: [{ type: "approximator", span: quoted5(quote) }],
        flags: ["figure", "negated"],
      },
      {
        id: "c2",
        spans: quote(5),
        parentId: "c1",
        provenance: "media_report",
        chain: [
          hop("media_report", ["s1"], { mention: quote(0), cue: quote(1) }),
          hop("anonymous_described", ["s2"], { mention: quote(2), cue: quote(3), directness: "direct" }),
          hop("hearsay", [], { explicit: false, basis: "carried_over", polarity: "negative" }),
          hop("official_readout", ["s3"], { addressee: quote(6) }),
        ],
        inheritedLinks: 3,
      },
      {
        id: "c3",
        spans: quote(6, 7),
        statement: "The crew were safe.",
        chain: [hop("anonymous_described", ["s2", "s3"], { mention: quote(2), cue: quote(3) })],
        groupId: "g1",
        sameClaimAs: "c1",
      },
      { id: "c4", spans: quote(8), provenance: "own_observation", statement: "-1", groupId: "g1" },
      { id: "c5", spans: quote(9), provenance: "background_unattributed", statement: '=HYPERLINK("x")' },
    ],
  }),
  documentOf({
    id: "a2",
    title: "הודעה",
    source: "[משרד החוץ] [אמר] כי [NATO תגיב] מחר. [café́ סגור], ⟦sic⟧ 下雨.",
    claims: ({ quote }) => [
      {
        id: "c6",
        spans: quote(2),
        statement: "נאט״ו תגיב",
        chain: [hop("official_statement", ["s3"], { mention: quote(0), cue: quote(1) })],
      },
      { id: "c7", spans: quote(3), provenance: "own_analysis" },
    ],
  }),
];

function quoted5(quote: Mark["quote"]): QuotedSpan {
  const [span] = quote(5);
  if (!span) throw new Error("no such bracket");
  return span;
}
