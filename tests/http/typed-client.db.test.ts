import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ApiError, type Client, createClient } from "#lib/client/typed/client.ts";
import { importArticle, listArticles } from "#lib/contracts/routes/articles.ts";
import { batchClaims, createClaim, getClaim, listClaims, reviseClaim } from "#lib/contracts/routes/claims.ts";
import { watchEvents } from "#lib/contracts/routes/events.ts";
import { exportProject } from "#lib/contracts/routes/exports.ts";
import { getMe, removeMember } from "#lib/contracts/routes/identity.ts";
import { decideClaim } from "#lib/contracts/routes/reviews.ts";
import { withToken } from "../support/api-client.ts";
import { type ApiServer, startApiServer } from "../support/api-server.ts";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom } from "../support/factories.ts";
import { join, type Person } from "../support/people.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "200";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let server: ApiServer;
let room: Newsroom;
let client: Client;
const tokenOf = async (by: Person) => (await withToken(by)).authorization?.replace("Bearer ", "") ?? "";
beforeAll(async () => {
  server = await startApiServer();
  room = await newsroom();
  client = createClient({ base: server.address, token: await tokenOf(room.owner) });
});
afterAll(() => server.stop());

const value = <T>(result: { ok: true; value: T } | { ok: false; failure: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.failure));
  return result.value;
};
const marking = () => ({
  params: { w: room.w, a: room.articleId },
  body: { versionId: room.versionId, spans: [room.text.span], provenance: "own_observation" },
});

describe("the typed client, over HTTP", () => {
  it("reads and writes by contract", async () => {
    expect(value(await client.call(getMe, {})).workspaces[0]?.id).toBe(room.w);
    const made = value(await client.call(createClaim, marking()));
    const params = { w: room.w, c: made.id };
    const change = { params, ifMatch: 1, body: { statement: "Smoke rose." } };
    expect(value(await client.call(reviseClaim, change)).revision).toBe(2);
    const stale = await client.call(reviseClaim, change);
    if (stale.ok || stale.failure.slug !== "stale") throw new Error("it should be stale");
    expect(stale.failure.current.statement).toBe("Smoke rose.");
    expect(value(await client.call(getClaim, { params })).revision).toBe(2);
  });

  it("tells problems apart, with what each carries", async () => {
    const own = value(await client.call(createClaim, marking()));
    const params = { w: room.w, c: own.id };
    const decided = await client.call(decideClaim, { params, ifMatch: 9, body: { decision: "approve" } });
    if (decided.ok || decided.failure.slug !== "stale") throw new Error("it should be stale");
    expect(decided.failure.current.id).toBe(own.id);
    const wrong = await client.call(createClaim, { ...marking(), body: { ...marking().body, spans: [] } });
    if (wrong.ok || wrong.failure.slug !== "invalid") throw new Error("it should be invalid");
    expect(wrong.failure.errors[0]?.pointer).toBe("/spans");
    const lost = await createClient({ base: "http://127.0.0.1:1" }).call(getMe, {});
    expect(lost).toMatchObject({ ok: false, failure: { slug: "unreachable", status: 0 } });
    const nobody = await createClient({ base: server.address }).call(getMe, {});
    expect(nobody).toMatchObject({ ok: false, failure: { slug: "unauthenticated", status: 401 } });
  });

  it("answers null where there is nothing to say", async () => {
    const { id } = await join(room.w, "viewer");
    expect(await client.call(removeMember, { params: { w: room.w, u: id } })).toEqual({
      ok: true,
      value: null,
    });
  });

  it("walks through pages, and stops where its reader does", async () => {
    const { w, projectId: p } = room;
    for (const text of ["One.", "Two.", "Three."]) {
      value(await client.call(importArticle, { params: { w, p }, body: { text } }));
    }
    const titles: string[] = [];
    for await (const article of client.pages(listArticles, {
      params: { w, p },
      query: { limit: 2, sort: "title" },
    }))
      titles.push(article.title);
    expect(titles).toEqual(["An article", "One.", "Three.", "Two."]);
    const walk = client.pages(listClaims, { params: { w: "elsewhere" } });
    await expect(walk.next()).rejects.toThrow(ApiError);
  });

  it("streams an export as it comes, and events until it has had enough", async () => {
    const params = { w: room.w, p: room.projectId };
    const file = value(
      await client.stream(exportProject, { params, query: { format: "json", state: "all" } }),
    );
    let text = "";
    for await (const chunk of file.chunks) text += new TextDecoder().decode(chunk);
    expect([file.mediaType, file.fileName]).toEqual([
      expect.stringContaining("application/json"),
      expect.stringContaining("json"),
    ]);
    expect(JSON.parse(text)).toBeTypeOf("object");
    const gone = new AbortController();
    const events = value(await client.stream(watchEvents, { params: { w: room.w }, signal: gone.signal }));
    for await (const chunk of events.chunks) {
      expect(new TextDecoder().decode(chunk)).toMatch(/^retry: 1000/u);
      break;
    }
    gone.abort();
  });

  it("waits as it is told when it asked too often, and gets through", async () => {
    const waits: number[] = [];
    let asked = 0;
    const patient = createClient({
      base: server.address,
      token: await tokenOf(room.editor),
      wait: async (milliseconds) => void waits.push(milliseconds),
      fetch: async (url, init) => {
        asked += 1;
        const busy = Response.json({}, { status: 429, headers: { "retry-after": "2" } });
        return asked < 3 ? busy : fetch(url, init);
      },
    });
    const operations = [{ op: "create" as const, article: room.articleId, body: marking().body }];
    const done = value(await patient.call(batchClaims, { params: { w: room.w }, body: { operations } }));
    expect([done.succeeded, waits]).toEqual([1, [2_000, 2_000]]);
  });
});
