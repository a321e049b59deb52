import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { articleCommentInput } from "#lib/contracts/comments.ts";
import { database } from "#lib/db/client.ts";
import { createMailer, type Letter } from "#lib/platform/mail.ts";
import { testDatabase } from "../../../tests/support/database.ts";
import { type Newsroom, newsroom } from "../../../tests/support/factories.ts";
import { type MailServer, startMailServer } from "../../../tests/support/mail-server.ts";
import { type Person, value } from "../../../tests/support/people.ts";
import * as comments from "../comments/comments.ts";
import { sendDueLetters } from "./letters.ts";
import { read, setPreferences } from "./notifications.ts";
import { unsubscribe, unsubscribeToken } from "./unsubscribe.ts";

await testDatabase();

let mail: MailServer;
let room: Newsroom;
let before: number;
beforeAll(async () => {
  mail = await startMailServer();
});
afterAll(() => mail.stop());
beforeEach(async () => {
  await database().notification.updateMany({ data: { mailedAt: new Date() } });
  room = await newsroom();
  before = mail.letters.length;
});

const atOnce = { email: "at_once", digestHour: 7, quietFrom: 0, quietTo: 0, timeZone: "UTC" } as const;
const wish = async (who: Person, more: object = {}) =>
  value(await setPreferences(who, room.w, { ...atOnce, ...more }));
const mention = async (who: Person, body = "A secret about the harbour", by = room.editor) =>
  value(
    await comments.addInArticle(
      by,
      room.w,
      room.articleId,
      articleCommentInput.parse({ body, mentions: [who.id] }),
    ),
  );
const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const send = async (letter: Letter) => {
  const mailer = createMailer({ smtpUrl: mail.url, from: "desk@example.org" });
  await mailer?.send(letter);
  return true;
};
const refused = async () => false;
const letters = () => mail.letters.slice(before);
const addressOf = (who: Person) => `${who.id}@example.org`;

describe("a letter at once", () => {
  it("tells in one of all that came in a minute, with no words of it, and how to stop", async () => {
    await wish(room.reviewer);
    await mention(room.reviewer);
    await mention(room.reviewer, "Another secret");
    expect(await sendDueLetters(inMinutes(0), send)).toBe(0);
    expect(await sendDueLetters(inMinutes(2), send)).toBe(1);
    const [letter] = letters();
    expect(letter?.to).toEqual([addressOf(room.reviewer)]);
    expect(letter?.text).toContain("Edda mentioned you");
    expect(letter?.text).toContain(`/articles/${room.articleId}?comment=`);
    expect(letter?.text).toMatch(/List-Unsubscribe:\s+<[^>]+\/unsubscribe\/[\w.-]+\/now>/u);
    expect(letter?.text).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
    expect(letter?.text).not.toMatch(/secret|harbour|Courier/iu);
  });

  it("is not written twice, not by two processes either", async () => {
    await wish(room.reviewer);
    await wish(room.second);
    for (const who of [room.reviewer, room.second]) await mention(who);
    await Promise.all(Array.from({ length: 4 }, () => sendDueLetters(inMinutes(2), send)));
    await sendDueLetters(inMinutes(5), send);
    expect(
      letters()
        .flatMap(({ to }) => to)
        .toSorted(),
    ).toEqual([room.reviewer, room.second].map(addressOf).toSorted());
  });

  it("waits for another try when the mail server takes none", async () => {
    await wish(room.reviewer);
    await mention(room.reviewer);
    expect(await sendDueLetters(inMinutes(2), refused)).toBe(0);
    expect(await sendDueLetters(inMinutes(3), send)).toBe(1);
    expect(letters()).toHaveLength(1);
  });

  it("tells nothing that was read meanwhile", async () => {
    await wish(room.reviewer);
    await mention(room.reviewer);
    value(await read(room.reviewer, room.w, {}));
    expect(await sendDueLetters(inMinutes(2), send)).toBe(0);
  });

  it("is held back in quiet hours, and then tells what came meanwhile", async () => {
    const now = inMinutes(2);
    const minute = now.getUTCHours() * 60 + now.getUTCMinutes();
    await wish(room.reviewer, { quietFrom: (minute + 1_380) % 1_440, quietTo: (minute + 60) % 1_440 });
    await mention(room.reviewer);
    expect(await sendDueLetters(now, send)).toBe(0);
    expect(await sendDueLetters(inMinutes(63), send)).toBe(1);
  });
});

