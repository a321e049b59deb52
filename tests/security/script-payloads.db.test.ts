import { beforeAll, describe, expect, it } from "vitest";
import { call, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../support/factories.ts";
import { scriptPayloads } from "./script-payloads.cases.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";

let room: Newsroom;
let s: string;
let c: string;
let headers: Record<string, string>;
beforeAll(async () => {
  room = await newsroom();
  s = await source(room);
  c = (await claim(room)).id;
  headers = await withToken(room.owner);
});

/** Writes as the owner; answers what the API says is stored. */
async function write(request: string, body: unknown): Promise<Record<string, unknown>> {
  const [, path = ""] = request.split(" ");
  const readable = request.startsWith("PATCH") && !path.endsWith(room.w);
  const etag = readable ? ((await call(`GET ${path}`, { headers })).headers.get("etag") ?? "") : "";
  const reply = await call(request, { headers: { ...headers, ...(etag && { "if-match": etag }) }, body });
  expect(reply.headers.get("content-type")).toMatch(/^application\/json/u);
  if (reply.status >= 300 || typeof reply.json !== "object" || reply.json === null)
    throw new Error(reply.text);
  return { ...reply.json };
}

type Field = readonly [name: string, write: (payload: string) => Promise<unknown>];
const at = (path: string) => `/workspaces/${room.w}${path}`;
const article = (field: string): Field => [
  `article ${field}`,
  async (payload) => (await write(`PATCH ${at(`/articles/${room.articleId}`)}`, { [field]: payload }))[field],
];
const sourceField = (field: string): Field => [
  `source ${field}`,
  async (payload) => (await write(`PATCH ${at(`/sources/${s}`)}`, { [field]: payload }))[field],
];
const fields: readonly Field[] = [
  article("title"),
  article("byline"),
  article("outlet"),
  article("notes"),
  ...["name", "affiliation", "roleTitle", "access", "motive", "expertise", "notes"].map(sourceField),
  [
    "source alias",
    async (payload) => {
      const { aliases } = await write(`PATCH ${at(`/sources/${s}`)}`, { aliases: [payload] });
      return Array.isArray(aliases) ? aliases[0] : null;
    },
  ],
  [
    "statement",
    async (payload) => (await write(`PATCH ${at(`/claims/${c}`)}`, { statement: payload })).statement,
  ],
  [
    "comment",
    async (payload) => (await write(`POST ${at(`/claims/${c}/comments`)}`, { body: payload })).body,
  ],
  [
    "assessment",
    async (payload) =>
      (await write(`PUT ${at(`/claims/${c}/assessments`)}`, { rationale: payload })).rationale,
  ],
  ["workspace name", async (payload) => (await write(`PATCH ${at("")}`, { name: payload })).name],
  [
    "project name",
    async (payload) => (await write(`PATCH ${at(`/projects/${room.projectId}`)}`, { name: payload })).name,
  ],
  [
    "project description",
    async (payload) =>
      (await write(`PATCH ${at(`/projects/${room.projectId}`)}`, { description: payload })).description,
  ],
  ["one's own name", async (payload) => (await write("PATCH /me", { name: payload })).name],
];

describe("script in what people write", () => {
  it("is text: every payload comes back from every field as it was sent", async () => {
    expect(scriptPayloads.length).toBeGreaterThanOrEqual(40);
    for (const [name, writeField] of fields) {
      for (const payload of scriptPayloads) {
        const stored = await writeField(payload);
        // Names are trimmed; nothing else is touched.
        expect([name, stored]).toEqual([name, stored === payload.trim() ? payload.trim() : payload]);
      }
    }
  }, 120_000);

  it("is the words of an article that is made of it, letter by letter", async () => {
    const text = scriptPayloads.join("\n\n");
    const path = `POST ${at(`/projects/${room.projectId}/articles`)}`;
    const made = await write(path, { text, title: "Payloads" });
    expect(made.version).toMatchObject({ text });
  });

  it.each(scriptPayloads.filter((payload) => payload.startsWith("<")))(
    "leaves no script, handler or address in the text of a page that holds %s",
    async (payload) => {
      const path = `POST ${at(`/projects/${room.projectId}/imports/preview`)}`;
      const { text } = await write(path, { html: `<p>Before.</p>${payload}<p>After.</p>` });
      expect(text).not.toMatch(/<script|onerror=|onload=|javascript:|<iframe/iu);
    },
  );

  it("opens no address that is no web page's", async () => {
    for (const url of [
      "javascript:alert(1)",
      "data:text/html,x",
      "vbscript:x",
      "file:///etc/passwd",
      " javascript:x",
    ]) {
      const etag =
        (await call(`GET ${at(`/articles/${room.articleId}`)}`, { headers })).headers.get("etag") ?? "";
      const asked = { headers: { ...headers, "if-match": etag }, body: { url } };
      expect((await call(`PATCH ${at(`/articles/${room.articleId}`)}`, asked)).status, url).toBe(422);
      const evidence = [{ url, stance: "supports" }];
      const put = await call(`PUT ${at(`/claims/${c}/assessments`)}`, { headers, body: { evidence } });
      expect(put.status, url).toBe(422);
    }
  });

  it("starts no formula in a spreadsheet that opens the export", async () => {
    for (const payload of scriptPayloads.filter((one) => /^[=@]/u.test(one))) {
      await write(`PATCH ${at(`/claims/${c}`)}`, { statement: payload });
      const reply = await call(`GET ${at(`/projects/${room.projectId}/export?format=csv&state=all`)}`, {
        headers,
      });
      expect(reply.status).toBe(200);
      expect(reply.text).toContain("cmd|");
      expect(reply.text).not.toMatch(/(?:^|[,"\r\n])[=@](?:cmd|SUM)/u);
    }
  });
});
