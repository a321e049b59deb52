import { startEvents } from "#lib/services/events/start.ts";
import { startAllJobs } from "#lib/services/jobs/start.ts";

/** What a server does besides answering requests. */
export function startBackground(): void {
  startEvents();
  startAllJobs();
}
