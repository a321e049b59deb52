import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, expectTypeOf, it } from "vitest";
import type { AnswerOf, ApiProblem, CallOptions, ItemOf } from "#lib/contracts/call-types.ts";
import type { ClaimDetail } from "#lib/contracts/claims.ts";
import { createClaim, getClaim, listClaims, reviseClaim } from "#lib/contracts/routes/claims.ts";
import { exportProject } from "#lib/contracts/routes/exports.ts";
import { createToken, type getMe, type removeMember } from "#lib/contracts/routes/identity.ts";
import type { decideClaim } from "#lib/contracts/routes/reviews.ts";
import { createClient } from "./client.ts";

const root = join(import.meta.dirname, "../../..");
const id = "0197f0c2-5a00-7000-8000-000000000003";

/** A client whose server answers what it is given, one after another, and what it was asked. */
function against(answers: readonly (Response | "nothing")[], retries?: number) {
  const asked: { url: string; init: RequestInit }[] = [];
  const waits: number[] = [];
  const client = createClient({
    base: "https://desk.example.org",
    token: "sl_x",
    ...(retries === undefined ? {} : { retries }),
    wait: async (milliseconds) => void waits.push(milliseconds),
    fetch: async (url, init = {}) => {
      asked.push({ url: String(url), init });
      const answer = answers[Math.min(asked.length, answers.length) - 1] ?? "nothing";
      if (answer === "nothing") throw new TypeError("fetch failed");
      return answer.clone();
    },
  });
  return { client, asked, waits, header: (name: string) => new Headers(asked[0]?.init.headers).get(name) };
}
const problem = (slug: string, status: number, more: object = {}, headers: Record<string, string> = {}) =>
  Response.json(
    { type: `/docs/problems/${slug}`, status, title: "T", detail: "D", ...more },
    { status, headers },
  );
const claimOf = { params: { w: "desk", c: id } };

describe("a call", () => {
  it("says by its contract where, who, what and on which revision", async () => {
    const { client, asked, header } = against([Response.json({ id })]);
    await client.call(reviseClaim, { params: { w: "a/b", c: id }, ifMatch: 7, body: { statement: "S" } });
    expect(asked[0]).toMatchObject({
      url: `https://desk.example.org/api/v1/workspaces/a%2Fb/claims/${id}`,
      init: { method: "PATCH", body: '{"statement":"S"}' },
    });
    expect([header("authorization"), header("if-match"), header("content-type")]).toEqual([
      ...["Bearer sl_x", '"r7"'],
      "application/json",
    ]);
  });

  it("leaves out of the address what is not given", async () => {
    const { client, asked } = against([Response.json({ items: [], next: null })]);
    await client.call(listClaims, { params: { w: "desk" }, query: { limit: 5, q: "a b", state: undefined } });
    expect(asked[0]?.url).toMatch(/claims\?limit=5&q=a\+b$/u);
  });

  it("keeps its key through every try; what answers a secret has none", async () => {
    const busy = problem("unavailable", 503, {}, { "retry-after": "1" });
    const { client, asked, waits } = against([busy, busy, Response.json({ id })]);
    const body = { versionId: id, spans: [{ start: 0, end: 1 }] };
    await client.call(createClaim, { params: { w: "desk", a: id }, body });
    const keys = asked.map(({ init }) => new Headers(init.headers).get("idempotency-key"));
    expect([keys.length, new Set(keys).size, waits]).toEqual([3, 1, [1_000, 1_000]]);
    const secret = against([busy]);
    await secret.client.call(createToken, { body: { name: "T", scopes: ["read"] } });
    expect([secret.asked.length, secret.header("idempotency-key")]).toEqual([1, null]);
  });

  it.each([
    ["as often as it may", problem("too-many", 429, {}, { "retry-after": "3" }), 4, [3_000, 3_000, 3_000]],
    ["longer each time where nobody says how long", problem("too-many", 429), 4, [500, 1_000, 2_000]],
    [
      "not where it is told to wait for too long",
      problem("too-many", 429, {}, { "retry-after": "900" }),
      1,
      [],
    ],
    ["not where asking again is of no use", problem("not-found", 404), 1, []],
  ])("is sent again %s", async (_, answer, times, expected) => {
    const { client, asked, waits } = against([answer]);
    expect((await client.call(getClaim, claimOf)).ok).toBe(false);
    expect([asked.length, waits]).toEqual([times, expected]);
  });

  it("is given up when nobody waits for it any more", async () => {
    const { client, asked } = against([problem("too-many", 429, {}, { "retry-after": "3" })]);
    const result = await client.call(getClaim, { ...claimOf, signal: AbortSignal.abort() });
    expect([result.ok, asked.length]).toEqual([false, 1]);
  });

  it.each([
    ["no answer", "nothing" as const, 0],
    ["a proxy's page", new Response("<h1>Bad gateway</h1>", { status: 502 }), 502],
    ["an answer that is cut short", new Response('{"id":'), 0],
  ])("ends in a problem of its own with %s", async (_, answer, status) => {
    const result = await against([answer], 0).client.call(getClaim, claimOf);
    expect(result).toMatchObject({ ok: false, failure: { slug: "unreachable", status } });
  });
});

