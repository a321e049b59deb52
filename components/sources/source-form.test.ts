import { describe, expect, it } from "vitest";
import { emptySource, sourcePatch } from "./source-form.ts";

const harbour = { ...emptySource, name: "Harbour office", aliases: "Port office\nHarbour" };

describe("sourcePatch", () => {
  it("holds only what was changed", () => {
    expect(sourcePatch(harbour, { ...harbour, roleTitle: "Harbour master" })).toEqual({
      roleTitle: "Harbour master",
    });
  });

  it("is empty where only white space or the order of typing differs", () => {
    const retyped = { ...harbour, name: " Harbour office ", aliases: "Port office\n\n  Harbour\nHarbour" };
    expect(sourcePatch(harbour, retyped)).toEqual({});
  });

  it("says null for what was emptied", () => {
    expect(sourcePatch({ ...harbour, affiliation: "city" }, harbour)).toEqual({ affiliation: null });
  });
});
