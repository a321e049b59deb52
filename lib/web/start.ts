import { startAgreement } from "#lib/services/agreement/run.ts";
import { startEvents } from "#lib/services/events/start.ts";
import { startExports } from "#lib/services/exports/run-kept.ts";
import { startAllJobs } from "#lib/services/jobs/start.ts";
import { startLetters } from "#lib/services/notifications/start.ts";
import { startWebhooks } from "#lib/services/webhooks/start.ts";

/** What a server does besides answering requests. */
export function startBackground(): void {
  startEvents();
  startAllJobs();
  startLetters();
  startExports();
  startAgreement();
  startWebhooks();
}
