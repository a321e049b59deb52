import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { cameBack } from "../../../tests/support/laws/round-trip.ts";
import { facts } from "../export/carried.ts";
import type { ExportedDocument } from "../export/document.ts";
import { nastyRecords } from "../export/export.cases.ts";
import { formats } from "../export/formats.ts";
import { csvOf, jsonlOf, jsonOf, withoutWords } from "../export/own-files.cases.ts";
import { readSourcelineCsv } from "./csv.ts";
import type { DatasetReader, ImportedDataset } from "./dataset.ts";
import { csvProblems, jsonlProblems, jsonProblems, recordProblems } from "./own-formats.cases.ts";
import { readSourcelineJson, readSourcelineJsonl } from "./sourceline.ts";

/** As a text is stored: a draft may hold what canonicalising changes, and a source that nobody may see. */
const nasty: readonly ExportedDocument[] = nastyRecords
  .filter(({ text }) => !text.includes("\r"))
  .map(recordOf)
  .filter(({ record }) => record.claim.chain.every(({ sources }) => !sources.includes("sealed")))
  .map(({ record, index }, place) => {
    const article = {
      ...record.article,
      id: `a${place}`,
      version: { ...record.article.version, id: `v${place}` },
    };
    const own = { id: `c${place}`, articleId: article.id, versionId: article.version.id, parentId: null };
    return { ...record, article, claims: [{ ...record.claim, ...own, inheritedLinks: 0 }], index };
  });

const files = (...texts: readonly string[]) =>
  texts.map((text, place) => ({ name: `export-${place}`, text }));
const tablesOf = (documents: readonly ExportedDocument[], guard: "guarded" | "raw" = "guarded") =>
  files(...(["articles", "claims", "links"] as const).map((table) => csvOf(documents, table, guard)));
const codes = ({ problems }: ImportedDataset) => problems.map(({ code }) => code);
const lossOf = (documents: readonly ExportedDocument[], read: ImportedDataset) => {
  const kept = cameBack(documents, read);
  return facts.filter((fact) => !kept.includes(fact));
};

const lossless: readonly {
  readonly name: string;
  readonly read: DatasetReader;
  readonly write: typeof jsonOf;
}[] = [
  { name: "JSON", read: readSourcelineJson, write: jsonOf },
  { name: "JSON Lines", read: readSourcelineJsonl, write: (documents) => jsonlOf(documents) },
];

