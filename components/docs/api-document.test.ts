import { describe, expect, it } from "vitest";
import { fieldsOf, typeWords } from "./api-document.ts";

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
