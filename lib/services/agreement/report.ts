import type { AgreementReport } from "#core/agreement/report.ts";
import type { ArticleTally } from "#core/agreement/tally.ts";
import type { AgreementOptions } from "#lib/db/agreement-runs.ts";
import { inWorker } from "#lib/platform/worker.ts";
import { answer } from "./report-now.ts";

/** Above so many claims, others would wait for the report noticeably. */
const LARGE = 1_000;
const LIMITS = { milliseconds: 600_000, megabytes: 2_048 };
const WORKER = "lib/services/agreement/report-now.ts";

/** The report of some tallies, in a thread of its own where they are many. */
export async function report(
  tallies: readonly ArticleTally[],
  { seed, resamples }: Pick<AgreementOptions, "seed" | "resamples">,
): Promise<AgreementReport> {
  const request = { tallies, seed, resamples };
  const claims = tallies.reduce(
    (sum, { coders }) => sum + coders.reduce((all, one) => all + one.claims, 0),
    0,
  );
  return claims > LARGE ? inWorker<AgreementReport>(WORKER, request, LIMITS) : answer(request);
}
