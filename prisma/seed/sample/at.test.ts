import { describe, expect, it } from "vitest";
import { at } from "./at.ts";

describe("at", () => {
  it("finds a quote that stands once", () => {
    expect(at("He said it rained", "it rained")).toEqual({ start: 8, end: 17 });
  });

  it("counts an emoji as one code point", () => {
    expect(at("🤝 homes 🚚 warm", "warm")).toEqual({ start: 10, end: 14 });
  });

  it("takes the part in brackets and reads the rest as its place", () => {
    expect(at("she said that he said no", "he [said] no")).toEqual({ start: 17, end: 21 });
  });

  it("takes the occurrence asked for", () => {
    expect(at("no and no", "no", 2)).toEqual({ start: 7, end: 9 });
  });

  it.each([
    ["a quote that is absent", "maybe", undefined],
    ["an occurrence there is not", "no", 3],
    ["a quote that stands twice", "no", undefined],
    ["two bracketed parts", "[no] and [no]", undefined],
    ["an empty quote", "", undefined],
  ])("throws at %s", (_, quote, occurrence) => {
    expect(() => at("no and no", quote, occurrence)).toThrow();
  });
});
