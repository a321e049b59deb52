import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
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
const document = openApi("0.0.0") as unknown as Document;

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
    const wanted = [...text.matchAll(/"\$ref":"([^"]+)"/gu)].map(([, ref]) => ref ?? "");
    expect(wanted.length).toBeGreaterThan(20);
    for (const ref of wanted) {
      expect(Object.keys(document.components.schemas)).toContain(ref.replace("#/components/schemas/", ""));
    }
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
