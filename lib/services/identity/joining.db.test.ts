import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { desk, join, outcome, type Person, person, value } from "../../../tests/support/people.ts";

await testDatabase();
const { database, disconnect } = await import("#lib/db/client.ts");
const { membershipOf } = await import("#lib/db/identity/memberships.ts");
const external = await import("./external.ts");
const invitations = await import("./invitations.ts");
const joining = await import("./joining.ts");
const { withPassword } = await import("./sign-in.ts");

const NOBODY = {
  principal: { userId: "00000000-0000-0000-0000-000000000000", via: "session", scopes: [] },
} as const;
const PASSWORD = "four unrelated quiet lamps";

let w = "";
let owner: Person;
beforeAll(async () => {
  ({ w, owner } = await desk());
});
afterAll(disconnect);

const addressOf = (who: Person) => `${who.id}@example.org`;
const tokenOf = (link: string | undefined) => new URL(link ?? "").hash.slice(1);
const invite = async (email: string, role: "viewer" | "editor" | "admin" = "editor") =>
  tokenOf(value(await invitations.create(owner, w, { email, role })).link);
const signUp = (token: string) => joining.accept(NOBODY, { token, name: "New Person", password: PASSWORD });
const roleOf = async (email: string) => {
  const user = await database().user.findUnique({ where: { email } });
  return user && (await membershipOf(user.id, w))?.role;
};

describe("an invitation", () => {
  it("holds its secret after the # and keeps only its hash", async () => {
    const made = value(await invitations.create(owner, w, { email: "hash@example.org", role: "viewer" }));
    const link = new URL(made.link ?? "");
    expect([link.pathname, link.search]).toEqual(["/join", ""]);
    const stored = await database().invitation.findUniqueOrThrow({ where: { id: made.id } });
    expect(JSON.stringify(stored)).not.toContain(tokenOf(made.link));
    const listed = value(await invitations.list(owner, w, { limit: 100 })).items;
    expect(listed.find(({ id }) => id === made.id)).not.toHaveProperty("link");
  });

  it("makes an account that signs in and has the role that was given", async () => {
    const token = await invite("New@Example.org", "editor");
    expect(value(await joining.read(NOBODY, token))).toMatchObject({
      email: "new@example.org",
      next: "sign-up",
    });
    value(await signUp(token));
    expect(await roleOf("new@example.org")).toBe("editor");
    expect((await withPassword({ email: "new@example.org", password: PASSWORD }, "192.0.2.1")).ok).toBe(true);
  });

  it("works once, also for two at the same moment", async () => {
    const token = await invite("once@example.org");
    const both = await Promise.all([signUp(token), signUp(token)]);
    expect(both.filter((result) => result.ok)).toHaveLength(1);
    expect(outcome(await signUp(token))).toBe("conflict link-used-up");
    expect(await database().user.count({ where: { email: "once@example.org" } })).toBe(1);
  });

  it("does not work when it has run out", async () => {
    const token = await invite("late@example.org");
    const past = new Date(Date.now() - 1);
    await database().invitation.updateMany({
      where: { email: "late@example.org" },
      data: { expiresAt: past },
    });
    expect(outcome(await signUp(token))).toBe("conflict link-used-up");
    expect(await roleOf("late@example.org")).toBeNull();
  });

  it("does not work when it was taken back, or replaced by a newer one", async () => {
    const first = await invite("twice@example.org");
    const second = value(await invitations.create(owner, w, { email: "twice@example.org", role: "viewer" }));
    expect(outcome(await signUp(first))).toBe("conflict link-used-up");
    value(await invitations.revoke(owner, w, second.id));
    expect(outcome(await signUp(tokenOf(second.link)))).toBe("conflict link-used-up");
  });

  it("admits no signed-in person with another address, and stays open for its own", async () => {
    const [eve, bob] = [await person("Eve"), await person("Bob")];
    const token = await invite(addressOf(bob), "admin");
    expect(value(await joining.read(eve, token)).next).toBe("other-account");
    expect(outcome(await joining.accept(eve, { token }))).toBe("conflict other-account");
    expect(await membershipOf(eve.id, w)).toBeNull();
    value(await joining.accept(bob, { token }));
    expect((await membershipOf(bob.id, w))?.role).toBe("admin");
  });

  it("never sets the password of an account that exists", async () => {
    const bob = await person("Bob");
    const token = await invite(addressOf(bob));
    expect(value(await joining.read(NOBODY, token)).next).toBe("sign-in");
    expect(outcome(await signUp(token))).toBe("conflict sign-in-first");
    expect((await database().user.findUniqueOrThrow({ where: { id: bob.id } })).passwordHash).toBeNull();
  });

  it("is not used up by a password that is refused", async () => {
    const token = await invite("careful@example.org");
    expect(outcome(await joining.accept(NOBODY, { token, name: "C", password: "short" }))).toBe(
      "invalid /password",
    );
    expect(outcome(await joining.accept(NOBODY, { token, name: "C", password: "password1234" }))).toBe(
      "invalid /password",
    );
    value(await signUp(token));
  });

  it("lets nobody in by a made-up token, or by none", async () => {
    for (const token of ["", "x".repeat(43), "%"])
      expect(outcome(await signUp(token))).toBe("conflict link-used-up");
  });

  it("cannot be made by those who manage no members, nor by an admin for an owner", async () => {
    const editor = await join(w, "editor");
    const admin = await join(w, "admin");
    const asked = (who: Person, role: "viewer" | "owner") =>
      invitations.create(who, w, { email: "y@example.org", role });
    expect(outcome(await asked(editor, "viewer"))).toBe("not-found");
    expect(outcome(await asked(await person("Stranger"), "viewer"))).toBe("not-found");
    expect(outcome(await asked(admin, "owner"))).toBe("not-found");
    expect(outcome(await asked(admin, "viewer"))).toBe("ok");
    expect(outcome(await invitations.list(editor, w, { limit: 10 }))).toBe("not-found");
  });

  it("goes to one plain address only", async () => {
    const asked = (email: string) => invitations.create(owner, w, { email, role: "viewer" });
    expect(outcome(await asked("ada@example.org,eve@evil.example"))).toBe("invalid /email");
    expect(outcome(await asked("аda@example.org"))).toBe("invalid /email");
  });
});

