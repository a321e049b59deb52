import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordOf as record } from "../../../tests/support/laws/exported.ts";
import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { openCsv, writeClaimRow, writeLinkRows } from "./csv.ts";
import { header, nastyRecords, sources } from "./export.cases.ts";
import { readCsv } from "./export-readers.cases.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection, writeJson } from "./json.ts";
import { closeAnnotationCollection, openAnnotationCollection, writeAnnotation } from "./web-annotation.ts";

function column(rows: string[][], name: string, row = 1): string {
  const index = rows[0]?.indexOf(name) ?? -1;
  const value = rows[row]?.[index];
  if (value === undefined) throw new Error(`no column ${name} in row ${row}`);
  return value;
}

describe("JSON", () => {
  it.each(nastyRecords)("keeps $name whole", (draft) => {
    const { record: one } = record(draft);
    const text = [
      openJson(header),
      openJsonSection("articles") + writeJson(one.article, true) + closeJsonSection(),
      openJsonSection("sources"),
      ...[...sources.values()].map((source, index) => writeJson(source, index === 0)),
      closeJsonSection(),
      openJsonSection("claims") +
        writeJson(one.claim, true) +
        writeJson(one.claim, false) +
        closeJsonSection(),
      closeJson(),
    ].join("");
    const read = JSON.parse(text);
    expect(read.format).toBe("sourceline/1");
    expect(read.claims).toEqual([one.claim, one.claim]);
    expect(read.articles).toEqual([one.article]);
    expect(read.sources).toEqual([...sources.values()]);
    expect(read.header.codebook).toEqual(sourceline1);
  });

  it("writes an empty export that can be read", () => {
    const sections = (["articles", "sources", "claims"] as const).map(
      (s) => openJsonSection(s) + closeJsonSection(),
    );
    expect(JSON.parse(openJson(header) + sections.join("") + closeJson())).toMatchObject({ claims: [] });
  });
});

