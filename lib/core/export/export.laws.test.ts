import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recordOf } from "../../../tests/support/laws/exported.ts";
import { spanIn, texts } from "../../../tests/support/laws/texts.ts";
import { marked } from "../../../tests/support/marked-text.ts";
import { resolve } from "../anchoring/resolve.ts";
import { link } from "../attribution/link.ts";
import { categoryOf, familyOf } from "../provenance/codebook.ts";
import { sourceline1 } from "../provenance/sourceline1.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import type { Span } from "../text/span.ts";
import { normaliseFragments } from "../text/spans.ts";
import { openCsv, writeClaimRow, writeLinkRows } from "./csv.ts";
import type { ExportedClaim, ExportedRecord, QuotedSpan } from "./dataset.ts";
import { csvCells, header, nastyRecords } from "./export.cases.ts";
import { readAnnotations, readCsv, readOffsets, readRows, unescaped } from "./export-readers.cases.ts";
import { closeJson, closeJsonSection, openJson, openJsonSection, writeJson } from "./json.ts";
import { closeAnnotationCollection, openAnnotationCollection, writeAnnotation } from "./web-annotation.ts";

/** Words people write: every script, and what breaks a table of text. */
const words = fc
  .array(
    fc.constantFrom(
      "rain",
      "שלום ",
      "下雨",
      "👩‍👩‍👧",
      '"',
      "'",
      ",",
      ";",
      "\n",
      "\r\n",
      "\t",
      "=",
      "+1",
      "@",
      "-",
      "＝",
      "\u2028",
    ),
    { maxLength: 8 },
  )
  .map((list) => list.join(""));

const categories = [...sourceline1.categories.map(({ id }) => id), "of_another_codebook"] as const;

/** A claim anywhere in a text: discontinuous or not, with up to four links whose marks lie anywhere, too. */
const records = texts()
  .filter((text) => text !== "")
  .chain((text) => {
    const index = new CodePointIndex(text);
    const quote = (span: Span): QuotedSpan => ({ ...span, exact: index.slice(span) });
    const fragments = (minLength: number) =>
      fc
        .array(spanIn(index.length), { minLength, maxLength: 3 })
        .map((spans) => normaliseFragments(spans).map(quote));
    const hop = fc.record({
      category: fc.constantFrom(...categories),
      sources: fc.array(fc.constantFrom("s1", "s2", "s3", "gone"), { maxLength: 2 }),
      explicit: fc.boolean(),
      mention: fragments(0),
      cue: fragments(0),
      addressee: fragments(0),
    });
    return fc
      .record({
        statement: words,
        spans: fragments(1),
        chain: fc.array(
          hop.map((given) => ({ ...link(given), ...given })),
          { maxLength: 4 },
        ),
        flags: fc.subarray(["heading", "figure", "negated"]),
        createdBy: words.map((name) => ({ id: "u1", name })),
        sameClaimAs: fc.constantFrom(null, "c9"),
        inheritedLinks: fc.nat(3),
      })
      .map((claim) => madeOf(text, index, claim));
  });

function madeOf(text: string, index: CodePointIndex, given: Partial<ExportedClaim>): ExportedRecord {
  const { record } = recordOf({ text: "[x]", claim: given });
  const version = { ...record.article.version, text, length: index.length };
  const claim = { ...record.claim, spans: given.spans ?? [] };
  return { ...record, claim, article: { ...record.article, version } };
}

const indexOf = (record: ExportedRecord) => new CodePointIndex(record.article.version.text ?? "");
const bareSpans = (spans: readonly QuotedSpan[]) => spans.map(({ start, end }) => ({ start, end }));
const joined = (spans: readonly QuotedSpan[]) => spans.map(({ exact }) => exact).join(" … ");

