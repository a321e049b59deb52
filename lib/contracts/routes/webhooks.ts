import { z } from "zod";
import { id, idOrSlug } from "../common.ts";
import { empty, revisionTag, route } from "../route.ts";
import {
  webhook,
  webhookCreate,
  webhookDeliveriesPage,
  webhookDeliveriesQuery,
  webhookDelivery,
  webhookPatch,
  webhookReplay,
  webhookReplayed,
  webhooksPage,
  webhooksQuery,
} from "../webhooks.ts";

const inWorkspace = z.strictObject({ w: idOrSlug });
const named = z.strictObject({ w: idOrSlug, h: id });
const tag = "Webhooks";
const scope = "admin";

export const listWebhooks = route({
  id: "listWebhooks",
  method: "GET",
  path: "/workspaces/{w}/webhooks",
  summary: "Webhooks of a workspace, newest first",
  tag,
  scope,
  params: inWorkspace,
  query: webhooksQuery,
  answer: webhooksPage,
});

export const createWebhook = route({
  id: "createWebhook",
  method: "POST",
  path: "/workspaces/{w}/webhooks",
  summary: "Tell another program what happens; the secret it is signed with is in this answer only",
  tag,
  scope,
  params: inWorkspace,
  body: webhookCreate,
  answer: webhook,
  status: 201,
  etag: revisionTag,
  secret: true,
  problems: ["too-many-webhooks"],
});

export const getWebhook = route({
  id: "getWebhook",
  method: "GET",
  path: "/workspaces/{w}/webhooks/{h}",
  summary: "One webhook",
  tag,
  scope,
  params: named,
  answer: webhook,
  etag: revisionTag,
});

export const changeWebhook = route({
  id: "changeWebhook",
  method: "PATCH",
  path: "/workspaces/{w}/webhooks/{h}",
  summary: "Change a webhook, or switch it off or on: what happened meanwhile is sent by a replay only",
  tag,
  scope,
  params: named,
  body: webhookPatch,
  answer: webhook,
  etag: revisionTag,
  needsIfMatch: true,
});

export const removeWebhook = route({
  id: "removeWebhook",
  method: "DELETE",
  path: "/workspaces/{w}/webhooks/{h}",
  summary: "Remove a webhook with its deliveries",
  tag,
  scope,
  params: named,
  answer: empty,
  status: 204,
  needsIfMatch: true,
});

export const rotateWebhookSecret = route({
  id: "rotateWebhookSecret",
  method: "POST",
  path: "/workspaces/{w}/webhooks/{h}/rotate-secret",
  summary: "Give a webhook a new secret; the one before signs beside it for 24 hours",
  tag,
  scope,
  params: named,
  answer: webhook,
  etag: revisionTag,
  needsIfMatch: true,
  secret: true,
});

export const pingWebhook = route({
  id: "pingWebhook",
  method: "POST",
  path: "/workspaces/{w}/webhooks/{h}/ping",
  summary: "Send a test event, once; how it went stands in the deliveries",
  tag,
  scope,
  params: named,
  answer: webhookDelivery,
  status: 201,
  problems: ["webhook-inactive"],
});

export const listWebhookDeliveries = route({
  id: "listWebhookDeliveries",
  method: "GET",
  path: "/workspaces/{w}/webhooks/{h}/deliveries",
  summary: "What was sent and is to be sent, newest first; what was delivered is kept for 30 days",
  tag,
  scope,
  params: named,
  query: webhookDeliveriesQuery,
  answer: webhookDeliveriesPage,
});

export const replayWebhookDelivery = route({
  id: "replayWebhookDelivery",
  method: "POST",
  path: "/workspaces/{w}/webhooks/{h}/deliveries/{d}/replay",
  summary: "Send one delivery again, under the id it had",
  tag,
  scope,
  params: z.strictObject({ w: idOrSlug, h: id, d: id }),
  answer: webhookDelivery,
  problems: ["webhook-inactive"],
});

export const replayWebhook = route({
  id: "replayWebhook",
  method: "POST",
  path: "/workspaces/{w}/webhooks/{h}/replay",
  summary: "Send again whatever happened since an event or a time, each under the id it had",
  tag,
  scope,
  params: named,
  body: webhookReplay,
  answer: webhookReplayed,
  problems: ["webhook-inactive", "too-much-to-replay"],
});
