import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { recordOf as record } from "../../../tests/support/laws/exported.ts";
import { link } from "../attribution/link.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { openCsv, writeArticleRow, writeClaimRow, writeDeletedRow, writeLinkRows } from "./csv.ts";
import type { Cell } from "./csv-row.ts";
import type { ExportedDocument } from "./document.ts";
import { header, nastyRecords, sources } from "./export.cases.ts";
import { readCsv, readRows } from "./export-readers.cases.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection, writeJson } from "./json.ts";
import { writeJsonl } from "./jsonl.ts";
import { jsonlOf } from "./own-files.cases.ts";
import { articleCells, claimCells, linkCells, sourceCells, type TableName, tableColumns } from "./tables.ts";
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

describe("a table of articles", () => {
  const [document] = hardDocuments;
  if (!document) throw new Error("the documents are gone");
  const rowOf = (given: ExportedDocument) => {
    const [row] = readRows(openCsv("articles") + writeArticleRow(sourceline1, given));
    if (!row) throw new Error("no row was written");
    return row;
  };

  it("counts the claims of an article by state and by family", () => {
    const states = ["draft", "approved", "approved", "rejected", "submitted"];
    const claims = document.claims.map((claim, place) => ({ ...claim, state: states[place] ?? "draft" }));
    const row = rowOf({ ...document, claims });
    expect(row).toMatchObject({
      claims: "5",
      draft: "1",
      approved: "2",
      rejected: "1",
      changes_requested: "0",
    });
    expect(row).toMatchObject({ family_other_media: "2", family_anonymous: "1", family_own_voice: "2" });
    expect(row).toMatchObject({ article_id: "a1", version: "1", byline: "A. Writer", family_none: "0" });
  });

  it("counts apart what the codebook does not know, and nothing where there is nothing", () => {
    const [first] = document.claims;
    if (!first) throw new Error("the claims are gone");
    const unknown = { ...first, provenance: "of_another_codebook" };
    expect(rowOf({ ...document, claims: [unknown] })).toMatchObject({ claims: "1", family_none: "1" });
    expect(rowOf({ ...document, claims: [] })).toMatchObject({ claims: "0", family_none: "0" });
  });

  it("guards its cells, too, unless it is told not to", () => {
    const article = { ...document.article, title: "=1+1" };
    expect(writeArticleRow(sourceline1, { ...document, article })).toContain(",'=1+1,");
    expect(writeArticleRow(sourceline1, { ...document, article }, "raw")).toContain(",=1+1,");
  });
});

describe("what all tables share", () => {
  it.each(["claims", "links", "articles"] as const)(
    "has the columns of %s in one order, and tells last whether cells were escaped",
    (table) => {
      const names = openCsv(table).trimEnd().split(",");
      expect(names).toEqual([...tableColumns[table].map(({ name }) => name), "escaped"]);
      expect(new Set(names).size).toBe(names.length);
    },
  );

  it.each(nastyRecords)("fits every cell of $name to the kind of its column", (draft) => {
    const { record: one } = record(draft);
    const rows = [
      { table: "claims", cells: [claimCells(sourceline1, one)] },
      { table: "links", cells: linkCells(sourceline1, one) },
      {
        table: "articles",
        cells: [articleCells(sourceline1, { article: one.article, claims: [one.claim] })],
      },
      { table: "sources", cells: [...one.sources.values()].map(sourceCells) },
    ] as const;
    for (const { table, cells } of rows) for (const row of cells) expectKinds(table, row);
  });

  function expectKinds(table: TableName, row: readonly Cell[]): void {
    const columns = tableColumns[table];
    expect(row).toHaveLength(columns.length);
    const filled = columns
      .map(({ kind }, place) => ({ kind, cell: row[place] }))
      .filter(({ cell }) => cell !== null);
    expect(filled.map(({ cell }) => typeof cell)).toEqual(
      filled.map(({ kind }) => (kind === "time" ? "string" : kind === "text" ? "string" : kind)),
    );
    for (const { cell } of filled.filter(({ kind }) => kind === "time"))
      expect(cell).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/u);
  }

  it("has a byte order mark only where it is asked for", () => {
    expect(openCsv("claims").startsWith("claim_id")).toBe(true);
    expect(openCsv("claims", true)).toBe(`\uFEFF${openCsv("claims")}`);
  });

  it("leaves raw cells as they are, and says that none was escaped", () => {
    const { record: one } = record({ text: "[x]", claim: { statement: "=1+1" } });
    const [row] = readCsv(writeClaimRow(sourceline1, one, "raw"));
    expect(row).toContain("=1+1");
    expect(row?.at(-1)).toBe("false");
    expect(writeLinkRows(sourceline1, one, "raw")).toBe("");
  });
});

describe("JSON Lines", () => {
  const linesOf = (text: string) => text.trimEnd().split("\n");

  it.each(nastyRecords)(
    "writes $name as one line whose keys are the record's own, behind its type",
    (draft) => {
      const { record: one } = record(draft);
      const line = writeJsonl({ type: "claim", record: one.claim });
      expect(linesOf(line)).toHaveLength(1);
      expect(line).toBe(`${JSON.stringify({ type: "claim", ...one.claim })}\n`);
      expect(Object.keys(JSON.parse(line))).toEqual(["type", ...Object.keys(one.claim)]);
    },
  );

  it("keeps a source's own type under another name, in its place", () => {
    for (const source of sources.values()) {
      const { type, sourceType, ...rest } = JSON.parse(writeJsonl({ type: "source", record: source }));
      const { type: own, ...others } = source;
      expect([type, sourceType]).toEqual(["source", own]);
      expect(rest).toEqual(others);
    }
    const [source] = sources.values();
    if (!source) throw new Error("the sources are gone");
    const keys = Object.keys(source).map((key) => (key === "type" ? "sourceType" : key));
    expect(Object.keys(JSON.parse(writeJsonl({ type: "source", record: source })))).toEqual([
      "type",
      ...keys,
    ]);
  });

  it("begins with what it is and ends with how much it holds", () => {
    const lines = linesOf(jsonlOf(hardDocuments, ["c8", "c9"])).map((line) => JSON.parse(line));
    expect(lines[0]).toMatchObject({ type: "header", format: "sourceline/1", filter: header.filter });
    expect(lines[0]).not.toHaveProperty("base");
    expect(lines.at(-1)).toEqual({ type: "end", counts: { articles: 2, sources: 3, claims: 7, deleted: 2 } });
    expect(lines.at(-2)).toEqual({ type: "deleted", id: "c9" });
    expect(lines.map(({ type }) => type).join(" ")).toMatch(
      /^header( article)+( source)+( claim)+( deleted)+ end$/u,
    );
  });
});

describe("the row of a claim that is no more", () => {
  it("has its id and says so, under the columns of the others", () => {
    const [row] = readRows(openCsv("claims") + writeDeletedRow("c1"));
    const said = Object.entries(row ?? {}).filter(([, value]) => value !== "");
    expect(said).toEqual([
      ["claim_id", "c1"],
      ["state", "deleted"],
      ["escaped", "false"],
    ]);
  });
});
