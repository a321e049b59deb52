import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testDatabase } from "../../../tests/support/database.ts";
import { person } from "../../../tests/support/people.ts";
import { addresses } from "./email.cases.ts";

await testDatabase();
const { database, disconnect } = await import("#lib/db/client.ts");
const { hashPassword } = await import("#lib/platform/password.ts");
const { withPassword } = await import("./sign-in.ts");

const RIGHT = "a long walk by the river";
let email = "";

beforeAll(async () => {
  const { id } = await person("Ada");
  email = `${id}@example.org`;
  await database().user.update({ where: { id }, data: { passwordHash: await hashPassword(RIGHT) } });
});
afterAll(disconnect);

const attempt = (who: string, password: string, from = "192.0.2.1") =>
  withPassword({ email: who, password }, from);

describe("a sign-in with a password", () => {
  it("lets in who has it, however the address is spelt", async () => {
    const result = await attempt(` ${email.toUpperCase()} `, RIGHT);
    expect(result.ok && result.value.email).toBe(email);
  });

  it("says the same of a wrong password, an unknown address and one without a password", async () => {
    const bare = await person("Bare");
    const answers = await Promise.all([
      attempt(email, "another long walk", "192.0.2.10"),
      attempt("nobody@example.org", RIGHT, "192.0.2.11"),
      attempt(`${bare.id}@example.org`, RIGHT, "192.0.2.12"),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, failure: { kind: "no-match" } });
  });

  it("takes no look-alike of an address for it", async () => {
    for (const [index, [raw, stored]] of addresses.entries()) {
      if (stored !== null) continue;
      const alike = raw.replaceAll("ada@example.org", email);
      const result = await attempt(alike, RIGHT, `192.0.2.${20 + index}`);
      expect([alike, result.ok]).toEqual([alike, false]);
    }
  });

  it("turns the eleventh wrong attempt away with a wait, even with the right password, and from there only", async () => {
    const from = "198.51.100.1";
    for (let at = 0; at < 10; at += 1)
      expect((await attempt(email, `wrong walk number ${at}`, from)).ok).toBe(false);
    const refused = await attempt(email, RIGHT, from);
    expect(refused).toMatchObject({ ok: false, failure: { kind: "too-many" } });
    const wait = !refused.ok && refused.failure.kind === "too-many" ? refused.failure.retryAfterSeconds : 0;
    expect(wait).toBeGreaterThan(800);
    expect(wait).toBeLessThanOrEqual(900);
    expect((await attempt(email, RIGHT, "198.51.100.2")).ok).toBe(true);
  });

  it("backs off from an unknown address just the same", async () => {
    const from = "198.51.100.3";
    for (let at = 0; at < 10; at += 1) await attempt("ghost@example.org", `wrong walk number ${at}`, from);
    expect(await attempt("ghost@example.org", RIGHT, from)).toMatchObject({ failure: { kind: "too-many" } });
  });

  it("lets no burst outrun the count", async () => {
    const burst = Array.from({ length: 25 }, (_, at) =>
      attempt("burst@example.org", `guess number ${at}`, "198.51.100.4"),
    );
    const kinds = (await Promise.all(burst)).map((result) => (result.ok ? "ok" : result.failure.kind));
    expect(kinds.filter((kind) => kind === "no-match").length).toBeLessThanOrEqual(10);
  });

  it("lets in again when a quarter of an hour has passed", async () => {
    const from = "198.51.100.1";
    const past = new Date(Date.now() - 16 * 60_000);
    await database().signInAttempt.updateMany({ where: { address: from }, data: { at: past } });
    expect((await attempt(email, RIGHT, from)).ok).toBe(true);
  });

  it("keeps the record of what failed", async () => {
    const failed = await database().signInAttempt.count({
      where: { email: "ghost@example.org", succeeded: false },
    });
    expect(failed).toBe(10);
  });
});
