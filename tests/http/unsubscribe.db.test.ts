import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { setPreferences } from "#lib/services/notifications/notifications.ts";
import { unsubscribeToken } from "#lib/services/notifications/unsubscribe.ts";
import { GET, POST } from "../../app/unsubscribe/[token]/now/route.ts";
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
const asked = (method: "GET" | "POST", address: string) => {
  const request = new Request(`http://127.0.0.1:3000/unsubscribe/${address}/now`, {
    method,
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
