import { reckonWaiting } from "#lib/services/agreement/run.ts";
import { startEvents } from "#lib/services/events/start.ts";
import { makeWaiting } from "#lib/services/exports/run-kept.ts";
import { startAllJobs } from "#lib/services/jobs/start.ts";
import { startWorker } from "#lib/services/jobs/worker.ts";
import { startLetters } from "#lib/services/notifications/start.ts";
import { startWebhooks } from "#lib/services/webhooks/start.ts";

/** What a server does besides answering requests. */
export function startBackground(): void {
  startEvents();
  startAllJobs();
  startLetters();
  startWorker("exports", makeWaiting);
  startWorker("agreement", reckonWaiting);
  startWebhooks();
}
