import { beforeAll, expect, it } from "vitest";
import { isSameOrigin } from "./origin.ts";

beforeAll(() => {
  process.env.SOURCELINE_URL = "http://127.0.0.1:3000";
});

const cases: readonly (readonly [headers: Record<string, string>, isOwn: boolean])[] = [
  [{ origin: "http://127.0.0.1:3000" }, true],
  [{ origin: "http://localhost:3000" }, true],
  [{ origin: "http://[::1]:3000" }, true],
  [{ origin: "http://localhost:3001" }, false],
  [{ origin: "https://localhost:3000" }, false],
  [{ origin: "http://localhost.evil.example:3000" }, false],
  [{ origin: "http://127.0.0.1:3000.evil.example" }, false],
  [{ origin: "https://evil.example" }, false],
  [{ origin: "null" }, false],
  [{ origin: "" }, false],
  [{}, false],
  [{ "sec-fetch-site": "same-origin" }, true],
  [{ "sec-fetch-site": "same-site" }, false],
  [{ "sec-fetch-site": "none" }, false],
  [{ origin: "https://evil.example", "sec-fetch-site": "same-origin" }, false],
];

it.each(cases)("judges %j as %s", (headers, isOwn) => {
  expect(isSameOrigin(new Request("http://127.0.0.1:3000/x", { method: "POST", headers }))).toBe(isOwn);
});
