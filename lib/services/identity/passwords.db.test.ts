import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { outcome, person, value } from "../../../tests/support/people.ts";

await testDatabase();
const { database, disconnect } = await import("#lib/db/client.ts");
const { createFirstOwner, firstOwnerLink, readFirstOwnerLink } = await import("./first-owner.ts");
const passwords = await import("./passwords.ts");
const people = await import("./people.ts");
const sessions = await import("./sessions.ts");
const { withPassword } = await import("./sign-in.ts");

const PASSWORD = "four unrelated quiet lamps";
const OTHER = "seven loud and narrow doors";
const tokenOf = (link: string | null) => new URL(link ?? "").hash.slice(1);
const fields = { name: "Olga", email: "Olga@Example.org", password: PASSWORD, workspaceName: "The Desk" };
const signsIn = async (email: string, password: string) =>
  (await withPassword({ email, password }, "192.0.2.9")).ok;

afterAll(disconnect);

describe("the first owner", () => {
  it("comes in by the newest link only, once, and then no link is made any more", async () => {
    const old = tokenOf(await firstOwnerLink());
    const link = await firstOwnerLink();
    expect(new URL(link ?? "")).toMatchObject({ pathname: "/setup", search: "" });
    const token = tokenOf(link);
    expect(outcome(await readFirstOwnerLink(old))).toBe("conflict link-used-up");
    expect(outcome(await createFirstOwner({ ...fields, token: old }))).toBe("conflict link-used-up");
    expect(outcome(await createFirstOwner({ ...fields, token, password: "short" }))).toBe(
      "invalid /password",
    );
    expect(outcome(await createFirstOwner({ ...fields, token, email: "a@b,c@d" }))).toBe("invalid /email");
    const both = await Promise.all([
      createFirstOwner({ ...fields, token }),
      createFirstOwner({ ...fields, token }),
    ]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(await firstOwnerLink()).toBeNull();
    expect(await signsIn("olga@example.org", PASSWORD)).toBe(true);
    const [membership] = await database().membership.findMany({ include: { workspace: true } });
    expect(membership).toMatchObject({ role: "owner", workspace: { name: "The Desk" } });
  });

  it("is not asked for by a sample that has one", async () => {
    await database().workspace.updateMany({ data: { isSample: true } });
    expect(await firstOwnerLink()).not.toBeNull();
    await database().workspace.updateMany({ data: { isSample: false } });
  });
});

describe("a password", () => {
  let email = "";
  let userId = "";
  beforeAll(async () => {
    userId = (await person("Ada")).id;
    email = `${userId}@example.org`;
  });
  const resetToken = async () => tokenOf(value(asFailure(await people.resetLink(email))).link);

  it("is set by a one-time link, which ends every session", async () => {
    const sid = await sessions.open(userId, null);
    const token = await resetToken();
    expect(value(await passwords.readReset(token))).toEqual({ email });
    expect(outcome(await passwords.reset({ token, password: "aaaaaaaaaaaaaa" }))).toBe("invalid /password");
    value(await passwords.reset({ token, password: PASSWORD }));
    expect(await sessions.find(sid)).toBeNull();
    expect(await signsIn(email, PASSWORD)).toBe(true);
    expect(outcome(await passwords.reset({ token, password: OTHER }))).toBe("conflict link-used-up");
    expect(await signsIn(email, OTHER)).toBe(false);
  });

  it("is not set by a link that has run out, or is of another purpose", async () => {
    const token = await resetToken();
    await database().oneTimeToken.updateMany({ data: { expiresAt: new Date(Date.now() - 1) } });
    expect(outcome(await passwords.reset({ token, password: OTHER }))).toBe("conflict link-used-up");
    const fresh = await resetToken();
    await database().oneTimeToken.updateMany({ where: { usedAt: null }, data: { purpose: "sign-in" } });
    expect(outcome(await passwords.reset({ token: fresh, password: OTHER }))).toBe("conflict link-used-up");
  });

  it("is changed by who knows the current one, from a session, and the other sessions end", async () => {
    const mine = await sessions.find(await sessions.open(userId, null));
    const elsewhere = await sessions.open(userId, null);
    if (!mine) throw new Error("no session");
    const change = (current: string) =>
      passwords.change({ principal: mine }, { current, password: OTHER }, "192.0.2.8");
    expect(outcome(await change("not the current one"))).toBe("invalid /current");
    value(await change(PASSWORD));
    expect(await sessions.find(elsewhere)).toBeNull();
    const left = value(await sessions.list({ principal: mine })).items;
    expect(left.map(({ current }) => current)).toEqual([true]);
    const token = { principal: { userId, via: "token", scopes: ["admin"] } } as const;
    expect(outcome(await passwords.change(token, { current: OTHER, password: PASSWORD }, "x"))).toBe(
      "out-of-scope",
    );
  });

  it("is not asked for by letter where none can be sent", () => {
    expect(outcome(passwords.requestReset(email))).toBe("conflict no-mail");
  });
});

describe("people added at the terminal", () => {
  it("own the workspace that is made for them, join one that exists, and choose their own password", async () => {
    const added = value(
      asFailure(
        await people.addUser({ email: "Bea@example.org", name: "Bea", workspace: "Sport", role: undefined }),
      ),
    );
    expect(added.workspace).toBe("sport");
    value(await passwords.reset({ token: tokenOf(added.link), password: PASSWORD }));
    expect(await signsIn("bea@example.org", PASSWORD)).toBe(true);
    const cy = value(
      asFailure(
        await people.addUser({ email: "cy@example.org", name: "Cy", workspace: "sport", role: "viewer" }),
      ),
    );
    const roles = await database().membership.findMany({
      where: { workspace: { slug: cy.workspace } },
      orderBy: { role: "asc" },
    });
    expect(roles.map(({ role }) => role)).toEqual(["viewer", "owner"]);
  });

  it("are refused where there would be two owners, or none", async () => {
    const add = (workspace: string, role: "owner" | "editor") =>
      people.addUser({ email: "d@example.org", name: "D", workspace, role });
    expect((await add("sport", "owner")).ok).toBe(false);
    expect((await add("nowhere", "editor")).ok).toBe(false);
    expect(await database().user.count({ where: { email: "d@example.org" } })).toBe(0);
  });
});

function asFailure<T>(result: { ok: true; value: T } | { ok: false; failure: string }) {
  return result.ok ? result : ({ ok: false, failure: { kind: "not-found", what: result.failure } } as const);
}
