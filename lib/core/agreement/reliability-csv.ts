import { byteOrderMark, type Cell, type CellGuard, csvRow } from "../export/csv-row.ts";
import type { Estimate, Figure } from "./figure.ts";
import type { AgreementReport, PairAgreement, Unitizing } from "./report.ts";
import { claimRowsOf, rowsOf, type Selected, selectArticles } from "./selection.ts";
import { type ArticleTally, tallyColumns } from "./tally.ts";

/** How a file is written: `hasBom` puts a byte order mark in front, for Excel; `raw` cells are for programs alone. */
export type CsvOptions = { readonly hasBom?: boolean; readonly guard?: CellGuard };

/**
 * The reliability data as programs for α read it, in long form: a row a coder's claim in a unit, with every field in a
 * column of its own. An empty cell is missing data; sets have `|` between their members, chains `>` between their hops. Row by
 * row, so that it can be sent as it is made; the first has the names.
 */
export function* reliabilityRows(
  tallies: readonly ArticleTally[],
  coders?: readonly string[],
  { hasBom = false, guard = "guarded" }: CsvOptions = {},
): Generator<string> {
  yield header(["article_id", "unit", "coder", "claim_id", ...tallyColumns.map(snake)], hasBom);
  for (const article of selectArticles(tallies, coders)) yield* rowsOfArticle(article, guard);
}

function* rowsOfArticle(article: Selected, guard: CellGuard): Generator<string> {
  const columns = tallyColumns.map((column) => rowsOf(article, column));
  for (const [unit, claims] of claimRowsOf(article).entries()) {
    for (const [at, place] of article.places.entries()) {
      const claim = claims[at] ?? null;
      const { coderId } = article.tally.coders[place] as { coderId: string }; // `as`: the places are this tally's
      const said = columns.map((column) => column[unit]?.[at] ?? null);
      if (claim !== null) yield csvRow([article.tally.articleId, unit + 1, coderId, claim, ...said], guard);
    }
  }
}

/**
 * The figures of a report, a row each: what it is of (all coders or two of them), its part, its name, the value or why
 * there is none, and its interval. Numbers are written bare.
 */
export function* figureRows(
  report: AgreementReport,
  { hasBom = false, guard = "guarded" }: CsvOptions = {},
): Generator<string> {
  yield header(["coder_a", "coder_b", "part", "name", "value", "why", "low", "high"], hasBom);
  for (const cells of figuresOf(report, null, null)) yield csvRow(cells, guard);
  for (const { category, alpha, f1 } of report.categories) {
    yield csvRow([null, null, "category alpha", category, ...cellsOf(alpha)], guard);
    yield csvRow([null, null, "category F1", category, ...cellsOf(f1)], guard);
  }
  for (const pair of report.pairs) {
    for (const cells of figuresOf(pair, pair.a, pair.b)) yield csvRow(cells, guard);
  }
}

/** Figures that a report has of all coders and of every two. */
function figuresOf(
  of: AgreementReport | PairAgreement,
  a: string | null,
  b: string | null,
): readonly Cell[][] {
  const row = (part: string, name: string, figure: Figure) => [a, b, part, name, ...cellsOf(figure)];
  const { exact, firstSource, lengthDifference, sourceAlpha, hops } = of.chains;
  return [
    ...unitizingNames.map((name) => row("unitizing", snake(name), of.unitizing[name])),
    ...of.fields.map(({ field, alpha }) => row("alpha", snake(field), alpha)),
    ...of.fields.map((field) =>
      "cohenKappa" in field
        ? row("Cohen kappa", snake(field.field), field.cohenKappa)
        : row("Fleiss kappa", snake(field.field), field.fleissKappa),
    ),
    row("chains", "exact", exact),
    row("chains", "first_source", firstSource),
    row("chains", "length_difference", lengthDifference),
    row("chains", "source_alpha", sourceAlpha),
    ...hops.map(({ hop, category }) => row("chains", `category_of_hop_${hop}`, category)),
  ];
}

const unitizingNames = [
  "agrForth",
  "agrBack",
  "agrMean",
  "exactF1",
  "halfF1",
  "overlapF1",
  "characterF1",
  "alphaU",
  "gamma",
] as const satisfies readonly (keyof Unitizing)[];

function cellsOf(figure: Figure | Estimate): Cell[] {
  const interval = "interval" in figure ? figure.interval : null;
  return [figure.value, figure.why, interval?.low ?? null, interval?.high ?? null];
}

function header(names: readonly string[], hasBom: boolean): string {
  return `${hasBom ? byteOrderMark : ""}${[...names, "escaped"].join(",")}\r\n`;
}

/** `originProvenance` as a column is called, `origin_provenance`. */
function snake(name: string): string {
  return name.replace(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`);
}
