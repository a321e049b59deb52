import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { problemTypes } from "./problems.ts";

const lib = join(import.meta.dirname, "..");

function sources(folder: string): string {
  return readdirSync(join(lib, folder), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !file.includes(".test."))
    .map((file) => readFileSync(join(lib, folder, file), "utf8"))
    .join("\n");
}

const words = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, slug]) => slug ?? "");

/** Slugs as the code writes them: of conflicts, of the map of failures, of problems made at the edge. */
function slugs(): string[] {
  const services = sources("services");
  const web = sources("web");
  const review = readFileSync(join(lib, "services/claims/refusals.ts"), "utf8");
  return [
    ...words(services, /\bcode: "([a-z-]+)"/gu),
    ...words(services, /\bconflict\(\s*"([a-z-]+)"/gu),
    ...words(review, /^ {2}"([a-z-]+)":/gmu),
    ...words(web, /\bslug: "([a-z-]+)"/gu),
    ...words(web, /\bproblem\(\s*\d+,\s*"([a-z-]+)"/gu),
  ];
}

describe("problemTypes", () => {
  it("explains every problem that the program answers", () => {
    const used = new Set(slugs());
    expect(used.size).toBeGreaterThan(30);
    expect([...used].filter((slug) => !(slug in problemTypes))).toEqual([]);
  });

  it("explains none that is never answered", () => {
    const known = new Set([...slugs(), "not-possible", "not-allowed"]);
    expect(Object.keys(problemTypes).filter((slug) => !known.has(slug))).toEqual([]);
  });
});
