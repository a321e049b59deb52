import type { AgreementReport } from "#core/agreement/report.ts";
import { reportOf } from "#core/agreement/study.ts";
import type { ArticleTally } from "#core/agreement/tally.ts";

export type ReportRequest = {
  readonly tallies: readonly ArticleTally[];
  readonly seed: number;
  readonly resamples: number;
};

/** The report, here and now; also what a thread of its own calls (`platform/worker.ts` knows it as `answer`). */
export function answer({ tallies, seed, resamples }: ReportRequest): AgreementReport {
  return reportOf(tallies, { seed, resamples });
}
