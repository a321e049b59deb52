import { expect, it } from "vitest";
import { call, withSession, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { newsroom } from "../support/factories.ts";

await testDatabase();
process.env.READS_PER_MINUTE = "6";
process.env.WRITES_PER_MINUTE = "2";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const said = ({ headers }: { headers: Headers }) =>
  ["ratelimit-policy", "ratelimit", "retry-after"].map((name) => headers.get(name));

it("tells the limit and what is left of it in every answer, and when to come back", async () => {
  const room = await newsroom();
  const headers = await withToken(room.editor);
  const read = () => call(`GET /workspaces/${room.w}`, { headers });
  expect(said(await read())).toEqual(['"read";q=6;w=60', '"read";r=5;t=10', null]);
  const refused = await call(`GET /workspaces/${room.w}/claims?colour=red`, { headers });
  expect([refused.status, ...said(refused)]).toEqual([400, '"read";q=6;w=60', '"read";r=4;t=20', null]);
  const written = await call(`POST /workspaces/${room.w}/projects`, { headers, body: {} });
  expect([written.status, ...said(written)]).toEqual([422, '"write";q=2;w=60', '"write";r=1;t=30', null]);
  for (let at = 0; at < 4; at += 1) await read();
  const over = await read();
  expect([over.status, over.problem, ...said(over)]).toEqual([
    ...[429, "too-many", '"read";q=6;w=60', '"read";r=0;t=60'],
    "10",
  ]);
});

it("counts a person's tokens and sessions together, and other people apart", async () => {
  const room = await newsroom();
  const left = async (headers: Record<string, string>) =>
    (await call("GET /me", { headers })).headers.get("ratelimit");
  expect(await left(await withToken(room.editor))).toMatch(/r=5/u);
  expect(await left(await withToken(room.editor, ["read"]))).toMatch(/r=4/u);
  expect(await left((await withSession(room.editor)).headers)).toMatch(/r=3/u);
  expect(await left(await withToken(room.viewer))).toMatch(/r=5/u);
});

it("says nothing of limits to whoever is nobody", async () => {
  const reply = await call("GET /me");
  expect([reply.status, ...said(reply)]).toEqual([401, null, null, null]);
});
