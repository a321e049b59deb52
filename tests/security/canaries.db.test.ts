import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#core/review/state.ts";
import { database } from "#lib/db/client.ts";
import { newId } from "#lib/platform/ids.ts";
import { call, type Reply, withSession, withToken } from "../support/api-client.ts";
import { apiRoutes } from "../support/api-routes.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom, source } from "../support/factories.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

let room: Newsroom;
let foreign: Newsroom;
let ids: Record<string, string>;
/** What no answer may hold, by what it is. */
const canaries = new Map<string, string>();

beforeAll(async () => {
  room = await newsroom();
  foreign = await newsroom();
  const made = await claim(room, { statement: "It holds" });
  await claim(foreign, { statement: "canary-foreign-statement" });
  const foreignSource = await source(foreign, "canary-foreign-source");
  await database().source.updateMany({
    where: { id: foreignSource },
    data: { notes: "canary-foreign-notes" },
  });
  await database().article.updateMany({
    where: { workspaceId: foreign.w },
    data: { title: "canary-foreign-title", notes: "canary-foreign-article-notes" },
  });
  await database().workspace.update({ where: { id: foreign.w }, data: { name: "canary-foreign-desk" } });
  for (const { id } of await database().user.findMany()) {
    const isForeign = Object.values(foreign).some(
      (part) => typeof part === "object" && "id" in part && part.id === id,
    );
    await database().user.update({
      where: { id },
      data: {
        passwordHash: `canary-password-${id}`,
        ...(isForeign && { email: `canary-${id}@example.org`, name: `canary-name-${id}` }),
      },
    });
  }
  await database().invitation.create({
    data: {
      ...{ id: newId(), tokenHash: "canary-invitation-hash", workspaceId: room.w, role: "viewer" },
      ...{ email: "canary-invited@example.org", expiresAt: new Date(Date.now() + 60_000) },
    },
  });
  await database().oneTimeToken.create({
    data: {
      ...{ tokenHash: "canary-one-time", purpose: "password", email: "x@example.org" },
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  const h = newId();
  const hook = { url: "https://receiver.example.org/", events: ["*"], secret: "canary-sealed-secret" };
  const by = { createdBy: room.owner.id, holderId: room.owner.id };
  await database().webhook.create({ data: { ...hook, ...by, workspaceId: room.w, id: h } });
  for (const who of [room.viewer, room.editor, room.reviewer, room.owner]) {
    await withToken(who);
    await withSession(who);
  }
  for (const { tokenHash } of await database().apiToken.findMany())
    canaries.set(`a token's hash ${tokenHash}`, tokenHash);
  ids = { w: room.w, p: room.projectId, a: room.articleId, c: made.id, s: await source(room), h };
});

const READERS: readonly Role[] = ["viewer", "editor", "reviewer", "owner"];
const QUERIES = [
  "",
  "?include=claims",
  "?q=canary",
  "?limit=500",
  "?format=csv",
  "?format=webannotation",
  "?state=all",
];

/** What of this answer should not be there; an invitation's address is for those who manage invitations. */
function leaked(path: string, { text, headers }: Reply): string[] {
  const seen = `${text}${[...headers].join()}`;
  const shown = path.endsWith("/invitations") ? seen.replaceAll("canary-invited@example.org", "") : seen;
  const words = /canary|passwordHash|password_hash|tokenHash|token_hash/u.exec(shown)?.[0];
  const hashes = [...canaries].filter(([, hash]) => seen.includes(hash)).map(([name]) => name);
  return words === undefined ? hashes : [words, ...hashes];
}

describe("confidential words", () => {
  it.each(READERS)("stand in no answer a %s can get by reading", async (role) => {
    const headers = await withToken(room[role]);
    const gets = (await apiRoutes()).filter(({ method }) => method === "GET");
    const answered: string[] = [];
    for (const { path } of gets) {
      const target = path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => ids[name] ?? newId());
      for (const query of QUERIES) {
        const reply = await call(`GET ${target}${query}`, { headers });
        if (reply.status === 200) answered.push(target);
        expect([path, query, leaked(path, reply)]).toEqual([path, query, []]);
      }
    }
    expect(answered.length).toBeGreaterThan(20);
  });

  it("would be seen: the neighbour's own owner does read them", async () => {
    const headers = await withToken(foreign.owner);
    const replies = await Promise.all(
      ["/members", "/claims", "/sources"].map((part) =>
        call(`GET /workspaces/${foreign.w}${part}`, { headers }),
      ),
    );
    for (const { text } of replies) expect(text).toContain("canary-");
  });

  it("are not in the answers to what was refused", async () => {
    const headers = await withToken(room.viewer);
    for (const path of [
      `/workspaces/${foreign.w}`,
      `/workspaces/${foreign.w}/claims`,
      `/workspaces/${room.w}/articles/${foreign.articleId}`,
    ]) {
      const reply = await call(`GET ${path}`, { headers });
      expect(reply.status).toBe(404);
      expect(reply.text).not.toContain("canary");
    }
  });
});