describe("an external account", () => {
  const profile = (id: string, verifiedEmail: string | null) =>
    ({ provider: "oidc", providerAccountId: id, verifiedEmail, name: "Ex Ternal" }) as const;

  it("opens nothing without an invitation to its verified address", async () => {
    await invite("ext@example.org");
    expect(await external.signIn(profile("1", "other@example.org"), null)).toMatchObject({
      failure: "not-invited",
    });
    expect(await external.signIn(profile("1", null), null)).toMatchObject({ failure: "not-invited" });
    expect(await database().account.count()).toBe(0);
  });

  it("becomes a new account by its invitation, and is known from then on", async () => {
    await invite("Ext@example.org", "viewer");
    const first = await external.signIn(profile("2", "ext@EXAMPLE.org"), null);
    const again = await external.signIn(profile("2", null), null);
    expect(first.ok && again.ok && again.value).toEqual(first.ok && first.value);
    expect(await roleOf("ext@example.org")).toBe("viewer");
  });

  it("does not take over an account of the same address, invited or not", async () => {
    const bob = await person("Bob");
    expect(await external.signIn(profile("3", addressOf(bob)), null)).toMatchObject({
      failure: "not-invited",
    });
    await invite(addressOf(bob));
    expect(await external.signIn(profile("3", addressOf(bob)), null)).toMatchObject({
      failure: "sign-in-to-link",
    });
  });

  it("is linked by the person who is signed in, and to nobody else after", async () => {
    const [bob, eve] = [await person("Bob"), await person("Eve")];
    expect(await external.signIn(profile("4", null), bob.principal)).toEqual({
      ok: true,
      value: { userId: bob.id },
    });
    expect(await external.signIn(profile("4", null), eve.principal)).toMatchObject({
      failure: "linked-elsewhere",
    });
    expect(outcome(await external.unlink(bob, "oidc"))).toBe("conflict only-way-in");
    expect(outcome(await external.unlink(eve, "oidc"))).toBe("not-found");
  });
});
