import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { complaint, described, type Operation } from "../../tests/support/described.ts";
import { openApiComplaints } from "../../tests/support/open-api-schema.ts";
import { allRoutes } from "./all-routes.ts";
import { openApi } from "./openapi.ts";

const root = join(import.meta.dirname, "../..");
const api = join(root, "app/api/v1");

/** "GET /workspaces/{w}" of every handler below app/api/v1; the document itself is no operation of it. */
function handlers(): string[] {
  const files = readdirSync(api, { recursive: true, encoding: "utf8" }).filter((file) =>
    /(^|[\\/])route\.ts$/u.test(file),
  );
  return files
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file !== "openapi.json/route.ts")
    .flatMap((file) => {
      const path = `/${file.replace(/\/route\.ts$/u, "")}`.replace(/\[(\w+)\]/gu, "{$1}");
      const source = readFileSync(join(api, file), "utf8");
      return [...source.matchAll(/^export const (GET|POST|PUT|PATCH|DELETE)\b/gmu)].map(
        ([, method]) => `${method} ${path}`,
      );
    });
}

type Document = {
  paths: Record<string, Record<string, { operationId: string; parameters: { name: string; in: string }[] }>>;
  components: { schemas: Record<string, unknown> };
};
// The document is plain JSON; the test reads only these parts.
const document = openApi("0.0.0", "https://desk.example.org") as unknown as Document;

describe("openApi", () => {
  it("describes every route that is served, and none that is not", () => {
    const described = Object.entries(document.paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path.slice("/api/v1".length)}`),
    );
    expect(described.toSorted()).toEqual(handlers().toSorted());
  });

  it("takes every file of contracts in", () => {
    const files = readdirSync(join(import.meta.dirname, "routes")).filter((file) => !file.includes(".test."));
    const source = readFileSync(join(import.meta.dirname, "all-routes.ts"), "utf8");
    for (const file of files) expect(source).toContain(`"./routes/${file}"`);
  });

  it("names each operation once", () => {
    const ids = allRoutes.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refers only to schemas that it holds", () => {
    const text = JSON.stringify(document);
    const wanted = [...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/gu)].map(([, ref]) => ref ?? "");
    expect(wanted.length).toBeGreaterThan(20);
    for (const ref of new Set(wanted)) expect(described.components).toHaveProperty(ref.split("/"));
  });

  it("names every parameter of a path", () => {
    for (const [path, operations] of Object.entries(document.paths)) {
      const names = [...path.matchAll(/\{(\w+)\}/gu)].map(([, name]) => name).toSorted();
      for (const { parameters } of Object.values(operations)) {
        const given = parameters.filter((one) => one.in === "path").map(({ name }) => name);
        expect(given.toSorted()).toEqual(names);
      }
    }
  });

  it("is JSON and nothing else", () => {
    expect(JSON.parse(JSON.stringify(document))).toEqual(document);
  });
});

const operations = Object.entries(described.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]): [string, string[], Operation] => [
    operation.operationId,
    ["paths", path, method],
    operation,
  ]),
);

/** Every media type of an answer, with its place in the document. */
const contentsOf = (place: readonly string[], { responses }: Operation) =>
  Object.entries(responses).flatMap(([status, answer]) => {
    const at = answer.$ref?.split("/").slice(1) ?? [...place, "responses", status];
    const [kind = "", name = ""] = at.slice(1);
    const whole = answer.$ref ? described.components[kind]?.[name] : answer;
    const { content = {} } = whole as { content?: Record<string, Media> }; // plain JSON
    return Object.entries(content).map(([type, media]) => ({ at: [...at, "content", type], media }));
  });
type Media = { example?: unknown; examples?: Record<string, { value: unknown }> };

describe("the document", () => {
  it("is OpenAPI 3.1 by the schema of OpenAPI itself", async () => {
    expect(await openApiComplaints(document)).toBeNull();
    const broken = { ...document, paths: { "/x": { get: { responses: { 200: {} } } } } };
    expect(await openApiComplaints(broken), "the control").not.toBeNull();
  });

  it("names the server it describes", () => {
    expect(document).toMatchObject({ servers: [{ url: "https://desk.example.org" }] });
  });

  it.each(operations)("declares of %s every way it can end", (_, _place, operation) => {
    const statuses = Object.keys(operation.responses);
    expect(statuses.filter((status) => status.startsWith("2"))).toHaveLength(1);
    expect(statuses).toEqual(expect.arrayContaining(["400", "401", "429", "500", "503"]));
    expect(statuses).not.toContain("default");
    const needsMatch = operation.parameters.some(({ name }) => name === "If-Match");
    expect([statuses.includes("412"), statuses.includes("428")]).toEqual([needsMatch, needsMatch]);
  });

  it.each(operations)("shows of %s only examples that its schemas take", (_, place, operation) => {
    for (const [type, media] of Object.entries(operation.requestBody?.content ?? {})) {
      if (media.example === undefined) expect(type).toBe("multipart/form-data");
      else expect(complaint([...place, "requestBody", "content", type, "schema"], media.example)).toBeNull();
    }
    for (const { at, media } of contentsOf(place, operation)) {
      const shown = [media.example, ...Object.values(media.examples ?? {}).map(({ value }) => value)];
      for (const example of shown.filter((one) => one !== undefined))
        expect(complaint([...at, "schema"], example), JSON.stringify(example)).toBeNull();
    }
    for (const [at, parameter] of operation.parameters.entries()) {
      if (parameter.example === undefined) continue;
      expect(complaint([...place, "parameters", String(at), "schema"], parameter.example)).toBeNull();
    }
  });
});
