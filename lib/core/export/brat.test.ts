import { describe, expect, it } from "vitest";
import { hardDocuments } from "../../../tests/support/laws/documents.ts";
import { toolDocuments, withoutText } from "../../../tests/support/laws/tool-documents.ts";
import { CodePointIndex } from "../text/code-point-index.ts";
import { brat } from "./brat.ts";
import { type BratLine, readConf, readStrictBrat } from "./brat-reader.cases.ts";
import type { ExportedDocument } from "./document.ts";
import { header } from "./export.cases.ts";

const all = [...hardDocuments, ...toolDocuments].map((document) => [document.article.id, document] as const);

function linesOf(document: ExportedDocument): readonly BratLine[] {
  const [text, annotations] = brat.files(header, document);
  return readStrictBrat(text?.text ?? "", annotations?.text ?? "");
}

describe("brat standoff", () => {
  it.each(all)("is read by a strict reader: %s", (_id, document) => {
    const lines = linesOf(document);
    const marks = lines.filter(({ kind }) => kind === "T");
    expect(marks.filter((mark) => "type" in mark && mark.type === "Claim")).toHaveLength(
      document.claims.length,
    );
  });

  it.each(all)("hands over the text and its annotations under one name: %s", (id, document) => {
    const files = brat.files(header, document);
    expect(files.map(({ name }) => name.replace(/^.*\./u, ""))).toEqual(["txt", "ann"]);
    const [one, other] = files.map(({ name }) => name.replace(/\.[a-z]+$/u, ""));
    expect(one).toBe(other);
    expect(one).toContain(id);
    expect(files[0]?.text).toBe(document.article.version.text);
  });

  it.each(all)("uses only what its annotation.conf allows: %s", (_id, document) => {
    const [file] = brat.beside(header);
    const conf = readConf(file?.text ?? "");
    const names = (section: string) => [...(conf.get(section)?.keys() ?? [])];
    const lines = linesOf(document);
    const types = (kind: BratLine["kind"]) =>
      lines.flatMap((line) => (line.kind === kind && "type" in line ? [line.type] : []));
    expect([...names("entities"), ...names("events")]).toEqual(expect.arrayContaining(types("T")));
    expect(names("events")).toEqual(expect.arrayContaining(types("E")));
    expect(names("relations")).toEqual(expect.arrayContaining(types("R")));
    for (const { name, value } of lines.filter((line) => line.kind === "A")) {
      const allowed = conf.get("attributes")?.get(name);
      if (value === null) expect(allowed).toBe(null);
      else expect(allowed).toContain(value);
    }
  });

  it("puts claims first, in their order", () => {
    const [document] = hardDocuments;
    const marks = document ? linesOf(document).filter(({ kind }) => kind === "T") : [];
    expect(marks.slice(0, 5)).toEqual([
      { kind: "T", id: "T1", type: "Claim", spans: [[55, 84]] },
      { kind: "T", id: "T2", type: "Claim", spans: [[65, 71]] },
      {
        kind: "T",
        id: "T3",
        type: "Claim",
        spans: [
          [90, 98],
          [111, 120],
        ],
      },
      { kind: "T", id: "T4", type: "Claim", spans: [[123, 139]] },
      { kind: "T", id: "T5", type: "Claim", spans: [[140, 159]] },
    ]);
  });

  it("says a chain as events, each nested in the one before", () => {
    const [document] = hardDocuments;
    const lines = document ? linesOf(document) : [];
    expect(lines.filter(({ kind }) => kind === "E")).toEqual([
      {
        kind: "E",
        id: "E1",
        type: "Attribution",
        args: [
          ["Attribution", "T8"],
          ["Source", "T6"],
          ["Cue", "T7"],
          ["Claim", "T1"],
        ],
      },
      {
        kind: "E",
        id: "E2",
        type: "Attribution",
        args: [
          ["Attribution", "T11"],
          ["Source", "T9"],
          ["Cue", "T10"],
          ["Claim", "T1"],
        ],
      },
      {
        kind: "E",
        id: "E3",
        type: "Attribution",
        args: [
          ["Attribution", "T12"],
          ["Claim", "T1"],
        ],
      },
      {
        kind: "E",
        id: "E4",
        type: "Attribution",
        args: [
          ["Attribution", "T15"],
          ["Addressee", "T14"],
          ["Claim", "T2"],
        ],
      },
      {
        kind: "E",
        id: "E5",
        type: "Attribution",
        args: [
          ["Attribution", "T16"],
          ["Source", "T9"],
          ["Cue", "T10"],
          ["Claim", "T3"],
        ],
      },
    ]);
    const relations = lines.filter((line) => line.kind === "R");
    expect(relations.filter(({ type }) => type === "NestedIn").map(({ ends }) => ends)).toEqual([
      ["E2", "E1"],
      ["E3", "E2"],
      ["E4", "E3"],
    ]);
    expect(relations.filter(({ type }) => type === "PartOf").map(({ ends }) => ends)).toEqual([["T2", "T1"]]);
    expect(relations.filter(({ type }) => type === "SameClaimAs").map(({ ends }) => ends)).toEqual([
      ["T3", "T1"],
    ]);
    expect(relations.filter(({ type }) => type === "Hedges").map(({ ends }) => ends)).toEqual([
      ["T13", "T1"],
    ]);
  });

  it("says closed values as attributes", () => {
    const [document] = hardDocuments;
    const lines = document ? linesOf(document) : [];
    const attributes = lines.filter((line) => line.kind === "A");
    expect(attributes.map(({ name, target, value }) => [name, target, value])).toEqual([
      ["Kind", "T1", "event"],
      ["HedgeType", "T13", "approximator"],
      ["Provenance", "E1", "media_report"],
      ["Provenance", "E2", "anonymous_described"],
      ["Directness", "E2", "direct"],
      ["Provenance", "E3", "hearsay"],
      ["Polarity", "E3", "negative"],
      ["Basis", "E3", "carried_over"],
      ["Implicit", "E3", null],
      ["Provenance", "E4", "official_readout"],
      ["Provenance", "E5", "anonymous_described"],
      ["Provenance", "T4", "own_observation"],
      ["Provenance", "T5", "background_unattributed"],
    ]);
  });

  it("says what is free in notes, as JSON where it would not stay one line", () => {
    const [deep] = toolDocuments;
    const lines = deep ? linesOf(deep) : [];
    const notes = lines.filter((line) => line.kind === "#");
    const statements = notes.filter(({ name }) => name === "Statement");
    expect(statements.map(({ target, text }) => [target, text])).toEqual([
      ["T1", "A sailor swore it."],
      ["T3", String.raw`"The hull,\n\t\"they\" said,\u2028was rotten."`],
      ["T4", String.raw`"\"Rotten\""`],
      ["T5", '" Yes. "'],
    ]);
    expect(notes.filter(({ name }) => name === "Flags").map(({ text }) => text)).toEqual(["of_our_desk"]);
    expect(notes.filter(({ name }) => name === "Group").map(({ target }) => target)).toEqual(["T3", "T4"]);
    expect(notes.filter(({ name }) => name === "ClaimId").map(({ text }) => text)).toEqual([
      "d1",
      "d2",
      "d3",
      "d4",
      "d5",
    ]);
  });

  it("tells of a source whole once, then by its id, and of issuers at the end", () => {
    const [deep] = toolDocuments;
    const lines = deep ? linesOf(deep) : [];
    const notes = lines.filter((line) => line.kind === "#");
    const sources = notes
      .filter(({ name }) => name === "Sources")
      .map(({ target, text }) => [target, JSON.parse(text)]);
    expect(sources).toMatchObject([
      ["E1", [{ id: "s1", name: "Harbour report", issuedBy: "s2" }]],
      ["E2", [{ id: "s4", name: "A sailor\u2028of the crew" }]],
      ["E4", [{ id: "s1" }]],
    ]);
    expect(sources[2]).toEqual(["E4", [{ id: "s1" }]]);
    const issuers = notes.filter(({ name }) => name === "Issuers");
    expect(issuers.map(({ text }) => JSON.parse(text).map(({ id }: { id: string }) => id))).toEqual([
      ["s2", "s3"],
    ]);
  });

  it("cuts fragments at every kind of line end", () => {
    const [deep] = toolDocuments;
    const text = deep?.article.version.text ?? "";
    const lines = deep ? linesOf(deep) : [];
    const third = lines.find(({ id }) => id === "T3");
    const characters = [...text];
    const words =
      third?.kind === "T" ? third.spans.map(([start, end]) => characters.slice(start, end).join("")) : [];
    expect(words).toEqual(["the hull", "was", "rotten"]);
  });

  it("keeps a mark of nothing but line ends as it stands", () => {
    const [bare] = toolDocuments.slice(2);
    if (!bare) throw new Error("no document");
    const claims = bare.claims.map((claim) => ({ ...claim, spans: [{ start: 0, end: 1, exact: "\n" }] }));
    const text = "\nrained.";
    const [, annotations] = brat.files(header, { ...bare, index: new CodePointIndex(text), claims });
    expect(annotations?.text.split("\n")[0]).toBe("T1\tClaim 0 1\t ");
  });

  it("writes an article without claims as a text and no annotation", () => {
    const silent = toolDocuments.at(-1);
    expect(silent && brat.files(header, silent).map(({ text }) => text)).toEqual(["It rained.", ""]);
  });

  it("writes nothing where quoted text is left out", () => {
    expect(brat.files(header, withoutText)).toEqual([]);
    expect(brat.whole).toEqual({});
  });

  it("has a config of the project's own categories beside", () => {
    const files = brat.beside(header);
    expect(files.map(({ name }) => name)).toEqual(["annotation.conf", "visual.conf"]);
    const conf = readConf(files[0]?.text ?? "");
    expect([...conf.keys()]).toEqual(["entities", "relations", "events", "attributes"]);
    expect(conf.get("attributes")?.get("Provenance")).toEqual(header.codebook.categories.map(({ id }) => id));
  });
});
