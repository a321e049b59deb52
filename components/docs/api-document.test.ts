import { describe, expect, it } from "vitest";
import { openApi } from "#lib/contracts/openapi.ts";
import { fieldsOf, readable, slugOf, typeWords } from "./api-document.ts";
import { titleOf } from "./api-page.tsx";
import { guidePages } from "./guide/pages.ts";

describe("typeWords", () => {
  it("says what a value is in a word or two", () => {
    expect(typeWords({ type: "string" })).toBe("string");
    expect(typeWords({ type: "string", format: "uuid" })).toBe("uuid");
    expect(typeWords({ $ref: "#/components/schemas/Claim" })).toBe("Claim");
    expect(typeWords({ enum: ["a", "b"] })).toBe('"a" | "b"');
    expect(typeWords({ type: "array", items: { enum: ["a", "b"] } })).toBe('("a" | "b")[]');
    expect(typeWords({ anyOf: [{ type: "string" }, { type: "null" }] })).toBe("string | null");
    expect(typeWords({ type: "object", additionalProperties: { type: "integer" } })).toBe("{ … : integer }");
    expect(typeWords({ type: ["string", "null"], format: "uuid" })).toBe("uuid | null");
    expect(typeWords({ type: "object", properties: { a: {}, b: {} } })).toBe("{ a, b }");
    expect(typeWords({})).toBe("any");
  });
});

describe("fieldsOf", () => {
  it("looks a named schema up and tells what must be given", () => {
    const schemas = {
      Span: { properties: { start: { type: "integer" }, exact: { type: "string" } }, required: ["start"] },
    };
    const fields = fieldsOf({ $ref: "#/components/schemas/Span" }, schemas);
    expect(fields.map(({ name, isRequired }) => [name, isRequired])).toEqual([
      ["start", true],
      ["exact", false],
    ]);
    expect(fieldsOf({ $ref: "#/components/schemas/Gone" }, schemas)).toEqual([]);
  });
});

describe("the pages", () => {
  it("have a name each: a guide's, a subject's, or one of the two lists", () => {
    const document = readable(openApi("0.0.0", "https://desk.example.org"));
    const slugs = [
      ...guidePages.map(({ slug }) => slug),
      ...document.tags.map(({ name }) => slugOf(name)),
      ...["schemas", "problems"],
    ];
    expect(new Set(slugs).size).toBe(slugs.length);
    for (const slug of slugs) expect(titleOf(slug, document)).toBeTruthy();
    expect(titleOf("nowhere", document)).toBeNull();
  });
});
