import { expect, it } from "vitest";
import { asData, commonHeaders, contentPolicy, newNonce } from "./security-headers.ts";

const rule = (policy: string, name: string) =>
  policy.split("; ").find((one) => one.startsWith(`${name} `)) ?? "";
const production = { isSecure: true, isDevelopment: false };

it("lets scripts run by nonce alone", () => {
  const scripts = rule(contentPolicy("abc", production), "script-src");
  expect(scripts).toBe("script-src 'nonce-abc' 'strict-dynamic'");
  expect(rule(contentPolicy("abc", production), "script-src-attr")).toBe("script-src-attr 'none'");
});

it("evaluates scripts in development only", () => {
  expect(contentPolicy("abc", { isSecure: false, isDevelopment: true })).toContain("'unsafe-eval'");
  expect(contentPolicy("abc", production)).not.toContain("unsafe-eval");
});

it("is framed by nobody and posts its forms nowhere else", () => {
  const policy = contentPolicy("abc", production);
  expect(rule(policy, "frame-ancestors")).toBe("frame-ancestors 'none'");
  expect(rule(policy, "form-action")).toBe("form-action 'self'");
  expect(rule(policy, "base-uri")).toBe("base-uri 'none'");
});

it("asks for https only where there is https", () => {
  const names = (isSecure: boolean) => commonHeaders({ isSecure }).map(([name]) => name);
  expect(names(true)).toContain("strict-transport-security");
  expect(names(false)).not.toContain("strict-transport-security");
  expect(contentPolicy("abc", { isSecure: false, isDevelopment: false })).not.toContain("upgrade-insecure");
});

it("makes another nonce each time", () => {
  expect(new Set(Array.from({ length: 100 }, newNonce)).size).toBe(100);
});

it("lets nothing in an answer of the API run, load or be framed", () => {
  const { headers } = asData(Response.json({ ok: true }), { isSecure: true });
  expect(headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("strict-transport-security")).toContain("max-age=");
  expect(headers.get("content-type")).toContain("application/json");
});
