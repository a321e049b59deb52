import { describe, expect, it } from "vitest";
import { facts, factWords, records } from "./carried.ts";
import { formatIds, formats } from "./formats.ts";

describe("the list of formats", () => {
  it.each(formatIds)("says of %s whom it is for, and of what it loses only what there is", (id) => {
    const { label, use, extension, mediaType, loses } = formats[id];
    expect(label).not.toBe("");
    expect(use).toMatch(/^[A-Z].*\.$/u);
    expect(extension).toMatch(/^[a-z]+(?:\.[a-z]+)?$/u);
    expect(mediaType).toMatch(/^[a-z]+\/[\w.+-]+/u);
    expect(new Set(loses).size).toBe(loses.length);
    for (const fact of loses) expect([...facts, ...records]).toContain(fact);
  });

  it("has words for everything that can be lost", () => {
    for (const fact of [...facts, ...records]) expect(factWords[fact]).toMatch(/^\S.*\S$/u);
    expect(Object.keys(factWords)).toHaveLength(facts.length + records.length);
  });
});
