import { expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { sha256Hex } from "#lib/platform/hash.ts";
import { newId } from "#lib/platform/ids.ts";
import { POST as create } from "../../app/api/v1/workspaces/[w]/articles/[a]/claims/route.ts";
import { POST as decide } from "../../app/api/v1/workspaces/[w]/claims/[c]/reviews/route.ts";
import { PATCH as patch, GET as read } from "../../app/api/v1/workspaces/[w]/claims/[c]/route.ts";
import { POST as submit } from "../../app/api/v1/workspaces/[w]/claims/[c]/submit/route.ts";
import { testDatabase } from "../support/database.ts";
import { newsroom } from "../support/factories.ts";
import type { Person } from "../support/people.ts";

await testDatabase();

type Handler = typeof create;

async function tokenOf(who: Person, scopes: string[]): Promise<string> {
  const token = `sl_${newId().replaceAll("-", "")}${newId().replaceAll("-", "")}`;
  const row = {
    id: newId(),
    tokenHash: sha256Hex(token),
    userId: who.id,
    name: "test",
    hint: "test",
    scopes,
  };
  await database().apiToken.create({ data: row });
  return token;
}

async function send(
  handler: Handler,
  params: Record<string, string>,
  { token, body, ifMatch }: { token: string; body?: unknown; ifMatch?: string },
): Promise<{ status: number; etag: string | null; json: Record<string, unknown> }> {
  const request = new Request("http://localhost:3000/api/v1/claims", {
    method: handler === read ? "GET" : handler === patch ? "PATCH" : "POST",
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
      ...(ifMatch === undefined ? {} : { "if-match": ifMatch }),
    },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const response = await handler(request, { params: Promise.resolve(params) });
  return { status: response.status, etag: response.headers.get("etag"), json: await response.json() };
}

it("speaks of revisions in ETags: none is 428, a stale one 412 with the claim as it is", async () => {
  const room = await newsroom();
  const token = await tokenOf(room.editor, ["write"]);
  const reviewing = await tokenOf(room.reviewer, ["review"]);
  const inArticle = { w: room.w, a: room.articleId };
  const body = { versionId: room.versionId, spans: [room.text.span], provenance: "own_observation" };
  const made = await send(create, inArticle, { token, body });
  expect([made.status, made.etag]).toEqual([201, '"r1"']);
  const of = { w: room.w, c: String(made.json.id) };
  const change = { statement: "Smoke rose" };
  expect((await send(patch, of, { token, body: change })).status).toBe(428);
  const changed = await send(patch, of, { token, body: change, ifMatch: '"r1"' });
  expect([changed.status, changed.etag]).toEqual([200, '"r2"']);
  const stale = await send(patch, of, { token, body: { statement: "Fire" }, ifMatch: '"r1"' });
  expect([stale.status, stale.json.current]).toMatchObject([412, { revision: 2, statement: "Smoke rose" }]);
  expect((await send(submit, of, { token, ifMatch: '"r2"' })).json.state).toBe("submitted");
  const approve = { token: reviewing, body: { decision: "approve" }, ifMatch: '"r2"' };
  expect((await send(decide, of, { ...approve, token })).status).toBe(403);
  const decided = await send(decide, of, approve);
  expect([decided.status, decided.etag, decided.json.claim]).toMatchObject([
    201,
    '"r2"',
    { state: "approved" },
  ]);
  expect((await send(read, of, { token })).json).toMatchObject({ approvedRevision: 2 });
  expect((await send(read, { ...of, c: newId() }, { token })).status).toBe(404);
});

it("points at what is wrong in a body, and knows no other fields", async () => {
  const room = await newsroom();
  const token = await tokenOf(room.editor, ["write"]);
  const inArticle = { w: room.w, a: room.articleId };
  const body = {
    versionId: room.versionId,
    spans: [{ start: 0, end: 3, exact: "Who" }],
    provenance: "gossip",
  };
  const refused = await send(create, inArticle, { token, body });
  expect(refused.status).toBe(422);
  expect(refused.json.errors).toMatchObject([{ pointer: "/provenance" }, { pointer: "/spans/0/exact" }]);
  const foreign = await send(create, inArticle, { token, body: { ...body, workspaceId: newId() } });
  expect(foreign.status).toBe(422);
});
