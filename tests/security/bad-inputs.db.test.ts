import { beforeAll, describe, expect, it } from "vitest";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, ORIGIN, type Reply, withSession, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../support/factories.ts";
import { join, type Person } from "../support/people.ts";
import { contents } from "../support/tables.ts";
import { badInputs, TEXT, type Things, text } from "./bad-inputs.cases.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let room: Newsroom;
let things: Things;
const heads: Record<string, Record<string, string>> = {};

async function done(by: Person, request: string, body?: unknown): Promise<void> {
  const reply = await call(request, { headers: { ...(await withToken(by)), "if-match": '"r1"' }, body });
  if (reply.status >= 300) throw new Error(`${request} answers ${reply.text}`);
}

beforeAll(async () => {
  room = await newsroom({ text: TEXT });
  const foreign = await newsroom();
  const draft = await claim(room);
  const ownWork = await claim(room, {}, room.reviewer);
  const approved = await claim(room);
  const { w } = room;
  await done(room.editor, `PATCH /workspaces/${w}/claims/${draft.id}`, { statement: "Bridges are shut" });
  await done(room.reviewer, `POST /workspaces/${w}/claims/${ownWork.id}/submit`);
  await done(room.editor, `POST /workspaces/${w}/claims/${approved.id}/submit`);
  await done(room.reviewer, `POST /workspaces/${w}/claims/${approved.id}/reviews`, { decision: "approve" });
  const foreignClaim = await claim(foreign);
  const m = newId();
  await done(foreign.editor, `POST /workspaces/${foreign.w}/claims/${foreignClaim.id}/comments`, {
    id: m,
    body: "So?",
  });
  const former = await join(w, "editor");
  await done(room.admin, `DELETE /workspaces/${w}/members/${former.id}`);
  things = {
    w,
    p: room.projectId,
    a: room.articleId,
    versionId: room.versionId,
    draft: draft.id,
    ownWork: ownWork.id,
    approved: approved.id,
    s: await source(room),
    former: former.id,
    foreign: {
      p: foreign.projectId,
      a: foreign.articleId,
      versionId: foreign.versionId,
      layerId: foreignClaim.layerId,
      c: foreignClaim.id,
      s: await source(foreign),
      m,
      user: foreign.editor.id,
    },
  };
  for (const role of ["viewer", "editor", "reviewer", "admin"] as const)
    heads[role] = await withToken(room[role]);
});

const pointers = (json: unknown): unknown =>
  typeof json === "object" && json !== null && "errors" in json && Array.isArray(json.errors)
    ? json.errors.map((error: { pointer: string }) => error.pointer)
    : [];

describe("what is wrong is refused, says so, and changes nothing", () => {
  it.each(badInputs.map((input) => [input.name, input] as const))("%s", async (_, input) => {
    const before = await contents();
    const [request, sent] = input.send(things);
    const reply = await call(request, {
      ...sent,
      headers: { ...heads[input.by ?? "editor"], ...sent.headers },
    });
    expect([reply.status, reply.problem, reply.headers.get("content-type")]).toEqual([
      input.status,
      input.problem,
      "application/problem+json",
    ]);
    expect(reply.json).toMatchObject({ status: input.status, title: expect.stringMatching(/\w/u) });
    if (input.pointer !== undefined) expect(pointers(reply.json)).toContain(input.pointer);
    expect(reply.text).not.toMatch(/prisma|postgres|\.ts:\d|select /iu);
    expect(await contents()).toEqual(before);
  });

  it("takes what is right, so that refusals mean something", async () => {
    const body = {
      versionId: things.versionId,
      spans: [{ ...text.span, exact: [...text.text].slice(text.span.start, text.span.end).join("") }],
    };
    const path = `POST /workspaces/${things.w}/articles/${things.a}/claims`;
    const sourced = {
      provenance: "media_report",
      chain: [{ category: "media_report", sources: [things.s], cue: [text.spans[1]] }],
    };
    expect(
      (await call(path, { headers: heads.editor ?? {}, body: { ...body, provenance: "own_observation" } }))
        .status,
    ).toBe(201);
    expect((await call(path, { headers: heads.editor ?? {}, body: { ...body, ...sourced } })).status).toBe(
      201,
    );
  });

  it("answers a stale revision with the claim as it is now", async () => {
    const path = `PATCH /workspaces/${things.w}/claims/${things.draft}`;
    const reply = await call(path, {
      headers: { ...heads.editor, "if-match": '"r1"' },
      body: { statement: "Other" },
    });
    expect(reply.json).toMatchObject({
      status: 412,
      current: { id: things.draft, revision: 2, statement: "Bridges are shut" },
    });
  });
});

