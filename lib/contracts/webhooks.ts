import { z } from "zod";
import { id, line, page, pageQuery, timestamp } from "./common.ts";

/** What an event may be about: the part of its kind before the dot. */
export const eventSubjects = [
  "article",
  "assignment",
  "claim",
  "comment",
  "member",
  "project",
  "source",
  "workspace",
] as const;
export type EventSubject = (typeof eventSubjects)[number];

/** `*`, everything about one subject, or one kind. What is told to one person alone is in none of them. */
const pattern = z
  .string()
  .max(80)
  .refine(isPattern, "must be *, a subject such as claim.*, or a kind such as claim.approved");

function isPattern(text: string): boolean {
  const [subject = "", what = "", ...rest] = text.split(".");
  if (text === "*") return true;
  return eventSubjects.some((one) => one === subject) && /^(?:\*|[a-z_]+)$/u.test(what) && rest.length === 0;
}

const events = z.array(pattern).min(1).max(50);
const address = line(2_000).refine((text) => /^https?:\/\//u.test(text), "begins with https:// or http://");

export const webhookCreate = z.strictObject({
  id: id.optional(),
  url: address,
  description: line(500).default(""),
  events: events.default(["*"]),
  projectId: id.nullable().default(null).meta({ description: "Only what happens in this project" }),
});
export type WebhookCreate = z.output<typeof webhookCreate>;

export const webhookPatch = z
  .strictObject({
    url: address.optional(),
    description: line(500).optional(),
    events: events.optional(),
    projectId: id.nullable().optional(),
    isActive: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, "nothing to change");
export type WebhookPatch = z.output<typeof webhookPatch>;

/**
 * Why a webhook sends no more. `switched_off`: by somebody · `failing`: nothing arrived for a day · `gone`: the receiver
 * answered 410 · `holder_left`: whose sight it has may not manage webhooks any more · `secret_unreadable`: the
 * installation's own secret was changed.
 */
export const disabledReasons = [
  "switched_off",
  "failing",
  "gone",
  "holder_left",
  "secret_unreadable",
] as const;
export type DisabledReason = (typeof disabledReasons)[number];

export const webhook = z
  .object({
    id,
    url: z.string(),
    description: z.string(),
    events: z.array(z.string()),
    projectId: id.nullable(),
    isActive: z.boolean(),
    disabledReason: z.enum(disabledReasons).nullable(),
    disabledAt: timestamp.nullable(),
    createdBy: id,
    holderId: id.meta({
      description: "Whoever named its address last: it is told what this person may see, and nothing else",
    }),
    lastEvent: z.int().meta({ description: "Number of the last event it was looked through for" }),
    waiting: z.int().meta({ description: "Deliveries that are still to come" }),
    failingSince: timestamp.nullable(),
    lastDeliveredAt: timestamp.nullable(),
    oldSecretUntil: timestamp.nullable().meta({ description: "Until then the secret before signs as well" }),
    revision: z.int(),
    createdAt: timestamp,
    updatedAt: timestamp,
    secret: z.string().optional().meta({ description: "Only in the answer that made it: shown once" }),
  })
  .meta({ id: "Webhook" });
export type Webhook = z.infer<typeof webhook>;
export const webhooksPage = page(webhook);

/** `failed`: the last attempt did, and another is to come. */
export const deliveryStates = ["pending", "delivered", "failed", "given_up"] as const;
export type DeliveryState = (typeof deliveryStates)[number];

export const webhookDelivery = z
  .object({
    id: id.meta({ description: "Sent as webhook-id: the same again whenever the same event is sent again" }),
    webhookId: id,
    eventNumber: z.int().nullable().meta({ description: "Null for a test" }),
    type: z.string().nullable().meta({ description: "Null where you may not know of the event" }),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    nextAt: timestamp.nullable(),
    lastAt: timestamp.nullable(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    request: z.string().nullable().meta({ description: "The body sent; null where you may not know of it" }),
    response: z.string().nullable().meta({ description: "The beginning of what came back" }),
    createdAt: timestamp,
    deliveredAt: timestamp.nullable(),
  })
  .meta({ id: "WebhookDelivery" });
export type WebhookDelivery = z.infer<typeof webhookDelivery>;
export const webhookDeliveriesPage = page(webhookDelivery);

export const webhooksQuery = z.strictObject(pageQuery);
export const webhookDeliveriesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(deliveryStates).optional(),
});
export type WebhookDeliveriesQuery = z.output<typeof webhookDeliveriesQuery>;

export const webhookReplay = z.strictObject({
  since: z
    .union([z.int().min(0), timestamp])
    .meta({ description: "What came after the event of this number, or from this time on" }),
});
export type WebhookReplay = z.output<typeof webhookReplay>;
export const webhookReplayed = z.object({ queued: z.int() }).meta({ id: "WebhookReplayed" });
export type WebhookReplayed = z.infer<typeof webhookReplayed>;

/** The body of a delivery: what happened, by ids and states. Texts are read through the API, by whoever may. */
export const webhookEvent = z
  .object({
    id,
    type: z.string(),
    number: z.int().nullable(),
    at: timestamp,
    workspaceId: id,
    projectId: id.optional(),
    articleId: id.nullable(),
    objectId: id.nullable(),
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
  })
  .meta({ id: "WebhookEvent" });
export type WebhookEvent = z.infer<typeof webhookEvent>;