describe("its types", () => {
  it("are the contract's", () => {
    expectTypeOf<AnswerOf<typeof getClaim>>().toEqualTypeOf<ClaimDetail>();
    expectTypeOf<AnswerOf<typeof removeMember>>().toEqualTypeOf<null>();
    expectTypeOf<ItemOf<typeof listClaims>["articleTitle"]>().toEqualTypeOf<string>();
    expectTypeOf<ItemOf<typeof getMe>>().toEqualTypeOf<never>();
    expectTypeOf<CallOptions<typeof getClaim>["params"]>().toEqualTypeOf<{ w: string; c: string }>();
    expectTypeOf<CallOptions<typeof getMe>["params"]>().extract<{ w: string }>().toEqualTypeOf<never>();
    expectTypeOf<Record<never, never>>().not.toExtend<CallOptions<typeof getClaim>>();
    expectTypeOf<{ params: { w: string; a: string } }>().not.toExtend<CallOptions<typeof createClaim>>();
    expectTypeOf<Record<never, never>>().toExtend<CallOptions<typeof getMe>>();
  });

  it("tell problems apart by their slug", () => {
    type Of<C extends Parameters<ReturnType<typeof createClient>["call"]>[0], S> = Extract<
      ApiProblem<C>,
      { slug: S }
    >;
    expectTypeOf<Of<typeof reviseClaim, "stale">["current"]>().toEqualTypeOf<ClaimDetail>();
    expectTypeOf<Of<typeof decideClaim, "stale">["current"]>().toEqualTypeOf<ClaimDetail>();
    expectTypeOf<Of<typeof createClaim, "version-moved">["current"]["versionId"]>().toEqualTypeOf<string>();
    expectTypeOf(exportProject.stream[0]).toEqualTypeOf<"application/json">();
  });
});

describe("a script in Node, where there is no page", () => {
  it("imports it, and gets nothing of React, Next or a browser with it", () => {
    const script = `
      const { createClient } = await import("./lib/client/typed/client.ts");
      const { getMe } = await import("./lib/contracts/routes/identity.ts");
      const ask = async (url) => Response.json({ asked: String(url) });
      const { value } = await createClient({ base: "https://desk.example.org", fetch: ask }).call(getMe, {});
      console.log(JSON.stringify({ ...value, page: typeof document }));
    `;
    const said = execFileSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", script], {
      cwd: root,
      encoding: "utf8",
    });
    expect(JSON.parse(said)).toMatchObject({
      asked: "https://desk.example.org/api/v1/me",
      page: "undefined",
    });
  });
});
