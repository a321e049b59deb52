import { beforeAll, describe, expect, it } from "vitest";
import type { Role } from "#core/review/state.ts";
import { database } from "#lib/db/client.ts";
import { call, type Reply, withSession, withToken } from "../support/api-client.ts";
import { testDatabase } from "../support/database.ts";
import { claim, type Newsroom, newsroom } from "../support/factories.ts";
import { join, type Person } from "../support/people.ts";

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

const EDITORS = 16;
const EACH = 3;
/** Sixteen in one queue need time on a busy machine. */
const PATIENCE = 60_000;

async function editors(w: string): Promise<{ person: Person; headers: Record<string, string> }[]> {
  const people = await Promise.all(Array.from({ length: EDITORS }, () => join(w, "editor")));
  return Promise.all(people.map(async (person) => ({ person, headers: await withToken(person) })));
}

const revisionOf = ({ json }: Reply): number => {
  const found = typeof json === "object" && json !== null && "current" in json ? json.current : json;
  return typeof found === "object" && found !== null && "revision" in found ? Number(found.revision) : -1;
};

describe("sixteen editors on one claim", () => {
  it(
    "one wins each revision, the others are told what it is now, and no word is lost",
    async () => {
      const room = await newsroom();
      const { id } = await claim(room);
      const path = `PATCH /workspaces/${room.w}/claims/${id}`;
      const saved = new Map<number, string>();
      let stale = 0;
      const everybody = (await editors(room.w)).map(async ({ headers }, who) => {
        for (let done = 0, revision = 1; done < EACH; ) {
          const statement = `Editor ${who}, sentence ${done}`;
          const reply = await call(path, {
            headers: { ...headers, "if-match": `"r${revision}"` },
            body: { statement },
          });
          expect([200, 412]).toContain(reply.status);
          revision = revisionOf(reply);
          if (reply.status === 412) stale += 1;
          else {
            expect(saved.has(revision), `revision ${revision} was given out twice`).toBe(false);
            saved.set(revision, statement);
            done += 1;
          }
        }
      });
      await Promise.all(everybody);
      expect(stale).toBeGreaterThan(0);
      const kept = await database().claimRevision.findMany({
        where: { claimId: id },
        orderBy: { revision: "asc" },
      });
      expect(kept.map(({ revision }) => revision)).toEqual(
        Array.from({ length: 1 + EDITORS * EACH }, (_, at) => at + 1),
      );
      for (const { revision, content } of kept.slice(1)) {
        expect(content).toMatchObject({ statement: saved.get(revision) });
      }
    },
    PATIENCE,
  );

  it("would lose words without the comparison: reading and writing back alone keeps too few", async () => {
    const room = await newsroom();
    const { id } = await claim(room, { statement: "" });
    const where = { workspaceId_id: { workspaceId: room.w, id } };
    await Promise.all(
      Array.from({ length: EDITORS }, async (_, who) => {
        const letter = who.toString(EDITORS);
        for (let done = 0; done < EACH; done += 1) {
          const { statement } = await database().claim.findUniqueOrThrow({ where });
          await database().claim.update({ where, data: { statement: statement + letter } });
        }
      }),
    );
    const { statement } = await database().claim.findUniqueOrThrow({ where });
    expect(statement.length).toBeLessThan(EDITORS * EACH);
  });

  it("a claim is approved once, however many reviewers decide at the same moment", async () => {
    const room = await newsroom();
    const { id } = await claim(room);
    const path = `/workspaces/${room.w}/claims/${id}`;
    const first = { "if-match": '"r1"' };
    await call(`POST ${path}/submit`, { headers: { ...(await withToken(room.editor)), ...first } });
    const reviewers = [room.reviewer, room.second, room.admin, room.owner];
    const replies = await Promise.all(
      reviewers.map(async (who) =>
        call(`POST ${path}/reviews`, {
          headers: { ...(await withToken(who)), ...first },
          body: { decision: "approve" },
        }),
      ),
    );
    expect(replies.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
    expect(await database().review.count({ where: { claimId: id } })).toBe(1);
  });

  it("numbers audit rows and events without gap or double while everybody writes", async () => {
    const room = await newsroom();
    const { id } = await claim(room);
    const path = `POST /workspaces/${room.w}/claims/${id}/comments`;
    const people = await editors(room.w);
    const replies = await Promise.all(
      people.flatMap(({ headers }) =>
        [1, 2, 3].map((n) => call(path, { headers, body: { body: `Say ${n}` } })),
      ),
    );
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([201]));
    for (const rows of [
      await database().auditRow.findMany({ where: { workspaceId: room.w }, orderBy: { number: "asc" } }),
      await database().outboxEvent.findMany({ where: { workspaceId: room.w }, orderBy: { number: "asc" } }),
    ]) {
      expect(rows.map(({ number }) => Number(number))).toEqual(rows.map((_, at) => at + 1));
    }
  });
});

