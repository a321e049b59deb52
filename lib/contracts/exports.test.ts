import { describe, expect, it } from "vitest";
import { formatIds, formats } from "#core/export/formats.ts";
import { exportCreate, exportQuery } from "./exports.ts";
import { fileTypes } from "./routes/exports.ts";

const complaint = (request: Record<string, unknown>) =>
  exportQuery.safeParse(request).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`) ??
  [];

describe("a request for an export", () => {
  it("asks for approved claims as JSON, quoted, when it says nothing", () => {
    expect(exportQuery.parse({})).toEqual({ format: "json", state: "approved", text: "quoted" });
    expect(exportCreate.parse({})).toEqual({ format: "json", state: "approved", text: "quoted" });
  });

  it.each(formatIds.filter((format) => formats[format].needsText))(
    "cannot leave quoted text out of %s, and is told what can",
    (format) => {
      expect(complaint({ format, text: "positions" })).toEqual([
        `text ${formats[format].label} cannot leave the text out; json, jsonl, csv and others can`,
      ]);
    },
  );

  it.each([
    [{ format: "json", rows: "links" }, "rows is an option of csv, not of json"],
    [{ format: "csv", shape: "pages" }, "shape is an option of webannotation, not of csv"],
    [{ format: "brat", columns: "iob2" }, "columns is an option of conll, not of brat"],
    [{ format: "jsonl", cells: "raw" }, "cells is an option of csv, not of jsonl"],
    [{ format: "xlsx", bom: "true" }, "bom is an option of csv, not of xlsx"],
  ])("refuses an option of another format: %o", (request, words) => {
    expect(complaint(request)).toEqual([words]);
  });

  it("cannot ask a format what is no more that cannot say it", () => {
    const since = "2026-01-01T00:00:00Z";
    expect(complaint({ format: "brat", since })).toEqual([
      "since brat cannot say what is no more; ask for json, jsonl, csv",
    ]);
    expect(complaint({ format: "csv", rows: "links", since })).toEqual([
      "since goes with rows=claims: other rows cannot say what is no more",
    ]);
    expect(complaint({ format: "csv", since })).toEqual([]);
  });

  it("takes ids separated by commas in an address, and as a list in a body", () => {
    const [one, two] = ["0197f0c2-5a00-7000-8000-000000000001", "0197f0c2-5a00-7000-8000-000000000002"];
    expect(exportQuery.parse({ claims: `${one},${two}` }).claims).toEqual([one, two]);
    expect(exportCreate.parse({ claims: [one, two] }).claims).toEqual([one, two]);
    expect(complaint({ claims: "one,two" })).toHaveLength(2);
    expect(complaint({ articles: "" })).toHaveLength(1);
  });

  it.each([
    { format: "pdf" },
    { state: "finished" },
    { since: "yesterday" },
    { asOf: "2026-01-01" },
    { layer: "mine" },
    { limit: "0" },
    { q: "\0" },
    { anything: "else" },
  ])("refuses what is not known: %o", (request) => {
    expect(complaint(request).length).toBeGreaterThan(0);
  });
});

it("every format's media type is among those that an answer may have", () => {
  const known = Object.values(formats).map(({ mediaType }) => mediaType.split(";")[0]);
  expect([...new Set(known)].toSorted()).toEqual([...fileTypes].toSorted());
});