describe("CSV", () => {
  it.each(nastyRecords)("reads back one row with every column for $name", (draft) => {
    const { record: one } = record(draft);
    const rows = readCsv(openCsv("claims") + writeClaimRow(sourceline1, one));
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0);
    expect(column(rows, "claim_id")).toBe("c1");
    const statement = column(rows, "statement");
    expect(column(rows, "escaped") === "true" ? statement.replace(/^'/u, "") : statement).toBe(
      one.claim.statement,
    );
  });

  it.each(nastyRecords)("writes one row a link for $name", (draft) => {
    const { record: one } = record(draft);
    const rows = readCsv(openCsv("links") + writeLinkRows(sourceline1, one));
    expect(rows.slice(1).map((row) => row[2])).toEqual(one.claim.chain.map((hop) => hop.category));
  });

  it("holds no cell that a spreadsheet would run, whatever the words", () => {
    const start = fc.constantFrom(
      "=",
      "+",
      "-",
      "@",
      "\t",
      "\r",
      "\n",
      "'=",
      "''@",
      "＝",
      "＋",
      "－",
      "＠",
      "a",
    );
    fc.assert(
      fc.property(start, fc.string(), (first, rest) => {
        const { record: one } = record({ text: "[x]", claim: { statement: first + rest } });
        const rows = readCsv(openCsv("claims") + writeClaimRow(sourceline1, one));
        for (const cell of rows[1] ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
        expect(column(rows, "escaped")).toBe(String(first !== "a"));
      }),
    );
  });

  it("names what it cannot look up by its id, and leaves out words it was not given", () => {
    const { record: one } = record({
      text: "[x]",
      claim: { provenance: "of_another_codebook", originProvenance: "of_another_codebook" },
    });
    const hop = { ...link({ category: "of_another_codebook", sources: ["gone"] }), addressee: [] };
    const unquoted = [{ start: 0, end: 1, exact: null }];
    const claim = {
      ...one.claim,
      spans: unquoted,
      chain: [{ ...hop, mention: unquoted, cue: unquoted }],
      approvals: [],
    };
    const rows = readCsv(openCsv("claims") + writeClaimRow(sourceline1, { ...one, claim }));
    expect(column(rows, "first_source")).toBe("gone");
    expect(column(rows, "chain")).toBe("this article ← of_another_codebook");
    expect([column(rows, "family"), column(rows, "text"), column(rows, "approved_at")]).toEqual(["", "", ""]);
    expect(column(rows, "spans")).toBe("0-1");
    const links = readCsv(openCsv("links") + writeLinkRows(sourceline1, { ...one, claim }));
    expect([column(links, "family"), column(links, "cue"), column(links, "cue_spans")]).toEqual([
      "",
      "",
      "0-1",
    ]);
  });

  it("leaves numbers bare", () => {
    const rows = readCsv(
      openCsv("claims") + writeClaimRow(sourceline1, record({ text: "ab[c]", claim: {} }).record),
    );
    expect([column(rows, "start"), column(rows, "end"), column(rows, "depth")]).toEqual(["2", "3", "0"]);
  });

  it("tells the chain as a sentence, with carried-over links named", () => {
    const draft = nastyRecords.find(({ name }) => name.startsWith("a chain of three"));
    if (!draft) throw new Error("the case is gone");
    const rows = readCsv(openCsv("claims") + writeClaimRow(sourceline1, record(draft).record));
    expect(column(rows, "chain")).toContain(
      "this article ← The Daily Courier (“rain”) ← משרד החוץ (carried over)",
    );
    expect(column(rows, "is_carried_over")).toBe("true");
  });
});

describe("Web Annotation", () => {
  const collection = (items: string[], total: number) =>
    JSON.parse(
      openAnnotationCollection(header, total) + items.join("") + closeAnnotationCollection(header, total),
    );

  it.each(nastyRecords)("gives each fragment of $name both selectors, and loses nothing", (draft) => {
    const { record: one, index } = record(draft);
    const { first } = collection([writeAnnotation(header, one, index, true)], 1);
    const [annotation] = first.items;
    expect(annotation.target).toHaveLength(one.claim.spans.length);
    for (const [order, target] of annotation.target.entries()) {
      const [quote, position] = target.selector;
      expect(quote.exact).toBe(index.slice({ start: position.start, end: position.end }));
      expect({ start: position.start, end: position.end, exact: quote.exact }).toEqual(
        one.claim.spans[order],
      );
    }
    const dataset = annotation.body.find((body: { type: unknown }) => Array.isArray(body.type));
    expect(JSON.parse(dataset.value).claim).toEqual(one.claim);
  });

  it.each(nastyRecords)("obeys the model's MUSTs for $name", (draft) => {
    const { record: one, index } = record(draft);
    const items = [writeAnnotation(header, one, index, true), writeAnnotation(header, one, index, false)];
    const whole = collection(items, 2);
    expect(whole["@context"]).toContain("http://www.w3.org/ns/anno.jsonld");
    expect(whole).toMatchObject({ type: "AnnotationCollection", total: 2, last: whole.first.id });
    expect(whole.first).toMatchObject({ type: "AnnotationPage", partOf: { id: whole.id, total: 2 } });
    expect(whole.first.items).toHaveLength(2);
    for (const annotation of whole.first.items) {
      expect(annotation).toMatchObject({ type: "Annotation", id: expect.stringMatching(/^https:/u) });
      expect(annotation.created).toMatch(/Z$/u);
      expect(annotation.target.length).toBeGreaterThan(0);
      expect(annotation).not.toHaveProperty("bodyValue");
    }
  });

  it("gives positions only where quoted text is left out", () => {
    const { record: one } = record({ text: "[x]", claim: {} });
    const annotation = JSON.parse(writeAnnotation(header, one, null, true));
    expect(annotation.target[0].selector).toEqual([{ type: "TextPositionSelector", start: 0, end: 1 }]);
  });

  it("has no page when there is nothing in it", () => {
    const whole = collection([], 0);
    expect(whole).toMatchObject({ total: 0 });
    expect(whole).not.toHaveProperty("first");
  });
});
