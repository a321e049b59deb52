import { postgresBus } from "#lib/db/event-bus.ts";
import { environment } from "#lib/platform/environment.ts";
import { setEventBus } from "#lib/platform/event-bus.ts";

/** Joins this process to the others of the installation; once, when a server starts. */
export function startEvents(): void {
  const { DIRECT_DATABASE_URL, databaseUrl } = environment();
  setEventBus(postgresBus(DIRECT_DATABASE_URL ?? databaseUrl));
}
