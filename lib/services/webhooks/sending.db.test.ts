import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { systemPermit } from "#lib/authz/system.ts";
import { webhookCreate } from "#lib/contracts/webhooks.ts";
import { database } from "#lib/db/client.ts";
import { toldEventsAfter } from "#lib/db/events.ts";
import { inWorkspace } from "#lib/db/transaction.ts";
import { strictRules } from "#lib/platform/outbound-rules.ts";
import { changeRole, remove as removeMember } from "#lib/services/identity/members.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { type Person, value } from "../../../tests/support/people.ts";
import { startReceiver, type WebhookReceiver } from "../../../tests/support/webhook-receiver.ts";
import * as notifications from "../notifications/notifications.ts";
import { changeProject } from "../projects/change.ts";
import { change, rotateSecret } from "./change.ts";
import { considerEvents, deliveryOf } from "./consider.ts";
import { LEASE, type Sending } from "./deliver.ts";
import * as log from "./deliveries.ts";
import { beginSending } from "./sender.ts";
import { create, list } from "./webhooks.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";
process.env.SOURCELINE_WEBHOOK_ALLOW = "127.0.0.1";

const receivers: WebhookReceiver[] = [];
const receiver = async () => {
  const made = await startReceiver();
  receivers.push(made);
  return made;
};
afterAll(() => Promise.all(receivers.map((one) => one.stop())));

let room: Newsroom;
let there: WebhookReceiver;
beforeEach(async () => {
  room = await newsroom();
  there = await receiver();
});

const SECOND = 1_000;
const HOUR = 3_600_000;
const begun = Date.now();
/** So long after the beginning: a clock that is given, so that nothing has to wait. */
const after = (milliseconds: number): Sending => ({
  clock: () => new Date(begun + HOUR + milliseconds),
  random: () => 0,
});
const send = async (milliseconds = 0, more: Sending = {}, busy = new Set<string>()) => {
  await Promise.all(await beginSending(room.w, busy, { ...after(milliseconds), ...more }));
};
const hook = async (more: object = {}, by: Person = room.admin) =>
  value(await create(by, room.w, webhookCreate.parse({ url: there.url, events: ["claim.*"], ...more })));
const deliveriesOf = async (webhookId: string, by: Person = room.admin) =>
  value(await log.list(by, room.w, webhookId, { limit: 500 })).items;
const only = async (webhookId: string) => {
  const [delivery, ...more] = await deliveriesOf(webhookId);
  if (!delivery || more.length > 0) throw new Error("there is not one delivery");
  return delivery;
};
const read = async (id: string) =>
  database().webhook.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: room.w, id } } });