describe("files that cannot be read", () => {
  const bytes = (...values: number[]) => Uint8Array.of(...values);
  it.each([
    ["a picture called a text", "photo.txt", bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    [
      "bytes that are no text",
      "noise.txt",
      bytes(...Array.from({ length: 400 }, (_, at) => (at * 7919) % 256)),
    ],
    ["a broken UTF-16 file", "odd.txt", bytes(0xff, 0xfe, 0x41, 0x00, 0x42)],
    ["an empty file", "empty.txt", bytes()],
    ["white space", "blank.md", new TextEncoder().encode(" \n\t ")],
    ["a page with no words", "page.html", new TextEncoder().encode("<script>alert(1)</script>")],
    ["a kind that is not read", "report.exe", new TextEncoder().encode("MZ")],
    ["a zip", "report.docx", bytes(0x50, 0x4b, 0x03, 0x04)],
  ])("%s is named with its reason and nothing of it is stored", async (_, name, content) => {
    const before = await contents();
    const form = new FormData();
    form.append("files", new File([content], name));
    const reply = await call(`POST /workspaces/${things.w}/projects/${things.p}/imports`, {
      headers: heads.editor ?? {},
      raw: form,
    });
    expect(reply.status).toBe(200);
    expect(reply.json).toMatchObject({
      rows: [{ name, status: "failed", articleId: null, problem: expect.stringMatching(/\w{3,}.*\./u) }],
    });
    expect(await contents()).toEqual(before);
  });

  it("does not keep others from being stored, each under its own words", async () => {
    const form = new FormData();
    form.append("files", new File([bytes(0x1f, 0x8b, 0x08)], "a.txt"));
    form.append(
      "files",
      new File([bytes(0x52, 0x65, 0x67, 0x65, 0x6e, 0x20, 0xfc, 0x62, 0x65, 0x72)], "b.txt"),
    );
    const path = `POST /workspaces/${things.w}/projects/${things.p}/imports`;
    const reply = await call(path, { headers: heads.editor ?? {}, raw: form });
    expect(reply.json).toMatchObject({
      rows: [{ status: "failed" }, { status: "stored", note: expect.any(String) }],
    });
  });
});

describe("an Idempotency-Key", () => {
  const path = () => `POST /workspaces/${things.w}/claims/${things.draft}/comments`;
  const send = (key: string, body: unknown): Promise<Reply> =>
    call(path(), { headers: { ...heads.editor, "idempotency-key": key }, body });
  const count = () => database().comment.count({ where: { claimId: things.draft } });

  it("gives the same answer for the same request, and one effect", async () => {
    const before = await count();
    const replies = await Promise.all([1, 2, 3].map(() => send("k1", { body: "Once." })));
    const again = await send("k1", { body: "Once." });
    for (const reply of replies) expect([reply.status, reply.json]).toEqual([201, again.json]);
    expect(await count()).toBe(before + 1);
    await call(path(), { headers: heads.editor ?? {}, body: { body: "Once." } });
    expect(await count(), "without a key each request is its own").toBe(before + 2);
  });

  it("counts for a change as well, though its revision is past by then", async () => {
    const claim = `/workspaces/${things.w}/claims/${things.draft}`;
    const { json } = await call(`GET ${claim}`, { headers: heads.editor ?? {} });
    const { revision } = json as { revision: number };
    const headers = { ...heads.editor, "idempotency-key": "k4", "if-match": `"r${revision}"` };
    const change = () => call(`PATCH ${claim}`, { headers, body: { statement: "Changed once." } });
    const [first, again] = [await change(), await change()];
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.json).toMatchObject({ revision: revision + 1 });
  });

  it("is refused for another request", async () => {
    await send("k2", { body: "First." });
    const before = await contents();
    const reply = await send("k2", { body: "Second." });
    expect([reply.status, reply.problem]).toEqual([422, "idempotency-mismatch"]);
    expect(await contents()).toEqual(before);
  });

  it("is refused for the same words on another revision, or with another question", async () => {
    const draft = `/workspaces/${things.w}/claims/${things.draft}`;
    const { json } = await call(`GET ${draft}`, { headers: heads.editor ?? {} });
    const { revision } = json as { revision: number };
    const on = (key: string, tag: number) => ({
      ...heads.editor,
      "idempotency-key": key,
      "if-match": `"r${tag}"`,
    });
    const body = { statement: "On this revision." };
    expect((await call(`PATCH ${draft}`, { headers: on("k5", revision), body })).status).toBe(200);
    const before = await contents();
    const moved = await call(`PATCH ${draft}`, { headers: on("k5", revision + 1), body });
    expect([moved.status, moved.problem]).toEqual([422, "idempotency-mismatch"]);
    expect(await contents()).toEqual(before);
    const made = await claim(room);
    const remove = (question: string) =>
      call(`DELETE /workspaces/${things.w}/claims/${made.id}${question}`, { headers: on("k6", 1) });
    const replies = [await remove("?children=keep"), await remove("?children=keep"), await remove("")];
    expect(replies.map(({ problem }) => problem)).toEqual([null, null, "idempotency-mismatch"]);
  });

  it("that met a stale revision may go again with the one that is now", async () => {
    const claim = `/workspaces/${things.w}/claims/${things.draft}`;
    const send = (tag: string) =>
      call(`PATCH ${claim}`, {
        headers: { ...heads.editor, "idempotency-key": "k7", "if-match": tag },
        body: { statement: "Refused first." },
      });
    const stale = await send('"r1"');
    expect(stale.status).toBe(412);
    const { current } = stale.json as { current: { revision: number } };
    expect((await send(`"r${current.revision}"`)).status).toBe(200);
  });

  it.each(["", "k".repeat(256)])("has 1 to 255 characters", async (key) => {
    expect((await send(key, { body: "Long." })).status).toBe(422);
  });

  it("of one person says nothing to another", async () => {
    await send("k3", { body: "Mine." });
    const other = await call(path(), {
      headers: { ...heads.reviewer, "idempotency-key": "k3" },
      body: { body: "Theirs." },
    });
    expect([other.status, other.json]).toEqual([201, expect.objectContaining({ body: "Theirs." })]);
  });
});

