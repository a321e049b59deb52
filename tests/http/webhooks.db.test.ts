import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { postgresBus } from "#lib/db/event-bus.ts";
import { type EventBus, setEventBus } from "#lib/platform/event-bus.ts";
import { joinBus } from "#lib/services/events/start.ts";
import { startWebhooks } from "#lib/services/webhooks/start.ts";
import { call, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom } from "../support/factories.ts";
import { startReceiver, type WebhookReceiver } from "../support/webhook-receiver.ts";

const { url } = await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";
process.env.SOURCELINE_WEBHOOK_ALLOW = "127.0.0.1";

let room: Newsroom;
let there: WebhookReceiver;
let bus: EventBus;
let sender: { stop(): void };
let headers: Record<string, string>;
beforeAll(async () => {
  there = await startReceiver();
  room = await newsroom();
  headers = await withToken(room.admin, ["admin"]);
  bus = postgresBus(url);
  joinBus(bus);
  sender = startWebhooks();
});
afterAll(async () => {
  sender.stop();
  setEventBus(null);
  await bus.close();
  await there.stop();
});

const types = () => there.received.map(({ event }) => event.type);
const until = (check: () => void) => vi.waitFor(check, { timeout: 8_000, interval: 20 });

it("goes from making a webhook to a secret of its own, a test, what happens, and its end, by the API alone", async () => {
  const base = `/workspaces/${room.w}/webhooks`;
  const made = await call(`POST ${base}`, { headers, body: { url: there.url, events: ["article.*"] } });
  expect([made.status, made.headers.get("etag")]).toEqual([201, '"r1"']);
  const { id, secret } = made.json as { id: string; secret: string }; // The contract's answer.
  expect(secret).toMatch(/^whsec_/u);

  const ping = await call(`POST ${base}/${id}/ping`, { headers });
  expect([ping.status, (ping.json as { state: string }).state]).toEqual([201, "pending"]); // As above.
  await until(() => expect(types()).toEqual(["webhook.ping"]));

  const articles = `POST /workspaces/${room.w}/projects/${room.projectId}/articles`;
  const editor = await withToken(room.editor);
  expect((await call(articles, { headers: editor, body: { text: "It rained." } })).status).toBe(201);
  await until(() => expect(types()).toEqual(["webhook.ping", "article.imported"]));

  const unmatched = await call(`PATCH ${base}/${id}`, { headers, body: { isActive: false } });
  expect(unmatched.status).toBe(428);
  const matched = { ...headers, "if-match": '"r1"' };
  const off = await call(`PATCH ${base}/${id}`, { headers: matched, body: { isActive: false } });
  expect([off.status, off.headers.get("etag")]).toEqual([200, '"r2"']);
  const rotated = await call(`POST ${base}/${id}/rotate-secret`, { headers: matched });
  expect([rotated.status, rotated.problem]).toEqual([412, "stale"]);
  const refused = await call(`POST ${base}/${id}/ping`, { headers });
  expect([refused.status, refused.problem]).toEqual([409, "webhook-inactive"]);

  expect((await call(articles, { headers: editor, body: { text: "It snowed." } })).status).toBe(201);
  const on = { ...headers, "if-match": '"r2"' };
  expect((await call(`PATCH ${base}/${id}`, { headers: on, body: { isActive: true } })).status).toBe(200);
  const replay = await call(`POST ${base}/${id}/replay`, { headers, body: { since: 0 } });
  // Also what happened before it was made, and while it was off.
  expect(replay.json).toEqual({ queued: 3 });
  await until(() => expect(types()).toHaveLength(5));
  const ids = there.received.map((one) => one.headers["webhook-id"]);
  expect(new Set(ids).size).toBe(4);

  const log = await call(`GET ${base}/${id}/deliveries?limit=2`, { headers });
  expect(log.headers.get("link")).toContain('rel="next"');
  const gone = await call(`DELETE ${base}/${id}`, { headers: { ...headers, "if-match": '"r3"' } });
  expect(gone.status).toBe(204);
  expect((await call(`GET ${base}/${id}`, { headers })).status).toBe(404);
});