describe("several people at the same moment", () => {
  it("name their desks and projects alike, and each has an address of its own", async () => {
    const room = await newsroom();
    const headers = await withToken(room.owner);
    for (const path of ["/workspaces", `/workspaces/${room.w}/projects`]) {
      const same = Array.from({ length: 6 }, () =>
        call(`POST ${path}`, { headers, body: { name: "Alike" } }),
      );
      const replies = await Promise.all(same);
      expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(201));
      const slugs = replies.map(({ text }) => /"slug":"([^"]+)"/u.exec(text)?.[1]);
      expect(new Set(slugs).size).toBe(6);
    }
  });
});

describe("what is taken away is gone with the next request", () => {
  let room: Newsroom;
  beforeAll(async () => {
    room = await newsroom();
  });

  it("a session", async () => {
    const { editor } = room;
    const [mine, other] = [await withSession(editor), await withSession(editor)];
    const status = async (headers: Record<string, string>) => (await call("GET /me", { headers })).status;
    expect([await status(mine.headers), await status(other.headers)]).toEqual([200, 200]);
    await call(`DELETE /sessions/${mine.sessionId}`, { headers: other.headers });
    expect([await status(mine.headers), await status(other.headers)]).toEqual([401, 200]);
    await call("POST /sessions/revoke-all", { headers: other.headers, body: { keepCurrent: false } });
    expect(await status(other.headers)).toBe(401);
  });

  it("a token, when it is revoked and when its time is over", async () => {
    const { editor } = room;
    const [revoked, expired, kept] = [
      await withToken(editor),
      await withToken(editor),
      await withToken(editor),
    ];
    const status = async (headers: Record<string, string>) => (await call("GET /me", { headers })).status;
    const rows = await database().apiToken.findMany({ where: { userId: editor.id }, orderBy: { id: "asc" } });
    expect([await status(revoked), await status(expired), await status(kept)]).toEqual([200, 200, 200]);
    await call(`DELETE /tokens/${rows[0]?.id}`, { headers: kept });
    await database().apiToken.update({ where: { id: rows[1]?.id ?? "" }, data: { expiresAt: new Date(0) } });
    expect([await status(revoked), await status(expired), await status(kept)]).toEqual([401, 401, 200]);
  });

  it("a membership", async () => {
    const { w, admin } = room;
    const member = await join(w, "editor");
    const headers = await withToken(member);
    const list = async () => (await call(`GET /workspaces/${w}/claims`, { headers })).status;
    expect(await list()).toBe(200);
    await call(`DELETE /workspaces/${w}/members/${member.id}`, { headers: await withToken(admin) });
    expect(await list()).toBe(404);
  });

  it("a role", async () => {
    const { w, admin } = room;
    const member = await join(w, "editor");
    const headers = await withToken(member);
    const body = { name: "The Courier", type: "news_media", identification: "named_institution" };
    const write = async () => (await call(`POST /workspaces/${w}/sources`, { headers, body })).status;
    const give = async (role: Role) =>
      call(`PATCH /workspaces/${w}/members/${member.id}`, {
        headers: await withToken(admin),
        body: { role },
      });
    expect(await write()).toBe(201);
    await give("viewer");
    expect(await write()).toBe(404);
    await give("editor");
    expect(await write()).toBe(201);
  });
});
