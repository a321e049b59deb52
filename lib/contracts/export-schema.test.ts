import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ExportedDocument } from "#core/export/document.ts";
import { nastyRecords } from "#core/export/export.cases.ts";
import { jsonlOf, jsonOf, withoutWords } from "#core/export/own-files.cases.ts";
import { hardDocuments } from "../../tests/support/laws/documents.ts";
import { recordOf } from "../../tests/support/laws/exported.ts";
import { exportSchema } from "./export-schema.ts";

const base = "https://desk.example";
// Only the names of formats: zod says the same again as a pattern.
const ajv = new Ajv2020({ allErrors: false, formats: { "date-time": true } });
const compiled = (name: string) => ajv.compile(exportSchema(name, base) ?? {});
const isDocument = compiled("sourceline-1.json");
const isLine = compiled("sourceline-1-line.json");

const nasty: readonly ExportedDocument[] = nastyRecords.map((draft) => {
  const { record, index } = recordOf(draft);
  return { ...record, claims: [record.claim], index };
});
const written = [
  { name: "hard documents", documents: hardDocuments },
  { name: "nasty records", documents: nasty },
  { name: "nothing", documents: [] },
  { name: "positions only", documents: [...hardDocuments, ...nasty].map(withoutWords) },
];
const linesOf = (text: string): readonly Record<string, unknown>[] =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line));

describe("the schema of the document", () => {
  it.each(written)("takes what is written of $name", ({ documents }) => {
    isDocument(JSON.parse(jsonOf(documents)));
    expect(isDocument.errors).toBeNull();
  });

  it("has an address of its own and no keyword that JSON Schema does not know", () => {
    const schema = exportSchema("sourceline-1.json", base);
    expect(schema).toMatchObject({
      $id: "https://desk.example/schemas/sourceline-1.json",
      $defs: { Claim: { type: "object" }, Source: {}, Article: {} },
    });
    expect(exportSchema("sourceline-9.json", base)).toBeNull();
  });

  it("law: refuses a document in which one value is of another type, or one key is missing or too many", () => {
    const whole = jsonOf(hardDocuments);
    const paths = pathsOf(JSON.parse(whole));
    expect(paths.length).toBeGreaterThan(500);
    const damage = fc.constantFrom("removed", "retyped", "added");
    fc.assert(
      fc.property(fc.constantFrom(...paths), damage, (path, how) => {
        const document = JSON.parse(whole);
        const at = path.slice(0, -1).reduce((value, key) => value[key], document);
        const key = path.at(-1) ?? "";
        if (how === "removed") delete at[key];
        else if (how === "retyped") at[key] = typeof at[key] === "number" ? "1" : 1.5;
        else at[`${key}x`] = at[key];
        expect(isDocument(document)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });
});

/** Paths to values in objects of fixed keys: a list may lose an entry, and `filter` may hold what it likes. */
function pathsOf(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [];
  const isFree = path.at(-1) === "filter" || (Array.isArray(value) && path.length > 0);
  return Object.entries(value).flatMap(([key, inner]) => {
    const here = [...path, key];
    const isOptional = key === "level";
    return [...(isFree || isOptional ? [] : [here]), ...pathsOf(inner, here)];
  });
}

describe("the schema of a line", () => {
  it.each(written)("takes every line that is written of $name", ({ documents }) => {
    for (const line of linesOf(jsonlOf(documents, ["gone"]))) {
      isLine(line);
      expect(isLine.errors).toBeNull();
    }
  });

  it("refuses lines of other types, and lines with less or more than theirs", () => {
    for (const line of linesOf(jsonlOf(hardDocuments, ["gone"]))) {
      expect(isLine({ ...line, type: "other" })).toBe(false);
      expect(isLine({ ...line, surplus: null })).toBe(false);
      for (const key of Object.keys(line)) {
        const { [key]: _, ...rest } = line;
        expect(isLine(rest)).toBe(false);
      }
    }
  });
});
