import { describe, expect, it } from "vitest";
import { formatIds, formats } from "#core/export/formats.ts";
import { exportCreate, exportQuery } from "#lib/contracts/exports.ts";
import {
  choiceSince,
  type ExportChoice,
  exportAddress,
  fieldsOf,
  firstChoice,
  type Narrowing,
  noNarrowing,
  troubleOf,
} from "./choices.ts";

const id = "0197a9b0-0000-7000-8000-000000000001";
const other = "0197a9b0-0000-7000-8000-000000000002";
const everything: Narrowing = {
  articles: [
    { value: id, label: "Ferry runs again" },
    { value: other, label: "Ferry stops" },
  ],
  provenance: "named_statement",
  originProvenance: "official_readout",
  source: { value: id, label: "Harbour office" },
  author: id,
  reviewer: other,
  changedSince: "2026-11-01T08:00",
  q: " ferry & pier ",
  asOf: "2026-11-20T08:00",
  since: null,
};
const since = { value: "c".repeat(60), label: "of yesterday" };

const every = formatIds.flatMap((format) =>
  (["quoted", "positions"] as const).map((text): ExportChoice => ({ ...firstChoice, format, text })),
);

describe("what is asked for", () => {
  it("is the common case in a few words", () => {
    expect(exportAddress("desk", "wire", firstChoice, 5)).toBe(
      "/api/v1/workspaces/desk/projects/wire/export?format=json&state=approved&limit=5",
    );
  });

  it.each(every)("is taken by the API in every format: $format, $text", (choice) => {
    const whole = { ...choice, layer: "adjudicated", narrowing: everything };
    const query = new URLSearchParams(exportAddress("desk", "wire", whole).split("?")[1]);
    const { articles, text, q, author } = exportQuery.parse(Object.fromEntries(query));
    expect({ articles, q, author }).toEqual({ articles: [id, other], q: "ferry & pier", author: id });
    expect(text).toBe(formats[choice.format].needsText ? "quoted" : choice.text);
    expect(exportCreate.parse(fieldsOf(whole))).toMatchObject({ articles, text, q });
  });

  it.each([
    { format: "csv", said: { rows: "links", cells: "raw", bom: true } },
    { format: "webannotation", said: { shape: "pages" } },
    { format: "conll", said: { columns: "cofenet" } },
    { format: "json", said: {} },
  ] as const)("has the options of $format, and no other's", ({ format, said }) => {
    const options = { rows: "links", isRaw: true, hasBom: true, shape: "pages", columns: "cofenet" } as const;
    expect(fieldsOf({ ...firstChoice, format, options })).toEqual({ format, state: "approved", ...said });
  });

  it("leaves out a moment that is not whole yet", () => {
    expect(
      fieldsOf({ ...firstChoice, narrowing: { ...noNarrowing, asOf: "soon", q: "  " } }),
    ).not.toHaveProperty("asOf");
  });
});

describe("what changed since an earlier export", () => {
  it("is asked for as that one was, without its moments", () => {
    const before: ExportChoice = {
      ...firstChoice,
      ...{ state: "all", format: "csv", layer: "shared", text: "positions", narrowing: everything },
      options: { ...firstChoice.options, isRaw: true, hasBom: true },
    };
    const { updatedSince: _changed, asOf: _then, ...same } = fieldsOf(before);
    expect(fieldsOf(choiceSince(exportCreate.parse(fieldsOf(before)), since))).toEqual({
      ...same,
      since: since.value,
    });
  });

  it("is of everything where that was, in a format that can say what is no more", () => {
    const plain = choiceSince({ format: "xlsx" }, since);
    expect(fieldsOf(plain)).toEqual({ format: "jsonl", state: "approved", since: since.value });
    expect(troubleOf(plain)).toBeNull();
  });
});

describe("what cannot be had", () => {
  it.each(every)("is said where the API would refuse it, and only there: $format, $text", (choice) => {
    for (const rows of ["claims", "links", "articles"] as const) {
      const asked = {
        ...choice,
        options: { ...choice.options, rows },
        narrowing: { ...noNarrowing, since },
      };
      expect(troubleOf(asked) === null).toBe(exportCreate.safeParse(fieldsOf(asked)).success);
      expect(troubleOf({ ...asked, narrowing: noNarrowing })).toBeNull();
    }
  });

  it("is more articles than an address holds", () => {
    const articles = Array.from({ length: 201 }, () => ({ value: id, label: "A" }));
    expect(troubleOf({ ...firstChoice, narrowing: { ...noNarrowing, articles } })).toMatch(/200 articles/u);
  });
});
