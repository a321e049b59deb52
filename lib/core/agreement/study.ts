import { alphaOf, valueAlphas } from "./alpha.ts";
import { type Resampling, total } from "./bootstrap.ts";
import { chainParts, exactPart, sumHops } from "./chain-agreement.ts";
import { confusionOf, valueF1 } from "./confusion.ts";
import { estimateAlpha, estimateShare, shareOf } from "./estimate.ts";
import { agreementFields, metricOf } from "./fields.ts";
import { known, unknown } from "./figure.ts";
import { cohenKappa, fleissKappa } from "./kappa.ts";
import { compareTexts, inOrder } from "./order.ts";
import type {
  AgreementReport,
  ArticleAgreement,
  CategoryAgreement,
  ChainAgreement,
  CoderCount,
  Confusion,
  FieldAgreement,
  PairAgreement,
  PairField,
  Passage,
  StudyCounts,
  TimeAgreement,
} from "./report.ts";
import {
  chainUnitsOf,
  claimRowsOf,
  confusedUnitsOf,
  pairsOf,
  rowsOf,
  type Selected,
  selectArticles,
} from "./selection.ts";
import type { ArticleTally } from "./tally.ts";
import { type Bucket, bucketOf } from "./time-bucket.ts";
import { characterPart, overlapPart, unitizingOf } from "./unitizing-report.ts";

export type ReportOptions = Resampling & {
  /** `resamples`: 0 for no intervals. What a point in time is; months where left out. */
  readonly bucket?: Bucket;
  /** Coders to compare; all where left out. */
  readonly coders?: readonly string[];
  /** Passages named for each cell of a confusion matrix; 20 where left out. */
  readonly passages?: number;
};

/**
 * The agreement of a study. Pure: the same tallies and options give the same report, in whatever order the tallies come.
 * Articles that fewer than two of the coders have coded count nowhere. Takes seconds where articles are thousands.
 */
export function reportOf(tallies: readonly ArticleTally[], options: ReportOptions): AgreementReport {
  const ordered = inOrder(tallies);
  const articles = selectArticles(ordered, options.coders);
  const coders = countCoders(articles);
  const pairs = couplesOf(coders).flatMap(([a, b]) => pairAgreement(a, b, ordered, options));
  return {
    ...{ seed: options.seed, resamples: options.resamples },
    ...{ coders, counts: countsOf(articles), pairs },
    fields: agreementFields.map((field) => fieldAgreement(field, articles, coders.length, options)),
    unitizing: unitizingOf(articles, options),
    chains: chainAgreement(articles, options),
    categories: categoryAgreement(
      articles,
      pairs.map(({ confusion }) => confusion),
    ),
    articles: articles.map(articleAgreement),
    time: overTime(articles, options.bucket ?? "month"),
  };
}

/** Every passage behind one cell of the confusion of coders `a` and `b`, `a` before `b` as in the report. */
export function passagesBehind(
  tallies: readonly ArticleTally[],
  pair: { readonly a: string; readonly b: string },
  cell: { readonly row: string | null; readonly column: string | null },
): readonly Passage[] {
  const ordered = inOrder(tallies);
  const { cells } = confusionBetween(pair.a, pair.b, ordered, Number.POSITIVE_INFINITY);
  return cells.find(({ row, column }) => row === cell.row && column === cell.column)?.passages ?? [];
}

function countCoders(articles: readonly Selected[]): readonly CoderCount[] {
  const counts = new Map<string, CoderCount>();
  for (const { tally, places } of articles) {
    for (const { coderId, claims } of tally.coders.filter((_, place) => places.includes(place))) {
      const before = counts.get(coderId) ?? { coderId, articles: 0, claims: 0 };
      counts.set(coderId, { coderId, articles: before.articles + 1, claims: before.claims + claims });
    }
  }
  return [...counts.values()].sort((one, other) => compareTexts(one.coderId, other.coderId));
}

function couplesOf(coders: readonly CoderCount[]): readonly (readonly [string, string])[] {
  return coders.flatMap((a, at) => coders.slice(at + 1).map((b) => [a.coderId, b.coderId] as const));
}

function countsOf(articles: readonly Selected[]): StudyCounts {
  const units = articles.flatMap(claimRowsOf).map((unit) => unit.filter((id) => id !== null).length);
  const shared = units.filter((coders) => coders > 1);
  return {
    articles: articles.length,
    claims: units.reduce((sum, coders) => sum + coders, 0),
    units: units.length,
    sharedUnits: shared.length,
    pairable: shared.reduce((sum, coders) => sum + coders, 0),
  };
}

