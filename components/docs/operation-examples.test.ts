import { describe, expect, it } from "vitest";
import type { Placed } from "./api-document.ts";
import { clientFor, curlFor } from "./operation-examples.ts";

const placed = (operation: object, method = "PATCH", path = "/api/v1/workspaces/{w}/claims/{c}"): Placed =>
  ({
    ...{ method, path },
    operation: { operationId: "do", security: [{ token: [] }], parameters: [], responses: {}, ...operation },
  }) as unknown as Placed; // the parts that examples read
const json = (example: unknown) => ({ requestBody: { content: { "application/json": { example } } } });

describe("curlFor", () => {
  it("has variables for the parts of the address, and a quotation mark that ends nothing", () => {
    expect(curlFor(placed({ ...json({ name: "O'Brien" }), parameters: [{ name: "If-Match" }] }))).toBe(
      [
        'curl -X PATCH "$SOURCELINE/api/v1/workspaces/$WORKSPACE/claims/$CLAIM"',
        '-H "Authorization: Bearer $TOKEN"',
        `-H 'If-Match: "r3"'`,
        '-H "Content-Type: application/json"',
        `-d '{"name":"O'\\''Brien"}'`,
      ].join(" \\\n  "),
    );
  });

  it("sends no token where none is asked for, and files as files", () => {
    const files = { requestBody: { content: { "multipart/form-data": {} } }, security: [] };
    expect(curlFor(placed(files, "POST", "/api/v1/x"))).toBe(
      'curl -X POST "$SOURCELINE/api/v1/x" \\\n  -F "files=@article.txt"',
    );
  });
});

describe("clientFor", () => {
  it("writes what a program would", () => {
    expect(clientFor(placed({ ...json({ a: 1 }), parameters: [{ name: "If-Match" }] }))).toBe(
      [
        "const answer = await client.call(do, {",
        "  params: { w: workspace, c: claim },",
        "  ifMatch: 3,",
        "  body: { a: 1 },",
        "});",
      ].join("\n"),
    );
    expect(clientFor(placed({}, "GET", "/api/v1/me"))).toBe("const answer = await client.call(do, {});");
  });

  it("reads a file as it comes", () => {
    const file = { responses: { 200: { content: { "text/csv": {} } } } };
    expect(clientFor(placed(file, "GET", "/api/v1/x"))).toContain("client.stream(do,");
  });
});
