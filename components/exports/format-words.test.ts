import { describe, expect, it } from "vitest";
import { formatIds, formats } from "#core/export/formats.ts";
import { firstChoice } from "./choices.ts";
import { formatGroups, lookOf, lossesOf } from "./format-words.ts";

describe("formats", () => {
  it("stand in the groups, each once", () => {
    expect(formatGroups.flatMap(({ ids }) => ids).toSorted()).toEqual([...formatIds].toSorted());
  });

  it.each(formatIds)("say what is lost: %s", (format) => {
    const losses = lossesOf(format);
    expect(losses === null).toBe(formats[format].loses.length === 0);
    expect(losses ?? "nothing").not.toContain("undefined");
  });

  it.each(formatIds)("show their first rows only where these can be read: %s", (format) => {
    const isBinary = ["zip", "xlsx", "parquet", "html"].includes(formats[format].extension);
    expect(lookOf(format, firstChoice.options).kind === "inside").toBe(isBinary);
  });

  it("are looked at by their shape", () => {
    const look = (format: "webannotation" | "conll", change: object) =>
      lookOf(format, { ...firstChoice.options, ...change }).kind;
    expect(look("webannotation", { shape: "pages" })).toBe("inside");
    expect(look("webannotation", { shape: "lines" })).toBe("lines");
    expect(look("conll", { columns: "iob2" })).toBe("text");
    expect(look("conll", { columns: "cofenet" })).toBe("lines");
  });
});
