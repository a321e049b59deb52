import { describe, expect, it } from "vitest";
import { create as createToken } from "#lib/services/identity/tokens.ts";
import * as article from "../../app/api/v1/workspaces/[w]/articles/[a]/route.ts";
import * as articles from "../../app/api/v1/workspaces/[w]/projects/[p]/articles/route.ts";
import * as imports from "../../app/api/v1/workspaces/[w]/projects/[p]/imports/route.ts";
import { testDatabase } from "../support/database.ts";
import { desk, value } from "../support/people.ts";

await testDatabase();

type Handler = typeof articles.GET;
type Sent = { method?: string; body?: BodyInit; headers?: Record<string, string>; query?: string };

async function signedIn() {
  const room = await desk();
  const { token } = value(
    await createToken(room.owner, { name: "t", scopes: ["read", "write", "admin"], expiresInDays: 1 }),
  );
  const send = (handler: Handler, params: Record<string, string>, sent: Sent = {}) => {
    const { method = "GET", body, headers, query = "" } = sent;
    const all = new Headers({ authorization: `Bearer ${token}` });
    if (typeof body === "string") all.set("content-type", "application/json");
    for (const [name, value] of Object.entries(headers ?? {})) all.set(name, value);
    const request = new Request(`http://localhost:3000/api/v1/x${query}`, {
      method,
      headers: all,
      ...(body !== undefined && { body }),
    });
    return handler(request, { params: Promise.resolve(params) });
  };
  return { ...room, send };
}

describe("the articles of the API", () => {
  it("come in as text, are read with an entity tag, and change only with it", async () => {
    const { w, p, send } = await signedIn();
    const made = await send(
      articles.POST,
      { w, p },
      { method: "POST", body: JSON.stringify({ text: "Rain." }) },
    );
    expect([made.status, made.headers.get("etag")]).toEqual([201, '"r1"']);
    const { id: a } = await made.json();
    const patch = (headers: Record<string, string>) =>
      send(article.PATCH, { w, a }, { method: "PATCH", body: JSON.stringify({ title: "R" }), headers });
    expect((await patch({})).status).toBe(428);
    const changed = await patch({ "if-match": '"r1"' });
    expect([changed.status, changed.headers.get("etag")]).toEqual([200, '"r2"']);
    const stale = await patch({ "if-match": '"r1"' });
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ current: { id: a, revision: 2 } });
    const read = await send(article.GET, { w, a }, { query: "?include=claims" });
    expect(await read.json()).toMatchObject({ title: "R", claims: [], sources: [] });
  });

  it("come in as files of a form, and as nothing else", async () => {
    const { w, p, send } = await signedIn();
    const form = new FormData();
    form.append("files", new File(["It rained 🌧."], "régen.txt"));
    form.append("files", new File([Uint8Array.of(0x89, 0x50, 0x4e, 0x47)], "photo.txt"));
    const answer = await send(imports.POST, { w, p }, { method: "POST", body: form });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      rows: [
        { name: "régen.txt", status: "stored", title: "It rained 🌧." },
        { name: "photo.txt", status: "failed" },
      ],
    });
    expect((await send(imports.POST, { w, p }, { method: "POST", body: "{}" })).status).toBe(415);
    const cut = { "content-type": "multipart/form-data; boundary=x" };
    const broken = await send(imports.POST, { w, p }, { method: "POST", body: "--x\r\nnot", headers: cut });
    expect(broken.status).toBe(422);
  });

  it("are refused in a body over the limit, whatever its length says", async () => {
    const { w, p, send } = await signedIn();
    const body = JSON.stringify({ text: "a".repeat(30_000_000) });
    expect((await send(articles.POST, { w, p }, { method: "POST", body })).status).toBe(413);
    const long = JSON.stringify({ text: "a".repeat(5_000_001) });
    const tooLong = await send(articles.POST, { w, p }, { method: "POST", body: long });
    expect(tooLong.status).toBe(413);
    expect((await tooLong.json()).detail).toContain("5,000,000 characters");
  });

  it("answer what is wrong with a request, field by field", async () => {
    const { w, p, send } = await signedIn();
    const refused = async (body: unknown) => {
      const answer = await send(articles.POST, { w, p }, { method: "POST", body: JSON.stringify(body) });
      return [
        answer.status,
        (await answer.json()).errors?.map((error: { pointer: string }) => error.pointer),
      ];
    };
    expect(await refused({ text: "a\0b" })).toEqual([422, ["/text"]]);
    expect(await refused({ text: "a\ud800" })).toEqual([422, ["/text"]]);
    expect(await refused({ text: "a", html: "b" })).toEqual([422, [""]]);
    expect(await refused({})).toEqual([422, [""]]);
    expect(await refused({ text: "a", publishedAt: "0000-01-01T00:00:00Z" })).toEqual([
      422,
      ["/publishedAt"],
    ]);
    expect(await refused({ text: "a", url: "javascript:alert(1)" })).toEqual([422, ["/url"]]);
    expect(await refused({ text: "a", surprise: 1 })).toEqual([422, [""]]);
  });

  it("name the next page in a Link header", async () => {
    const { w, p, send } = await signedIn();
    for (const text of ["1", "2", "3"]) {
      await send(articles.POST, { w, p }, { method: "POST", body: JSON.stringify({ text }) });
    }
    const first = await send(articles.GET, { w, p }, { query: "?limit=2" });
    expect(first.headers.get("link")).toMatch(/^<\/api\/v1\/x\?limit=2&after=[\w-]+>; rel="next"$/u);
    const unknown = await send(articles.GET, { w, p }, { query: "?colour=red" });
    expect(unknown.status).toBeGreaterThanOrEqual(400);
  });
});