describe("CSV", () => {
  it.each(csvCells)(
    "writes $name so that a spreadsheet shows it and a reader gets it back",
    ({ text, cell }) => {
      const { record } = recordOf({ text: "[x]", claim: { statement: text } });
      const row = writeClaimRow(sourceline1, record);
      expect(row).toContain(`,${cell},event,`);
      const [, cells = []] = readCsv(openCsv("claims") + row);
      const [place] = readCsv(openCsv("claims")).map((head) => head.indexOf("statement"));
      expect(unescaped(cells[place ?? -1] ?? "")).toBe(text);
    },
  );

  it("law: a claim's row read back says what the claim says", () => {
    fc.assert(
      fc.property(records, (record) => {
        const { claim } = record;
        const [row] = readRows(openCsv("claims") + writeClaimRow(sourceline1, record));
        expect(row).toMatchObject({
          claim_id: claim.id,
          statement: claim.statement,
          provenance: claim.provenance,
          origin_provenance: claim.originProvenance,
          family: familyOf(sourceline1, claim.provenance)?.id ?? "",
          depth: String(claim.chain.length),
          flags: claim.flags.join(" "),
          text: joined(claim.spans),
          created_by: claim.createdBy.name,
          same_claim_as: claim.sameClaimAs ?? "",
          is_carried_over: String(claim.chain.some(({ explicit }) => !explicit)),
        });
        expect(readOffsets(row?.spans ?? "")).toEqual(bareSpans(claim.spans));
        expect([row?.start, row?.end]).toEqual([claim.spans[0]?.start, claim.spans.at(-1)?.end].map(String));
      }),
    );
  });

  it("law: the rows of links read back are the chain, in its order", () => {
    fc.assert(
      fc.property(records, (record) => {
        const { chain, inheritedLinks } = record.claim;
        const rows = readRows(openCsv("links") + writeLinkRows(sourceline1, record));
        expect(rows.map(({ link: order }) => order)).toEqual(chain.map((_, index) => String(index + 1)));
        for (const [index, hop] of chain.entries()) {
          const row = rows[index];
          expect(row).toMatchObject({
            category: hop.category,
            source_ids: hop.sources.join(" "),
            mention: joined(hop.mention),
            cue: joined(hop.cue),
            addressee: joined(hop.addressee),
            explicit: String(hop.explicit),
            act: hop.act,
            basis: "",
            inherited: String(index < inheritedLinks),
          });
          expect(readOffsets(row?.mention_spans ?? "")).toEqual(bareSpans(hop.mention));
          expect(readOffsets(row?.cue_spans ?? "")).toEqual(bareSpans(hop.cue));
        }
      }),
    );
  });

  it("law: no cell is a formula, and `escaped` tells exactly where an apostrophe was put", () => {
    fc.assert(
      fc.property(records, (record) => {
        const rows = readCsv(openCsv("claims") + writeClaimRow(sourceline1, record)).slice(1);
        for (const row of rows) {
          for (const cell of row) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/u);
          expect(row.at(-1)).toBe(String(row.some((cell) => unescaped(cell) !== cell)));
        }
      }),
    );
  });

  it("leaves cells empty for a claim without any words left", () => {
    const { record } = recordOf({ text: "[x]", claim: {} });
    const lost = { ...record, claim: { ...record.claim, spans: [] } };
    const [row] = readRows(openCsv("claims") + writeClaimRow(sourceline1, lost));
    expect(row).toMatchObject({ start: "", end: "", spans: "", text: "" });
  });

  it("writes nothing under the head of links for the article's own voice", () => {
    const { record } = recordOf({ text: "[x]", claim: { provenance: "own_observation" } });
    expect(writeLinkRows(sourceline1, record)).toBe("");
  });
});

describe("JSON", () => {
  it("law: whatever is in a record, it is one line, and read back it is the same", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 4 }), (all) => {
        const section = (name: "articles" | "sources" | "claims", list: readonly ExportedRecord[]) =>
          openJsonSection(name) +
          list
            .map((record, place) => writeJson(name === "claims" ? record.claim : record.article, place === 0))
            .join("") +
          closeJsonSection();
        const text = [
          openJson(header),
          section("articles", all),
          section("sources", []),
          section("claims", all),
          closeJson(),
        ].join("");
        expect(JSON.parse(text)).toMatchObject({
          articles: all.map(({ article }) => article),
          sources: [],
          claims: all.map(({ claim }) => claim),
        });
        // Head, a line to open and one to close each of three sections, and an empty one where a section is empty.
        const lines = 2 * all.length + 7 + (all.length === 0 ? 3 : 1);
        expect(text.split("\n")).toHaveLength(lines + 1);
      }),
      { numRuns: 50 },
    );
  });

  it("says in its head what the export was asked for, and nothing of where it was made", () => {
    const { header: read } = JSON.parse(openJson(header) + closeJson());
    expect(read).toMatchObject({ workspace: header.workspace, filter: header.filter });
    expect(read).not.toHaveProperty("base");
  });
});

