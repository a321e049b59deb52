import { expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { forgetOldKeys } from "#lib/services/jobs/forget-keys.ts";
import { call, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, newsroom } from "../support/factories.ts";
import { person } from "../support/people.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const room = await newsroom();
const headers = await withToken(room.owner);
const keyed = (key: string, more = headers) => ({ ...more, "idempotency-key": key });
const HOUR = 3_600_000;

it("holds for files, though what separates them differs each time", async () => {
  const send = (words: string) => {
    const form = new FormData();
    form.append("files", new File([words], "a.txt", { type: "text/plain" }));
    const path = `POST /workspaces/${room.w}/projects/${room.projectId}/imports`;
    return call(path, { headers: keyed("files"), raw: form });
  };
  const [first, again] = [await send("Hail fell."), await send("Hail fell.")];
  expect(first.json).toMatchObject({ rows: [{ status: "stored" }] });
  expect([again.status, again.json]).toEqual([first.status, first.json]);
  expect((await send("Other words.")).problem).toBe("idempotency-mismatch");
});

it("holds for a workspace that is only made by it", async () => {
  const make = (key: string, name: string, by = headers) =>
    call("POST /workspaces", { headers: keyed(key, by), body: { name } });
  const before = await database().workspace.count();
  const [first, again] = await Promise.all([make("w1", "North desk"), make("w1", "North desk")]);
  expect([again.status, again.json]).toEqual([201, first.json]);
  expect((await make("w1", "South desk")).problem).toBe("idempotency-mismatch");
  expect(await database().workspace.count()).toBe(before + 1);
  const other = await make("w1", "North desk", await withToken(await person()));
  expect([other.status, await database().workspace.count()]).toEqual([201, before + 2]);
  const taken = { headers: keyed("w2"), body: { name: "Desk", slug: "north-desk" } };
  expect((await call("POST /workspaces", taken)).status).toBe(409);
  const free = { headers: keyed("w2"), body: { name: "Desk", slug: "west-desk" } };
  expect((await call("POST /workspaces", free)).status).toBe(201);
});

it("belongs to its person and its address", async () => {
  const { id } = await claim(room);
  const path = `POST /workspaces/${room.w}/claims/${id}/comments`;
  const say = (body: string, by = headers) => call(path, { headers: keyed("mine", by), body: { body } });
  expect((await say("One.")).status).toBe(201);
  const theirs = await withToken(room.editor);
  expect((await say("Another person's.", theirs)).status).toBe(201);
  const other = await claim(room);
  const elsewhere = `POST /workspaces/${room.w}/claims/${other.id}/comments`;
  expect((await call(elsewhere, { headers: keyed("mine"), body: { body: "One." } })).status).toBe(201);
});

it("is kept for 24 hours, and its answer with no secret in it", async () => {
  const where = { where: { workspaceId: room.w } };
  const kept = await database().idempotencyKey.findMany(where);
  expect(kept.length).toBeGreaterThan(0);
  const invited = { email: "new@example.org", role: "editor" };
  const path = `POST /workspaces/${room.w}/invitations`;
  const reply = await call(path, { headers: keyed("secret"), body: invited });
  expect(reply.json).toMatchObject({ link: expect.stringContaining("#") });
  expect(await database().idempotencyKey.count(where)).toBe(kept.length);
  await forgetOldKeys.run(room.w, new Date(Date.now() + 23 * HOUR));
  expect(await database().idempotencyKey.count(where)).toBe(kept.length);
  await forgetOldKeys.run(room.w, new Date(Date.now() + 25 * HOUR));
  expect(await database().idempotencyKey.count(where)).toBe(0);
});

it.each(["", "x".repeat(256)])("of no or too many characters is refused", async (key) => {
  const path = `POST /workspaces/${room.w}/projects/${room.projectId}/articles`;
  const reply = await call(path, { headers: keyed(key), body: { text: "Rain." } });
  expect([reply.status, reply.problem]).toEqual([422, "invalid"]);
});
