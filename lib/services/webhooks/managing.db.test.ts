import { beforeAll, describe, expect, it } from "vitest";
import { type WebhookCreate, webhookCreate, webhookPatch } from "#lib/contracts/webhooks.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { claim, type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { outcome, value } from "../../../tests/support/people.ts";
import { change, rotateSecret } from "./change.ts";
import { considerEvents } from "./consider.ts";
import * as log from "./deliveries.ts";
import { forgetOldDeliveries } from "./forget.ts";
import { create, list, mayManage, read, remove } from "./webhooks.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const URL = "https://receiver.example.org/hook?key=their-own-secret";
const DAY = 86_400_000;

let room: Newsroom;
beforeAll(async () => {
  room = await newsroom();
});

const given = (more: Partial<WebhookCreate> = {}) => webhookCreate.parse({ url: URL, ...more });
const make = async (more: Partial<WebhookCreate> = {}) =>
  value(await create(room.admin, room.w, given(more)));
const audits = async (objectId: string) =>
  database().auditRow.findMany({ where: { workspaceId: room.w, objectId }, orderBy: { number: "asc" } });

describe("a webhook's secret", () => {
  it("is in the answer that made it, and nowhere else", async () => {
    const made = await make();
    expect(made.secret).toMatch(/^whsec_[A-Za-z\d+/]{43}=$/u);
    const again = value(await create(room.admin, room.w, given({ id: made.id })));
    const shown = value(await read(room.admin, room.w, made.id));
    const all = value(await list(room.admin, room.w, { limit: 500 })).items;
    const changed = value(await change(room.admin, room.w, made.id, 1, { description: "Ours" }));
    expect([again, shown, changed, ...all].filter((one) => "secret" in one)).toEqual([]);
    const row = await database().webhook.findFirstOrThrow({ where: { id: made.id } });
    const kept = JSON.stringify([row.secret, (await audits(made.id)).map(({ detail }) => detail)]);
    expect(kept).not.toContain(made.secret?.slice("whsec_".length));
  });

  it("is another one in each workspace, and opens for no other webhook", async () => {
    const [one, other] = [await make(), await make()];
    expect(one.secret).not.toBe(other.secret);
    const { secret } = await database().webhook.findFirstOrThrow({ where: { id: one.id } });
    await database().webhook.updateMany({ where: { id: other.id }, data: { secret } });
    value(await log.ping(room.admin, room.w, other.id));
    const { beginSending } = await import("./sender.ts");
    await Promise.all(await beginSending(room.w, new Set([one.id]), { resolve: async () => [] }));
    expect(value(await read(room.admin, room.w, other.id)).disabledReason).toBe("secret_unreadable");
  });

  it("is given anew to whoever has read the webhook as it is", async () => {
    const { id, revision, secret } = await make();
    expect(outcome(await rotateSecret(room.admin, room.w, id, revision + 1))).toBe("stale");
    const rotated = value(await rotateSecret(room.admin, room.w, id, revision));
    expect(rotated.secret).not.toBe(secret);
    const until = Date.parse(rotated.oldSecretUntil ?? "") - Date.now();
    expect(Math.round(until / DAY)).toBe(1);
  });
});

