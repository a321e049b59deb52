import { decode, encode } from "next-auth/jwt";
import { beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../tests/support/database.ts";
import { desk, join, outcome, type Person, person, value } from "../../tests/support/people.ts";

await testDatabase();
process.env.NEXTAUTH_SECRET = "Zq7w1vXk0bN4pTt6yLr2sHd9cGm3uEj8";
const { query } = await import("#lib/services/workspace.ts");
const members = await import("#lib/services/identity/members.ts");
const sessions = await import("#lib/services/identity/sessions.ts");
const tokens = await import("#lib/services/identity/tokens.ts");
const { sessionCookieName } = await import("./auth-cookies.ts");
const { sessionSecret } = await import("./auth-secret.ts");
const { authenticate } = await import("./authenticate.ts");

let ada: Person;
beforeAll(async () => {
  ada = await person("Ada");
});

const secret = () => sessionSecret();
const withHeaders = (headers: Record<string, string>) =>
  authenticate(new Request("http://127.0.0.1:3000/api/v1/me", { headers }));
const withCookie = (cookie: string) => withHeaders({ cookie: `${sessionCookieName()}=${cookie}` });
const cookieOf = (sid: string) => encode({ token: { sid }, secret: secret() });

describe("a session", () => {
  it("stands for its person", async () => {
    const principal = await withCookie(await cookieOf(await sessions.open(ada.id, "Test")));
    expect(principal).toMatchObject({ userId: ada.id, via: "session", scopes: null });
  });

  it("holds nothing but a random id of 128 bits", async () => {
    const sid = await sessions.open(ada.id, null);
    expect(Buffer.from(sid, "base64url")).toHaveLength(16);
    const payload = await decode({ token: await cookieOf(sid), secret: secret() });
    expect(Object.keys(payload ?? {}).sort()).toEqual(["exp", "iat", "jti", "sid"]);
  });

  it("is over with the request after it was revoked, where a token read alone goes on", async () => {
    const cookie = await cookieOf(await sessions.open(ada.id, null));
    const principal = await withCookie(cookie);
    if (!principal?.sessionId) throw new Error("no session");
    value(await sessions.revoke({ principal }, principal.sessionId));
    expect(await withCookie(cookie)).toBeNull();
    // The control: without the look-up nothing would have noticed.
    expect(await decode({ token: cookie, secret: secret() })).toHaveProperty("sid");
  });

  it("ends with all others when its person signs out everywhere, others' sessions stay", async () => {
    const bob = await person("Bob");
    const mine = await Promise.all([1, 2, 3].map(async () => cookieOf(await sessions.open(ada.id, null))));
    const theirs = await cookieOf(await sessions.open(bob.id, null));
    value(await sessions.revokeAll(ada, { keepCurrent: false }));
    for (const cookie of mine) expect(await withCookie(cookie)).toBeNull();
    expect(await withCookie(theirs)).not.toBeNull();
  });

  it("cannot be ended by somebody else", async () => {
    const cookie = await cookieOf(await sessions.open(ada.id, null));
    const principal = await withCookie(cookie);
    const bob = await person("Bob");
    expect(outcome(await sessions.revoke(bob, principal?.sessionId ?? ""))).toBe("not-found");
    expect(await withCookie(cookie)).not.toBeNull();
  });
});

describe("a membership", () => {
  const enter = (who: Person, w: string) =>
    query(who, w, async ({ actor }) => ({ ok: true, value: actor.role }));

  it("has its new role with the next request, and ends with the next", async () => {
    const { w, owner } = await desk();
    const editor = await join(w, "editor");
    expect(value(await enter(editor, w))).toBe("editor");
    value(await members.changeRole(owner, w, editor.id, "viewer"));
    expect(value(await enter(editor, w))).toBe("viewer");
    value(await members.remove(owner, w, editor.id));
    expect(outcome(await enter(editor, w))).toBe("not-found");
  });
});

describe("what is sent instead of a session", () => {
  const nobody: readonly (readonly [what: string, headers: () => Promise<Record<string, string>>])[] = [
    ["nothing", async () => ({})],
    ["Bearer %", async () => ({ authorization: "Bearer %" })],
    ["Bearer %00", async () => ({ authorization: "Bearer %00%ff" })],
    ["an empty Bearer", async () => ({ authorization: "Bearer " })],
    ["a token nobody made", async () => ({ authorization: `Bearer sl_${"a".repeat(43)}` })],
    ["another scheme", async () => ({ authorization: "Basic YWRhOmFkYQ==" })],
    ["a cookie that is no token", async () => ({ cookie: `${sessionCookieName()}=%E0%A4%A` })],
    [
      "another provider's cookie under our name",
      async () => ({
        cookie: `${sessionCookieName()}=${await encode({ token: { state: "x" }, secret: secret(), salt: "" })}`,
      }),
    ],
    [
      "a cookie that names a user but no session",
      async () => ({
        cookie: `${sessionCookieName()}=${await encode({ token: { sub: ada.id, email: "x" }, secret: secret() })}`,
      }),
    ],
    [
      "a cookie of another installation",
      async () => ({
        cookie: `${sessionCookieName()}=${await encode({ token: { sid: await sessions.open(ada.id, null) }, secret: "x".repeat(40) })}`,
      }),
    ],
    [
      "the session's own id, unencrypted",
      async () => ({ cookie: `${sessionCookieName()}=${await sessions.open(ada.id, null)}` }),
    ],
    [
      "next-auth's usual cookie",
      async () => ({
        cookie: `next-auth.session-token=${await cookieOf(await sessions.open(ada.id, null))}`,
      }),
    ],
    [
      "the header of CVE-2025-29927",
      async () => ({ "x-middleware-subrequest": "proxy:proxy:proxy:proxy:proxy" }),
    ],
  ];
  it.each(nobody)("is nobody: %s", async (_, headers) => {
    expect(await withHeaders(await headers())).toBeNull();
  });

  it("is nobody when a wrong token comes with a good cookie", async () => {
    const cookie = `${sessionCookieName()}=${await cookieOf(await sessions.open(ada.id, null))}`;
    expect(await withHeaders({ cookie })).not.toBeNull();
    expect(await withHeaders({ cookie, authorization: "Bearer %" })).toBeNull();
  });

  it("is nobody when two cookies of the name come", async () => {
    const one = await cookieOf(await sessions.open(ada.id, null));
    expect(await withCookie(`${one}; ${sessionCookieName()}=${one}`)).toBeNull();
  });
});

describe("a personal token", () => {
  it("stands for its person within its scopes, until it is revoked", async () => {
    const made = value(await tokens.create(ada, { name: "t", scopes: ["read"], expiresInDays: 1 }));
    const headers = { authorization: `Bearer ${made.token}` };
    const known = { userId: ada.id, via: "token", scopes: ["read"], tokenId: made.id };
    expect(await withHeaders(headers)).toEqual(known);
    expect(outcome(await tokens.revoke(await person("Bob"), made.id))).toBe("not-found");
    expect(await withHeaders(headers)).not.toBeNull();
    value(await tokens.revoke(ada, made.id));
    expect(await withHeaders(headers)).toBeNull();
  });

  it("makes no other token", async () => {
    const caller = { principal: { userId: ada.id, via: "token", scopes: ["admin"] } } as const;
    expect(outcome(await tokens.create(caller, { name: "t", scopes: ["admin"], expiresInDays: 1 }))).toBe(
      "out-of-scope",
    );
  });

  it("is shown once and kept as a hash only", async () => {
    const made = value(await tokens.create(ada, { name: "once", scopes: ["read"], expiresInDays: 1 }));
    const listed = value(await tokens.list(ada, { limit: 10 })).items.find(({ id }) => id === made.id);
    expect(listed).toBeDefined();
    expect(JSON.stringify(listed)).not.toContain(made.token ?? "?");
  });
});
