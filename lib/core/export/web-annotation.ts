import { describe } from "../anchoring/describe.ts";
import { type Codebook, categoryOf } from "../provenance/codebook.ts";
import type { CodePointIndex } from "../text/code-point-index.ts";
import type { ExportedArticle, ExportedRecord, ExportHeader, QuotedSpan } from "./dataset.ts";

/**
 * W3C Web Annotation Data Model (https://www.w3.org/TR/annotation-model/), one collection with one embedded page.
 * A claim is one annotation; each fragment one target with both selectors (sections 4.2.4 and 4.2.5), because the
 * model has no selector for a union. `src:spanGroup` in the dataset body says that the targets are one claim, in order;
 * a reader that ignores it shows several highlights. The dataset body holds the whole record, so nothing is lost.
 */
export const annotationContexts = (base: string): readonly unknown[] => [
  "http://www.w3.org/ns/anno.jsonld",
  { src: `${base}/ns#` },
];

/** The collection's head, up to its items. An empty collection has no page (section 5.1: `first` only if total > 0). */
export function openAnnotationCollection(header: ExportHeader, total: number): string {
  const id = `${header.base}/exports/${header.project.id}`;
  const head = {
    "@context": annotationContexts(header.base),
    id,
    type: "AnnotationCollection",
    label: `${header.project.name}: claims of ${header.workspace.name}`,
    generator: { type: "Software", name: "Sourceline", id: header.base },
    generated: header.exportedAt,
    total,
  };
  const open = JSON.stringify(head).slice(0, -1);
  if (total === 0) return `${open}}\n`;
  const page = {
    id: `${id}/page1`,
    type: "AnnotationPage",
    partOf: { id, label: head.label, total },
    startIndex: 0,
  };
  return `${open},"first":${JSON.stringify(page).slice(0, -1)},"items":[\n`;
}

/** The tail that closes page and collection; empty where `openAnnotationCollection` closed it already. */
export function closeAnnotationCollection(header: ExportHeader, total: number): string {
  const last = `${header.base}/exports/${header.project.id}/page1`;
  return total === 0 ? "" : `\n]},"last":${JSON.stringify(last)}}\n`;
}

/** `claimAnnotation` on a line of its own, for the items of a page. */
export function writeAnnotation(
  header: ExportHeader,
  record: ExportedRecord,
  index: CodePointIndex | null,
  isFirst: boolean,
): string {
  return `${isFirst ? "" : ",\n"}${JSON.stringify(claimAnnotation(header, record, index))}`;
}

/**
 * One claim as one annotation. `index` is the article version's text; with it, each fragment has a quote with prefix and
 * suffix beside its position. Without it, or where the export leaves quoted text out, it has its position only.
 */
export function claimAnnotation(
  header: ExportHeader,
  record: ExportedRecord,
  index: CodePointIndex | null,
): object {
  const { claim } = record;
  return {
    id: `${header.base}/claims/${claim.id}`,
    type: "Annotation",
    motivation: "classifying",
    created: claim.createdAt,
    modified: claim.updatedAt,
    creator: { id: `urn:uuid:${claim.createdBy.id}`, type: "Person", name: claim.createdBy.name },
    body: bodies(header.codebook, header.base, record),
    target: claim.spans.map((span) => annotationTarget(record.article, index, span)),
  };
}

/** What is said of the words: the label to read, the category to link to, the statement if any, and the whole record. */
function bodies(codebook: Codebook, base: string, record: ExportedRecord): readonly object[] {
  const { claim } = record;
  const named = claim.chain.flatMap((hop) => hop.sources);
  const issuers = named.flatMap((id) => record.sources.get(id)?.issuedBy ?? []);
  const sources = Object.fromEntries(
    [...named, ...issuers].map((id) => [id, record.sources.get(id) ?? null]),
  );
  const label = (id: string) => categoryOf(codebook, id)?.label ?? id;
  return [
    { type: "TextualBody", purpose: "tagging", format: "text/plain", value: label(claim.provenance) },
    {
      type: "SpecificResource",
      purpose: "classifying",
      source: `${base}/codebooks/${codebook.id}/${codebook.version}#${claim.provenance}`,
    },
    ...(claim.statement
      ? [{ type: "TextualBody", purpose: "describing", format: "text/plain", value: claim.statement }]
      : []),
    {
      type: ["TextualBody", "Dataset"],
      purpose: "describing",
      format: "application/json",
      value: JSON.stringify({ "src:spanGroup": claim.spans, claim, sources }),
    },
  ];
}

/**
 * One fragment. The source is the article's address where it has one; which version of it was read says the hash, in
 * our own namespace, because the model's `state` (section 4.3) knows only moments and requests.
 */
export function annotationTarget(
  article: ExportedArticle,
  index: CodePointIndex | null,
  span: QuotedSpan,
): object {
  const position = { type: "TextPositionSelector", start: span.start, end: span.end };
  const quote = index && span.exact !== null ? describe(index, span).quote : null;
  return {
    type: "SpecificResource",
    source: {
      id: article.url ?? `urn:uuid:${article.id}`,
      type: "Text",
      format: "text/plain",
      ...(article.language ? { language: article.language } : {}),
      "src:version": `urn:uuid:${article.version.id}`,
      "src:sha256": article.version.sha256,
    },
    selector: quote ? [{ type: "TextQuoteSelector", ...quote }, position] : [position],
  };
}