describe("a write that says whose it is", () => {
  it.each([
    ["its own", () => room.editor.id, 201],
    ["somebody else's", () => newId(), 401],
  ])("from %s session", async (_whose, person, status) => {
    const reply = await call(`POST /workspaces/${things.w}/claims/${things.draft}/comments`, {
      headers: { ...heads.editor, "sourceline-person": person() },
      body: { body: "Mine." },
    });
    expect(reply.status).toBe(status);
  });
});

describe("a write with a session's cookie", () => {
  const path = () => `POST /workspaces/${things.w}/claims/${things.draft}/comments`;
  it.each([
    ["no origin", {}],
    ["the null origin", { origin: "null" }],
    ["another site", { origin: "https://evil.example" }],
    ["another port", { origin: "http://127.0.0.1:3001" }],
    ["a longer name", { origin: `${ORIGIN}.evil.example` }],
    ["another scheme", { origin: ORIGIN.replace("http:", "https:") }],
    ["another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["a neighbouring site by the browser's word", { "sec-fetch-site": "same-site" }],
    [
      "another site that claims to be ours",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
  ])("is refused from %s", async (_, headers: Record<string, string>) => {
    const { cookie = "" } = (await withSession(room.editor)).headers;
    const before = await contents();
    const reply = await call(path(), { headers: { cookie, ...headers }, body: { body: "Hi." } });
    expect([reply.status, reply.problem]).toEqual([403, "own-origin-only"]);
    expect(await contents()).toEqual(before);
  });

  it("is taken from our own pages", async () => {
    const { headers } = await withSession(room.editor);
    expect((await call(path(), { headers, body: { body: "Hi." } })).status).toBe(201);
    const { cookie = "" } = headers;
    const bySite = { cookie, "sec-fetch-site": "same-origin" };
    expect((await call(path(), { headers: bySite, body: { body: "Hi." } })).status).toBe(201);
  });
});

describe("who somebody is", () => {
  const me = "GET /me";
  it.each([
    ["no token", { authorization: "Bearer " }],
    ["a percent sign", { authorization: "Bearer %" }],
    ["a token nobody was given", { authorization: `Bearer sl_${"a".repeat(43)}` }],
    ["another scheme", { authorization: "Basic YTpi" }],
    ["a cookie that is none", { cookie: "sourceline-session=%%%" }],
    ["a cookie cut short", { cookie: "sourceline-session=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..x" }],
  ])("is not told by %s", async (_, headers: Record<string, string>) => {
    expect((await call(me, { headers })).status).toBe(401);
  });

  it("is not told by two cookies, or by a cookie beside a bad token", async () => {
    const { headers } = await withSession(room.editor);
    const { cookie = "" } = headers;
    expect((await call(me, { headers: { cookie } })).status).toBe(200);
    expect((await call(me, { headers: { cookie: `${cookie}; ${cookie}` } })).status).toBe(401);
    expect((await call(me, { headers: { cookie, authorization: "Bearer sl_x" } })).status).toBe(401);
  });
});
