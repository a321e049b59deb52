import { expect, it, vi } from "vitest";
import { database } from "#lib/db/client.ts";
import * as store from "#lib/db/identity/tokens.ts";
import * as tokens from "#lib/services/identity/tokens.ts";
import { call, withSession, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { newsroom } from "../support/factories.ts";
import { type Person, person, value } from "../support/people.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const made = async (by: Person) => {
  const { id, token } = value(await tokens.create(by, { name: "T", scopes: ["read"], expiresInDays: 1 }));
  return { id, headers: { authorization: `Bearer ${token}` } };
};
const me = (headers: Record<string, string>) => call("GET /me", { headers });
const usedAt = async (id: string) =>
  (await database().apiToken.findFirstOrThrow({ where: { id } })).lastUsedAt;

it("is told apart from one that never was, once its time is over", async () => {
  const { id, headers } = await made(await person());
  expect((await me(headers)).status).toBe(200);
  await database().apiToken.update({ where: { id }, data: { expiresAt: new Date(Date.now() - 1) } });
  const over = await me(headers);
  expect([over.status, over.problem]).toEqual([401, "token-expired"]);
  expect(over.headers.get("www-authenticate")).toMatch(/^Bearer error="invalid_token"/u);
  const never = await me({ authorization: `Bearer sl_${"x".repeat(43)}` });
  expect([never.status, never.problem, never.headers.get("www-authenticate")]).toEqual([
    ...[401, "unauthenticated"],
    "Bearer",
  ]);
});

it("that was revoked says no more than one that never was", async () => {
  const ada = await person();
  const { id, headers } = await made(ada);
  value(await tokens.revoke(ada, id));
  expect((await me(headers)).problem).toBe("unauthenticated");
});

it("names the scope that is lacking", async () => {
  const room = await newsroom();
  const headers = await withToken(room.owner, ["read", "write"]);
  const reply = await call(`POST /workspaces/${room.w}/projects`, { headers, body: { name: "P" } });
  expect(reply.json).toMatchObject({ status: 403, scope: "admin", detail: expect.stringContaining("admin") });
  expect(reply.headers.get("www-authenticate")).toBe('Bearer error="insufficient_scope", scope="admin"');
});

it("is told as used once a minute, by one of all who use it at once, and the list shows it", async () => {
  const ada = await person();
  const { id, headers } = await made(ada);
  expect(await usedAt(id)).toBeNull();
  const wrote = vi.spyOn(store, "touchToken");
  await me(headers);
  const first = await usedAt(id);
  expect(first).not.toBeNull();
  await Promise.all(Array.from({ length: 10 }, () => me(headers)));
  expect(await usedAt(id)).toEqual(first);
  expect(wrote).toHaveBeenCalledTimes(1);
  const long = new Date(Date.now() - 61_000);
  await database().apiToken.update({ where: { id }, data: { lastUsedAt: long } });
  await me(headers);
  expect((await usedAt(id))?.getTime()).toBeGreaterThan(long.getTime());
  // Whoever found it unused a moment ago, and comes second, changes nothing any more.
  const then = await usedAt(id);
  await store.touchToken(id, new Date(Date.now() + 5_000), new Date(Date.now() - 60_000));
  expect(await usedAt(id)).toEqual(then);
  const listed = await call("GET /tokens", await withSession(ada));
  expect(listed.json).toMatchObject({ items: [{ id, lastUsedAt: then?.toISOString(), scopes: ["read"] }] });
});
