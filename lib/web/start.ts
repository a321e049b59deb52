import { startEvents } from "#lib/services/events/start.ts";

/** What a server does besides answering requests. */
export function startBackground(): void {
  startEvents();
}
