import { describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { remove as removeMember } from "#lib/services/identity/members.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim } from "../../../tests/support/factories.ts";
import { value } from "../../../tests/support/people.ts";
import { HOUR, SECOND, webhookStage } from "../../../tests/support/webhook-stage.ts";
import { change, rotateSecret } from "./change.ts";
import { considerEvents } from "./consider.ts";
import { LEASE } from "./deliver.ts";
import * as log from "./deliveries.ts";
import { list } from "./webhooks.ts";

await testDatabase();

const stage = webhookStage();

describe("what happens is told", () => {
  it("once, signed, by ids and states", async () => {
    const { id, secret } = await stage.hook();
    const made = await claim(stage.room, { statement: "A secret about the harbour" });
    await stage.send();
    await stage.send();
    expect(stage.there.received).toHaveLength(1);
    const [{ headers, body, event } = {}] = stage.there.received;
    expect(event).toEqual({
      ...{ id: headers?.["webhook-id"], type: "claim.created", number: expect.any(Number) },
      ...{ at: expect.stringMatching(/Z$/u), workspaceId: stage.room.w, projectId: stage.room.projectId },
      ...{ articleId: stage.room.articleId, objectId: made.id },
      data: { id: made.id, revision: 1, state: "draft" },
    });
    expect(body).not.toContain("harbour");
    expect(headers).toMatchObject({ "content-type": "application/json", "user-agent": "Sourceline" });
    expect(stage.verified(secret, headers, body)).toBe("true");
    expect(await stage.only(id)).toMatchObject({
      state: "delivered",
      attempts: 1,
      lastStatus: 204,
      lastError: null,
    });
  });

  it("in nobody else's words: a changed body, another secret, an old message do not verify", async () => {
    const { secret } = await stage.hook();
    const other = await stage.hook();
    await claim(stage.room);
    await stage.send();
    const [{ headers = {}, body = "" } = {}] = stage.there.received;
    const right = [secret, other.secret].filter((one) => stage.verified(one, headers, body) === "true");
    expect(right).toHaveLength(1);
    expect(stage.verified(right[0], headers, `${body} `)).toBe("false");
    expect(stage.verified(right[0], { ...headers, "webhook-id": "x" }, body)).toBe("false");
    expect(stage.verified(right[0], headers, body, 600 * SECOND)).toBe("false");
    const later = { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) };
    expect(stage.verified(right[0], later, body)).toBe("false");
    expect(stage.verified(right[0], { ...headers, "webhook-signature": "v1," }, body)).toBe("false");
  });

  it("by both secrets for a day after a new one, and then by the new one alone", async () => {
    const { id, secret: old, revision } = await stage.hook();
    const { secret } = value(await rotateSecret(stage.room.admin, stage.room.w, id, revision));
    expect(secret).not.toBe(old);
    await claim(stage.room);
    await stage.send();
    await claim(stage.room, { spans: [stage.room.text.spans[1]] });
    await stage.send(25 * HOUR);
    const seen = stage.there.received.map(({ headers, body }, at) =>
      [old, secret].map((one) => stage.verified(one, headers, body, at * 25 * HOUR)),
    );
    expect(seen).toEqual([
      ["true", "true"],
      ["false", "true"],
    ]);
  });

  it("only from when it was made, and only what it asks for", async () => {
    await claim(stage.room);
    await stage.hook({ events: ["claim.removed", "member.*"] });
    await stage.hook({
      projectId: (await database().project.findFirstOrThrow({ where: { workspaceId: stage.room.w } })).id,
    });
    await claim(stage.room, { spans: [stage.room.text.spans[1]] });
    value(await removeMember(stage.room.owner, stage.room.w, stage.room.viewer.id));
    await stage.send();
    expect(stage.there.received.map(({ event }) => event.type).toSorted()).toEqual([
      "claim.created",
      "member.removed",
    ]);
  });

  it("by a test, which is sent once and says nothing of the desk", async () => {
    const { id } = await stage.hook();
    stage.there.answerWith(500);
    value(await log.ping(stage.room.admin, stage.room.w, id));
    await stage.send();
    await stage.send(13 * HOUR);
    expect(stage.there.received.map(({ event }) => [event.type, event.data])).toEqual([["webhook.ping", {}]]);
    expect(await stage.only(id)).toMatchObject({ state: "given_up", lastStatus: 500, response: "said so" });
    expect((await stage.stored(id)).failingSince).toBeNull();
  });
});

describe("nothing is lost", () => {
  it("when a process dies between storing and sending", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    await considerEvents(stage.room.w, stage.moment());
    expect([stage.there.received.length, (await stage.only(id)).state]).toEqual([0, "pending"]);
    await stage.send();
    expect([stage.there.received.length, (await stage.only(id)).state]).toEqual([1, "delivered"]);
  });

  it("when it dies while storing: neither the deliveries nor how far it went are there", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    const before = (await stage.stored(id)).cursor;
    await database().$executeRawUnsafe(
      `alter table webhooks add constraint broken check (cursor <= ${before}) not valid`,
    );
    await expect(considerEvents(stage.room.w, new Date())).rejects.toThrow();
    await database().$executeRawUnsafe("alter table webhooks drop constraint broken");
    expect([(await stage.stored(id)).cursor, await stage.deliveries(id)]).toEqual([before, []]);
    await stage.send();
    expect(stage.there.received).toHaveLength(1);
  });

  it("when it dies while sending: another takes over after the lease, under the same id", async () => {
    const { id } = await stage.hook();
    await claim(stage.room);
    let heard = () => {};
    const isHeard = new Promise<void>((resume) => (heard = resume));
    let say = () => {};
    stage.there.answerWith((response) => {
      say = () => response.writeHead(500).end();
      heard();
    });
    const dying = stage.send(0, { timeoutMs: 15_000 });
    await isHeard;
    stage.there.answerWith(204);
    await stage.send(LEASE - SECOND);
    expect(stage.there.received).toHaveLength(1);
    await stage.send(LEASE + SECOND);
    // What it would have written down, had it lived, comes too late to change anything.
    say();
    await dying;
    expect(stage.there.received).toHaveLength(2);
    const ids = stage.there.received.map(({ headers }) => headers["webhook-id"]);
    expect(new Set(ids).size).toBe(1);
    expect(await stage.only(id)).toMatchObject({ state: "delivered", attempts: 2 });
  });

  it("and nothing is sent twice by processes that look at the same moment", async () => {
    await stage.hook();
    for (const span of stage.room.text.spans) await claim(stage.room, { spans: [span] });
    await Promise.all([1, 2, 3, 4].map(() => stage.send()));
    await stage.send();
    const numbers = stage.there.received.map(({ event }) => event.number);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers).toHaveLength(stage.room.text.spans.length);
  });
});

it("is switched off when its secret cannot be read any more, and a new one mends it", async () => {
  const { id } = await stage.hook();
  await database().webhook.updateMany({ where: { id }, data: { secret: "sealed-elsewhere" } });
  await claim(stage.room);
  await stage.send();
  expect([stage.there.received, (await stage.stored(id)).disabledReason]).toEqual([[], "secret_unreadable"]);
  const rotated = value(
    await rotateSecret(stage.room.admin, stage.room.w, id, (await stage.stored(id)).revision),
  );
  value(await change(stage.room.admin, stage.room.w, id, rotated.revision, { isActive: true }));
  await stage.send();
  const [{ headers, body } = {}] = stage.there.received;
  expect(stage.verified(rotated.secret, headers, body)).toBe("true");
  expect(value(await list(stage.room.admin, stage.room.w, { limit: 5 })).items[0]?.isActive).toBe(true);
});
