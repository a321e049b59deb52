import { z } from "zod";
import { idOrSlug } from "../common.ts";
import { eventsQuery } from "../events.ts";
import { empty, route } from "../route.ts";

const described = route({
  id: "watchEvents",
  method: "GET",
  path: "/workspaces/{w}/events",
  summary: "What happens, as it happens: Server-Sent Events, resumed by Last-Event-ID",
  tag: "Events",
  scope: "read",
  params: z.strictObject({ w: idOrSlug }),
  query: eventsQuery,
  answer: empty,
  problems: ["too-many-streams"],
});

/** Answers events: `hello`, `change` (a LiveEvent), `reset` (read anew), `presence`. */
export const watchEvents = { ...described, stream: ["text/event-stream"] as const };