describe("what happens is told", () => {
  it("once, signed, by ids and states", async () => {
    const { id, secret } = await hook();
    const made = await claim(room, { statement: "A secret about the harbour" });
    await send();
    await send();
    expect(there.received).toHaveLength(1);
    const [{ headers, body, event } = {}] = there.received;
    expect(event).toEqual({
      ...{ id: headers?.["webhook-id"], type: "claim.created", number: expect.any(Number) },
      ...{ at: expect.stringMatching(/Z$/u), workspaceId: room.w, projectId: room.projectId },
      ...{ articleId: room.articleId, objectId: made.id },
      data: { id: made.id, revision: 1, state: "draft" },
    });
    expect(body).not.toContain("harbour");
    expect(headers).toMatchObject({ "content-type": "application/json", "user-agent": "Sourceline" });
    expect(verified(secret, headers, body)).toBe("true");
    expect(await only(id)).toMatchObject({
      state: "delivered",
      attempts: 1,
      lastStatus: 204,
      lastError: null,
    });
  });

  it("in nobody else's words: a changed body, another secret, an old message do not verify", async () => {
    const { secret } = await hook();
    const other = await hook();
    await claim(room);
    await send();
    const [{ headers = {}, body = "" } = {}] = there.received;
    const right = [secret, other.secret].filter((one) => verified(one, headers, body) === "true");
    expect(right).toHaveLength(1);
    expect(verified(right[0], headers, `${body} `)).toBe("false");
    expect(verified(right[0], { ...headers, "webhook-id": "x" }, body)).toBe("false");
    expect(verified(right[0], headers, body, begun + HOUR + 600 * SECOND)).toBe("false");
    const later = { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) };
    expect(verified(right[0], later, body)).toBe("false");
    expect(verified(right[0], { ...headers, "webhook-signature": "v1," }, body)).toBe("false");
  });

  it("by both secrets for a day after a new one, and then by the new one alone", async () => {
    const { id, secret: old, revision } = await hook();
    const { secret } = value(await rotateSecret(room.admin, room.w, id, revision));
    expect(secret).not.toBe(old);
    await claim(room);
    await send();
    await claim(room, { spans: [room.text.spans[1]] });
    await send(25 * HOUR);
    const seen = there.received.map(({ headers, body }, at) =>
      [old, secret].map((one) => verified(one, headers, body, begun + HOUR + at * 25 * HOUR)),
    );
    expect(seen).toEqual([
      ["true", "true"],
      ["false", "true"],
    ]);
  });

  it("only from when it was made, and only what it asks for", async () => {
    await claim(room);
    await hook({ events: ["claim.removed", "member.*"] });
    await hook({
      projectId: (await database().project.findFirstOrThrow({ where: { workspaceId: room.w } })).id,
    });
    await claim(room, { spans: [room.text.spans[1]] });
    value(await removeMember(room.owner, room.w, room.viewer.id));
    await send();
    expect(there.received.map(({ event }) => event.type).toSorted()).toEqual([
      "claim.created",
      "member.removed",
    ]);
  });

  it("by a test, which is sent once and says nothing of the desk", async () => {
    const { id } = await hook();
    there.answerWith(500);
    value(await log.ping(room.admin, room.w, id));
    await send();
    await send(13 * HOUR);
    expect(there.received.map(({ event }) => [event.type, event.data])).toEqual([["webhook.ping", {}]]);
    expect(await only(id)).toMatchObject({ state: "given_up", lastStatus: 500, response: "said so" });
    expect((await read(id)).failingSince).toBeNull();
  });
});

