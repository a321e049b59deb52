import { writeFile } from "node:fs/promises";
import { alphaOf } from "../lib/core/agreement/alpha.ts";
import { agreementFields, metricOf } from "../lib/core/agreement/fields.ts";
import { madeUpStudy } from "../lib/core/agreement/made-up.cases.ts";
import { seededRandom } from "../lib/core/agreement/random.ts";
import { rowsOf, selectArticles } from "../lib/core/agreement/selection.ts";
import { reportOf } from "../lib/core/agreement/study.ts";
import { tallyOf } from "../lib/core/agreement/tally.ts";
import { sourceline1 } from "../lib/core/provenance/sourceline1.ts";

/** What the agreement of a large study costs: its tallies, its report, and the barest way to its intervals. */
const ARTICLES = Number(process.env.ARTICLES ?? 1_000);
const RESAMPLES = Number(process.env.RESAMPLES ?? 1_000);
/** Of the barest way so many resamples are made; the others are reckoned from them. */
const BARE_RESAMPLES = 10;

function timed<T>(work: () => T): [T, number] {
  const begun = performance.now();
  const made = work();
  return [made, (performance.now() - begun) / 1000];
}

/** α worked out anew from all articles for each resample, field by field. */
function bareBootstrap(byField: ReturnType<typeof rowsByField>): void {
  const random = seededRandom(1);
  for (let resample = 0; resample < BARE_RESAMPLES; resample += 1) {
    for (const { articles, metric } of byField) {
      const drawn = articles.flatMap(() => articles[Math.floor(random() * articles.length)] ?? []);
      alphaOf(drawn, metric);
    }
  }
}

const rowsByField = (tallies: Parameters<typeof selectArticles>[0]) =>
  agreementFields.map((field) => ({
    articles: selectArticles(tallies).map((article) => rowsOf(article, field)),
    metric: metricOf[field],
  }));

const study = madeUpStudy({ seed: 1, coders: 3, articles: ARTICLES, claims: 40, care: 0.8 });
const [tallies, tallying] = timed(() => study.map((article) => tallyOf(article, sourceline1)));
const [, withGamma] = timed(() =>
  study.slice(0, 10).map((article) => tallyOf(article, sourceline1, { gamma: { seed: 1 } })),
);
const [plain, plainly] = timed(() => reportOf(tallies, { seed: 1, resamples: 0 }));
const [report, reporting] = timed(() => reportOf(tallies, { seed: 1, resamples: RESAMPLES }));
const [, bare] = timed(() => bareBootstrap(rowsByField(tallies)));
const bareAll = (bare / BARE_RESAMPLES) * RESAMPLES;
const rounded = (value: number) => Math.round(value * 1000) / 1000;
const row = {
  articles: ARTICLES,
  claims: report.counts.claims,
  "tallies, s": rounded(tallying),
  "tally, KB": rounded(JSON.stringify(tallies).length / ARTICLES / 1000),
  "a tally with γ, s": rounded(withGamma / 10),
  "report without intervals, s": rounded(plainly),
  "report, s": rounded(reporting),
  "report, MB": rounded(JSON.stringify(report).length / 1_000_000),
  "intervals the barest way, s": rounded(bareAll),
  "barest / report": rounded(bareAll / reporting),
};
console.table([row]);
if (plain.counts.claims !== report.counts.claims) throw new Error("intervals changed the report");
await writeFile(new URL("results/agreement.json", import.meta.url), JSON.stringify(row));
