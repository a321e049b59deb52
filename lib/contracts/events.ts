import { z } from "zod";
import { claim } from "./claims.ts";
import { id, timestamp } from "./common.ts";
import type { Present } from "./presence.ts";

/** One thing that happened, as the stream tells it. */
export const liveEvent = z
  .object({
    number: z.int().meta({ description: "Place in the workspace's sequence; grows by one, with no gap" }),
    at: timestamp,
    kind: z.string().meta({ description: "claim.created, comment.added, member.removed …" }),
    actorId: id.nullable(),
    articleId: id.nullable(),
    objectId: id.nullable(),
    payload: z.record(z.string(), z.unknown()),
    claim: claim.nullable().meta({ description: "The claim spoken of, as it is now" }),
  })
  .meta({ id: "LiveEvent" });
export type LiveEvent = z.infer<typeof liveEvent>;

export const eventsQuery = z.strictObject({
  after: z.string().max(100).optional().meta({
    description:
      "An id of this stream, or the eventNumber of an answer, for those who cannot send Last-Event-ID",
  }),
});

/** What the stream sends: `change` and `reset` carry an id to go on from, `presence` is never repeated. */
export type StreamItem =
  | { readonly kind: "hello"; readonly number: number }
  | { readonly kind: "change"; readonly event: LiveEvent }
  /** What was missed is too much, or unknown here: read anew what is shown. */
  | { readonly kind: "reset"; readonly number: number }
  | { readonly kind: "presence"; readonly presence: Present }
  | { readonly kind: "beat" };
