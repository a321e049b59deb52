import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { setPreferences } from "#lib/services/notifications/notifications.ts";
import { unsubscribeToken } from "#lib/services/notifications/unsubscribe.ts";
import { GET, POST } from "../../app/unsubscribe/[token]/now/route.ts";
import UnsubscribePage from "../../app/unsubscribe/[token]/page.tsx";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom } from "../support/factories.ts";
import { value } from "../support/people.ts";

await testDatabase();

let room: Newsroom;
let token: string;
beforeAll(async () => {
  room = await newsroom();
  token = unsubscribeToken({ workspaceId: room.w, userId: room.editor.id });
  const given = { email: "at_once", digestHour: 7, quietFrom: 0, quietTo: 0, timeZone: "UTC" } as const;
  value(await setPreferences(room.editor, room.w, given));
});

/** As a mail program asks: from nowhere, signed in as nobody. */
const asked = (method: "GET" | "POST", address: string, from = "192.0.2.9") => {
  const request = new Request(`http://127.0.0.1:3000/unsubscribe/${address}/now`, {
    method,
    headers: { "x-forwarded-for": from },
    ...(method === "POST" ? { body: new URLSearchParams({ "List-Unsubscribe": "One-Click" }) } : {}),
  });
  const context = { params: Promise.resolve({ token: address }) };
  return method === "POST" ? POST(request, context) : GET(request, context);
};
const answerTo = async (address: string) => {
  const answer = await asked("POST", address);
  return [answer.status, answer.redirected, await answer.text()];
};
const email = async () =>
  (await database().notificationPreference.findFirstOrThrow({ where: { userId: room.editor.id } })).email;

describe("the page that asks first", () => {
  const page = (address: string) => UnsubscribePage({ params: Promise.resolve({ token: address }) });

  it("is there for every token, made up or true", async () => {
    expect((await page(`${"A".repeat(43)}.${"A".repeat(43)}`)).props.title).toBe("Stop letters?");
    expect((await page(token)).props.title).toBe("Stop letters?");
  });

  it.each(["%", "%25", "%E0%A4%A", "short", "", "../now"])("is not there for %j", async (address) => {
    await expect(page(address)).rejects.toMatchObject({ digest: "NEXT_HTTP_ERROR_FALLBACK;404" });
  });
});

describe("the address in a letter's head", () => {
  it("leads whoever only looks at it to a page, and changes nothing", async () => {
    const answer = await asked("GET", token);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, `/unsubscribe/${token}`]);
    expect(await email()).toBe("at_once");
  });

  it("answers a made-up token as it answers a true one, which alone stops letters", async () => {
    const madeUp = await answerTo(`${"A".repeat(43)}.${"A".repeat(43)}`);
    expect(await email()).toBe("at_once");
    expect(await answerTo(token)).toEqual(madeUp);
    expect(await email()).toBe("off");
    expect(await answerTo(token)).toEqual(madeUp);
  });

  it("stops letters once: asked again, it leaves no trace", async () => {
    const reader = { workspaceId: room.w, userId: room.reviewer.id };
    const traces = () =>
      database().auditRow.count({ where: { workspaceId: room.w, objectId: room.reviewer.id } });
    await answerTo(unsubscribeToken(reader));
    expect(await traces()).toBe(1);
    await answerTo(unsubscribeToken(reader));
    expect(await traces()).toBe(1);
  });

  it("answers one place so many times a minute, and every other as before", async () => {
    const statuses = new Set<number>();
    for (let time = 0; time < 200; time += 1) statuses.add((await asked("POST", "x", "192.0.2.1")).status);
    expect([...statuses]).toEqual([200, 429]);
    expect((await asked("POST", "x", "192.0.2.2")).status).toBe(200);
  });

  it("stops nothing for who left, and does not say so", async () => {
    await database().membership.updateMany({
      where: { userId: room.viewer.id },
      data: { removedAt: new Date() },
    });
    const left = unsubscribeToken({ workspaceId: room.w, userId: room.viewer.id });
    expect((await answerTo(left))[0]).toBe(200);
    expect(await database().notificationPreference.count({ where: { userId: room.viewer.id } })).toBe(0);
  });
});