describe("every change", () => {
  it("is on the record, with no more of an address than its host", async () => {
    const { id } = await make({ events: ["claim.*"] });
    value(
      await change(room.admin, room.w, id, 1, { url: "https://other.example.org/x?key=their-own-secret" }),
    );
    value(await log.ping(room.admin, room.w, id));
    value(await log.replaySince(room.admin, room.w, id, { since: 0 }));
    value(await change(room.admin, room.w, id, 2, { isActive: false }));
    value(await rotateSecret(room.admin, room.w, id, 3));
    value(await remove(room.admin, room.w, id, 4));
    const rows = await audits(id);
    expect(rows.map(({ action }) => action)).toEqual([
      "webhook.created",
      "webhook.changed",
      "webhook.pinged",
      "webhook.replayed",
      "webhook.changed",
      "webhook.secret-rotated",
      "webhook.removed",
    ]);
    expect(new Set(rows.map(({ actorId }) => actorId))).toEqual(new Set([room.admin.id]));
    expect(JSON.stringify(rows.map(({ detail }) => detail))).not.toContain("their-own-secret");
    expect(outcome(await read(room.admin, room.w, id))).toBe("not-found");
  });

  it("needs the revision as it is, and tells what it is now", async () => {
    const { id } = await make();
    value(await change(room.admin, room.w, id, 1, { description: "One" }));
    const stale = await change(room.owner, room.w, id, 1, { description: "Two" });
    expect(stale).toMatchObject({ failure: { kind: "stale", current: { description: "One", revision: 2 } } });
    expect(outcome(await remove(room.owner, room.w, id, 1))).toBe("stale");
  });

  it("keeps what it is not about", async () => {
    const { id } = await make({ events: ["claim.*"], projectId: room.projectId });
    const changed = value(await change(room.owner, room.w, id, 1, { description: "Ours" }));
    expect(changed).toMatchObject({
      events: ["claim.*"],
      projectId: room.projectId,
      holderId: room.admin.id,
    });
    expect(value(await change(room.owner, room.w, id, 2, { projectId: null })).projectId).toBeNull();
  });
});

describe("what is wrong is refused, with its place", () => {
  it.each([
    ["http://127.0.0.1/"],
    ["http://2130706433/"],
    ["http://[::ffff:169.254.169.254]/"],
    ["https://ada:secret@receiver.example.org/"],
    ["https://receiver.example.org:8443/"],
    ["http://"],
  ])("%s", async (url) => {
    expect(outcome(await create(room.admin, room.w, given({ url })))).toBe("invalid /url");
    const { id } = await make();
    expect(outcome(await change(room.admin, room.w, id, 1, { url }))).toBe("invalid /url");
  });

  it("another desk's project", async () => {
    const { projectId } = await newsroom();
    expect(outcome(await create(room.admin, room.w, given({ projectId })))).toBe("invalid /projectId");
  });

  it.each([
    { url: "ftp://receiver.example.org/" },
    { url: `https://receiver.example.org/${"a".repeat(2_000)}` },
    { url: URL, events: [] },
    { url: URL, events: ["claim"] },
    { url: URL, events: ["notification.*"] },
    { url: URL, events: ["secret.created"] },
    { url: URL, events: ["claim.created.twice"] },
    { url: URL, events: ["Claim.*"] },
    { url: URL, secret: "mine" },
    {},
  ])("%j", (body) => {
    expect(webhookCreate.safeParse(body).success).toBe(false);
  });

  it("a change of nothing", () => {
    expect(webhookPatch.safeParse({}).success).toBe(false);
  });

  it("one more than there may be", async () => {
    const other = await newsroom();
    for (let made = 0; made < 50; made += 1) value(await create(other.admin, other.w, given()));
    expect(outcome(await create(other.admin, other.w, given()))).toBe("conflict too-many-webhooks");
    const first = value(await list(other.admin, other.w, { limit: 30 }));
    const rest = value(await list(other.admin, other.w, { limit: 30, after: first.next ?? "" }));
    expect([first.items.length, rest.items.length, rest.next]).toEqual([30, 20, null]);
    expect(outcome(await list(other.admin, other.w, { limit: 5, after: "nonsense" }))).toBe("invalid /after");
  });
});

it("is for admins and owners alone", async () => {
  const may = async (who: keyof Newsroom & ("viewer" | "reviewer" | "admin" | "owner")) =>
    value(await mayManage(room[who], room.w));
  expect([await may("viewer"), await may("reviewer"), await may("admin"), await may("owner")]).toEqual([
    ...[false, false, true, true],
  ]);
});