function fieldAgreement(
  field: (typeof agreementFields)[number],
  articles: readonly Selected[],
  coders: number,
  options: ReportOptions,
): FieldAgreement {
  const metric = metricOf[field];
  const byArticle = articles.map((article) => rowsOf(article, field));
  const { estimate, units, pairable } = estimateAlpha(byArticle, metric, options);
  const fleiss = fleissKappa(byArticle.flat(), coders).figure;
  return { field, metric, alpha: estimate, units, pairable, fleissKappa: fleiss };
}

function chainAgreement(articles: readonly Selected[], options: ReportOptions): ChainAgreement {
  const units = articles.map(chainUnitsOf);
  const parts = units.map((article) => article.map(chainParts));
  const sources = units.map((article) => article.map((unit) => unit.sources));
  const { estimate } = estimateAlpha(sources, "edit", options);
  const share = (of: "exact" | "firstSource" | "lengthDifference") =>
    parts.map((article) => article.map((part) => part[of]));
  return {
    comparisons: total(share("exact").map(total)).of,
    exact: estimateShare(share("exact"), "nothing_to_compare", options),
    firstSource: estimateShare(share("firstSource"), "nothing_to_compare", options),
    lengthDifference: shareOf(total(share("lengthDifference").map(total)), "nothing_to_compare"),
    sourceAlpha: estimate,
    hops: sumHops(parts.flat().map(({ hops }) => hops)).map((part, at) => ({
      hop: at + 1,
      comparisons: part.of,
      category: shareOf(part, "nothing_to_compare"),
    })),
  };
}

function categoryAgreement(
  articles: readonly Selected[],
  confusions: readonly Confusion[],
): readonly CategoryAgreement[] {
  const alphas = valueAlphas(articles.flatMap((article) => rowsOf(article, "provenance")));
  const byValue = new Map(alphas.map((alpha) => [alpha.value, alpha]));
  return [...valueF1(confusions)].sort().map(([category, f1]) => ({
    category,
    values: byValue.get(category)?.count ?? 0,
    alpha: byValue.get(category)?.figure ?? unknown("nothing_to_compare"),
    f1: known(f1),
  }));
}

/** Two coders' agreement; nothing where they have no article in common. */
function pairAgreement(
  a: string,
  b: string,
  tallies: readonly ArticleTally[],
  options: ReportOptions,
): readonly PairAgreement[] {
  const articles = selectArticles(tallies, [a, b]);
  if (articles.length === 0) return [];
  return [
    {
      ...{ a, b, articles: articles.length },
      unitizing: unitizingOf(articles, options),
      fields: agreementFields.map((field) => pairField(field, articles)),
      chains: chainAgreement(articles, options),
      confusion: confusionBetween(a, b, tallies, options.passages ?? 20),
    },
  ];
}

function pairField(field: (typeof agreementFields)[number], articles: readonly Selected[]): PairField {
  const data = articles.flatMap((article) => rowsOf(article, field));
  const { figure, units } = alphaOf(data, metricOf[field]);
  return { field, units, alpha: figure, cohenKappa: cohenKappa(data).figure };
}

function confusionBetween(a: string, b: string, tallies: readonly ArticleTally[], most: number): Confusion {
  return confusionOf(selectArticles(tallies, [a, b]).flatMap(confusedUnitsOf), most);
}

/** What an article and a point in time have in common. */
function fewFigures(articles: readonly Selected[]) {
  const pairs = articles.flatMap(pairsOf);
  const exact = articles.flatMap(chainUnitsOf).map(exactPart);
  return {
    overlapF1: shareOf(total(pairs.map(overlapPart)), "nothing_marked"),
    characterF1: shareOf(total(pairs.map(characterPart)), "nothing_marked"),
    provenanceAlpha: alphaOf(
      articles.flatMap((article) => rowsOf(article, "provenance")),
      "nominal",
    ).figure,
    exactChains: shareOf(total(exact), "nothing_to_compare"),
  };
}

function articleAgreement(article: Selected): ArticleAgreement {
  const { tally, places } = article;
  const { articleId, versionId, finishedAt } = tally;
  const { units, sharedUnits } = countsOf([article]);
  return {
    ...{ articleId, versionId, finishedAt, units, sharedUnits },
    coders: tally.coders.filter((_, place) => places.includes(place)).map(({ coderId }) => coderId),
    ...fewFigures([article]),
  };
}

function overTime(articles: readonly Selected[], bucket: Bucket): readonly TimeAgreement[] {
  const buckets = new Map<string, Selected[]>();
  for (const article of articles) {
    const name = bucketOf(article.tally.finishedAt, bucket);
    buckets.set(name, [...(buckets.get(name) ?? []), article]);
  }
  return [...buckets]
    .sort(([one], [other]) => compareTexts(one, other))
    .map(([name, within]) => ({ bucket: name, articles: within.length, ...fewFigures(within) }));
}
