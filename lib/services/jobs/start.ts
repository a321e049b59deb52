import { removeExpired } from "../exports/run-kept.ts";
import { forgetOldDeliveries } from "../webhooks/forget.ts";
import { annotationImports } from "./annotation-imports.ts";
import { forgetOldKeys } from "./forget-keys.ts";
import { returnAbandoned } from "./return-abandoned.ts";
import { type Job, startJobs } from "./runner.ts";

/** All that the program does on its own. */
const jobs: readonly Job[] = [
  returnAbandoned,
  forgetOldKeys,
  forgetOldDeliveries,
  annotationImports,
  { name: "remove-expired-exports", every: 3_600_000, run: removeExpired },
];

/** Begins them in this process; they end with it, the one that runs first. */
export function startAllJobs(): void {
  const running = startJobs(jobs);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => void running.stop());
}
