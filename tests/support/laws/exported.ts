import type { ExportedClaim, ExportedRecord, QuotedSpan } from "#core/export/dataset.ts";
import { type Draft, sources } from "#core/export/export.cases.ts";
import { CodePointIndex } from "#core/text/code-point-index.ts";
import type { Span } from "#core/text/span.ts";
import { marked } from "../marked-text.ts";

/** A record around a text whose brackets are the claim's fragments. */
export function recordOf({ text: source, claim }: Draft): { record: ExportedRecord; index: CodePointIndex } {
  const { text, spans } = marked(source);
  const index = new CodePointIndex(text);
  const quote = (span: Span): QuotedSpan => ({ ...span, exact: index.slice(span) });
  const chain = claim.chain ?? [];
  const whole: ExportedClaim = {
    id: "c1",
    articleId: "a1",
    versionId: "v1",
    layerId: "l1",
    lineageId: "c1",
    parentId: null,
    sameClaimAs: null,
    groupId: null,
    state: "approved",
    revision: 2,
    review: "approved",
    statement: "It rained.",
    kind: "event",
    provenance: chain[0]?.category ?? "unclear",
    originProvenance: chain.at(-1)?.category ?? "unclear",
    depth: chain.length,
    inheritedLinks: 0,
    hedges: [],
    flags: [],
    createdBy: { id: "u1", name: "Ada" },
    createdAt: "2026-01-02T00:00:00.000Z",
    updatedAt: "2026-01-03T00:00:00.000Z",
    approvals: [{ by: { id: "u2", name: "Rosa" }, at: "2026-01-04T00:00:00.000Z" }],
    assessments: [],
    ...claim,
    spans: spans.map(quote),
    chain,
  };
  const article = {
    id: "a1",
    title: "Weather",
    outlet: "Courier",
    byline: null,
    url: "https://example.org/weather",
    publishedAt: null,
    language: "en",
    direction: null,
    version: { id: "v1", ordinal: 1, length: index.length, sha256: "00", text, blocks: [] },
  };
  return { record: { claim: whole, article, sources }, index };
}
