import { describe, expect, it } from "vitest";
import { documentOf, hardDocuments, hop } from "../../../tests/support/laws/documents.ts";
import { toolDocuments, withoutText } from "../../../tests/support/laws/tool-documents.ts";
import { writtenFile } from "../../../tests/support/laws/written.ts";
import { tokensOf } from "../text/tokens.ts";
import { cofenet, conll } from "./conll.ts";
import { cofenetCases, hebrewColumns, marksOf, readColumns } from "./conll-reader.cases.ts";
import type { ExportedDocument } from "./document.ts";

const all = [...hardDocuments, ...toolDocuments];
const named = all.map((document) => [document.article.id, document] as const);

function columnsOf(document: ExportedDocument) {
  const [columns] = readColumns(writtenFile(conll, [document]));
  if (!columns) throw new Error("no document was written");
  return columns;
}

/** The tokens that a span holds any part of, from first to last; spans of one sentence and fragment each. */
function snapped(
  document: ExportedDocument,
  spans: readonly { readonly start: number; readonly end: number }[],
) {
  const sentences = tokensOf(document.index ?? "");
  return spans.flatMap(({ start, end }) =>
    sentences.flatMap((sentence) => {
      const held = sentence.filter((token) => token.end > start && token.start < end);
      const [first, last] = [held[0], held.at(-1)];
      return first && last ? [[first.start, last.end]] : [];
    }),
  );
}

describe("columns", () => {
  it("hold every document, by id and hash", () => {
    const read = readColumns(writtenFile(conll, all));
    expect(read.map(({ id }) => id)).toEqual(all.map(({ article }) => article.id));
    expect(read.map(({ sha256 }) => sha256)).toEqual(all.map(({ article }) => article.version.sha256));
    expect(readColumns(writtenFile(conll, []))).toEqual([]);
  });

  it.each(named)("hold each token on a row, a sentence apart: %s", (_id, document) => {
    const { sentences } = columnsOf(document);
    const characters = [...(document.article.version.text ?? "")];
    expect(sentences.map((rows) => rows.map(({ span: [start, end] }) => ({ start, end })))).toEqual(
      tokensOf(document.index ?? ""),
    );
    for (const { token, span } of sentences.flat()) expect(characters.slice(...span).join("")).toBe(token);
  });

  it.each(named)("hold each claim once, with its provenance: %s", (_id, document) => {
    const read = marksOf(columnsOf(document)).filter(({ name }) => name === "claim");
    const sorted = (marks: readonly unknown[]) => marks.map((mark) => JSON.stringify(mark)).sort();
    expect(sorted(read.map(({ category, spans }) => [category, spans]))).toEqual(
      sorted(document.claims.map(({ provenance, spans }) => [provenance, snapped(document, spans)])),
    );
  });

  it.each(named)(
    "hold each source, cue and addressee once, with the category of its first link: %s",
    (_id, document) => {
      const read = marksOf(columnsOf(document));
      for (const [name, key] of [
        ["source", "mention"],
        ["cue", "cue"],
        ["addressee", "addressee"],
      ] as const) {
        const links = document.claims.flatMap(({ chain }) => chain).filter((link) => link[key].length > 0);
        const told = links.map(
          (link) => [JSON.stringify(snapped(document, link[key])), link.category] as const,
        );
        const back = read.filter((mark) => mark.name === name);
        expect(Object.fromEntries(back.map((mark) => [JSON.stringify(mark.spans), mark.category]))).toEqual(
          Object.fromEntries(told.reverse()),
        );
      }
    },
  );

  it.each(named)("hold as many layers as marks lie over one another: %s", (_id, document) => {
    const { columns } = columnsOf(document);
    const names = columns.slice(3);
    expect(names).toEqual(
      names.map((_, at) => `${at % 2 === 0 ? "layer" : "category"}${Math.floor(at / 2) + 1}`),
    );
  });

  it("hold the outermost claims in the first layer", () => {
    const [deep] = toolDocuments;
    const read = deep ? columnsOf(deep) : undefined;
    expect(read?.columns).toHaveLength(3 + 2 * 4);
    const opened = read?.sentences.flat().find(({ tags }) => tags[0] === "B-claim");
    expect(opened?.token).toBe("that");
  });

  it("are to the letter what the docs say", () => {
    const hebrew = writtenFile(conll, hardDocuments.slice(1)).split("\n");
    expect(hebrew.slice(0, hebrewColumns.length)).toEqual(hebrewColumns);
  });

  it("are none where quoted text is left out", () => {
    expect(writtenFile(conll, [withoutText])).toBe("");
    expect(writtenFile(cofenet, [withoutText])).toBe("");
  });

  it("hold nothing of a mark that is white space only, and one row of fragments in one token", () => {
    const document = documentOf({
      id: "t",
      title: "t",
      source: "It[ ][r]ain[ed]",
      claims: ({ quote }) => [
        { id: "c1", spans: quote(0), provenance: "own_analysis" },
        { id: "c2", spans: [...quote(1), ...quote(2)], provenance: "own_observation" },
      ],
    });
    expect(marksOf(columnsOf(document))).toEqual([
      { name: "claim", category: "own_observation", spans: [[3, 9]] },
    ]);
  });
});

describe("CofeNet lines", () => {
  it("are none for a sentence of nothing but a line end", () => {
    const document = documentOf({
      id: "t",
      title: "t",
      source: "[It rained.]\n\n\u0085\n\nYes.",
      claims: ({ quote }) => [{ id: "c1", spans: quote(0), provenance: "own_analysis" }],
    });
    expect(writtenFile(cofenet, [document]).split("\n")).toHaveLength(3);
    expect(columnsOf(document).sentences.map((rows) => rows.length)).toEqual([3, 2]);
  });

  it.each(cofenetCases)("tell of $name", ({ source, lines }) => {
    const document = documentOf({
      id: "t",
      title: "t",
      source,
      claims: ({ quote }) => {
        const [first, second] = [quote(0), quote(1)];
        const longest = (quote(1)[0]?.exact ?? "").length > (quote(2)[0]?.exact ?? "").length;
        const [cue, content] = longest ? [quote(2), first && second] : [second, quote(2)];
        return [
          { id: "c1", spans: content, chain: [hop("named_statement", ["s1"], { mention: first, cue })] },
        ];
      },
    });
    const read = writtenFile(cofenet, [document]).split("\n");
    expect(read.pop()).toBe("");
    expect(read.map((line) => JSON.parse(line))).toEqual(lines);
  });

  it.each(named)("have a label for each token, and open what they go on with: %s", (_id, document) => {
    for (const line of writtenFile(cofenet, [document]).split("\n").slice(0, -1)) {
      const { tokens, labels } = JSON.parse(line);
      expect(labels).toHaveLength(tokens.length);
      for (const [at, label] of labels.entries()) {
        expect(label).toMatch(/^(?:O|[BI]-(?:source|cue|content))$/u);
        if (label.startsWith("I-")) expect(labels[at - 1]?.slice(1)).toBe(label.slice(1));
      }
    }
  });

  it("tell of no claim in the article's own voice, and of no claim inside another", () => {
    const [ferry] = hardDocuments;
    const text = ferry ? writtenFile(cofenet, [ferry]) : "";
    const opened = text.split('"B-content"').length - 1;
    expect(opened).toBe(3);
  });
});