describe("Web Annotation", () => {
  const collection = (all: readonly ExportedRecord[], withText = true) =>
    readAnnotations(
      openAnnotationCollection(header, all.length) +
        all
          .map((one, place) => writeAnnotation(header, one, withText ? indexOf(one) : null, place === 0))
          .join("") +
        closeAnnotationCollection(header, all.length),
    );

  it("law: each target leads back to its fragment, by its quote and by its position", () => {
    fc.assert(
      fc.property(records, (record) => {
        const index = indexOf(record);
        const [read] = collection([record]);
        expect(read?.targets).toHaveLength(record.claim.spans.length);
        for (const [place, span] of bareSpans(record.claim.spans).entries()) {
          const [quote, position] = read?.targets[place]?.selector ?? [];
          expect(position).toEqual({ type: "TextPositionSelector", ...span });
          const { exact = "", prefix = "", suffix = "" } = quote ?? {};
          expect(resolve(index, { position: span, quote: { exact, prefix, suffix } })).toEqual({
            ok: true,
            value: span,
          });
        }
      }),
      { numRuns: 200 },
    );
  });

  it("law: the whole claim and its sources are in it, in every order of claims", () => {
    fc.assert(
      fc.property(fc.array(records, { maxLength: 3 }), (all) => {
        const read = collection(all);
        expect(read.map(({ claim }) => claim)).toEqual(all.map(({ claim }) => claim));
        for (const [place, { sources, category, labels, descriptions }] of read.entries()) {
          const record = all[place];
          if (!record) throw new Error("more was read than was written");
          const { claim } = record;
          const named = claim.chain.flatMap((hop) => hop.sources);
          expect(sources).toEqual(
            Object.fromEntries(named.map((id) => [id, record.sources.get(id) ?? null])),
          );
          expect(category).toBe(`https://desk.example/codebooks/sourceline/1#${claim.provenance}`);
          expect(labels).toEqual([categoryOf(sourceline1, claim.provenance)?.label ?? claim.provenance]);
          expect(descriptions).toEqual(claim.statement === "" ? [] : [claim.statement]);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("law: where the text may not go out, neither words nor surroundings do", () => {
    fc.assert(
      fc.property(records, (record) => {
        const spans = bareSpans(record.claim.spans).map((span) => ({ ...span, exact: null }));
        const silent = { ...record, claim: { ...record.claim, spans } };
        for (const [read] of [collection([silent]), collection([record], false)]) {
          const selectors = read?.targets.flatMap(({ selector }) => selector) ?? [];
          expect(selectors.map(({ type }) => type)).toEqual(spans.map(() => "TextPositionSelector"));
        }
      }),
    );
  });

  it("keeps claims apart that overlap, contain one another and share a fragment", () => {
    const source = marked("[He said [it [rained]] and] then [that it [snowed] 🌨]");
    const index = new CodePointIndex(source.text);
    const quote = (span: Span): QuotedSpan => ({ ...span, exact: index.slice(span) });
    const [outer, inner, word, other, last] = source.spans.map(quote);
    const claims = [[outer], [inner], [word, last], [other], [word, other]].map((spans, place) =>
      madeOf(source.text, index, { id: `c${place}`, spans: spans.filter((span) => span !== undefined) }),
    );
    for (const [place, { id, targets }] of collection(claims).entries()) {
      expect(id).toBe(`https://desk.example/claims/c${place}`);
      expect(targets.map(({ selector }) => selector[0]?.exact)).toEqual(
        claims[place]?.claim.spans.map(({ exact }) => exact),
      );
    }
  });

  it("names the article by its address, or by its id, and its language where it is known", () => {
    const { record } = recordOf({ text: "[x]", claim: {} });
    const unknown = { ...record, article: { ...record.article, url: null, language: null } };
    const [known, bare] = collection([record, unknown]).map(({ targets }) => targets[0]?.source);
    expect(known).toMatchObject({ id: "https://example.org/weather", language: "en" });
    expect(bare?.id).toBe("urn:uuid:a1");
    expect(bare).not.toHaveProperty("language");
  });

  it.each(nastyRecords)("reads back $name", (draft) => {
    const { record } = recordOf(draft);
    const [read] = collection([record]);
    expect(read?.claim).toEqual(record.claim);
    expect(read?.id).toBe("https://desk.example/claims/c1");
  });
});
