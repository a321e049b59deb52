import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { strictRules } from "#lib/platform/outbound-rules.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim } from "../../../tests/support/factories.ts";
import { value } from "../../../tests/support/people.ts";
import { HOUR, SECOND, webhookStage } from "../../../tests/support/webhook-stage.ts";
import * as notifications from "../notifications/notifications.ts";
import { change } from "./change.ts";
import * as log from "./deliveries.ts";

await testDatabase();

const stage = webhookStage();

describe("what does not arrive", () => {
  it("is tried again, later and later, with the time and signature of each attempt", async () => {
    const { id, secret } = await stage.hook();
    await claim(stage.room);
    stage.there.answerWith(503);
    await stage.send();
    expect(await stage.only(id)).toMatchObject({
      state: "failed",
      attempts: 1,
      lastStatus: 503,
      lastError: "It answered 503.",
    });
    await stage.send(4 * SECOND);
    expect(stage.there.received).toHaveLength(1);
    stage.there.answerWith(204);
    await stage.send(6 * SECOND);
    expect(await stage.only(id)).toMatchObject({ state: "delivered", attempts: 2, nextAt: null });
    const [first, second] = stage.there.received;
    expect([first?.body, first?.headers["webhook-id"]]).toEqual([
      second?.body,
      second?.headers["webhook-id"],
    ]);
    expect(first?.headers["webhook-timestamp"]).not.toBe(second?.headers["webhook-timestamp"]);
    expect(stage.verified(secret, second?.headers, second?.body)).toBe("true");
    expect((await stage.stored(id)).failingSince).toBeNull();
  });

  it("for a day ends with the webhook switched off, everybody who can mend it told, and all of it replayed", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    stage.there.answerWith(500);
    for (const hours of [0, 0.01, 0.1, 0.2, 1, 3, 12.8, 25]) await stage.send(hours * HOUR);
    expect(stage.there.received).toHaveLength(8);
    expect(await stage.stored(id)).toMatchObject({ isActive: false, disabledReason: "failing" });
    expect(await stage.only(id)).toMatchObject({ state: "given_up", attempts: 8, nextAt: null });
    await claim(stage.room, { spans: [stage.room.text.spans[1]] });
    await stage.send(26 * HOUR);
    expect(stage.there.received).toHaveLength(8);
    const audit = await database().auditRow.findFirstOrThrow({
      where: { objectId: id },
      orderBy: { number: "desc" },
    });
    expect([audit.action, audit.actorId]).toEqual(["webhook.disabled", null]);
    for (const [who, times] of [
      [stage.room.admin, 1],
      [stage.room.owner, 1],
      [stage.room.reviewer, 0],
    ] as const) {
      const told = value(await notifications.list(who, stage.room.w, { limit: 500 })).items;
      expect(told.filter(({ kind }) => kind === "webhook_disabled")).toHaveLength(times);
    }
    stage.there.answerWith(204);
    const { revision } = await stage.stored(id);
    expect((await log.ping(stage.room.admin, stage.room.w, id)).ok).toBe(false);
    const on = value(await change(stage.room.admin, stage.room.w, id, revision, { isActive: true }));
    const all = await stage.deliveries(id);
    const since = Math.min(...all.map(({ eventNumber }) => eventNumber ?? 0)) - 1;
    expect(value(await log.replaySince(stage.room.admin, stage.room.w, id, { since }))).toEqual({
      queued: 2,
    });
    await stage.send(27 * HOUR);
    expect(stage.there.received).toHaveLength(10);
    expect((await stage.deliveries(id)).map(({ state }) => state)).toEqual(["delivered", "delivered"]);
    expect(on.disabledReason).toBeNull();
  });

  it("is left alone for as long as the receiver asks", async () => {
    await stage.hook();
    await claim(stage.room);
    stage.there.answerWith((response) => void response.writeHead(429, { "retry-after": "3600" }).end());
    await stage.send();
    await stage.send(0.9 * HOUR);
    expect(stage.there.received).toHaveLength(1);
    await stage.send(1.1 * HOUR);
    expect(stage.there.received).toHaveLength(2);
  });

  it("since the receiver is gone is the end", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    stage.there.answerWith(410);
    await stage.send();
    expect(await stage.stored(id)).toMatchObject({ isActive: false, disabledReason: "gone" });
    expect((await stage.only(id)).state).toBe("given_up");
  });

  it("since it leads elsewhere is not followed", async () => {
    const { id } = await stage.hook();
    const elsewhere = await stage.receiver();
    stage.there.answerWith((response) => void response.writeHead(307, { location: elsewhere.url }).end());
    await claim(stage.room);
    await stage.send();
    expect(elsewhere.received).toEqual([]);
    expect((await stage.only(id)).lastError).toMatch(/307: redirects are not followed/u);
  });

  it("holds up no other receiver", async () => {
    const slow = await stage.hook();
    const quick = await stage.receiver();
    await stage.hook({ url: quick.url });
    for (const span of stage.room.text.spans) await claim(stage.room, { spans: [span] });
    let heard = () => {};
    const isHeard = new Promise<void>((resume) => (heard = resume));
    const waiting: (() => void)[] = [];
    stage.there.answerWith((response) => {
      waiting.push(() => response.writeHead(204).end());
      if (waiting.length === 4) heard();
    });
    const busy = new Set<string>();
    const hanging = stage.send(0, {}, busy);
    await isHeard;
    await stage.send(0, {}, busy);
    // Everything arrived at the one while the other has said nothing yet, and was asked no more than a few at a time.
    await expect.poll(() => quick.received.length).toBe(stage.room.text.spans.length);
    expect(stage.there.received).toHaveLength(4);
    stage.there.answerWith(204);
    for (const answer of waiting) answer();
    await hanging;
    expect(stage.there.received).toHaveLength(stage.room.text.spans.length);
    expect((await stage.deliveries(slow.id)).every(({ state }) => state === "delivered")).toBe(true);
  });

  it("to one that hangs or trickles is a failure said so, and it is then asked singly", async () => {
    const { id } = await stage.hook();
    for (const span of stage.room.text.spans) await claim(stage.room, { spans: [span] });
    stage.there.answerWith((response) => void response.writeHead(200).write("."));
    await stage.send(0, { timeoutMs: 300 });
    const first = await stage.deliveries(id);
    expect(first[0]?.lastError).toBe("No answer: no whole answer within 0.3 seconds.");
    let [now, most] = [0, 0];
    stage.there.answerWith((response) => {
      now += 1;
      most = Math.max(most, now);
      setImmediate(() => {
        now -= 1;
        response.writeHead(500).end();
      });
    });
    await stage.send(10 * SECOND);
    expect(most).toBe(1);
  });

  it("to an address inside is never connected to", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    await stage.send(0, { rules: strictRules });
    expect(stage.there.received).toEqual([]);
    expect((await stage.only(id)).lastError).toMatch(/^Not sent: port \d+ is not open/u);
    await stage.send(HOUR);
    expect(stage.there.received).toHaveLength(1);
  });
});