describe("nothing is lost", () => {
  it("when a process dies between storing and sending", async () => {
    const { id } = await hook();
    await claim(room);
    await considerEvents(room.w, new Date(begun + HOUR));
    expect([there.received.length, (await only(id)).state]).toEqual([0, "pending"]);
    await send();
    expect([there.received.length, (await only(id)).state]).toEqual([1, "delivered"]);
  });

  it("when it dies while storing: neither the deliveries nor how far it went are there", async () => {
    const { id } = await hook();
    await claim(room);
    const before = (await read(id)).cursor;
    await database().$executeRawUnsafe(
      `alter table webhooks add constraint broken check (cursor <= ${before}) not valid`,
    );
    await expect(considerEvents(room.w, new Date())).rejects.toThrow();
    await database().$executeRawUnsafe("alter table webhooks drop constraint broken");
    expect([(await read(id)).cursor, await deliveriesOf(id)]).toEqual([before, []]);
    await send();
    expect(there.received).toHaveLength(1);
  });

  it("when it dies while sending: another takes over after the lease, under the same id", async () => {
    const { id } = await hook();
    await claim(room);
    let heard = () => {};
    const isHeard = new Promise<void>((resume) => (heard = resume));
    let say = () => {};
    there.answerWith((response) => {
      say = () => response.writeHead(500).end();
      heard();
    });
    const dying = send(0, { timeoutMs: 15_000 });
    await isHeard;
    there.answerWith(204);
    await send(LEASE - SECOND);
    expect(there.received).toHaveLength(1);
    await send(LEASE + SECOND);
    // What it would have written down, had it lived, comes too late to change anything.
    say();
    await dying;
    expect(there.received).toHaveLength(2);
    const ids = there.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(1);
    expect(await only(id)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("and nothing is sent twice by processes that look at the same moment", async () => {
    await hook();
    for (const span of room.text.spans) await claim(room, { spans: [span] });
    await Promise.all([1, 2, 3, 4].map(() => send()));
    await send();
    const numbers = there.received.map(({ event }) => event.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(room.text.spans.length);
  });
});

describe("what does not arrive", () => {
  it("is tried again, later and later, with the time and signature of each attempt", async () => {
    const { id, secret } = await hook();
    await claim(room);
    there.answerWith(503);
    await send();
    expect(await only(id)).toMatchObject({
      state: "failed",
      attempts: 1,
      lastStatus: 503,
      lastError: "It answered 503.",
    });
    await send(4 * SECOND);
    expect(there.received).toHaveLength(1);
    there.answerWith(204);
    await send(6 * SECOND);
    expect(await only(id)).toMatchObject({ state: "delivered", attempts: 2, nextAt: null });
    const [first, second] = there.received;
    expect([first?.body, first?.headers["webhook-id"]]).toEqual([
      second?.body,
      second?.headers["webhook-id"],
    ]);
    expect(first?.headers["webhook-timestamp"]).not.toBe(second?.headers["webhook-timestamp"]);
    expect(verified(secret, second?.headers, second?.body)).toBe("true");
    expect((await read(id)).failingSince).toBeNull();
  });

  it("for a day ends with the webhook switched off, everybody who can mend it told, and all of it replayed", async () => {
    const { id } = await hook();
    await claim(room);
    there.answerWith(500);
    for (const hours of [0, 0.01, 0.1, 0.2, 1, 3, 12.8, 25]) await send(hours * HOUR);
    expect(there.received).toHaveLength(8);
    expect(await read(id)).toMatchObject({ isActive: false, disabledReason: "failing" });
    expect(await only(id)).toMatchObject({ state: "given_up", attempts: 8, nextAt: null });
    await claim(room, { spans: [room.text.spans[1]] });
    await send(26 * HOUR);
    expect(there.received).toHaveLength(8);
    const audit = await database().auditRow.findFirstOrThrow({
      where: { objectId: id },
      orderBy: { number: "desc" },
    });
    expect([audit.action, audit.actorId]).toEqual(["webhook.disabled", null]);
    for (const [who, times] of [
      [room.admin, 1],
      [room.owner, 1],
      [room.reviewer, 0],
    ] as const) {
      const told = value(await notifications.list(who, room.w, { limit: 500 })).items;
      expect(told.filter(({ kind }) => kind === "webhook_disabled")).toHaveLength(times);
    }
    there.answerWith(204);
    const { revision } = await read(id);
    expect((await log.ping(room.admin, room.w, id)).ok).toBe(false);
    const on = value(await change(room.admin, room.w, id, revision, { isActive: true }));
    const all = await deliveriesOf(id);
    const since = Math.min(...all.map(({ eventNumber }) => eventNumber ?? 0)) - 1;
    expect(value(await log.replaySince(room.admin, room.w, id, { since }))).toEqual({ queued: 2 });
    await send(27 * HOUR);
    expect(there.received).toHaveLength(10);
    expect((await deliveriesOf(id)).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
    expect(on.disabledReason).toBeNull();
  });

  it("is left alone for as long as the receiver asks", async () => {
    await hook();
    await claim(room);
    there.answerWith((response) => void response.writeHead(429, { "retry-after": "3600" }).end());
    await send();
    await send(0.9 * HOUR);
    expect(there.received).toHaveLength(1);
    await send(1.1 * HOUR);
    expect(there.received).toHaveLength(2);
  });

  it("since the receiver is gone is the end", async () => {
    const { id } = await hook();
    await claim(room);
    there.answerWith(410);
    await send();
    expect(await read(id)).toMatchObject({ isActive: false, disabledReason: "gone" });
    expect((await only(id)).state).toBe("given_up");
  });

  it("since it leads elsewhere is not followed", async () => {
    const { id } = await hook();
    const elsewhere = await receiver();
    there.answerWith((response) => void response.writeHead(307, { location: elsewhere.url }).end());
    await claim(room);
    await send();
    expect(elsewhere.received).toEqual([]);
    expect((await only(id)).lastError).toMatch(/307: redirects are not followed/u);
  });

  it("holds up no other receiver", async () => {
    const slow = await hook();
    const quick = await receiver();
    await hook({ url: quick.url });
    for (const span of room.text.spans) await claim(room, { spans: [span] });
    let heard = () => {};
    const isHeard = new Promise<void>((resume) => (heard = resume));
    const waiting: (() => void)[] = [];
    there.answerWith((response) => {
      waiting.push(() => response.writeHead(204).end());
      if (waiting.length === 4) heard();
    });
    const busy = new Set<string>();
    const hanging = send(0, {}, busy);
    await isHeard;
    await send(0, {}, busy);
    // Everything arrived at the one while the other has said nothing yet, and was asked no more than a few at a time.
    await expect.poll(() => quick.received.length).toBe(room.text.spans.length);
    expect(there.received).toHaveLength(4);
    there.answerWith(204);
    for (const answer of waiting) answer();
    await hanging;
    expect(there.received).toHaveLength(room.text.spans.length);
    expect((await deliveriesOf(slow.id)).every(({ state }) => state === "delivered")).toBe(true);
  });

  it("to one that hangs or trickles is a failure said so, and it is then asked singly", async () => {
    const { id } = await hook();
    for (const span of room.text.spans) await claim(room, { spans: [span] });
    there.answerWith((response) => void response.writeHead(200).write("."));
    await send(0, { timeoutMs: 300 });
    const first = await deliveriesOf(id);
    expect(first[0]?.lastError).toBe("No answer: no whole answer within 0.3 seconds.");
    let [now, most] = [0, 0];
    there.answerWith((response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        response.writeHead(500).end();
      });
    });
    await send(10 * SECOND);
    expect(most).toBe(1);
  });

  it("to an address inside is never connected to", async () => {
    const { id } = await hook();
    await claim(room);
    await send(0, { rules: strictRules });
    expect(there.received).toEqual([]);
    expect((await only(id)).lastError).toMatch(/^Not sent: port \d+ is not open/u);
    await send(HOUR);
    expect(there.received).toHaveLength(1);
  });
});

describe("a webhook never tells more than its holder may see", () => {
  beforeEach(async () => {
    room = await newsroom({ mode: "blind" });
  });

  it("keeps a blind layer's claims from it", async () => {
    const { id } = await hook({ events: ["*"] });
    const hidden = await claim(room);
    await send();
    expect(JSON.stringify(there.received.map(({ body }) => body))).not.toContain(hidden.id);
    expect(JSON.stringify(await deliveriesOf(id))).not.toContain(hidden.id);
    // The control: it was there to be told, and without the filter it would have been.
    const program = systemPermit("webhooks", room.w);
    const all = await inWorkspace(program, (tx) => toldEventsAfter(tx, program, 0, 500));
    expect(JSON.stringify(all.map((event) => deliveryOf(room.w, id, event)))).toContain(hidden.id);
    await database().layer.updateMany({ where: { workspaceId: room.w }, data: { releasedAt: new Date() } });
    const shown = await claim(room, { spans: [room.text.spans[1]] });
    await send();
    expect(JSON.stringify(there.received.map(({ body }) => body))).toContain(shown.id);
  });

  it("nor a project that was closed to its holder while it waited", async () => {
    room = await newsroom();
    const { id } = await hook();
    await claim(room);
    there.answerWith(500);
    await send();
    const project = await database().project.findFirstOrThrow({ where: { workspaceId: room.w } });
    const closing = { restricted: true, memberIds: [room.owner.id] };
    value(await changeProject(room.owner, room.w, project.id, project.revision, closing));
    await send(10 * SECOND);
    expect(there.received).toHaveLength(1);
    const delivery = await only(id);
    expect(delivery).toMatchObject({ state: "given_up", type: null, request: null, response: null });
    expect(delivery.lastError).toMatch(/^Not sent: whoever/u);
    // Nothing waits, so that a first failure weeks later is not the end of a day of failures.
    expect((await read(id)).failingSince).toBeNull();
    // The other admin, whom the project names, reads what it was about.
    const [seen] = await deliveriesOf(id, room.owner);
    expect(seen).toMatchObject({ type: "claim.created", request: expect.stringContaining("claim.created") });
  });

  it("not by giving it another address: it is then told for whoever did", async () => {
    room = await newsroom();
    const project = await database().project.findFirstOrThrow({ where: { workspaceId: room.w } });
    const closing = { restricted: true, memberIds: [room.admin.id, room.editor.id] };
    value(await changeProject(room.owner, room.w, project.id, project.revision, closing));
    const { id, revision } = await hook();
    const own = await receiver();
    const changed = value(await change(room.owner, room.w, id, revision, { url: own.url }));
    expect(changed.holderId).toBe(room.owner.id);
    await claim(room);
    await send();
    expect([there.received, own.received]).toEqual([[], []]);
  });

  it.each([
    ["was removed", (who: Person) => removeMember(room.owner, room.w, who.id)],
    ["manages nothing any more", (who: Person) => changeRole(room.owner, room.w, who.id, "reviewer")],
  ])("and ends when whoever it is told for %s", async (_, leave) => {
    const { id } = await hook({ events: ["*"] });
    const before = await considered(id);
    await leave(room.admin);
    await send();
    expect(there.received).toHaveLength(before);
    expect(await read(id)).toMatchObject({ isActive: false, disabledReason: "holder_left" });
    const audit = await database().auditRow.findFirstOrThrow({
      where: { objectId: id, action: "webhook.disabled" },
    });
    expect(audit.detail).toMatchObject({ reason: "holder_left" });
    // Whoever switches it on again takes it over.
    const { revision } = await read(id);
    const again = value(await change(room.owner, room.w, id, revision, { isActive: true }));
    expect([again.isActive, again.holderId]).toEqual([true, room.owner.id]);
  });

  it("nor what waits, when they leave before it is sent", async () => {
    room = await newsroom();
    const { id } = await hook();
    await claim(room);
    await considerEvents(room.w, new Date());
    value(await removeMember(room.owner, room.w, room.admin.id));
    await send();
    expect(there.received).toEqual([]);
    expect((await read(id)).disabledReason).toBe("holder_left");
  });
});

it("is switched off when its secret cannot be read any more, and a new one mends it", async () => {
  const { id } = await hook();
  await database().webhook.updateMany({ where: { id }, data: { secret: "sealed-elsewhere" } });
  await claim(room);
  await send();
  expect([there.received, (await read(id)).disabledReason]).toEqual([[], "secret_unreadable"]);
  const rotated = value(await rotateSecret(room.admin, room.w, id, (await read(id)).revision));
  value(await change(room.admin, room.w, id, rotated.revision, { isActive: true }));
  await send();
  const [{ headers, body } = {}] = there.received;
  expect(verified(rotated.secret, headers, body)).toBe("true");
  expect(value(await list(room.admin, room.w, { limit: 5 })).items[0]?.isActive).toBe(true);
});

/** Sends all there is so far, and says how much that was. */
async function considered(id: string): Promise<number> {
  await send();
  return (await deliveriesOf(id)).length;
}

const GUIDE = join(import.meta.dirname, "../../../docs/webhooks.md");
const example = /```js\n(.*?)```/su.exec(readFileSync(GUIDE, "utf8"))?.[1] ?? "";

/** What the guide's own example says of a request, run as a program of its own. */
function verified(
  secret: string | undefined,
  headers: object | undefined,
  body: string | undefined,
  now = begun + HOUR,
): string {
  const program = `${example}
    const { secret, headers, body, now } = JSON.parse(process.argv[1]);
    console.log(isFromSourceline(secret, headers, body, now));`;
  const given = JSON.stringify({ secret, headers, body, now });
  const ran = spawnSync(process.execPath, ["--input-type=module", "-e", program, given], {
    encoding: "utf8",
  });
  return ran.stdout.trim() || ran.stderr;
}
