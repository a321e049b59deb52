import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach } from "vitest";
import { webhookCreate } from "#lib/contracts/webhooks.ts";
import { database } from "#lib/db/client.ts";
import type { Sending } from "#lib/services/webhooks/deliver.ts";
import { list as deliveriesOf } from "#lib/services/webhooks/deliveries.ts";
import { beginSending } from "#lib/services/webhooks/sender.ts";
import { create } from "#lib/services/webhooks/webhooks.ts";
import { type Newsroom, newsroom } from "./factories.ts";
import { type Person, value } from "./people.ts";
import { startReceiver, type WebhookReceiver } from "./webhook-receiver.ts";

export const SECOND = 1_000;
export const HOUR = 3_600_000;

/** A newsroom and a receiver for each test, and a sender whose clock is given: nothing has to wait. */
export function webhookStage(options: { mode?: "shared" | "blind" } = {}) {
  process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";
  process.env.SOURCELINE_WEBHOOK_ALLOW = "127.0.0.1";
  const begun = Date.now() + HOUR;
  const receivers: WebhookReceiver[] = [];
  let stage: { room: Newsroom; there: WebhookReceiver } | null = null;
  const current = () => {
    if (!stage) throw new Error("the stage is there within a test");
    return stage;
  };
  const receiver = async () => {
    const made = await startReceiver();
    receivers.push(made);
    return made;
  };
  beforeEach(async () => {
    stage = { room: await newsroom(options), there: await receiver() };
  });
  afterAll(() => Promise.all(receivers.map((one) => one.stop())));

  const deliveries = async (webhookId: string, by: Person = current().room.admin) =>
    value(await deliveriesOf(by, current().room.w, webhookId, { limit: 500 })).items;
  return {
    get room() {
      return current().room;
    },
    get there() {
      return current().there;
    },
    receiver,
    deliveries,
    /** When the sender's clock stands at so many milliseconds. */
    moment: (milliseconds = 0) => new Date(begun + milliseconds),
    /** Looks through what happened and sends what is due at that moment. */
    send: async (milliseconds = 0, more: Sending = {}, busy = new Set<string>()) => {
      const given: Sending = { clock: () => new Date(begun + milliseconds), random: () => 0 };
      await Promise.all(await beginSending(current().room.w, busy, { ...given, ...more }));
    },
    /** A webhook of the admin on the receiver. */
    hook: async (more: object = {}, by: Person = current().room.admin) => {
      const { room, there } = current();
      const input = webhookCreate.parse({ url: there.url, events: ["claim.*"], ...more });
      return value(await create(by, room.w, input));
    },
    /** The one delivery of a webhook. */
    only: async (webhookId: string) => {
      const [delivery, ...rest] = await deliveries(webhookId);
      if (!delivery || rest.length > 0) throw new Error("there is not one delivery");
      return delivery;
    },
    /** A webhook as it is stored. */
    stored: (id: string) => {
      const workspaceId = current().room.w;
      return database().webhook.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    },
    /** What the guide's own example says of a request, run as a program of its own. */
    verified: (secret?: string, headers?: object, body?: string, milliseconds = 0): string => {
      const program = `${example()}
        const { secret, headers, body, now } = JSON.parse(process.argv[1]);
        console.log(isFromSourceline(secret, headers, body, now));`;
      const given = JSON.stringify({ secret, headers, body, now: begun + milliseconds });
      const node = ["--input-type=module", "-e", program, given];
      const ran = spawnSync(process.execPath, node, { encoding: "utf8" });
      return ran.stdout.trim() || ran.stderr;
    },
  };
}

function example(): string {
  const guide = readFileSync(join(import.meta.dirname, "../../docs/webhooks.md"), "utf8");
  return /```js\n(.*?)```/su.exec(guide)?.[1] ?? "";
}
