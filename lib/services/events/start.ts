import { postgresBus } from "#lib/db/event-bus.ts";
import { environment } from "#lib/platform/environment.ts";
import { type EventBus, setEventBus } from "#lib/platform/event-bus.ts";
import { presenceRooms } from "./presence-rooms.ts";

/** Joins this process to the others of the installation; once, when a server starts. */
export function startEvents(): void {
  const { DIRECT_DATABASE_URL, databaseUrl } = environment();
  joinBus(postgresBus(DIRECT_DATABASE_URL ?? databaseUrl));
}

/** The rooms listen first: a stream passes on only what they have heard. */
export function joinBus(bus: EventBus): void {
  bus.subscribe((message) => presenceRooms().hear(message));
  setEventBus(bus);
}
