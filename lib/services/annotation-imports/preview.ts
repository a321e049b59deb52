import type { ImportedDataset } from "#core/import/dataset.ts";
import type { Codebook } from "#core/provenance/codebook.ts";
import type { Span } from "#core/text/span.ts";
import type { ImportMapping, ImportPreviewed } from "#lib/contracts/annotation-imports.ts";
import type { PlacedArticle } from "./place-articles.ts";
import type { Plan, PlannedClaim } from "./plan.ts";
import { chosenFor, foundAnnotators, foundLabels } from "./survey.ts";

/** So much is shown; everything is counted. */
const MOST_LABELS = 500;
const MOST_ANNOTATORS = 500;
const MOST_ARTICLES = 200;
const MOST_CLAIMS = 20;
const MOST_SOURCES = 100;
const LONGEST_QUOTE = 160;

/** What its reader is shown of what would come in. */
export function previewOf(
  codebook: Codebook,
  mapping: ImportMapping,
  dataset: ImportedDataset,
  planned: Plan,
): ImportPreviewed {
  const ready = planned.claims.filter(({ isAlready }) => !isAlready);
  const made = [...planned.sources.writes.values()].filter(({ id }) => planned.usedSources.has(id));
  return {
    counts: {
      articles: articleCounts(dataset, planned),
      claims: {
        found: dataset.claims.length,
        ready: ready.length,
        already: planned.claims.length - ready.length,
        leftOut: dataset.claims.length - planned.claims.length,
      },
      sources: { new: made.length, matched: planned.sources.matched.size },
    },
    labels: foundLabels(codebook, dataset)
      .slice(0, MOST_LABELS)
      .map(({ label, count, first }) => ({
        ...{ label, count },
        example: quoteOf(planned.articles.get(first.article), first.spans),
        category: chosenFor(mapping.labels, label) ?? null,
        isDecided: chosenFor(mapping.labels, label) !== undefined,
      })),
    annotators: foundAnnotators(dataset)
      .slice(0, MOST_ANNOTATORS)
      .map(({ name, count }) => ({ name, count, layer: chosenFor(mapping.annotators, name) ?? "" })),
    articles: articleRows(dataset, planned),
    claims: ready.slice(0, MOST_CLAIMS).map(claimRow(planned)),
    sources: made.slice(0, MOST_SOURCES).map(({ name }) => ({ name, status: "new" as const })),
  };
}

function articleCounts({ articles }: ImportedDataset, planned: Plan) {
  const placed = [...new Set(planned.articles.values())];
  const fresh = placed.filter(({ write }) => write !== null).length;
  const leftOut = articles.filter(({ key }) => !planned.articles.has(key)).length;
  return { new: fresh, known: placed.length - fresh, leftOut };
}

function articleRows({ articles }: ImportedDataset, planned: Plan): ImportPreviewed["articles"] {
  const counts = new Map<PlacedArticle, number>();
  for (const { article } of planned.claims) counts.set(article, (counts.get(article) ?? 0) + 1);
  return articles.slice(0, MOST_ARTICLES).map(({ key, title, place }) => {
    const placed = planned.articles.get(key);
    if (!placed) return { title: title ?? place.file, file: place.file, ...leftOut };
    const isNew = placed.write !== null;
    const status = isNew ? ("new" as const) : ("known" as const);
    const articleId = isNew ? null : placed.id;
    return { title: placed.title, file: place.file, status, articleId, claims: counts.get(placed) ?? 0 };
  });
}

const leftOut = { status: "left_out" as const, articleId: null, claims: 0 };

function claimRow({ sources: { names } }: Plan) {
  return ({ from, article, content, wholeChain }: PlannedClaim): ImportPreviewed["claims"][number] => ({
    file: from.place.file,
    line: from.place.line,
    article: article.title,
    exact: quoteOf(article, from.spans),
    statement: content.statement.slice(0, 500),
    provenance: content.provenance,
    sources: wholeChain.flatMap((hop) => hop.sources.flatMap((id) => names.get(id) ?? [])),
  });
}

function quoteOf(article: PlacedArticle | undefined, spans: readonly Span[]): string {
  if (!article) return "";
  const { text } = article;
  const inside = spans.filter(({ start, end }) => start >= 0 && start <= end && end <= text.length);
  const words = inside
    .map((span) => text.slice(span))
    .join(" … ")
    .replace(/\s+/gu, " ");
  return words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).toWellFormed().trimEnd()}…` : words;
}
