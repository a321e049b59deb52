import { fail, ok, type Result } from "#core/result.ts";
import { id as idShape } from "#lib/contracts/common.ts";
import {
  type DeliveryState,
  deliveryStates,
  type Webhook,
  type WebhookDelivery,
} from "#lib/contracts/webhooks.ts";
import type { Caller } from "../caller.ts";
import { type Failure, notFound } from "../failure.ts";
import * as members from "../identity/members.ts";
import { listProjects } from "../projects/read.ts";
import * as log from "./deliveries.ts";
import { list, read } from "./webhooks.ts";

type ProjectName = { readonly id: string; readonly name: string };
type Outcome<T> = Promise<Result<T, Failure>>;

/** As many as a page of settings shows; a larger desk uses the API. */
const MOST = 500;
const MOST_DELIVERIES = 50;

export async function webhooksPageOf(
  caller: Caller,
  workspace: string,
): Outcome<{ webhooks: Webhook[]; projects: ProjectName[] }> {
  const found = await list(caller, workspace, { limit: MOST });
  if (!found.ok) return found;
  const projects = await projectNames(caller, workspace);
  return projects.ok ? ok({ webhooks: found.value.items, projects: projects.value }) : projects;
}

export type WebhookPage = {
  readonly webhook: Webhook;
  /** Whose sight it has, by name. */
  readonly holder: string;
  readonly projects: readonly ProjectName[];
  /** Which deliveries were asked for; null for all. */
  readonly state: DeliveryState | null;
  readonly deliveries: { readonly items: WebhookDelivery[]; readonly next: string | null };
};

/** One webhook with its deliveries. A state nobody knows, as an address may be typed, is none. */
export async function webhookPageOf(
  caller: Caller,
  workspace: string,
  id: string,
  asked: string | undefined,
): Outcome<WebhookPage> {
  if (!idShape.safeParse(id).success) return fail(notFound("webhook"));
  const webhook = await read(caller, workspace, id);
  if (!webhook.ok) return webhook;
  const state = deliveryStates.find((one) => one === asked);
  const deliveries = await log.list(caller, workspace, id, { state, limit: MOST_DELIVERIES });
  if (!deliveries.ok) return deliveries;
  const projects = await projectNames(caller, workspace);
  if (!projects.ok) return projects;
  const people = await members.list(caller, workspace, { limit: MOST });
  if (!people.ok) return people;
  const holder = people.value.items.find(({ userId }) => userId === webhook.value.holderId);
  return ok({
    ...{ webhook: webhook.value, deliveries: deliveries.value, projects: projects.value },
    ...{ state: state ?? null, holder: holder?.name ?? "somebody who has left" },
  });
}

async function projectNames(caller: Caller, workspace: string): Outcome<ProjectName[]> {
  const found = await listProjects(caller, workspace, { limit: MOST });
  return found.ok ? ok(found.value.items.map(({ id, name }) => ({ id, name }))) : found;
}
