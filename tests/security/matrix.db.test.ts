import { describe, expect, it, vi } from "vitest";
import { isAtLeast } from "#core/review/refusal.ts";
import { type Role, roles } from "#core/review/state.ts";
import { type Call, call, type Reply, withSession, withToken } from "../support/api-client.ts";
import { apiRoutes, contracts } from "../support/api-routes.ts";
import { testDatabase } from "../support/database.ts";
import { type Newsroom, newsroom } from "../support/factories.ts";
import { type Person, person } from "../support/people.ts";
import { contents } from "../support/tables.ts";
import { type Ask, type Asker, type Given, type Row, rows } from "./routes.cases.ts";

// One handler asks Next for the headers, which it has only inside its own server.
vi.mock("next/headers", () => ({ headers: async () => new Headers(), cookies: async () => new Map() }));

await testDatabase();
process.env.WRITES_PER_MINUTE = "1000000";
process.env.READS_PER_MINUTE = "1000000";
process.env.NEXTAUTH_SECRET = "a-secret-of-the-tests-and-of-nothing-else-0123456789";

/** The description itself has no place in what it describes. */
const UNDESCRIBED = ["GET /openapi.json"];

const contractOf = await contracts();
const room = await newsroom();
const foreign = await newsroom();
const outsider = await person("Otto");

const heads = new Map<string, Record<string, string>>();
async function headersOf(by: Person): Promise<Record<string, string>> {
  const known = heads.get(by.id) ?? (await withToken(by));
  heads.set(by.id, known);
  return known;
}

const ask: Ask = async (by, request, { body, revision } = {}) => {
  const reply = await call(request, { headers: { ...(await headersOf(by)), ...matching(revision) }, body });
  if (reply.status >= 300) throw new Error(`${request} answers ${reply.text}`);
  return reply.json;
};
const matching = (revision?: number): Record<string, string> =>
  revision === undefined ? {} : { "if-match": `"r${revision}"` };

/** The request a row describes, as the path of one workspace. */
function requestOf(route: string, w: string, given: Given): string {
  const params: Record<string, string> = { w, ...given.params };
  return route.replaceAll(/\{(\w+)\}/gu, (_, name: string) => params[name] ?? "") + (given.query ?? "");
}

function send(route: string, w: string, given: Given, headers: Record<string, string>): Promise<Reply> {
  const content: Call = given.form ? { raw: given.form() } : { body: given.body };
  return call(requestOf(route, w, given), {
    ...content,
    headers: { ...headers, ...matching(given.revision) },
  });
}

const asker = (by: Person, role: Role | null, inRoom: Newsroom = room): Asker => ({
  room: inRoom,
  by,
  role,
  ask,
});

function expected(route: string, { least, status }: Row, role: Role | null): number {
  const success = status ?? contractOf.get(route)?.status ?? 0;
  if (least === "anybody" || least === "everybody") return success;
  return role !== null && isAtLeast(role, least) ? success : 404;
}

const table = rows.map(([route, row]) => ({ route, row }));
const named = (some: typeof table) => some.map((one) => [`${one.route} (${one.row.least})`, one] as const);
const inWorkspaces = table.filter(({ route }) => route.includes("{w}"));

describe("the matrix", () => {
  it("has a row for every route, a route for every row, and a contract for both", async () => {
    const routes = (await apiRoutes()).map(({ key }) => key).toSorted();
    expect([...new Set(rows.map(([route]) => route))].toSorted()).toEqual(routes);
    const described = routes.filter((route) => !UNDESCRIBED.includes(route));
    expect([...contractOf.keys()].toSorted()).toEqual(described);
    expect(routes.length).toBeGreaterThan(50);
  });

  it.each(named(table))("lets exactly those in who may: %s", async (_, { route, row }) => {
    const people: [Person, Role | null][] = [
      ...roles.map((role): [Person, Role] => [room[role], role]),
      [outsider, null],
    ];
    const seen: Record<string, number> = {};
    const wanted: Record<string, number> = {};
    for (const [by, role] of people) {
      const given = await row.given(asker(by, role));
      const headers = row.isForSessions ? (await withSession(by)).headers : await headersOf(by);
      const reply = await send(route, room.w, given, headers);
      expect(reply.text).not.toMatch(/\bat .+\.ts:\d|prisma|postgres|select /iu);
      seen[role ?? "outsider"] = reply.status;
      wanted[role ?? "outsider"] = expected(route, row, role);
    }
    expect(seen).toEqual(wanted);
  });

  it.each(named(table))("asks the signed-out to sign in: %s", async (_, { route, row }) => {
    const given = await row.given(asker(room.owner, "owner"));
    const before = await contents();
    const reply = await send(route, room.w, given, {});
    if (row.least === "everybody") expect(reply.status).toBe(expected(route, row, null));
    else expect([reply.status, reply.problem]).toEqual([401, "unauthenticated"]);
    expect(await contents()).toEqual(before);
  });

  it.each(named(table.filter(({ row }) => row.isForSessions)))(
    "keeps tokens from %s",
    async (_, { route, row }) => {
      const reply = await send(
        route,
        room.w,
        await row.given(asker(room.owner, "owner")),
        await headersOf(room.owner),
      );
      expect([reply.status, reply.problem]).toEqual([403, "out-of-scope"]);
    },
  );
});

describe("another workspace", () => {
  it.each(named(inWorkspaces))("is not there for its neighbours' owner: %s", async (_, { route, row }) => {
    const given = await row.given(asker(foreign.owner, "owner", foreign));
    const headers = await headersOf(room.owner);
    const before = await contents();
    const inItsPath = await send(route, foreign.w, given, headers);
    expect([inItsPath.status, inItsPath.problem]).toEqual([404, "not-found"]);
    if (given.params && !row.isNamedAlike) {
      const inOwnPath = await send(route, room.w, given, headers);
      expect([inOwnPath.status, inOwnPath.problem]).toEqual([404, "not-found"]);
    }
    expect(await contents()).toEqual(before);
  });

  it.each(["DELETE /tokens/{id}", "DELETE /sessions/{id}"])(
    "nobody ends what is another person's: %s",
    async (route) => {
      const row = table.find((one) => one.route === route)?.row;
      const given = (await row?.given(asker(foreign.owner, "owner", foreign))) ?? {};
      expect((await send(route, room.w, given, await headersOf(room.owner))).status).toBe(404);
      expect((await send(route, room.w, given, await headersOf(foreign.owner))).status).toBe(204);
    },
  );
});

describe("a token's scopes", () => {
  const scoped = table.filter(({ route }) => !["read", null].includes(contractOf.get(route)?.scope ?? null));
  it.each(named(scoped))("bound its holder: %s", async (_, { route, row }) => {
    const needed = contractOf.get(route)?.scope;
    const given = await row.given(asker(room.owner, "owner"));
    const others = (["read", "write", "review", "export", "admin"] as const).filter(
      (scope) => scope !== needed,
    );
    const before = await contents();
    const reply = await send(route, room.w, given, await withToken(room.owner, others));
    expect([reply.status, reply.problem]).toEqual([403, "out-of-scope"]);
    expect(await contents()).toEqual(before);
  });
});
