import { isAllowed } from "#lib/authz/authorize.ts";
import type { Actor } from "#lib/authz/objects.ts";
import type { WebhookEvent } from "#lib/contracts/webhooks.ts";
import type { ToldEvent } from "#lib/db/events.ts";
import type { WebhookRow } from "#lib/db/webhooks.ts";
import { isToldTo } from "../events/visible.ts";

type Wanted = Pick<WebhookRow, "events" | "projectId">;

/** Whether whoever a webhook is told for may still have one. */
export function isAbleHolder(holder: Actor | null): holder is Actor {
  return holder !== null && isAllowed("webhook:manage", holder, { workspaceId: holder.workspaceId });
}

/**
 * Whether a webhook is told of an event: one that it asks for, of its project where it names one, that its holder may
 * be told of by the same rule as on their own screen. What is told to a single person is in no webhook.
 */
export function isTold(webhook: Wanted, holder: Actor, event: ToldEvent): boolean {
  const { kind, projectId } = event;
  if (kind.startsWith("notification.") || !webhook.events.some((pattern) => fits(pattern, kind)))
    return false;
  if (webhook.projectId !== null && webhook.projectId !== projectId) return false;
  return isToldTo(holder, event);
}

function fits(pattern: string, kind: string): boolean {
  return (
    pattern === "*" || pattern === kind || (pattern.endsWith(".*") && kind.startsWith(pattern.slice(0, -1)))
  );
}

const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u;
/** What says how something stands, by a word of a list. Any other text stays here. */
const STATES = ["state", "role", "kind"];
const WORD = /^[a-z_]{1,40}$/u;

/** What is sent of an event: ids, numbers and states. */
export function messageOf(id: string, workspaceId: string, event: ToldEvent): WebhookEvent {
  const { kind: type, number, at, projectId, articleId, objectId, payload } = event;
  const data: WebhookEvent["data"] = {};
  for (const [name, value] of Object.entries(payload)) if (isPlain(name, value)) data[name] = value;
  return {
    ...{ id, type, number, at, workspaceId },
    ...(projectId === null ? {} : { projectId }),
    ...{ articleId, objectId, data },
  };
}

function isPlain(name: string, value: unknown): value is string | number | boolean | null {
  if (typeof value === "string") return UUID.test(value) || (STATES.includes(name) && WORD.test(value));
  return value === null || typeof value === "number" || typeof value === "boolean";
}