describe.each(lossless)("$name", ({ read, write }) => {
  it("brings everything back of the hardest documents", () => {
    const dataset = read(files(write(hardDocuments)));
    expect(dataset.problems).toEqual([]);
    expect(lossOf(hardDocuments, dataset)).toEqual([]);
  });

  it("brings everything back of every nasty record", () => {
    const dataset = read(files(write(nasty)));
    expect(dataset.problems).toEqual([]);
    expect(lossOf(nasty, dataset)).toEqual([]);
  });

  it("reads several files as one dataset", () => {
    const dataset = read(files(...hardDocuments.map((document) => write([document]))));
    expect(dataset.articles).toHaveLength(2);
    expect(codes(dataset).every((code) => code === "duplicate-id")).toBe(true);
  });

  it("reads positions alone, without a text and without words", () => {
    const silent = hardDocuments.map(withoutWords);
    const dataset = read(files(write(silent)));
    expect(dataset.problems).toEqual([]);
    expect(dataset.articles.map(({ text, sha256 }) => [text, sha256])).toEqual([
      [null, "00"],
      [null, "00"],
    ]);
    expect(lossOf(silent, dataset)).toEqual([]);
    expect(new Set(dataset.claims.flatMap(({ exact }) => exact))).toEqual(new Set([null]));
  });

  it("keeps ids, the annotator and the words that are quoted", () => {
    const { claims, articles } = read(files(write(hardDocuments)));
    expect(articles[0]).toMatchObject({ id: "a1", key: "v-a1", publishedAt: "2026-01-02T08:00:00.000Z" });
    expect(claims[0]).toMatchObject({ annotator: "Ada", exact: ["the ferry sank 🌊 off the cape"] });
  });

  it("reads a file that begins with a byte order mark", () => {
    expect(read(files(`\uFEFF${write(hardDocuments)}`)).problems).toEqual([]);
  });

  it("law: never throws, wherever the file is cut", () => {
    const whole = write(hardDocuments);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: whole.length - 2 }), (end) => {
        const { problems } = read(files(whole.slice(0, end)));
        expect(problems.length).toBeGreaterThan(0);
      }),
    );
  });

  it("law: never throws, whatever value stands where another did", () => {
    const whole = write(hardDocuments);
    const value = fc.constantFrom("null", "[]", "{}", "-1", '"x"', "1e400", "[null]", "true");
    const places = [...whole.matchAll(/:(?=["\d[{nt])/gu)].map(({ index }) => index);
    fc.assert(
      fc.property(fc.constantFrom(...places), value, (place, other) => {
        const broken = `${whole.slice(0, place + 1)}${other},"_":${whole.slice(place + 1)}`;
        const dataset = read(files(broken));
        // A list of claims may be empty and nothing wrong with it: its articles are there.
        const { articles, claims, problems } = dataset;
        expect(articles.length + claims.length + problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 300 },
    );
  });

  it.each(recordProblems)("says $code of $name", ({ change, code, claims }) => {
    const documents = hardDocuments.map((document) => change(structured(document)));
    const dataset = read(files(write(documents)));
    expect(codes(dataset)).toContain(code);
    expect(dataset.claims).toHaveLength(claims);
  });
});

/** A document that a case may change as it likes. */
function structured(document: ExportedDocument) {
  const { article, claims } = structuredClone({ article: document.article, claims: document.claims });
  return { ...document, article, claims };
}

describe("a JSON document", () => {
  it.each(jsonProblems)("says $code of $name", ({ change, code, line }) => {
    const { problems } = readSourcelineJson(files(change(jsonOf(hardDocuments))));
    expect(problems[0]).toMatchObject({ file: "export-0", code, line, severity: "file" });
  });

  it("notes claims that are gone, and takes nothing away", () => {
    const text = jsonOf(hardDocuments).replace(/\}\n$/u, ',"deleted":["c8","c9"]}');
    const dataset = readSourcelineJson(files(text));
    expect(dataset.claims).toHaveLength(7);
    expect(dataset.problems).toMatchObject([
      { code: "deleted-claim", at: "/deleted/0", severity: "note" },
      { code: "deleted-claim", at: "/deleted/1", severity: "note" },
    ]);
  });

  it("says where a record stands", () => {
    const text = jsonOf(hardDocuments).replace('"id":"c4"', '"id":4');
    expect(readSourcelineJson(files(text)).problems).toMatchObject([
      { at: "/claims/3", code: "not-a-claim", severity: "row" },
    ]);
  });
});

describe("records of which nothing is known", () => {
  const readJson = (parts: Record<string, readonly unknown[]>) =>
    readSourcelineJson(
      files(JSON.stringify({ format: "sourceline/1", articles: [], sources: [], claims: [], ...parts })),
    );
  const version = { id: "v1", text: "It rained. 🌧️", blocks: [{ kind: "paragraph", start: 0, end: 10 }] };

  it("are left out where they are no objects", () => {
    const nothing = [null, "x", [], {}];
    const dataset = readJson({ articles: nothing, sources: nothing, claims: nothing });
    expect(codes(dataset)).toEqual(
      ["not-an-article", "not-a-source", "not-a-claim"].flatMap((code) => nothing.map(() => code)),
    );
    expect(dataset.problems.map(({ at }) => at).slice(0, 2)).toEqual(["/articles/0", "/articles/1"]);
  });

  it("are taken with the least that makes sense", () => {
    const dataset = readJson({
      articles: [{ version }, { version: { id: "v2", blocks: [null] } }, { id: "a3", version: { id: "v3" } }],
      sources: [
        { id: "s1", name: "A", issuedBy: "s2", articleId: "a3" },
        { id: "s2", name: "B", issuedBy: "gone", articleId: "gone" },
      ],
      claims: [
        { id: "c1", versionId: "v1", spans: [{ start: 0, end: 2 }], chain: ["x", { sources: ["s1", 3] }] },
        { id: "c2", articleId: "a3", spans: [{ start: 0, end: 2 }], inheritedLinks: -1, direction: "up" },
      ],
    });
    expect(codes(dataset)).toEqual(["bad-blocks"]);
    expect(dataset.articles).toMatchObject([
      { key: "v1", id: null, title: null, sha256: null, direction: null, blocks: version.blocks },
      { key: "v2", blocks: null },
      { key: "v3", id: "a3", text: null, blocks: null },
    ]);
    expect(dataset.sources).toMatchObject([
      { key: "s1", issuedBy: "s2", article: "v3", aliases: [] },
      { key: "s2", issuedBy: null, article: null },
    ]);
    expect(dataset.sources[0]).not.toHaveProperty("type");
    expect(dataset.claims).toMatchObject([
      { article: "v1", statement: "", kind: null, annotator: null, exact: [null], parent: null, flags: [] },
      { article: "v3", inheritedLinks: 0 },
    ]);
    expect(dataset.claims[0]?.chain).toEqual([
      { category: null, label: null, sources: [], mention: [], cue: [], addressee: [] },
      { category: null, label: null, sources: ["s1"], mention: [], cue: [], addressee: [] },
    ]);
  });

  it("carry their spans where the text was not canonical, and say what grew or overlapped", () => {
    const text = "Cafe\u0301\r\nclosed";
    const spans = [
      { start: 0, end: 4, exact: "Cafe" },
      { start: 3, end: 9, exact: "e\u0301 clo" },
    ];
    const grown = { id: "c1", versionId: "v1", spans: [{ start: 0, end: 4 }] };
    const overlapping = { id: "c2", versionId: "v1", spans: spans.map(({ start, end }) => ({ start, end })) };
    const blocks = [
      { kind: "heading", level: 2, start: 0, end: 5 },
      { kind: "paragraph", level: 9, start: 7, end: 13 },
    ];
    const dataset = readJson({
      articles: [{ version: { id: "v1", text, blocks } }],
      claims: [grown, overlapping],
    });
    expect(dataset.articles[0]).toMatchObject({
      text: "Café\nclosed",
      blocks: [
        { kind: "heading", level: 2, start: 0, end: 4 },
        { kind: "paragraph", start: 5, end: 11 },
      ],
    });
    expect(dataset.claims).toMatchObject([
      { spans: [{ start: 0, end: 4 }] },
      { spans: [{ start: 0, end: 7 }], exact: [null] },
    ]);
    expect(new Set(codes(dataset))).toEqual(new Set(["span-grown", "fragments-overlap"]));
  });
});

describe("JSON Lines", () => {
  it.each(jsonlProblems)("says $code of $name", ({ change, code, line, severity }) => {
    const { problems } = readSourcelineJsonl(files(change(jsonlOf(hardDocuments, ["gone"]))));
    expect(problems.find((problem) => problem.code === code)).toMatchObject({ line, severity });
  });

  it("reads a file that was cut as far as it goes", () => {
    const lines = jsonlOf(hardDocuments).split("\n");
    const dataset = readSourcelineJsonl(files(lines.slice(0, -3).join("\n")));
    expect(dataset.claims).toHaveLength(6);
    expect(codes(dataset)).toEqual(["truncated"]);
  });

  it("passes over blank lines", () => {
    const text = jsonlOf(hardDocuments).replaceAll("\n", "\n\n");
    expect(readSourcelineJsonl(files(text)).problems).toEqual([]);
  });
});

describe("CSV", () => {
  it.each(["guarded", "raw"] as const)("loses of all tables together exactly what it says (%s)", (guard) => {
    const dataset = readSourcelineCsv(tablesOf(hardDocuments, guard));
    expect(dataset.problems).toEqual([]);
    expect(lossOf(hardDocuments, dataset)).toEqual(facts.filter((fact) => formats.csv.loses.includes(fact)));
  });

  it("law: a statement comes back as it was, whatever it begins with", () => {
    const [document] = hardDocuments;
    if (!document) throw new Error("the documents are gone");
    const start = fc.constantFrom("=", "'=", "''+", "-", "\t", "\r", "＝", "a", "'", '"', "\n", ",", ";");
    fc.assert(
      fc.property(start, fc.string(), fc.constantFrom("guarded", "raw"), (first, rest, guard) => {
        const claims = document.claims.map((claim) => ({ ...claim, statement: first + rest }));
        const read = readSourcelineCsv(tablesOf([{ ...document, claims }], guard));
        expect(read.claims.map(({ statement }) => statement)).toEqual(
          claims.map(({ statement }) => statement),
        );
      }),
    );
  });

  it.each(csvProblems)("says $code of $name", ({ change, code, line, severity }) => {
    const [articles, claims, links] = tablesOf(hardDocuments);
    const changed = change({
      articles: articles?.text ?? "",
      claims: claims?.text ?? "",
      links: links?.text ?? "",
    });
    const { problems } = readSourcelineCsv(changed.map((text) => ({ name: "t.csv", text })));
    expect(problems.find((problem) => problem.code === code)).toMatchObject({ line, severity });
  });

  it("reads what other programs make of it: LF, a byte order mark, semicolons, columns in any order", () => {
    const other = tablesOf(hardDocuments).map(({ name, text }) => ({
      name,
      text: `\uFEFF${rewritten(text)}`,
    }));
    const dataset = readSourcelineCsv(other);
    expect(new Set(codes(dataset))).toEqual(new Set(["other-separator"]));
    expect(dataset.claims).toEqual(
      readSourcelineCsv(tablesOf(hardDocuments)).claims.map((claim) => ({
        ...claim,
        place: expect.anything(),
      })),
    );
  });

  it("reads claims alone: their articles by what the rows say, their provenance, and that chains are missing", () => {
    const dataset = readSourcelineCsv(files(csvOf(hardDocuments, "claims")));
    expect(dataset.articles).toMatchObject([
      { id: "a1", title: 'The ferry, "late"', sha256: "00", text: null, byline: null },
      { id: "a2", title: "הודעה" },
    ]);
    expect(dataset.claims[0]).toMatchObject({ provenance: "media_report", chain: [], annotator: "Ada" });
    expect(new Set(codes(dataset))).toEqual(new Set(["chain-missing"]));
  });

  it("takes start and end where the column of spans is empty, and none where there is nothing", () => {
    const text = "claim_id,article_id,version_sha256,start,end\nc1,a1,00,3,9\nc2,a1,00,,\n";
    const { claims, problems } = readSourcelineCsv(files(text));
    expect(claims).toMatchObject([{ id: "c1", spans: [{ start: 3, end: 9 }], statement: "" }]);
    expect(problems).toMatchObject([{ code: "span-not-offsets", line: 3 }]);
  });

  it("learns the name of joint sources from where each stands alone, also with a separator in it", () => {
    const head = "claim_id,link,category,source_ids,source_names\n";
    const links = `${head}c1,1,x,s1 s2,A; B; C\nc2,1,x,s1,A; B\nc3,1,x,s1 s2,A; B; C\nc4,1,x,s3 s4,D; E\nc5,1,x,s3,D\n`;
    const claims = `claim_id,article_id,spans\n${[1, 2, 3, 4, 5].map((n) => `c${n},a1,0-1\n`).join("")}`;
    const { sources } = readSourcelineCsv(files(claims, links));
    expect(sources.map(({ id, name }) => [id, name])).toEqual([
      ["s1", "A; B"],
      ["s2", "s2"],
      ["s3", "D"],
      ["s4", "E"],
    ]);
  });

  it("knows an article by the hash of its version alone", () => {
    const { articles, claims } = readSourcelineCsv(
      files("claim_id,version_sha256,start,end\nc1,00ff,3,9\nc2,00ff,,9\n"),
    );
    expect(articles).toMatchObject([{ id: null, sha256: "00ff" }]);
    expect(claims).toHaveLength(1);
    const bare = readSourcelineCsv(
      files("claim_id,article_id,spans\nc1,,0-1\nc2,,\n", "claim_id,link,category,source_ids\nc1,1,x,s9\n"),
    );
    expect(bare.articles).toMatchObject([{ id: null, sha256: null }]);
    expect(bare.claims[0]?.chain).toMatchObject([{ category: "x", sources: ["s9"], explicit: true }]);
    expect(bare.sources).toMatchObject([{ id: "s9", name: "s9" }]);
  });

  it("notes rows of claims that are gone, and makes no article of them", () => {
    const text = "claim_id,article_id,spans,state\nc1,a1,0-4,approved\nc9,,,deleted\n";
    const { articles, claims, problems } = readSourcelineCsv(files(text));
    expect(articles).toHaveLength(1);
    expect(claims).toHaveLength(1);
    expect(problems).toMatchObject([{ code: "deleted-claim", line: 3, severity: "note" }]);
  });

  it("keeps hedges only where they say where they stand", () => {
    const text = "claim_id,article_id,spans,hedges,hedge_spans\nc1,a1,0-9,modal approximator,1-2\n";
    const dataset = readSourcelineCsv(files(text));
    expect(dataset.claims[0]?.hedges).toEqual([]);
    expect(codes(dataset)).toEqual(["hedge-missing"]);
  });
});

/** With semicolons, LF and columns backwards: what a spreadsheet elsewhere may save. */
function rewritten(text: string): string {
  const rows = text.trimEnd().split("\r\n").map(cellsOf);
  return rows
    .map((cells) =>
      cells
        .toReversed()
        .map((cell) => (/[;"\n\r]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
        .join(";"),
    )
    .join("\n");
}

const cellsOf = (row: string) =>
  [...row.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/gu)]
    .map(([, cell = ""]) => (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell))
    .slice(0, row.endsWith(",") ? undefined : -1);