describe("deliveries", () => {
  it("are listed newest first, by state, in pages, and each can be sent again", async () => {
    const { id } = await make({ events: ["claim.*"] });
    for (const span of room.text.spans) await claim(room, { spans: [span] });
    await considerEvents(room.w, new Date());
    await database().webhookDelivery.updateMany({
      where: { webhookId: id, eventNumber: { not: null } },
      data: { state: "delivered", nextAt: null, deliveredAt: new Date(), attempts: 1 },
    });
    const test = value(await log.ping(room.admin, room.w, id));
    const first = value(await log.list(room.admin, room.w, id, { limit: 3 }));
    const rest = value(await log.list(room.admin, room.w, id, { limit: 500, after: first.next ?? "" }));
    const all = [...first.items, ...rest.items];
    expect(all).toHaveLength(room.text.spans.length + 1);
    expect([all[0]?.id, new Set(all.map((one) => one.id)).size]).toEqual([test.id, all.length]);
    const numbers = all.flatMap(({ eventNumber }) => eventNumber ?? []);
    expect(numbers).toEqual(numbers.toSorted((one, other) => other - one));
    const waiting = value(await log.list(room.admin, room.w, id, { limit: 5, state: "pending" })).items;
    expect(waiting.map((one) => one.id)).toEqual([test.id]);
    const last = all.at(-1);
    const replayed = value(await log.replayOne(room.admin, room.w, id, last?.id ?? ""));
    expect(replayed).toMatchObject({ id: last?.id, state: "pending", attempts: 0, deliveredAt: null });
    expect(value(await read(room.admin, room.w, id)).waiting).toBe(2);
    expect(outcome(await log.replayOne(room.admin, room.w, id, newId()))).toBe("not-found");
  });

  it("since a time are those of what happened from then on, under the ids they had", async () => {
    const { id } = await make({ events: ["claim.*"] });
    await claim(room);
    await considerEvents(room.w, new Date());
    const [before] = value(await log.list(room.admin, room.w, id, { limit: 5 })).items;
    const since = new Date(Date.now() - 3_600_000).toISOString();
    const { queued } = value(await log.replaySince(room.admin, room.w, id, { since }));
    expect(queued).toBeGreaterThan(1);
    const after = value(await log.list(room.admin, room.w, id, { limit: 500 })).items;
    expect(after).toHaveLength(queued);
    expect(after.map((one) => one.id)).toContain(before?.id);
    const future = new Date(Date.now() + DAY).toISOString();
    expect(value(await log.replaySince(room.admin, room.w, id, { since: future }))).toEqual({ queued: 0 });
  });

  it("are not made for a webhook that is off", async () => {
    const { id } = await make();
    value(await change(room.admin, room.w, id, 1, { isActive: false }));
    await claim(room);
    await considerEvents(room.w, new Date());
    expect(value(await log.list(room.admin, room.w, id, { limit: 5 })).items).toEqual([]);
    for (const asked of [
      log.ping(room.admin, room.w, id),
      log.replaySince(room.admin, room.w, id, { since: 0 }),
      log.replayOne(room.admin, room.w, id, newId()),
    ]) {
      expect(outcome(await asked)).toBe("conflict webhook-inactive");
    }
  });

  it("go with their webhook", async () => {
    const { id } = await make();
    value(await log.ping(room.admin, room.w, id));
    value(await remove(room.admin, room.w, id, 1));
    expect(await database().webhookDelivery.count({ where: { webhookId: id } })).toBe(0);
  });

  it("are forgotten when nobody asks for them any more", async () => {
    const { id } = await make();
    const [old, recent, waiting] = [
      value(await log.ping(room.admin, room.w, id)),
      value(await log.ping(room.admin, room.w, id)),
      value(await log.ping(room.admin, room.w, id)),
    ];
    const done = (days: number) => ({
      ...{ state: "delivered" as const, nextAt: null, deliveredAt: new Date(Date.now() - days * DAY) },
    });
    await database().webhookDelivery.updateMany({ where: { id: old.id }, data: done(31) });
    await database().webhookDelivery.updateMany({ where: { id: recent.id }, data: done(29) });
    await forgetOldDeliveries.run(room.w, new Date());
    const left = value(await log.list(room.admin, room.w, id, { limit: 5 })).items.map((one) => one.id);
    expect(left.toSorted()).toEqual([recent.id, waiting.id].toSorted());
  });
});