describe("a letter once a day", () => {
  it("goes to who has said nothing, once", async () => {
    await mention(room.reviewer);
    expect(await sendDueLetters(inMinutes(1), send)).toBe(0);
    expect(await sendDueLetters(inMinutes(1_441), send)).toBe(1);
    await mention(room.reviewer);
    await database().notification.updateMany({ data: { createdAt: inMinutes(1_441) } });
    expect(await sendDueLetters(inMinutes(1_442), send)).toBe(0);
  });

  it("is tried again on the same day when the mail server takes none", async () => {
    await mention(room.reviewer);
    expect(await sendDueLetters(inMinutes(1_441), refused)).toBe(0);
    expect(await sendDueLetters(inMinutes(1_442), send)).toBe(1);
  });
});

describe("no letter goes", () => {
  const cases: readonly [string, () => Promise<unknown>][] = [
    ["to who wants none", () => wish(room.reviewer, { email: "off" })],
    [
      "to who is no member any more",
      () =>
        database().membership.updateMany({
          where: { workspaceId: room.w, userId: room.reviewer.id },
          data: { removedAt: new Date() },
        }),
    ],
    [
      "of an article in a project that was closed to its reader",
      () => database().project.updateMany({ where: { workspaceId: room.w }, data: { restricted: true } }),
    ],
    [
      "of an article in the trash",
      () =>
        database().article.updateMany({ where: { workspaceId: room.w }, data: { trashedAt: new Date() } }),
    ],
    [
      "to people of the sample",
      () => database().user.updateMany({ where: { id: room.reviewer.id }, data: { sampleOnly: true } }),
    ],
  ];

  it.each(cases)("%s, not later either", async (_, happens) => {
    await wish(room.reviewer);
    await mention(room.reviewer);
    await happens();
    expect(await sendDueLetters(inMinutes(2), send)).toBe(0);
    await wish(room.reviewer).catch(() => null);
    expect(await sendDueLetters(inMinutes(3), send)).toBe(0);
    expect(letters()).toEqual([]);
  });
});

describe("the address that stops letters", () => {
  const emailOf = async (who: Person) =>
    (await database().notificationPreference.findFirst({ where: { userId: who.id } }))?.email;

  it("stops those of its reader in its workspace", async () => {
    await wish(room.reviewer);
    await wish(room.editor);
    await unsubscribe(unsubscribeToken({ workspaceId: room.w, userId: room.reviewer.id }));
    expect(await emailOf(room.reviewer)).toBe("off");
    expect(await emailOf(room.editor)).toBe("at_once");
  });

  it.each([
    ["nothing", () => ""],
    ["another's signature", () => mixed()],
    ["a cut signature", () => unsubscribeToken(reader()).slice(0, -1)],
    [
      "another last letter",
      () => unsubscribeToken(reader()).replace(/.$/u, (last) => (last === "A" ? "E" : "A")),
    ],
  ])("does nothing with %s", async (_, token) => {
    await wish(room.reviewer);
    await unsubscribe(token());
    expect(await emailOf(room.reviewer)).toBe("at_once");
  });

  const reader = () => ({ workspaceId: room.w, userId: room.reviewer.id });
  const mixed = () => {
    const [ids] = unsubscribeToken(reader()).split(".");
    const [, signature] = unsubscribeToken({ ...reader(), userId: room.editor.id }).split(".");
    return `${ids}.${signature}`;
  };
});
