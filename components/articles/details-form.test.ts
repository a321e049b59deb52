import { describe, expect, it } from "vitest";
import { detailsOf, formOf, patchOf } from "./details-form.ts";

const base = formOf({ title: "Rain", outlet: "The Courier", publishedAt: "2026-03-01T17:45:00.000Z" });

describe("patchOf", () => {
  it("holds only what was changed", () => {
    expect(patchOf(base, { ...base, byline: " A. Writer " })).toEqual({ byline: "A. Writer" });
    expect(patchOf(base, base)).toEqual({});
  });

  it("keeps the time of day of a date that was left alone", () => {
    expect(patchOf(base, { ...base, title: "Snow" })).not.toHaveProperty("publishedAt");
    expect(patchOf(base, { ...base, date: "2026-03-02" })).toEqual({ publishedAt: "2026-03-02T00:00:00Z" });
  });

  it("says null for what was emptied", () => {
    expect(patchOf(base, { ...base, outlet: "", date: "" })).toEqual({ outlet: null, publishedAt: null });
  });
});

describe("detailsOf", () => {
  it("turns a form that nothing was typed into into nothing known", () => {
    expect(detailsOf(formOf({ title: "Rain" }))).toEqual({
      ...{ title: "Rain", outlet: null, byline: null, url: null },
      ...{ publishedAt: null, language: null, direction: null },
    });
  });
});
