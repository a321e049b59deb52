import { describe, expect, it } from "vitest";
import { publishedSchema } from "./published-schema.ts";

describe("a published schema", () => {
  it.each(["sourceline-1.json", "sourceline-1-line.json"])(
    "%s is there for anyone, under its own address",
    async (name) => {
      const response = publishedSchema(name);
      expect(response.status).toBe(200);
      expect(response.headers.get("content-type")).toBe("application/schema+json");
      expect(response.headers.get("cache-control")).toContain("public");
      expect(response.headers.get("x-content-type-options")).toBe("nosniff");
      expect(response.headers.get("access-control-allow-origin")).toBe("*");
      const schema = await response.json();
      expect(schema.$schema).toBe("https://json-schema.org/draft/2020-12/schema");
      expect(schema.$id).toMatch(new RegExp(`/schemas/${name}$`, "u"));
    },
  );

  it.each(["sourceline-2.json", "", "..", "constructor"])("is a problem by the name of %j", (name) => {
    const response = publishedSchema(name);
    expect(response.status).toBe(404);
    expect(response.headers.get("content-type")).toContain("application/problem+json");
  });
});
